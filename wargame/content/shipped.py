"""Where the decks, rules and finished games that come with the program are found."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def decks_folder() -> Path:
    """Return the folder of the shipped decks."""
    return _folder("decks")


def rules_folder() -> Path:
    """Return the folder of the shipped scenarios."""
    return _folder("rules")


def saves_folder() -> Path:
    """Return the folder of the shipped saves: finished games to learn from, not where new saves go."""
    return _folder("saves")


def _folder(name: str) -> Path:
    # A wheel carries the folder inside the package; a checkout keeps it beside the package.
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
