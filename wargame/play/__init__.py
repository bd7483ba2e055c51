"""Who decides: the table, its seats and their clock, and the bots."""
