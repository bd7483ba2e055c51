"""The parts of a sight: frozen values that a seat is shown, made by `sight` alone."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from wargame.content.base import SeatId
from wargame.content.seats import Want
from wargame.engine.hints import FlagHint, Hint
from wargame.engine.ledger import Explained, Moment
from wargame.engine.state import NewsItem, Phase

Detail = Literal["none", "direction", "size"]


class NumberSight(Struct, frozen=True):
    """A number that the seat may see: `moved` since the turn began, `gained` since the game began."""

    id: str
    label: str
    value: int
    moved: int
    gained: int
    rung: str | None = None
    about: str | None = None
    side: str | None = None


class OptionSight(Struct, frozen=True):
    """An option of the seat's own ask, with what it would move, and why it is shut if it is."""

    id: str
    label: str
    about: str | None
    tags: tuple[str, ...]
    hints: tuple[Hint, ...]
    flags: tuple[FlagHint, ...]
    chancy: bool
    shut: str | None
    default: bool


class AskSight(Struct, frozen=True):
    """What the seat is asked, and in whose person."""

    office: str | None
    prompt: str
    standing: bool
    options: tuple[OptionSight, ...]


class CardSight(Struct, frozen=True):
    """The situation on the table, as everybody sees it; `facts` and `source` from the reveal on."""

    id: str
    title: str
    situation: str
    facts: tuple[str, ...]
    source: str | None


class EnvelopeSight(Struct, frozen=True):
    """What lies in an envelope: before the end, in the seat's own."""

    option: str
    label: str
    rationale: str
    expects: str
    decided: str
    dissent: str
    forecasts: Mapping[str, int]


class QuestionSight(Struct, frozen=True):
    """A forecast that the seat may state in this exchange; `last` is the percent that it said before."""

    id: str
    question: str
    base: int | None
    last: int | None


class ChoiceSight(Struct, frozen=True):
    """What a seat did, as this seat may read it."""

    seat: SeatId
    who: str
    label: str
    manner: str


class RollSight(Struct, frozen=True):
    """A roll: what it was about, the weight and odds in percent of each outcome, and the one that came.

    `cause` is how the changes that it made name it; `exchange` is 0 for a roll at the end of a turn. Odds
    that rest on what the seat cannot know are not told: then there are no weights, and `outcome` is None.
    """

    turn: int
    exchange: int
    cause: str
    news: str
    weights: tuple[int, ...]
    odds: tuple[int, ...]
    outcome: int | None
    ruled: bool


class FlagSight(Struct, frozen=True):
    """A named fact that is true now, as far as the seat knows of it."""

    id: str
    about: str


class CableSight(Struct, frozen=True):
    """A cable on the seat's desk."""

    id: str
    turn: int
    text: str
    source: str


class ObjectiveSight(Struct, frozen=True):
    """An objective of the seat.

    `holds` says whether its condition holds as things stand; None if that rests on what the seat cannot see.
    `survives_war` is None where no war can end the game.
    """

    text: str
    points: int
    hold: str
    times: int
    survives_war: bool | None
    secret: bool
    holds: bool | None


class Sight(Struct, frozen=True):
    """Everything that one seat may know at one moment.

    `asked` are the seats that the exchange on the table asks, `standing` those of them that no card asks,
    `waiting` those that still have to decide. `last_asked` is the last exchange before it that asked this
    seat, or, if people hold it, that asked them and not a bot before them; when all is over, the last.
    `clock` is the time that a sitting may take, in milliseconds, None in a game without a clock; the seat's
    own runs to `until` while it `sits`.
    """

    seat: SeatId
    who: str
    office: str
    title: str
    question: str
    phase: Phase
    turn: int
    turns: int
    date: str
    heading: str
    calendar: tuple[str, ...]
    exchange: int
    relations: tuple[NumberSight, ...]
    tracks: tuple[NumberSight, ...]
    brief: str
    intent: tuple[str, str] | None
    objectives: tuple[ObjectiveSight, ...]
    wants: tuple[Want, ...]
    cables: tuple[CableSight, ...]
    flags: tuple[FlagSight, ...]
    news: tuple[NewsItem, ...]
    card: CardSight | None
    ask: AskSight | None
    envelope: EnvelopeSight | None
    questions: tuple[QuestionSight, ...]
    asked: tuple[SeatId, ...]
    standing: tuple[SeatId, ...]
    waiting: tuple[SeatId, ...]
    late: tuple[SeatId, ...]
    last_asked: Moment | None
    clock: int | None
    sits: bool
    until: int | None
    paused: bool
    choices: tuple[ChoiceSight, ...]
    rolls: tuple[RollSight, ...]
    changes: tuple[Explained, ...]
    crossings: tuple[tuple[int, str, str, str], ...]
    commitment: str
    seed_given: bool

    @property
    def new(self) -> bool:
        """Whether those who hold the seat have not yet decided anything."""
        return self.last_asked is None and (self.envelope is None or self.envelope.decided == "bot")
