"""What is true at one moment: frozen, made of tuples and mappings that nobody changes.

A state is made from the one before by `replace`, several times a decision: a struct is copied in a fortieth
of the time that a dataclass takes. Like messages, they are never part of a cycle, and so are kept from the
garbage collector.

The numbers are one flat row of integers, relations first and then tracks, in the order of `Book.numbers`.
`turn` counts played turns from 1; `month` is the turn of the calendar that it plays.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct, field

from wargame.content.base import CardId, FlagId, SeatId
from wargame.engine.commands import Holder
from wargame.engine.events import (
    Asked,
    AskKind,
    CableSent,
    Chances,
    Choice,
    Committed,
    Crossing,
    Delayed,
    Origin,
    Row,
    Scheduled,
)

if TYPE_CHECKING:
    # The type checker knows this one, and refuses a field that there is not.
    from dataclasses import replace as replace
else:
    from msgspec.structs import replace as replace

Phase = Literal["new", "brief", "decide", "reveal", "ended"]


class Entries(NamedTuple):
    """The changes of one step as rows, and where in the game it lies; `ledger` reads them as `Change`."""

    turn: int
    exchange: int
    step: str
    changes: tuple[Row, ...]


class NewsItem(NamedTuple):
    """One line of public news; `exchange` is 0 for what the end of a turn brought."""

    turn: int
    text: str
    exchange: int = 0


class Stated(NamedTuple):
    """A forecast that a seat stated, in percent; `bot` says whether a bot held the seat then."""

    seat: SeatId
    question: str
    turn: int
    exchange: int
    percent: int
    bot: bool = False


class Setup(Struct, frozen=True, gc=False):
    """What the game was set up with; `humans` and `vacant` are seats in scenario order."""

    seats: Mapping[SeatId, Holder] = {}
    humans: tuple[SeatId, ...] = ()
    vacant: tuple[SeatId, ...] = ()
    facilitator: bool = False
    clock: bool = False
    sitting: int = 0
    seed: bytes = b""
    salt: bytes = b""
    seed_given: bool = False
    commitment: str = ""


class Exchange(Struct, frozen=True, gc=False):
    """An exchange: its card, who is asked, what lies in the envelopes, and what came of it."""

    number: int
    card: CardId | None
    origin: Origin
    asked: Mapping[SeatId, AskKind]
    vacant: tuple[SeatId, ...]
    questions: tuple[Asked, ...] = ()
    until: Mapping[SeatId, int | None] = {}
    envelopes: Mapping[SeatId, Committed] = {}
    late: tuple[SeatId, ...] = ()
    left: Mapping[SeatId, int] = {}
    choices: Mapping[SeatId, Choice] = {}
    rolls: tuple[Chances, ...] = ()

    def waiting(self) -> tuple[SeatId, ...]:
        """Return the asked seats that have neither committed nor run out nor are vacant."""
        decided = {*self.envelopes, *self.late, *self.vacant}
        return tuple([seat for seat in self.asked if seat not in decided])


class Piles(Struct, frozen=True, gc=False):
    """Where every copy of every card is: draw pile, table, discard pile; their sum never changes."""

    draw: tuple[CardId, ...] = ()
    table: tuple[CardId, ...] = ()
    discard: tuple[CardId, ...] = ()


class State(Struct, frozen=True, gc=False):
    """Everything that is true; `fold` makes it from events, `sight` shows a seat its part."""

    phase: Phase = "new"
    turn: int = 0
    month: int = 0
    now: int = 0
    paused: int | None = None
    numbers: tuple[int, ...] = ()
    turn_start: tuple[int, ...] = ()
    flags: Mapping[FlagId, int | None] = {}
    exchanges: tuple[Exchange, ...] = ()
    past: tuple[tuple[int, Exchange], ...] = ()
    piles: Piles = field(default_factory=Piles)
    scheduled: tuple[Scheduled, ...] = ()
    delayed: tuple[Delayed, ...] = ()
    injected: tuple[CardId, ...] = ()
    intents: Mapping[SeatId, str] = {}
    cables: tuple[CableSent, ...] = ()
    ledger: tuple[Entries, ...] = ()
    news: tuple[NewsItem, ...] = ()
    crossings: tuple[tuple[int, Crossing], ...] = ()
    resolved: Mapping[tuple[str, int, int], bool | None] = {}
    held: Mapping[tuple[SeatId, str], int] = {}
    fired: tuple[tuple[str, int], ...] = ()
    driven: tuple[tuple[int, Chances], ...] = ()
    ruled_numbers: tuple[tuple[str, int, str], ...] = ()
    ruled_outcomes: Mapping[str, int] = {}
    setup: Setup = field(default_factory=Setup)
    ending: str = ""
    war: bool = False
    points: Mapping[SeatId, Mapping[str, int]] = {}

    def every_exchange(self) -> tuple[tuple[int, Exchange], ...]:
        """Return every exchange of the game with its turn, in the order of the game."""
        return (*self.past, *((self.turn, exchange) for exchange in self.exchanges))

    def counting(self, held: Mapping[SeatId, tuple[str, ...]]) -> dict[tuple[SeatId, str], int]:
        """Return at how many turn ends each objective held, one more turn end counted in."""
        counts = dict(self.held)
        for seat, objectives in held.items():
            for objective in objectives:
                counts[seat, objective] = counts.get((seat, objective), 0) + 1
        return counts
