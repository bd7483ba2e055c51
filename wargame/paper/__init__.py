"""Near seats, as paper: cards to cut out, slips to fill in, briefs, and what the facilitator holds."""
