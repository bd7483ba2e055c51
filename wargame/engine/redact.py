"""What an event is to one seat. It fails closed: a field that declares no audience is left out.

The facilitator gets everything. Everybody else gets, field by field, what the audience of the field
allows; an event of which nothing is left is not told at all, so that nobody hears that something secret
happened. `sight` shows the state by the same rule, and no less than what is told here.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import assert_never

import msgspec

from wargame.content.base import FACILITATOR, FlagId, SeatId
from wargame.engine.audience import Audience, eyes
from wargame.engine.book import Book
from wargame.engine.causes import shown_label, tell
from wargame.engine.commands import Message
from wargame.engine.events import Applied, Asked, Chances, Choice, Event, Row
from wargame.engine.evolve import met
from wargame.engine.known import knows_flag, may_see, odds_told, roll_told
from wargame.engine.records import Record
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


def told(book: Book, state: State, record: Record, seat: SeatId) -> tuple[Redacted, ...]:
    """Return what a seat is told of a record; `state` is the one before it."""
    state = met(book, state, record)
    found = [redact(book, state, event, seat) for event in record.events]
    return tuple(event for event in found if event is not None)


def redact(book: Book, state: State, event: Event, seat: SeatId) -> Redacted | None:
    """Return the part of an event that a seat may see, or None; `state` is the one that its record met."""
    seat = eyes(state, seat)
    if seat == FACILITATOR:
        return _written(event)
    told: dict[str, object] = {}
    beside: dict[str, object] = {}
    for name, audience in audiences(type(event)).items():
        value = _allowed(book, state, seat, event, audience, getattr(event, name))
        if value is not None and value != ():
            (beside if audience is Audience.BESIDE else told)[name] = value
    return {"kind": event.kind, **beside, **told} if told else None


def _allowed(
    book: Book, state: State, seat: SeatId, event: Event, audience: Audience, value: object
) -> object:
    match audience:
        case Audience.PUBLIC | Audience.BESIDE:
            return _plain(value)
        case Audience.SEAT:
            return value if getattr(event, "seat", None) == seat else None
        case Audience.WAITED:
            waited = bool(state.exchanges) and value in state.exchanges[-1].waiting()
            return value if waited or value == seat else None
        case Audience.BY_SEAT:
            assert isinstance(value, Mapping)
            return value.get(seat)
        case Audience.NUMBERS:
            return _rows(book, state, seat, value)  # type: ignore[arg-type]
        case Audience.FLAGS:
            return _flags(book, state, seat, value)  # type: ignore[arg-type]
        case Audience.ASKED:
            return _asked(seat, value)  # type: ignore[arg-type]
        case Audience.CHOICES:
            assert isinstance(value, Mapping)
            return {owner: _choice(book, state, seat, owner, choice) for owner, choice in value.items()}
        case Audience.ROLL:
            assert isinstance(event, Applied)
            return None if event.roll is None else _roll(book, state, seat, event, event.roll)
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


def _rows(book: Book, state: State, seat: SeatId, rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(
        (number, wanted, before, after, tell(book, cause, seat))
        for number, wanted, before, after, cause in rows
        if may_see(book, state, seat, number)
    )


def _flags(
    book: Book, state: State, seat: SeatId, flags: Iterable[FlagId | tuple[FlagId, int | None]]
) -> tuple[FlagId, ...]:
    """Return names alone: until when a flag stands would tell options apart that look alike."""
    names = [entry[0] if isinstance(entry, tuple) else entry for entry in flags]
    return tuple(name for name in names if knows_flag(book, state, seat, name))


def _asked(seat: SeatId, rows: Iterable[Asked]) -> tuple[dict[str, object], ...]:
    return tuple(_written(row) for row in rows if seat in row.seats)


def _choice(book: Book, state: State, seat: SeatId, owner: SeatId, choice: Choice) -> dict[str, str]:
    here = state.exchanges[-1]
    option = book.asks[here.card][owner].options[choice.option].option
    told = {"label": shown_label(option, owner, seat), "manner": choice.manner}
    return {"option": choice.option, **told} if owner == seat else told


def _roll(book: Book, state: State, seat: SeatId, event: Applied, roll: Chances) -> dict[str, object] | None:
    if not roll_told(book, state, seat, roll, [number for number, *_ in event.changes]):
        return None
    told: dict[str, object] = {"cause": tell(book, f"/{roll.path}/{roll.outcome}", seat), "ruled": roll.ruled}
    if odds_told(book, state, seat, roll.path):
        told |= {"weights": roll.weights, "outcome": roll.outcome}
    return told
