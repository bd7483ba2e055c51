"""Characters in content that would steer a terminal, turn the reading direction or hide."""

import re
from typing import TYPE_CHECKING

from wargame.content.findings import Findings
from wargame.content.reading import Document, Location
from wargame.content.text import steers, visible

if TYPE_CHECKING:
    from wargame.content.values import Value

_ESCAPED = re.compile(r'\\[^"n]')
"""In JSON, what is escaped beside quotes and line ends."""


def check_text(document: Document, found: Findings) -> None:
    """Note every text of a document, and every name, that holds such a character."""
    # JSON escapes control characters and leaves the rest: with neither in it, no text need be looked at.
    if not _ESCAPED.search(document.json) and not steers(document.json):
        return
    _check(document, document.value, (), found)


def _check(document: Document, value: "Value", path: Location, found: Findings) -> None:
    if isinstance(value, str):
        _check_one(document, value, path, found)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            _check(document, item, (*path, at), found)
    elif isinstance(value, dict):
        for name, item in value.items():
            _check_one(document, name, (*path, name), found, key=True)
            _check(document, item, (*path, name), found)


def _check_one(document: Document, text: str, path: Location, found: Findings, *, key: bool = False) -> None:
    shown = visible(text)
    if shown != text:
        hidden = next(sign for sign, mark in zip(text, shown, strict=True) if sign != mark)
        said = f"this text holds the invisible or steering character U+{ord(hidden):04X}; remove it"
        found.add(document, path, said, key=key)
