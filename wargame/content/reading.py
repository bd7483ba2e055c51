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
from types import MappingProxyType
from typing import NoReturn, TypeAlias

import yaml

from .problems import TOO_MANY, ContentError, Problem, at_most
from .scalars import read_plain
from .slips import NO_SPACE, stuck
from .source import NotAFile, beginning, checked_text
from .syntax import Mark, events, place_of
from .text import one_line
from .values import DEEPEST, HALF, MOST_VALUES, Odd, Value, read_values

Place: TypeAlias = tuple[int, int]
Location: TypeAlias = tuple[str | int, ...]

SAVE = "this is the save of a game, neither a deck nor rules; 'wargame resume' goes on with it"
_OF_A_SAVE = b'{"n":0,"prev":'
_ACCEPTED = re.compile(r"(?:^| )# *accepted: *([a-z ,-]+)")
_NOTHING_INSIDE: Mapping[str | int, "_Node"] = MappingProxyType({})

# Where a value and its key begin, and the nodes inside. A bare tuple, since one is made for every value.
_Node: TypeAlias = "tuple[Mark | None, Mark | None, Mapping[str | int, _Node]]"


class Document:
    """The value of a YAML file, and the line and column (from 1) of everything in it."""

    def __init__(self, value: Value, file: str, text: str, nodes: Callable[[], _Node]) -> None:
        self.value = value
        self.file = file
        self._text = text
        self._nodes = nodes

    @cached_property
    def json(self) -> str:
        """The value as JSON text, in which every character stands as it is, but for quotes and controls."""
        return json.dumps(self.value, ensure_ascii=False)

    def place(self, location: Location, *, key: bool = False) -> Place:
        """Return where a value, or its key, is written; for what does not exist, the nearest parent."""
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
        return self._text.split("\n")

    @cached_property
    def _root(self) -> _Node:
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
    return read_yaml(source, str(path))


def read_yaml(source: str | bytes, file: str, *, own_parser: bool = False) -> Document:
    """Read YAML text; `own_parser` does without libyaml. Raises ContentError with all problems found."""
    text = checked_text(source, file)
    if not own_parser:
        with suppress(Odd):
            return Document(read_values(text), file, text, lambda: _exactly(text, file)[1])
    value, root = _exactly(text, file, own_parser=own_parser)
    return Document(value, file, text, lambda: root)


def _exactly(text: str, file: str, *, own_parser: bool = False) -> tuple[Value, _Node]:
    reader = _Reader(events(text, file, own_parser=own_parser), file)
    try:
        read = reader.document()
    except ContentError as stop:
        raise ContentError(at_most([*reader.problems, *stop.problems])) from None
    if reader.problems:
        raise ContentError(at_most(reader.problems))
    return read


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


def _tagged(event: yaml.Event, tag: str) -> str:
    if tag == "!=" and isinstance(event, yaml.ScalarEvent):
        return f'a comparison stands in quotes: "!= {one_line(event.value, 60)}"'
    return f"a tag ('{one_line(tag, 60)}') is not allowed"


def _without_space(name: yaml.Event, value: yaml.Event) -> bool:
    """Say whether a field is typed like `south:2`, which YAML reads as a name without a value."""
    if not (isinstance(name, yaml.ScalarEvent) and isinstance(value, yaml.ScalarEvent)):
        return False
    return not (name.style or value.style or value.value) and stuck(name.value)


class _Reader:
    """Turns the events of one file into values, and collects what the small YAML refuses."""

    def __init__(self, stream: Iterator[yaml.Event], file: str) -> None:
        self._stream = stream
        self._file = file
        self._values = 0
        self.problems: list[Problem] = []

    def document(self) -> tuple[Value, _Node]:
        next(self._stream)  # the start of the stream
        start = next(self._stream)
        content = start if isinstance(start, yaml.StreamEndEvent) else next(self._stream)
        value, root = self._node(content, content.start_mark, 1)
        if value is None and not getattr(content, "value", None):
            raise ContentError([Problem(self._file, 1, 1, "the file is empty")])
        next(self._stream)  # the end of the document
        after = next(self._stream)
        if isinstance(after, yaml.DocumentStartEvent):
            self._stop(after, "a second document begins here; write one to a file")
        return value, root

    def _node(self, event: yaml.Event, key: Mark | None, depth: int) -> tuple[Value, _Node]:
        self._values += 1
        if self._values > MOST_VALUES:
            self._stop(event, f"the file holds more than {MOST_VALUES} values; split it into several")
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None or event.style == '"':
                self._refuse_extras(event)
            text = event.value
            if event.style:
                return text, (mark, key, _NOTHING_INSIDE)
            # The two parsers disagree on where a value is that is not there: it is said of its key.
            return read_plain(text), (mark if text else key, key, _NOTHING_INSIDE)
        self._refuse_extras(event)
        if isinstance(event, yaml.CollectionStartEvent) and depth > DEEPEST:
            self._stop(event, f"lists and fields are nested more than {DEEPEST} deep")
        if isinstance(event, yaml.SequenceStartEvent):
            values, inner = self._list(depth + 1)
            return values, (mark, key, inner)
        if isinstance(event, yaml.MappingStartEvent):
            fields, within = self._mapping(depth + 1)
            return fields, (mark, key, within)
        return None, (mark, key, _NOTHING_INSIDE)

    def _list(self, depth: int) -> tuple[list[Value], dict[str | int, _Node]]:
        values: list[Value] = []
        inner: dict[str | int, _Node] = {}
        while not isinstance(event := next(self._stream), yaml.SequenceEndEvent):
            value, inner[len(values)] = self._node(event, event.start_mark, depth)
            values.append(value)
        return values, inner

    def _mapping(self, depth: int) -> tuple[dict[str, Value], dict[str | int, _Node]]:
        values: dict[str, Value] = {}
        inner: dict[str | int, _Node] = {}
        while not isinstance(event := next(self._stream), yaml.MappingEndEvent):
            name = self._name(event, depth)
            inside = next(self._stream)
            value, node = self._node(inside, event.start_mark, depth)
            if value is None and name is not None and _without_space(event, inside):
                self._refuse(event, NO_SPACE)
            if name is None:
                continue
            if name in values:
                first = place_of(inner[name][1])[0]
                self._refuse(event, f"'{one_line(name, 60)}' is written twice; first on line {first}")
                continue
            values[name], inner[name] = value, node
        return values, inner

    def _name(self, event: yaml.Event, depth: int) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            if not isinstance(event, yaml.AliasEvent):
                self._refuse(event, "a list or a mapping cannot be a name")
            self._node(event, event.start_mark, depth)
            return None
        if event.anchor is not None or event.tag is not None or event.style == '"':
            self._refuse_extras(event)
        if not event.style and event.value == "<<":
            self._refuse(event, "'<<' (merging fields) is not allowed; write the fields out")
            return None
        if not event.style and not event.value:
            self._refuse(event, "a name is missing before ':'")
            return None
        return event.value

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"an alias ('*{event.anchor}') is not allowed; write the value out")
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self._refuse(event, f"an anchor ('&{event.anchor}') is not allowed")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag is not None:
            self._refuse(event, _tagged(event, event.tag))
        if isinstance(event, yaml.ScalarEvent) and HALF.search(event.value):
            self._refuse(event, "this text holds half a character ('\\ud800' to '\\udfff')")

    def _refuse(self, event: yaml.Event, sentence: str) -> None:
        self.problems.append(Problem(self._file, *place_of(event.start_mark), sentence))
        if len(self.problems) == TOO_MANY:
            self._stop(event, "too many problems: reading stops here")

    def _stop(self, event: yaml.Event, sentence: str) -> NoReturn:
        raise ContentError([Problem(self._file, *place_of(event.start_mark), sentence)])
