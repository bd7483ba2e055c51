"""What facilitators write: YAML decks and rules, read into frozen, validated models."""
