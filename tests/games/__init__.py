"""Whole games as text, regenerated and compared; `python -m tests.games` writes them anew."""
