"""Changing a deck's text: lines and places in, a change of lines out, checked by reading it back."""
