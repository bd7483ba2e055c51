"""Reading YAML into plain values that know their places.

A small YAML: no aliases, tags, merge keys or second documents, no name written twice. A file that breaks
these rules is refused with all such problems at once; where the syntax itself breaks, reading stops.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from .kept import keep, kept
from .problems import ContentError, Problem
from .source import NotAFile, beginning, checked_text

if TYPE_CHECKING:
    # PyYAML is slow to import, and not needed for a file that was read before.
    from .syntax import Mark
    from .values import Value

Place: TypeAlias = tuple[int, int]
Location: TypeAlias = tuple[str | int, ...]

SAVE = "this is the save of a game, neither a deck nor rules; 'wargame resume' goes on with it"
_OF_A_SAVE = b'{"n":0,"prev":'
_ACCEPTED = re.compile(r"(?:^| )# *accepted: *([a-z ,-]+)")

# Where a value and its key begin, and the nodes inside. A bare tuple, since one is made for every value.
Node: TypeAlias = "tuple[Mark | None, Mark | None, Mapping[str | int, Node]]"


class Document:
    """The value of a YAML file, and the line and column (from 1) of everything in it."""

    def __init__(
        self,
        file: str,
        text: Callable[[], str],
        value: Callable[[], "Value"],
        nodes: Callable[[], Node],
        written: str | None = None,
    ) -> None:
        self.file = file
        self._text = text
        self._value = value
        self._nodes = nodes
        self._json = written

    @cached_property
    def value(self) -> "Value":
        """The value of the file."""
        return self._value()

    @cached_property
    def json(self) -> str:
        """The value as JSON text, in which every character stands as it is, but for quotes and controls."""
        return json.dumps(self.value, ensure_ascii=False) if self._json is None else self._json

    def place(self, location: Location, *, key: bool = False) -> Place:
        """Return where a value, or its key, is written; for what does not exist, the nearest parent."""
        from .syntax import place_of

        value, name, inside = self._root
        for part in location:
            if part not in inside:
                return place_of(value)
            value, name, inside = inside[part]
        return place_of(name if key else value)

    def block(self, location: Location) -> Iterator[tuple[int, str]]:
        """Yield the lines, each with its number, of what is indented below a field."""
        start, column = self.place(location, key=True)
        for number, line in enumerate(self._lines[start:], start + 1):
            if line.strip() and len(line) - len(line.lstrip(" ")) < column:
                return
            yield number, line

    def accepts(self, code: str, line: int) -> bool:
        """Say whether a remark accepts a warning: at the end of its line, or by itself on the line above."""
        here, above = self._lines[line - 1], self._lines[line - 2] if line > 1 else ""
        remarks = [
            _ACCEPTED.search(here),
            _ACCEPTED.search(above) if above.lstrip().startswith("#") else None,
        ]
        return any(remark and code in re.findall(r"[a-z-]+", remark[1]) for remark in remarks)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text().split("\n")

    @cached_property
    def _root(self) -> Node:
        return self._nodes()

    def problem(self, location: Location, sentence: str, *, key: bool = False) -> Problem:
        """Return a problem at the place of a value or of its key."""
        return Problem(self.file, *self.place(location, key=key), sentence)


def read_file(path: Path) -> Document:
    """Read one YAML file; raises ContentError."""
    try:
        source = beginning(path)
    except (OSError, ValueError) as error:
        raise ContentError([Problem(str(path), 0, 0, _why_not_opened(path, error))]) from None
    if source.startswith(_OF_A_SAVE):
        raise ContentError([Problem(str(path), 0, 0, SAVE)])
    known = kept(path, source)
    if known is not None:
        return _known(known, source, str(path))
    document = read_yaml(source, str(path))
    keep(path, source, document)
    return document


def read_yaml(source: str | bytes, file: str, *, own_parser: bool = False) -> Document:
    """Read YAML text; `own_parser` does without libyaml. Raises ContentError with all problems found."""
    from .exact import read_exactly
    from .values import Odd, read_values

    text = checked_text(source, file)
    if not own_parser:
        with suppress(Odd):
            value = read_values(text)
            return Document(file, lambda: text, lambda: value, lambda: read_exactly(text, file)[1])
    exact, root = read_exactly(text, file, own_parser=own_parser)
    return Document(file, lambda: text, lambda: exact, lambda: root)


def _known(written: str, source: bytes, file: str) -> Document:
    """Return the document of a file of which the value is known; the rest is read when it is asked for."""

    def text() -> str:
        return checked_text(source, file)

    def nodes() -> Node:
        from .exact import read_exactly

        return read_exactly(text(), file)[1]

    return Document(file, text, lambda: json.loads(written), nodes, written)


def _why_not_opened(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and path.is_dir():
        return "this is a folder, not a file"
    if isinstance(error, NotAFile):
        return "this is a pipe or a device, not a file"
    if isinstance(error, PermissionError):
        return "this file may not be read: permission denied"
    if isinstance(error, (FileNotFoundError, ValueError)):
        return "there is no such file"
    return f"this file cannot be read: {error.strerror or error}"
