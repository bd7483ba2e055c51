"""Which lines of a deck belong to which card, also while one of them cannot be read."""

import re
from dataclasses import dataclass
from functools import cached_property

from wargame.content.editing.lines import Change, Text

_ITEM = re.compile(r"( *)-(?=\s|$)")
_FIELD = re.compile(r"(?: *- | +)(id|title): *(.*?) *(?: #.*)?$")


@dataclass(frozen=True)
class Part:
    """The lines of one card, remarks above it included, blank lines behind it not."""

    start: int
    stop: int
    lines: tuple[str, ...]

    @cached_property
    def id(self) -> str:
        """The card's id as it is typed, nothing where there is none."""
        return self._typed("id")

    @cached_property
    def title(self) -> str:
        """The card's title as it is typed on the line of its name."""
        return self._typed("title")

    @property
    def named(self) -> int:
        """Which of its lines, from 0, has the card's id; -1 if none has."""
        return self._line("id")

    @property
    def own_stop(self) -> int:
        """The line behind the card itself: remarks that a blank line parts from it are not its own."""
        indent = next((len(found[1]) for line in self.lines if (found := _ITEM.match(line))), 0)
        stop = len(self.lines)
        while (above := _with_remarks(self.lines, stop, indent)) < stop and not self.lines[above - 1].strip():
            stop = above
            while stop and not self.lines[stop - 1].strip():
                stop -= 1
        return self.start + stop

    def _typed(self, name: str) -> str:
        found = _FIELD.match(self.lines[at]) if (at := self._line(name)) >= 0 else None
        return found[2].strip("'\"") if found else ""

    def _line(self, name: str) -> int:
        matched = ((at, _FIELD.match(line)) for at, line in enumerate(self.lines))
        named = (at for at, found in matched if found and found[1] == name)
        return next((at for at in named if self._column(at) == self._fields_at), -1)

    @cached_property
    def _fields_at(self) -> int:
        """The column of the card's own fields: deeper ones are of its options."""
        first = next((at for at, line in enumerate(self.lines) if _ITEM.match(line)), 0)
        rest = range(first, len(self.lines))
        return next((self._column(at) for at in rest if self.lines[at].strip(" -")), 0)

    def _column(self, at: int) -> int:
        return len(self.lines[at]) - len(self.lines[at].lstrip(" -"))


def outline(text: Text) -> tuple[Part, ...]:
    """Return the cards of a deck; the whole text as one where no list of them begins at a line's start."""
    lines = text.bare
    first = next((at for at, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#"), None)
    dash = _ITEM.match(lines[first]) if first is not None else None
    if first is None or dash is None:
        return (Part(0, len(lines), lines),)
    begins = [
        at
        for at in range(first, len(lines))
        if (found := _ITEM.match(lines[at])) and len(found[1]) == len(dash[1])
    ]
    starts = [_with_remarks(lines, at, len(dash[1])) for at in begins]
    found_parts = []
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        stop = following
        while stop > start + 1 and not lines[stop - 1].strip():
            stop -= 1
        found_parts.append(Part(start, stop, lines[start:stop]))
    return tuple(found_parts)


def _with_remarks(lines: tuple[str, ...], at: int, indent: int) -> int:
    """Return where the remarks begin that stand right above a card."""
    while at and lines[at - 1].startswith(" " * indent + "#"):
        at -= 1
    return at


def removed_card(text: Text, part: Part) -> Change:
    """Return the change that takes a card away, with the remarks right above it.

    Remarks behind it stay: a blank line parts them from it.
    """
    lines, start, stop = text.bare, part.start, part.own_stop
    while stop < len(lines) and not lines[stop].strip():
        stop += 1
    if stop == len(lines):
        stop = part.stop
        while start and not lines[start - 1].strip():
            start -= 1
    return text.change(start, stop, [])


def moved_card(text: Text, one: Part, other: Part) -> Change:
    """Return the change that lets two cards, one behind the other, change places."""
    between = text.bare[one.stop : other.start]
    return text.change(one.start, other.stop, [*other.lines, *between, *one.lines])
