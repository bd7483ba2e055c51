"""Where each value of a text stands, from its first character to its last, and how it is written.

A block of text (`|`, `>`) is measured here and not by the parser, whose two kinds end it at other places.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

import yaml

from wargame.content.editing.lines import Text
from wargame.content.reading import Location, read_yaml
from wargame.content.source import checked_text
from wargame.content.syntax import Mark, events
from wargame.content.values import Value

Spot: TypeAlias = tuple[int, int]
"""A line and a column, both counted from 0."""

HEADER = re.compile(r"([|>])(?:([-+])?([1-9])?|([1-9])([-+]))(?=\s|$)")
BLOCKS = ("|", ">")
FLOW, OPEN = "flow", "open"


@dataclass(frozen=True)
class Span:
    """A value: where it begins and ends, the name before it, and the values inside it.

    `style` is that of YAML for text: `''`, `'`, `"`, `|` or `>`; a list or fields are `flow` in brackets,
    else `open`. `column` is that of the fields or the list in which it stands, `-1` at the top.
    """

    start: Spot
    end: Spot
    style: str
    column: int
    name: tuple[Spot, Spot] | None = None
    inner: Mapping[str | int, "Span"] = field(default_factory=dict)
    listed: bool = False

    @cached_property
    def last(self) -> int:
        """The last line of what is inside it."""
        if self.style != OPEN:
            return self.end[0]
        return max((span.last for span in self.inner.values()), default=self.start[0])

    @property
    def first(self) -> int:
        """The line on which it begins, with its name if it has one."""
        return self.name[0][0] if self.name else self.start[0]


@dataclass(frozen=True)
class Read:
    """A text that was read: its lines, its value, and the span of everything in it."""

    text: Text
    value: Value
    root: Span

    @classmethod
    def of(cls, text: Text, file: str = "") -> "Read":
        """Read a text; raises ContentError."""
        source = text.mark + "".join(text.lines)
        document = read_yaml(source, file)
        checked = checked_text(source, file)
        return cls(text, document.value, _Measuring(checked.split("\n"), checked, file).root())

    def span(self, location: Location) -> Span:
        """Return where a value stands; raises KeyError."""
        found = self.root
        for part in location:
            found = found.inner[part]
        return found

    def at(self, location: Location) -> Value:
        """Return a value; raises KeyError, IndexError and TypeError where there is none."""
        found = self.value
        for part in location:
            found = found[part]  # type: ignore[index]
        return found

    def spans(self) -> Iterator[tuple[Location, Span]]:
        """Yield every value, what holds others before those, with its place."""
        yield from _spans((), self.root)

    def leaves(self) -> Iterator[tuple[Location, Span]]:
        """Yield every value that has none inside it, with its place."""
        yield from _leaves((), self.root)


def _spans(location: Location, span: Span) -> Iterator[tuple[Location, Span]]:
    yield location, span
    for part, inner in span.inner.items():
        yield from _spans((*location, part), inner)


def _leaves(location: Location, span: Span) -> Iterator[tuple[Location, Span]]:
    if not span.inner and span.style not in (FLOW, OPEN):
        yield location, span
    for part, inner in span.inner.items():
        yield from _leaves((*location, part), inner)


class _Measuring:
    """Turns the events of a text that reads well into spans."""

    def __init__(self, lines: Sequence[str], text: str, file: str) -> None:
        self._lines = lines
        self._stream = events(text, file)

    def root(self) -> Span:
        next(self._stream)
        next(self._stream)
        return self._span(next(self._stream), -1, None)

    def _span(self, event: yaml.Event, column: int, name: tuple[Spot, Spot] | None) -> Span:
        start = _spot(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            end = self._block_end(start, column) if style in BLOCKS else _spot(event.end_mark)
            if not style and not event.value and name is not None:
                # The two parsers disagree on where a value is that is not there: right behind its name.
                colon = self._lines[name[1][0]].index(":", name[1][1])
                start = end = (name[1][0], colon + 1)
            return Span(start, end, style, column, name)
        assert isinstance(event, yaml.CollectionStartEvent)
        style = FLOW if event.flow_style else OPEN
        inner: dict[str | int, Span] = {}
        last: yaml.Event
        listed = isinstance(event, yaml.SequenceStartEvent)
        while not isinstance(last := next(self._stream), yaml.CollectionEndEvent):
            if listed:
                inner[len(inner)] = self._span(last, start[1], None)
            else:
                assert isinstance(last, yaml.ScalarEvent)
                own = (_spot(last.start_mark), _spot(last.end_mark))
                inner[last.value] = self._span(next(self._stream), start[1], own)
        return Span(start, _spot(last.end_mark), style, column, name, inner, listed)

    def _block_end(self, start: Spot, column: int) -> Spot:
        lines, at = self._lines, start[0]
        keeps = "+" in header(lines[at][start[1] :])[1]
        inside = block_indent(lines, start, column)
        last = at
        for row in range(at + 1, len(lines) - 1):
            blank = not lines[row].strip(" ")
            if not blank and _indent(lines[row]) < inside:
                break
            if not blank or keeps:
                last = row
        return last, len(lines[last])


def header(text: str) -> tuple[str, str, int]:
    """Return the sign of a block, `-`, `+` or nothing, and the indentation that is written, else 0."""
    found = HEADER.match(text)
    if found is None:
        return text[:1], "", 0
    return found[1], found[2] or found[5] or "", int(found[3] or found[4] or 0)


def block_indent(lines: Sequence[str], start: Spot, column: int) -> int:
    """Return how far the lines of a block are indented."""
    written = header(lines[start[0]][start[1] :])[2]
    if written:
        return max(column, 0) + written
    first = next((line for line in lines[start[0] + 1 :] if line.strip(" ")), "")
    return max(_indent(first), column + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spot(mark: Mark | None) -> Spot:
    assert mark is not None
    return mark.line, mark.column
