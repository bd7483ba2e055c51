"""The studio: the decks of a scenario as facilitators edit them, checked and shown while they type."""
