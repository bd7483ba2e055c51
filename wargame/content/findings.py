"""Collecting what is wrong across files, cheaply: a sentence is made only for what is told in the end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from wargame.content.problems import MOST, Problem, suggestion
from wargame.content.reading import Location, Place

_DECLARED = ("flag", "tag", "window", "row", "length")
_FEW = 12

Say = str | Callable[[], str]


class Placed(Protocol):
    """What knows where each part of its content is written."""

    @property
    def file(self) -> str: ...

    def place(self, location: Location, *, key: bool = False) -> Place: ...

    def accepts(self, code: str, line: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Content that was never typed, as a save keeps it: everything in it is at line 1."""

    file: str

    def place(self, location: Location, *, key: bool = False) -> Place:
        """Return the one place there is."""
        return (1, 1)

    def accepts(self, code: str, line: int) -> bool:
        """Nobody has written a remark in it."""
        return False


@dataclass(slots=True)
class Findings:
    """What was found wrong with several files, each entry at its place."""

    _found: dict[str, list[tuple[Place, Say, str]]] = field(default_factory=dict)

    def add(self, source: Placed, location: Location, say: Say, *, key: bool = False, code: str = "") -> None:
        """Note a problem with a value, or its key; with a `code` a warning, unless it is accepted there."""
        place = source.place(location, key=key)
        if not (code and source.accepts(code, place[0])):
            self._found.setdefault(source.file, []).append((place, say, code))

    def problems(self, most: int = MOST) -> list[Problem]:
        """Return the problems by file and place; of more than `most` in one file, the rest is counted."""
        told: list[Problem] = []
        for file, found in sorted(self._found.items()):
            found.sort(key=lambda entry: entry[0])
            for place, say, code in found[:most]:
                told.append(Problem(file, *place, say if isinstance(say, str) else say(), code))
            if rest := found[most:]:
                place, _, code = rest[0]
                kind = "warning" if code else "problem"
                told.append(
                    Problem(file, *place, f"and {len(rest)} more {kind}{'s' if len(rest) > 1 else ''}", code)
                )
        return list(dict.fromkeys(told))


def no_such(kind: str, name: str, known: Iterable[str], of: str = "") -> Callable[[], str]:
    """Return the sentence for a name that leads nowhere, with the likeliest one that does.

    Where none is likely, it says which there are, if they are few, or where they are declared. `of` is the
    seat of which the kind is, as `option` or `intent`.
    """
    whose = f" of '{of}'" if of else ""

    def said() -> str:
        names = tuple(known)
        return f"there is no {kind} '{name}'{whose}{_nearest(name, names) or _otherwise(kind, names)}"

    return said


def _otherwise(kind: str, known: tuple[str, ...]) -> str:
    if kind in _DECLARED:
        return f"; {kind}s are declared in the rules file under '{kind}s'"
    if len(known) == 1:
        return f"; the only {kind} is '{known[0]}'"
    if not 1 < len(known) <= _FEW:
        return ""
    *others, last = (f"'{name}'" for name in known)
    return f"; the {kind}s are {', '.join(others)} and {last}"


@cache
def _nearest(name: str, known: tuple[str, ...]) -> str:
    return suggestion(name, known)
