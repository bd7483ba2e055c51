"""What the report looks like: pages, styles and a script, kept as files of their own."""

from importlib.resources import files


def text_of(name: str) -> str:
    """Return the text of one of the files."""
    return (files(__name__) / name).read_text(encoding="utf-8")
