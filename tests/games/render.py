"""A game as text: every command, every event, and at each decision what every seat sees.

Of a sight only that is written which has changed since the seat's last one, and a public line only for the
first seat. Values that say nothing (none and empty; in a sight also false; in a command or event the default)
are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from msgspec import Struct
from msgspec.structs import asdict
from msgspec.structs import fields as parts_of
from pydantic import BaseModel

from wargame.content.base import OBSERVER
from wargame.engine.book import Book
from wargame.engine.commands import Begin, Message
from wargame.engine.ending import ending
from wargame.engine.events import Applied
from wargame.engine.evolve import follow
from wargame.engine.records import Record
from wargame.engine.sight import sight
from wargame.engine.state import State

SHORT = 40
UNSAID = ("title", "question", "seat", "content")
Lines = tuple[str, ...]
Shown = dict[str, Lines]


def game(book: Book, records: Iterable[Record]) -> str:
    """Return a whole game as text."""
    state = State()
    seen: dict[str, Shown] = {}
    lines: list[str] = []
    for record in records:
        before, state = state, follow(book, state, record)
        if state.turn != before.turn:
            month = book.rules.calendar[state.month - 1]
            lines += ["", f"== turn {state.turn}: {month.date}, {month.title}"]
        lines += ["", *_record(record)]
        if len(state.exchanges) > len(before.exchanges) and state.phase == "decide":
            lines += _sights(book, state, seen)
    lines += _sights(book, state, seen)
    if state.phase == "ended":
        lines += ["", "ending", *_inner(ending(book, state))]
    return "\n".join(lines).strip() + "\n"


def _record(record: Record) -> Iterator[str]:
    command = record.command
    unsaid = {"by", "at", *UNSAID, *({"digest"} if _begins(record) else ())}
    told = {name: value for name, value in _own(command).items() if name not in unsaid}
    yield f"> {command.at} {command.by}: {command.kind}{_pairs(told)}"
    for event in record.events:
        rows = event.changes if isinstance(event, Applied) else ()
        yield f"  {event.kind}{_pairs({k: v for k, v in _own(event).items() if k != 'changes'})}"
        for number, wanted, start, after, cause in rows:
            clamped = "" if after - start == wanted else f" (wanted {wanted:+})"
            yield f"    {number} {start} {after - start:+} = {after}{clamped} by {cause}"


def _begins(record: Record) -> bool:
    return isinstance(record.command, Begin)


def _sights(book: Book, state: State, seen: dict[str, Shown]) -> Iterator[str]:
    """Yield what each seat, and an observer, sees anew; what an earlier of them sees as well only counted."""
    public: set[tuple[str, str]] = set()
    for seat in (*book.seats, OBSERVER):
        found = sight(book, state, seat)
        shown = {
            name: tuple(_field(name, value)) for name, value in asdict(found).items() if name not in UNSAID
        }
        last = seen.get(seat, {})
        yield ""
        yield f"  {seat} sees"
        for name, lines in shown.items():
            if lines != last.get(name, ()):
                yield from (f"    {line}" for line in _news(name, lines, last.get(name, ()), public))
        seen[seat] = shown


def _news(name: str, lines: Lines, last: Lines, public: set[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of a field that were not there before, and how many of them others see too."""
    if len(lines) < 2:
        yield from lines or [f"{name}: -"]
        return
    yield f"{name} ({len(lines) - 1}):"
    fresh = [line for line in lines[1:] if line not in last]
    known = [line for line in fresh if len(line) > SHORT and (name, line) in public]
    yield from (line for line in fresh if line not in known)
    if known:
        yield f"  and {len(known)} as above"
    public.update((name, line) for line in fresh)


def _field(name: str, value: object) -> Iterator[str]:
    if isinstance(value, Struct) or is_dataclass(value):
        yield f"{name}:"
        yield from _inner(value)
    elif isinstance(value, tuple) and value and not isinstance(value[0], str | int):
        yield f"{name}:"
        yield from (f"  {_compact(item)}" for item in value)
    elif _says(value):
        yield f"{name}: {_compact(value)}"


def _inner(value: object) -> Iterator[str]:
    for name, part in _told(value).items():
        yield from (f"  {line}" for line in _field(name, part))


def _compact(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, BaseModel):
        return _compact(value.model_dump(exclude_defaults=True))
    if isinstance(value, Message):
        return _compact(_own(value))
    if isinstance(value, Struct) or is_dataclass(value):
        return _pairs({name: part for name, part in _told(value).items() if part is not False}).strip()
    if isinstance(value, Mapping):
        return "{" + _pairs(value).strip() + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_compact(item) for item in value) + "]"
    if isinstance(value, float):
        return f"{value:.4f}"
    return " ".join(str(value).split())


def _told(value: object) -> dict[str, object]:
    """Return the fields of a struct or dataclass."""
    if isinstance(value, Struct):
        return asdict(value)
    assert is_dataclass(value) and not isinstance(value, type)
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _own(message: Message) -> dict[str, object]:
    """Return the fields of a message that are not what they are by default."""
    told = {part.name: (getattr(message, part.name), part.default) for part in parts_of(message)}
    return {name: value for name, (value, default) in told.items() if value != default}


def _pairs(told: Mapping[str, object]) -> str:
    said = [f"{key}={_quoted(value)}" for key, value in told.items() if _says(value)]
    return "".join(f" {pair}" for pair in said)


def _quoted(value: object) -> str:
    text = _compact(value)
    if isinstance(value, Struct) and not isinstance(value, Message):
        return "{" + text + "}"
    return f'"{text}"' if isinstance(value, str) and " " in text else text


def _says(value: object) -> bool:
    return value is not None and value not in ((), [], {}, "")
