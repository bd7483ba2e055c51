"""What happened: past tense, carrying outcomes, so that folding them never rolls and never refuses.

The `kind` of an event is part of the save format: never rename one. Every field names its audience;
one that names none is for the facilitator alone. A change is a row `[number, wanted, before, after,
cause]`; what was applied is `after - before`. A cause is a path that starts with the turn, or turn and
exchange, in which it lies: `3.1/option/line-shots/south/strike`.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

from wargame.content.base import CardId, FlagId, OptionId, Relation, SeatId
from wargame.engine.audience import (
    ASKED,
    BESIDE,
    BY_SEAT,
    CHOICES,
    FLAGS,
    NUMBERS,
    PUBLIC,
    ROLL,
    SEAT,
    WAITED,
)
from wargame.engine.commands import Message, Tagged, name_kinds


class Change(NamedTuple):
    """One change of one number: an entry of the ledger."""

    number: str
    wanted: int
    before: int
    after: int
    cause: str

    @property
    def applied(self) -> int:
        """What was really added, after clamping to 0..100."""
        return self.after - self.before


Row = tuple[str, int, int, int, str]
Rows = Annotated[tuple[Row, ...], NUMBERS]


class Choice(Message, frozen=True):
    """What a seat did in an exchange, and whether it chose that, was late, or has nobody to choose."""

    option: OptionId
    manner: Literal["chosen", "late", "vacant"]


class Chances(Message, frozen=True):
    """A roll: the weight of each outcome, and the one that came; `ruled` if the facilitator said so."""

    path: str
    weights: tuple[int, ...]
    outcome: int
    ruled: bool = False


class Scheduled(Message, frozen=True):
    """A card to be dealt on a coming turn, counted in played turns, with what brought it about."""

    card: CardId
    turn: int
    cause: str
    at_once: bool = False


class Delayed(Message, frozen=True, kw_only=True):
    """Changes to be made on a coming turn, counted in played turns, with their first cause."""

    turn: int
    wanted: tuple[tuple[str, int], ...]
    set: tuple[FlagId, ...] = ()
    lasting: int | None = None
    clear: tuple[FlagId, ...] = ()
    cause: str


AT_THE_REVEAL, AT_THE_END = 0, 99
"""What stands for the turn of a forecast that closes at the reveal, or when the game ends."""


class Asked(Message, frozen=True):
    """A forecast question put to seats.

    `due` is the played turn at whose end it closes, `AT_THE_REVEAL` or `AT_THE_END`.
    """

    question: str
    turn: int
    exchange: int
    due: int
    seats: tuple[SeatId, ...]


class Resolution(Message, frozen=True):
    """How a forecast came out; None where the game ended before it could be told."""

    question: str
    turn: int
    exchange: int
    outcome: bool | None


class CableSent(Message, frozen=True):
    """A cable on its way to a seat, and the truth that the seat does not learn; None if unresolved."""

    cable: str
    seat: SeatId
    turn: int
    true: bool | None


class Began(Tagged, frozen=True, tag="began"):
    """The game began: intents were drawn, and the promise about the dice was published."""

    commitment: Annotated[str, PUBLIC]
    intents: Annotated[Mapping[SeatId, str], BY_SEAT]
    draw_pile: tuple[CardId, ...]


class TurnBegan(Tagged, frozen=True, tag="turn-began"):
    """A turn began: `month` is its place in the calendar; cables on seats' desks, flags that lapsed."""

    turn: Annotated[int, PUBLIC]
    month: Annotated[int, PUBLIC]
    cables: tuple[CableSent, ...] = ()
    set: Annotated[tuple[tuple[FlagId, int | None], ...], FLAGS] = ()
    lapsed: Annotated[tuple[FlagId, ...], FLAGS] = ()


AskKind = Literal["card", "standing"]
Origin = Literal["draw", "dated", "follow-up", "at-once", "inject", "quiet"]


class Dealt(Tagged, frozen=True, tag="dealt"):
    """An exchange opened: a card (or a quiet turn), the seats that are asked, and by what."""

    exchange: Annotated[int, PUBLIC]
    card: Annotated[CardId | None, PUBLIC]
    origin: Origin
    asked: Annotated[Mapping[SeatId, AskKind], PUBLIC]
    vacant: Annotated[tuple[SeatId, ...], PUBLIC]
    questions: Annotated[tuple[Asked, ...], ASKED] = ()


class Sat(Tagged, frozen=True, tag="sat"):
    """A seat's sitting began; `until` is when its clock runs out, if a clock runs."""

    seat: Annotated[SeatId, SEAT]
    until: Annotated[int | None, SEAT]


class Committed(Tagged, frozen=True, tag="committed"):
    """A seat put its decision in the envelope; that it did so again is for itself to know."""

    seat: Annotated[SeatId, WAITED]
    option: Annotated[OptionId, SEAT]
    rationale: Annotated[str, SEAT]
    expects: Annotated[str, SEAT] = ""
    decided: Annotated[str, SEAT] = "alone"
    dissent: Annotated[str, SEAT] = ""
    forecasts: Annotated[Mapping[str, int], SEAT] = {}
    left: Annotated[int | None, SEAT] = None


class RanOut(Tagged, frozen=True, tag="ran-out"):
    """A seat's clock ran out."""

    seat: Annotated[SeatId, WAITED]


class Paused(Tagged, frozen=True, tag="paused"):
    """Every clock stopped."""

    at: Annotated[int, PUBLIC]


class Unpaused(Tagged, frozen=True, tag="unpaused"):
    """Every clock goes on, `pause` milliseconds later than it would have."""

    pause: Annotated[int, PUBLIC]


class Opened(Tagged, frozen=True, tag="opened"):
    """The envelopes were opened."""

    choices: Annotated[Mapping[SeatId, Choice], CHOICES]


Step = Literal["due", "direct", "together", "chance", "spillover", "driver", "decay", "ruling"]
EXCHANGE_STEPS: tuple[Step, ...] = ("due", "direct", "together", "chance")
"""The steps of an exchange; all others end the turn."""


class Applied(Tagged, frozen=True, tag="applied"):
    """One step of adjudication: the changes that it made, flags, what it set in motion, and its roll."""

    step: Annotated[Step, BESIDE]
    changes: Rows = ()
    set: Annotated[tuple[tuple[FlagId, int | None], ...], FLAGS] = ()
    clear: Annotated[tuple[FlagId, ...], FLAGS] = ()
    delayed: tuple[Delayed, ...] = ()
    scheduled: tuple[Scheduled, ...] = ()
    roll: Annotated[Chances | None, ROLL] = None
    driver: str | None = None
    news: Annotated[tuple[str, ...], PUBLIC] = ()


class Resolved(Tagged, frozen=True, tag="resolved"):
    """Forecasts whose outcome is now known.

    No seat is told before the end: a question may be about what its seat cannot see.
    """

    resolutions: tuple[Resolution, ...]


class Crossing(Message, frozen=True):
    """A rung crossed on a relation, start of turn against end."""

    relation: Relation
    before: str
    after: str


class TurnEnded(Tagged, frozen=True, tag="turn-ended"):
    """A turn ended: rungs crossed, and the objectives that held at its end.

    `held` is nobody's to see before the end: an objective may rest on what its own seat does not know.
    """

    turn: Annotated[int, PUBLIC]
    crossings: Annotated[tuple[Crossing, ...], PUBLIC] = ()
    held: Mapping[SeatId, tuple[str, ...]] = {}


class Injected(Tagged, frozen=True, tag="injected"):
    """The facilitator put a card on the table as the next to be dealt."""

    card: CardId
    reason: str


class NumberRuled(Tagged, frozen=True, tag="number-ruled"):
    """The facilitator set a number, with effect at the end of the turn."""

    number: str
    value: int
    reason: str


class OutcomeRuled(Tagged, frozen=True, tag="outcome-ruled"):
    """The facilitator decided the outcome of a chance before it was rolled."""

    path: str
    outcome: int
    reason: str


class Ended(Tagged, frozen=True, tag="ended"):
    """The game ended: by a terminal condition or by the calendar; from now on everything is open to all."""

    reason: Annotated[str, PUBLIC]
    war: Annotated[bool, PUBLIC]
    points: Annotated[Mapping[SeatId, Mapping[str, int]], PUBLIC]
    seed: Annotated[str, PUBLIC]
    salt: Annotated[str, PUBLIC]


Event = (
    Began
    | TurnBegan
    | Dealt
    | Sat
    | Committed
    | RanOut
    | Paused
    | Unpaused
    | Opened
    | Applied
    | Resolved
    | TurnEnded
    | Injected
    | NumberRuled
    | OutcomeRuled
    | Ended
)

name_kinds(Event)
