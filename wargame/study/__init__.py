"""What a saved game meant: walked moment by moment, explained, compared, and reported."""
