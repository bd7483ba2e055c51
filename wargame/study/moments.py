"""The moments of a game: what each record of the save brought, and whether it is worth stopping at."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.commands import Begin, Command, Commit, Expire, Inject, Open, RuleNumber, RuleOutcome
from wargame.engine.events import Crossing, Dealt, Ended, TurnEnded
from wargame.engine.records import Record
from wargame.play.words import pair_name

Kind = Literal["begin", "card", "decision", "late", "reveal", "ruling", "turn-end", "end", "aside"]
"""What a record brought; an `aside` (a sitting begun, a clock stopped) moved nothing that the table shows."""

_TITLES: dict[Kind, str] = {
    "begin": "The game begins",
    "card": "A quiet turn",
    "reveal": "The envelopes are opened",
    "ruling": "The facilitator rules",
    "turn-end": "The turn ends",
    "end": "The game ends",
}


class Moment(NamedTuple):
    """A record of a game and what to call it; `crossed` says which relations crossed which rung."""

    at: int
    kind: Kind
    turn: int
    exchange: int
    title: str
    seat: SeatId | None = None
    crossed: tuple[str, ...] = ()


def moments(book: Book, records: Iterable[Record]) -> tuple[Moment, ...]:
    """Return a moment for each record, in order."""
    return tuple(_moments(book, records))


def _moments(book: Book, records: Iterable[Record]) -> Iterator[Moment]:
    turn, exchange = 1, 0
    for at, record in enumerate(records):
        dealt = next((event for event in record.events if isinstance(event, Dealt)), None)
        ended = next((event for event in record.events if isinstance(event, TurnEnded)), None)
        if dealt:
            exchange = dealt.exchange
        kind, seat = _kind(record)
        title = _TITLES.get(kind, "")
        if dealt and dealt.card:
            title = book.cards[dealt.card].card.title
        elif seat is not None:
            short = book.scenario.actor(seat).short
            title = f"{short} runs out of time" if kind == "late" else f"{short} decides"
        crossed = tuple(_crossed(book, crossing) for crossing in ended.crossings) if ended else ()
        yield Moment(at, kind, turn, 0 if ended else exchange, title, seat, crossed)
        if ended:
            turn, exchange = turn + 1, 0


def _crossed(book: Book, crossing: Crossing) -> str:
    return f"{pair_name(book.label(crossing.relation))} {crossing.before} to {crossing.after}"


def _kind(record: Record) -> tuple[Kind, SeatId | None]:
    events = record.events
    if any(isinstance(event, Ended) for event in events):
        return "end", None
    if any(isinstance(event, TurnEnded) for event in events):
        return "turn-end", None
    if any(isinstance(event, Dealt) for event in events):
        return "card", None
    return _said(record.command)


def _said(command: Command) -> tuple[Kind, SeatId | None]:
    match command:
        case Begin():
            return "begin", None
        case Commit(by=seat):
            return "decision", seat
        case Expire(seat=seat):
            return "late", seat
        case Open():
            return "reveal", None
        case Inject() | RuleNumber() | RuleOutcome():
            return "ruling", None
        case _:
            return "aside", None
