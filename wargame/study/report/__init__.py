"""The report on a game: told once, as parts, and written as HTML, Markdown or tables."""
