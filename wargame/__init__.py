"""A tabletop wargame of a crisis: decks, an engine that can explain every number, and a save to trust."""

__version__ = "0.1.0"
