"""What a file is that is no save: named in a few words, so that whoever gave it sees what was mixed up."""

import re
from pathlib import Path

_BEGINNING = 2**16

_KINDS: tuple[tuple[bytes, str], ...] = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF", "a picture"),
    (rb"%PDF", "a PDF"),
    (rb"PK\x03\x04", "an archive, or a document of an office program"),
    (rb"(?i)\s*<(!doctype html|html)", "a page for a browser, such as a report"),
    (rb"\s*<\?xml", "XML, such as a graph"),
    (rb'\s*\{\s*"game":[^{]*"notes":', "a reviewer's notes"),
    (rb"(?ms).*^(actors|calendar):", "rules of a scenario"),
    (rb"(?ms).*^- id: .*^  (title|situation|asks):", "a deck"),
    (rb"\xef\xbb\xbf[a-z ]+,", "a table"),
    (rb"# ", "a text, such as a report"),
)

_OF_A_RECORD = (b'"n":', b'"prev":', b'"digest":', b'"command":')


def foreign(path: Path) -> str | None:
    """Return what a file is if nothing in it is of a save: nothing if that is not known, None for a save."""
    with open(path, "rb") as file:
        beginning = file.read(_BEGINNING)
    # A save that went through a program that writes UTF-16 is a damaged save.
    if any(key in beginning.replace(b"\0", b"") for key in _OF_A_RECORD):
        return None
    return next((kind for pattern, kind in _KINDS if re.match(pattern, beginning)), "")
