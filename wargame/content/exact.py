"""The exact reader: values with the place of each, and every breach of the small YAML in one sentence."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NoReturn

import yaml

from .problems import TOO_MANY, ContentError, Problem, at_most
from .reading import Node
from .scalars import read_plain
from .slips import NO_SPACE, stuck
from .syntax import Mark, events, place_of
from .text import one_line
from .values import DEEPEST, HALF, MOST_VALUES, Value

_NOTHING_INSIDE: Mapping[str | int, Node] = MappingProxyType({})


def read_exactly(text: str, file: str, *, own_parser: bool = False) -> tuple[Value, Node]:
    """Read checked text; `own_parser` does without libyaml. Raises ContentError with all problems found."""
    reader = _Reader(events(text, file, own_parser=own_parser), file)
    try:
        read = reader.document()
    except ContentError as stop:
        raise ContentError(at_most([*reader.problems, *stop.problems])) from None
    if reader.problems:
        raise ContentError(at_most(reader.problems))
    return read


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

    def document(self) -> tuple[Value, Node]:
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

    def _node(self, event: yaml.Event, key: Mark | None, depth: int) -> tuple[Value, Node]:
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

    def _list(self, depth: int) -> tuple[list[Value], dict[str | int, Node]]:
        values: list[Value] = []
        inner: dict[str | int, Node] = {}
        while not isinstance(event := next(self._stream), yaml.SequenceEndEvent):
            value, inner[len(values)] = self._node(event, event.start_mark, depth)
            values.append(value)
        return values, inner

    def _mapping(self, depth: int) -> tuple[dict[str, Value], dict[str | int, Node]]:
        values: dict[str, Value] = {}
        inner: dict[str | int, Node] = {}
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
