"""What an event is to one seat. It fails closed: a field that declares no audience is left out.

The facilitator gets everything. Everybody else gets, field by field, what the audience of the field
allows; an event of which nothing is left is not told at all. `sight` shows the state by the same rule.
"""

from collections.abc import Mapping
from functools import cache
from typing import assert_never

import msgspec

from wargame.content.base import FACILITATOR, FlagId, SeatId
from wargame.engine.audience import Audience, eyes
from wargame.engine.book import Book
from wargame.engine.causes import HIDDEN, mask, shown_label
from wargame.engine.commands import Message
from wargame.engine.events import Asked, Chances, Choice, Event, Resolution, Row
from wargame.engine.state import State

Redacted = Mapping[str, object]


@cache
def audiences(kind: type[Message]) -> Mapping[str, Audience]:
    """Return the declared audience of each field of an event type, leaving out what declares none."""
    declared = {}
    for field in msgspec.structs.fields(kind):
        found = [item for item in getattr(field.type, "__metadata__", ()) if isinstance(item, Audience)]
        if len(found) == 1:
            declared[field.name] = found[0]
    return declared


def redact(book: Book, state: State, event: Event, seat: SeatId) -> Redacted | None:
    """Return the part of an event that a seat may see, or None; `state` is the one that it leads to."""
    seat = eyes(state, seat)
    if seat == FACILITATOR:
        return _written(event)
    told: dict[str, object] = {}
    for name, audience in audiences(type(event)).items():
        value = _allowed(book, state, seat, event, audience, getattr(event, name))
        if value is not None:
            told[name] = value
    return {"kind": event.kind, **told} if told else None


def _allowed(
    book: Book, state: State, seat: SeatId, event: Event, audience: Audience, value: object
) -> object:
    match audience:
        case Audience.PUBLIC:
            return _plain(value)
        case Audience.SEAT:
            return value if getattr(event, "seat", None) == seat else None
        case Audience.BY_SEAT:
            assert isinstance(value, Mapping)
            return value.get(seat)
        case Audience.NUMBERS:
            return tuple(_rows(book, seat, value)) or None  # type: ignore[arg-type]
        case Audience.FLAGS:
            return tuple(_flags(book, seat, value)) or None  # type: ignore[arg-type]
        case Audience.ASKED:
            return tuple(_asked(state, seat, value)) or None  # type: ignore[arg-type]
        case Audience.CHOICES:
            assert isinstance(value, Mapping)
            return {owner: _choice(book, state, seat, owner, choice) for owner, choice in value.items()}
        case Audience.ROLL:
            return None if value is None else _roll(book, seat, value)  # type: ignore[arg-type]
        case _:
            assert_never(audience)


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return _written(value)
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    return value


def _written(message: Message) -> dict[str, object]:
    """Return a message as plain values, as it is written in a save."""
    plain: dict[str, object] = msgspec.to_builtins(message)
    return plain


def _rows(book: Book, seat: SeatId, rows: tuple[Row, ...]) -> list[Row]:
    return [
        (number, wanted, before, after, mask(book, cause, seat))
        for number, wanted, before, after, cause in rows
        if book.owner(number) in (None, seat)
    ]


def _flags(book: Book, seat: SeatId, flags: tuple[object, ...]) -> list[object]:
    named = [(entry[0] if isinstance(entry, tuple) else entry, entry) for entry in flags]
    return [entry for flag, entry in named if book.flag_known_to(FlagId(str(flag)), seat)]


def _asked(state: State, seat: SeatId, rows: tuple[Asked | Resolution, ...]) -> list[dict[str, object]]:
    put = {
        (asked.question, asked.turn, asked.exchange)
        for _, exchange in state.every_exchange()
        for asked in exchange.questions
        if seat in asked.seats
    }
    return [_written(row) for row in rows if (row.question, row.turn, row.exchange) in put]


def _choice(book: Book, state: State, seat: SeatId, owner: SeatId, choice: Choice) -> dict[str, str]:
    here = state.exchanges[-1]
    option = book.option(owner, here.asked[owner], here.card, choice.option).option
    label = shown_label(option, owner, seat)
    key = choice.option if label == option.label else HIDDEN
    return {"option": key, "label": label, "manner": choice.manner}


def _roll(book: Book, seat: SeatId, roll: Chances) -> dict[str, object]:
    return {**_written(roll), "path": mask(book, roll.path, seat)}
