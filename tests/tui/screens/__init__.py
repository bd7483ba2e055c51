"""The screens as text, taken anew and compared; `python -m tests.tui.screens` writes them anew."""
