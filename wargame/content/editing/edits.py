"""Edits of a text by what is meant: another value, a new field or item, one taken away.

An edit is a change of lines. The text after it is read again before it is handed out: only the value that was
meant may have come to be in it, and else there is no edit.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from wargame.content.editing.emitting import flow, opened, scalar
from wargame.content.editing.lines import Change
from wargame.content.editing.spans import FLOW, Read, Span
from wargame.content.editing.writing import quoted, ways
from wargame.content.problems import ContentError
from wargame.content.reading import Location
from wargame.content.values import Value


class Refused(Exception):
    """An edit that cannot be made this way; its text is one sentence for people."""


def put(read: Read, location: Location, value: Value) -> Change:
    """Write another value in place of a scalar, in its own style, or of a list in brackets.

    Raises Refused.
    """
    span, lines = read.span(location), read.text.bare
    start, stop = span.start[0], span.end[0] + 1
    if same(read.at(location), value):
        return Change(span.first, (), ())
    if span.style == FLOW and span.listed and isinstance(value, list) and location:
        told = lines[start][: span.start[1]] + flow(value) + lines[stop - 1][span.end[1] :]
        return _proven(read, [read.text.change(start, stop, [told])], _with(read.value, location, value))
    if span.inner or span.style == FLOW or not location:
        raise Refused("This field holds others: change those.")
    made = (read.text.change(start, stop, told) for told in ways(lines, span, value))
    return _proven(read, made, _with(read.value, location, value))


def add(read: Read, location: Location, name: str, value: Value, order: Sequence[str] = ()) -> Change:
    """Add a field to fields, after those that go before it in `order`; raises Refused."""
    span = read.span(location)
    held = read.at(location)
    if not isinstance(held, dict) or name in held:
        raise Refused(f"There is a field '{name}' already.")
    before = [field for field in span.inner if field in order[: order.index(name)]] if name in order else []
    after = before[-1] if before else next(iter(span.inner), None) if name in order else None
    if after is None and span.inner:
        after = list(span.inner)[-1]
    meant = _with(read.value, (*location, name), value)
    return _proven(read, _added(read, span, after, value, name), meant)


def append(read: Read, location: Location, value: Value, at: int | None = None) -> Change:
    """Add an item to a list, at its end or behind the item before `at`; raises Refused."""
    span = read.span(location)
    held = read.at(location)
    if not isinstance(held, list):
        raise Refused("This is no list.")
    place = len(held) if at is None else at
    meant = deepcopy(read.value)
    _inside(meant, location).insert(place, value)  # type: ignore[union-attr]
    if not 0 < place <= len(held):
        raise Refused("A new item goes behind another.")
    return _proven(read, _added(read, span, place - 1, value, None), meant)


def rename(read: Read, location: Location, name: str) -> Change:
    """Give a field another name, with what it holds; raises Refused."""
    span, held = read.span(location), read.at(location[:-1])
    if span.name is None or not isinstance(held, dict) or name in held:
        raise Refused(f"There is a field '{name}' already.")
    meant = deepcopy(read.value)
    fields = _inside(meant, location[:-1])
    assert isinstance(fields, dict)
    old = {each: fields.pop(each) for each in list(fields)}
    fields.update({name if each == location[-1] else each: value for each, value in old.items()})
    (row, begin), (_, end) = span.name
    line = read.text.bare[row]
    changes = (
        read.text.change(row, row + 1, [line[:begin] + told + line[end:]])
        for told in (scalar(name), quoted(name))
    )
    return _proven(read, changes, meant)


def move(read: Read, location: Location, by: int) -> Change:
    """Let a part change places with the one before (-1) or behind (1), remarks above it included.

    Raises Refused.
    """
    parent, part = read.span(location[:-1]), location[-1]
    parts = list(parent.inner)
    at = parts.index(part) + min(by, 0)
    if not 0 <= at < len(parts) - 1:
        raise Refused(f"This is the {'first' if by < 0 else 'last'} one: it stays where it is.")
    meant = deepcopy(read.value)
    held = _inside(meant, location[:-1])
    if isinstance(held, list):
        held[at], held[at + 1] = held[at + 1], held[at]
    return _proven(read, _moved(read, parent, parent.inner[parts[at]], parent.inner[parts[at + 1]]), meant)


def remove(read: Read, location: Location) -> Change:
    """Take a field or an item away, and with the last of them what held it; raises Refused."""
    while len(location) > 1 and len(read.span(location[:-1]).inner) == 1:
        location = location[:-1]
    if not location or (len(read.root.inner) == 1 and len(location) == 1):
        raise Refused("This is all that there is: it cannot be taken away.")
    meant = deepcopy(read.value)
    del _inside(meant, location[:-1])[location[-1]]  # type: ignore[arg-type]
    return _proven(read, _removed(read, location), meant)


def _proven(read: Read, changes: Iterable[Change], meant: Value) -> Change:
    """Return the first change that reads back as what was meant; raises Refused."""
    for change in changes:
        try:
            after = read.text.after(change)
            found = Read.of(after).value
        except (ContentError, ValueError):
            continue
        if same(found, meant):
            return change
    raise Refused("This cannot be written here by form; write it as YAML.")


def same(one: Value, other: Value) -> bool:
    """Say whether two values are the same, and of the same kinds: 1 is neither true nor '1'."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def _with(value: Value, location: Location, new: Value) -> Value:
    made = deepcopy(value)
    _inside(made, location[:-1])[location[-1]] = new  # type: ignore[index]
    return made


def _inside(value: Value, location: Location) -> list[Value] | dict[str, Value]:
    for part in location:
        value = value[part]  # type: ignore[index]
    assert isinstance(value, list | dict)
    return value


def _added(
    read: Read, span: Span, after: str | int | None, value: Value, name: str | None
) -> Iterator[Change]:
    if span.style == FLOW:
        before = span.inner[after] if after is not None else None
        line, column = before.end if before else (span.start[0], span.start[1] + 1)
        old = read.text.bare[line]
        told = f"{name}: {flow(value)}" if name is not None else flow(value)
        comma = f", {told}" if before else told + (", " if span.inner else "")
        yield read.text.change(line, line + 1, [f"{old[:column]}{comma}{old[column:]}"])
        return
    if after is None:
        return
    row = span.inner[after].last + 1
    yield read.text.change(row, row, opened(value, span.start[1], name))


def _removed(read: Read, location: Location) -> Iterator[Change]:
    parent, part = read.span(location[:-1]), location[-1]
    parts = list(parent.inner)
    at = parts.index(part)
    span, lines = parent.inner[part], read.text.bare
    if parent.style == FLOW:
        begin = (span.name or (span.start, span.end))[0]
        end = span.end
        if at + 1 < len(parts):
            following = parent.inner[parts[at + 1]]
            end = (following.name or (following.start, following.end))[0]
        else:
            begin = parent.inner[parts[at - 1]].end
        yield read.text.change(begin[0], end[0] + 1, [lines[begin[0]][: begin[1]] + lines[end[0]][end[1] :]])
        return
    column, first, stop = parent.start[1], span.first, span.last + 1
    while parent.listed and first > 0 and lines[first][column : column + 1] != "-":
        first -= 1
    shared = lines[first][:column]
    if not shared.strip():
        yield read.text.change(first, stop, [])
    elif at == 0 and len(parts) > 1:
        following = parent.inner[parts[1]]
        row = following.first
        yield read.text.change(first, row + 1, [*lines[stop:row], shared + lines[row][column:]])


def _moved(read: Read, parent: Span, one: Span, other: Span) -> Iterator[Change]:
    lines, column = read.text.bare, parent.start[1]
    if parent.style == FLOW:
        begin, stop = (one.name or (one.start,))[0], other.end
        if begin[0] == stop[0]:
            line, middle = lines[begin[0]], (other.name or (other.start,))[0]
            swapped = line[middle[1] : stop[1]] + line[one.end[1] : middle[1]] + line[begin[1] : one.end[1]]
            yield read.text.change(begin[0], begin[0] + 1, [line[: begin[1]] + swapped + line[stop[1] :]])
        return
    first, stop_row = _top(lines, parent, one), other.last + 1
    middle_row, after = _top(lines, parent, other), one.last + 1
    if not lines[first][:column].strip() and middle_row >= after:
        told = [*lines[middle_row:stop_row], *lines[after:middle_row], *lines[first:after]]
        yield read.text.change(first, stop_row, told)


def _top(lines: Sequence[str], parent: Span, span: Span) -> int:
    """Return the line where a part begins, with the remarks right above it."""
    column, first = parent.start[1], span.first
    while parent.listed and first > 0 and lines[first][column : column + 1] != "-":
        first -= 1
    while first > 0 and lines[first - 1].startswith(" " * column + "#"):
        first -= 1
    return first
