"""Near seats, as screens: Textual's part of the house. Screens take a sight, and never a table."""
