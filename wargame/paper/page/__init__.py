"""What the sheets look like: pages and styles, kept as files of their own."""

from importlib.resources import files


def text_of(name: str) -> str:
    """Return the text of one of the files."""
    return (files(__name__) / name).read_text(encoding="utf-8")
