"""A file's text as lines that keep their ends, and changes of them that can be taken back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Change(NamedTuple):
    """Lines that give way to others, each with its end, from line `at` on (counted from 0)."""

    at: int
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def back(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.at, self.new, self.old)

    def below(self, lines: int) -> "Change":
        """Return the same change in a text that has so many lines more in front."""
        return self._replace(at=self.at + lines)


@dataclass(frozen=True)
class Text:
    """A text in lines as they are in the file; only the last may have no end."""

    lines: tuple[str, ...]
    mark: str = ""

    @classmethod
    def of(cls, raw: str) -> "Text":
        """Take a text apart; `raw` gives it back, letter for letter."""
        mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else ""
        return cls(tuple(_LINE.findall(raw.removeprefix(mark))), mark)

    @cached_property
    def raw(self) -> str:
        """The text as it is in the file."""
        return self.mark + "".join(self.lines)

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(line.rstrip("\r\n") for line in self.lines)

    def part(self, start: int, stop: int) -> "Text":
        """Return some of the lines as a text of their own."""
        return Text(self.lines[start:stop])

    def change(self, start: int, stop: int, new: Sequence[str]) -> Change:
        """Return the smallest change that puts `new`, lines without ends, in place of those given."""
        old = self.bare[start:stop]
        same = _alike(old, new)
        start, old, new = start + same, old[same:], new[same:]
        after = _alike(old[::-1], new[::-1])
        stop, new = stop - after, list(new[: len(new) - after])
        if new and start == len(self.lines) and start and self.bare[-1] == self.lines[-1]:
            # Lines after one that has no end: that one gets an end.
            start, new = start - 1, [self.bare[-1], *new]
        made = [line + self._end(start + at, stop) for at, line in enumerate(new)]
        if made and stop == len(self.lines) and self.lines and self.bare[-1] == self.lines[-1]:
            made[-1] = new[-1]
        return Change(start, self.lines[start:stop], tuple(line for line in made if line))

    def after(self, change: Change) -> "Text":
        """Return the text after a change; raises ValueError where its old lines are not there."""
        stop = change.at + len(change.old)
        if not 0 <= change.at <= len(self.lines) or self.lines[change.at : stop] != change.old:
            raise ValueError("these lines are not there")
        return Text((*self.lines[: change.at], *change.new, *self.lines[stop:]), self.mark)

    def _end(self, at: int, stop: int) -> str:
        own = self.lines[at][len(self.bare[at]) :] if at < min(stop, len(self.lines)) else ""
        return own or self._usual

    @cached_property
    def _usual(self) -> str:
        ends = (line[len(bare) :] for line, bare in zip(self.lines, self.bare, strict=True))
        return next((end for end in ends if end), "\n")


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
