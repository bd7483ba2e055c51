"""What stands around a fault, and tells what was meant: options to choose from, a field lost in a text."""

import re
from collections.abc import Collection, Sequence

from .reading import Document, Location, Place
from .text import one_line
from .values import Value

_NUMBERS = {
    "tension": re.compile(r"[a-z][a-z0-9]*-[a-z][a-z0-9]*"),
    "tracks": re.compile(r"[a-z][a-z0-9]*\.[a-z][a-z0-9-]*"),
}
"""How names look that stand below these fields."""


def number_field(name: str, fields: Collection[str]) -> str:
    """Return where a number belongs that was typed as a field itself, or nothing."""
    for field, looks in _NUMBERS.items():
        if field in fields and looks.fullmatch(name):
            return f"; put it under '{field}:', as in {field}: {{{one_line(name, 60)}: ...}}"
    return ""


def misfiled(path: Location) -> str:
    """Return where a number belongs that stands below the field of the other kind, or nothing."""
    *_, field, name = ("", "", *path)
    others = _NUMBERS.keys() - {field} if field in _NUMBERS else ()
    return number_field(str(name), others)


def choices(document: Document, path: Location) -> tuple[str, ...]:
    """Return the ids of the options beside a `default`, of anything else nothing."""
    holder = _at(document.value, path[:-1])
    if path[-1:] != ("default",) or not isinstance(holder, dict):
        return ()
    options = holder.get("options")
    ids = (
        [option.get("id") for option in options if isinstance(option, dict)]
        if isinstance(options, list)
        else []
    )
    return tuple(name for name in ids if isinstance(name, str))


def swallowed(
    document: Document, path: Location, missing: str, fields: Sequence[str]
) -> tuple[Place, str] | None:
    """Return where a field that is missed at `path` stands in the text of another, and what to do.

    If fields of the same model stand just as far right above it, the first of them is told.
    """
    holder = _at(document.value, path)
    if not isinstance(holder, dict):
        return None
    known = re.compile(rf" *({'|'.join(map(re.escape, fields))}):(?: |$)")
    for name, text in holder.items():
        if not isinstance(text, str) or f"{missing}:" not in text:
            continue
        found = [
            (at, match[0].index(match[1]), match[1])
            for at, line in document.block((*path, name))
            if (match := known.match(line))
        ]
        column = next((column for _, column, field in found if field == missing), None)
        for at, indent, field in found:
            if indent == column:
                said = f"'{field}:' looks like a field, but belongs to the text of '{one_line(name, 40)}'"
                return (at, indent + 1), f"{said}: move it to the left"
    return None


def _at(value: Value, path: Location) -> Value:
    for part in path:
        if isinstance(value, dict) and isinstance(part, str):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            return None
    return value
