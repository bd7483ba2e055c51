"""The values of a file, read quickly and without their places, for which nobody asks in a sound file.

What is wrong, or might be, is left to the exact reader, which takes twice as long to say it and where.
"""

import re
from typing import TypeAlias, Union

import yaml
from yaml import CollectionStartEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from .scalars import read_plain
from .syntax import Following, parser

DEEPEST = 40
"""Lists and mappings inside one another, at most."""

MOST_VALUES = 100_000
"""Values in one file, at most: several times what a large deck holds."""

HALF = re.compile("[\ud800-\udfff]")
"""Half a character, as an escape can write it."""

Value: TypeAlias = Union[bool, int, str, list["Value"], dict[str, "Value"], None]  # noqa: UP007 - recursive


class Odd(Exception):
    """What only the exact reader can judge."""


def read_values(text: str) -> Value:
    """Return the value of checked text; raises Odd."""
    if len(text) > 2 * MOST_VALUES:  # with two characters to a value, they need not be counted
        raise Odd
    try:
        following = parser(text)
        following()  # the start of the stream
        following()  # the start of the document
        value = _value(following(), following, DEEPEST)
        following()  # the end of the document
        last = following()
    except Exception:  # noqa: BLE001 - PyYAML leaks ValueError, RecursionError and others
        raise Odd from None
    if value is None or not isinstance(last, yaml.StreamEndEvent):
        raise Odd
    return value


def _value(event: yaml.Event | None, following: Following, deeper: int) -> Value:
    if isinstance(event, ScalarEvent):
        # Looked at one by one: this is done for every value of every file.
        if event.anchor or event.tag or (event.style == '"' and HALF.search(event.value)):
            raise Odd
        return event.value if event.style else read_plain(event.value)
    if not isinstance(event, CollectionStartEvent) or not deeper or event.anchor or event.tag:
        raise Odd
    if isinstance(event, SequenceStartEvent):
        items: list[Value] = []
        while not isinstance(event := following(), SequenceEndEvent):
            items.append(_value(event, following, deeper - 1))
        return items
    fields: dict[str, Value] = {}
    while not isinstance(event := following(), MappingEndEvent):
        if not isinstance(event, ScalarEvent) or event.anchor or event.tag:
            raise Odd
        name = event.value
        value = _value(following(), following, deeper - 1)
        # Without quotes: a name that is missing or merges fields, or one whose space was forgotten.
        odd = HALF.search(name) if event.style else name in ("", "<<") or (value is None and ":" in name)
        if odd or name in fields:
            raise Odd
        fields[name] = value
    return fields
