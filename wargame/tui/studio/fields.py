"""The form of a card: its fields as rows, each with its place in the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.content.editing.spans import FLOW, Read, Span
from wargame.content.editing.writing import plain
from wargame.content.problems import Problem
from wargame.content.reading import Location
from wargame.content.values import Value

_WHOLE = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})", re.ASCII)
_NUMBERS = {"weight", "copies", "in", "for", "base"}
_CHANGES = {"tension", "tracks", "costs"}
_TRUTHS = {"true": True, "false": False}
_ONE = {
    "options": "option",
    "together": "joint outcome",
    "chances": "chance",
    "next": "follow-up",
    "effects": "effect",
    "forecasts": "forecast",
    "facts": "fact",
}


@dataclass(frozen=True)
class Field:
    """A row of the form; `text` is None for one that only heads the rows below it."""

    location: Location
    label: str
    depth: int
    text: str | None
    line: int
    column: int

    @property
    def key(self) -> str:
        """The row as an item of a page."""
        return "/".join(map(str, self.location))


def rows(read: Read) -> list[Field]:
    """Return the fields of the first card in a text, in the order of the file."""
    first = read.root.inner.get(0, read.root)
    at: Location = (0,) if 0 in read.root.inner else ()
    return list(_rows(read, at, first, 0))


def _rows(read: Read, location: Location, span: Span, depth: int) -> Iterator[Field]:
    for part, inner in span.inner.items():
        place = (*location, part)
        line, column = (inner.name or (inner.start,))[0]
        label = str(part) if isinstance(part, str) else _numbered(location, part, read.at(place))
        if not inner.inner or _in_brackets(inner):
            yield Field(place, label, depth, as_typed(read, place), line, column)
            continue
        yield Field(place, label, depth, None, line, column)
        yield from _rows(read, place, inner, depth + 1)


def _in_brackets(span: Span) -> bool:
    return span.style == FLOW and span.listed and not any(inner.inner for inner in span.inner.values())


def _numbered(location: Location, at: int, value: Value) -> str:
    name = str(location[-1]) if location else "item"
    label = f"{_ONE.get(name, name)} {at + 1}"
    own = value.get("id") if isinstance(value, dict) else None
    return f"{label}: {own}" if isinstance(own, str) else label


def as_typed(read: Read, place: Location) -> str:
    """Return a value as it stands in a field: a number as it was written, a text without its last end."""
    value, span = read.at(place), read.span(place)
    if isinstance(value, str):
        return value.removesuffix("\n")
    if type(value) is not int or span.start[0] != span.end[0]:
        return shown(value)
    return read.text.bare[span.start[0]][span.start[1] : span.end[1]]


def shown(value: Value) -> str:
    """Return a value as it stands in a field."""
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, dict) or value is None:
        return ""
    return value if isinstance(value, str) else plain(value)


def typed(location: Location, text: str, old: Value) -> Value:
    """Return what was meant by the text of a field: words of a list, a number, true or false, or the text."""
    if isinstance(old, str) and old.endswith("\n") and text:
        return f"{text}\n"
    if isinstance(old, list):
        return [item.strip() for item in text.split(",") if item.strip()]
    if text in _TRUTHS and isinstance(old, bool):
        return _TRUTHS[text]
    if _WHOLE.fullmatch(text) and (type(old) is int or _is_number(location)):
        return int(text)
    return text


def begins_word(before: str, after: str) -> bool:
    """Say whether a text came from another by a space typed behind a word: the next one begins."""
    at = next(
        (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before)
    )
    return (
        len(after) == len(before) + 1
        and before[at:] == after[at + 1 :]
        and after[at].isspace()
        and bool(before[:at].strip())
        and not before[at - 1].isspace()
    )


def _is_number(location: Location) -> bool:
    asked = {"when", "needs", "not", "any"} & set(location)
    return location[-1] in _NUMBERS or (not asked and len(location) > 1 and location[-2] in _CHANGES)


def end_at(read: Read | None, spot: tuple[int, int]) -> tuple[int, int] | None:
    """Return where the value or the name ends that begins at a line and column, if one does."""
    if read is None:
        return None
    ends = [
        end
        for _, span in read.spans()
        for begin, end in ((span.name or (None, None)), (span.start, span.end))
        if begin == spot
    ]
    return ends[0] if ends else None


def problem_at(fields: Sequence[Field], problem: Problem, start: int) -> Field | None:
    """Return the field that a problem is about: the last that begins where it is, or before."""
    place = (problem.line - 1 - start, problem.column - 1)
    found = [row for row in fields if (row.line, row.column) <= place]
    return found[-1] if found else None
