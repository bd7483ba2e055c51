"""A rules file: the actors and their numbers, how changes travel, the calendar, and how a game ends."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from wargame.content.base import (
    ActorKey,
    FlagKey,
    Level,
    Line,
    Model,
    NumberKey,
    OneOrMore,
    OneRow,
    Percent,
    Prose,
    RelationKey,
    SeatKey,
    Seats,
    Slug,
)
from wargame.content.cards import Covers, Day, Month, Question
from wargame.content.conditions import Condition
from wargame.content.effects import Chance, Effect, FollowUp, More
from wargame.content.seats import Cable, Seat

Whole = Annotated[int, Field(ge=0, le=100_000)]


class Track(Model):
    """A number of one actor, 0 to 100, that only its own seat sees; `side` is who it plays to."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=30)]
    name: Line
    start: Level
    side: Literal["home", "abroad"]
    about: Line


class Actor(Model):
    """A node of the tension graph, with its tracks and the seat that decides for it.

    `also` are other names that people type for it: the capital, the short form in the papers.
    """

    id: ActorKey
    name: Line
    short: Annotated[str, Field(min_length=1, max_length=12), OneRow]
    also: tuple[Line, ...] = ()
    tracks: tuple[Track, ...] = ()
    seat: Seat | None = None


class RelationRule(Model):
    """An edge: where its tension starts, and the baseline to which it decays, not below its floor."""

    start: Level
    baseline: Level | None = None
    decay: Annotated[int, Field(ge=0, le=100)] = 0
    floor: Level = 0


class Coupling(Model):
    """A change on one relation brings `percent` of it to another."""

    from_: RelationKey
    to: RelationKey
    percent: Annotated[int, Field(ge=-100, le=100)]
    about: Line | None = None


class Driver(Model):
    """A standing rule at the end of each turn; with `once` it works once a game."""

    id: Slug
    title: Line
    covers: Covers = ()
    when: Condition
    once: bool = False
    news: Line | None = None
    effects: tuple[Effect, ...] = ()
    chances: tuple[Chance, ...] = ()
    next: tuple[FollowUp, ...] = ()


class Rung(Model):
    """A named band of tension, from `at` upward."""

    name: Line
    at: Level


class Signs(Model):
    """Below `friendly` a relation counts as friendly, above `hostile` as hostile, between as neutral."""

    friendly: Level
    hostile: Level


class CalendarTurn(Model):
    """One turn of the calendar, dated by a month or a day, with its news and the windows open then."""

    month: Month | None = None
    day: Day | None = None
    title: Line
    news: tuple[Line, ...] = ()
    windows: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _has_one_date(self) -> "CalendarTurn":
        if (self.month is None) == (self.day is None):
            raise ValueError("a turn of the calendar has a 'month' (2025-04) or a 'day' (2025-04-12)")
        return self

    @property
    def date(self) -> str:
        """Return the month or the day on which the turn begins, as it is written; dates sort as text."""
        return self.month or self.day or ""


class Length(Model):
    """A cut of the game: which calendar turns are played, minutes of class, seconds of one sitting."""

    minutes: Whole
    turns: Annotated[tuple[Annotated[int, Field(ge=1, le=60)], ...], Field(min_length=1)]
    brief: Whole = 0
    practice: Whole = 0
    turn: Whole
    debrief: Whole = 0
    sitting: Annotated[int, Field(ge=10, le=7200)]


class TagWeight(Model):
    """What is added to the deal weight of every card with a tag while a condition holds."""

    tag: Slug
    more: Annotated[tuple[More, ...], Field(max_length=12)]


class DealRules(Model):
    """How many headline cards a turn deals, on which calendar turns two, and the most exchanges a turn."""

    headlines: Annotated[int, Field(ge=0, le=3)] = 1
    double: tuple[int, ...] = ()
    exchanges: Annotated[int, Field(ge=1, le=3)] = 3
    weights: Annotated[tuple[TagWeight, ...], Field(max_length=24)] = ()


class Flag(Model):
    """A named fact; a `secret` one is known to the facilitator, and to the seats in `known-to`."""

    about: Line
    start: bool = False
    secret: bool = False
    known_to: Seats | None = None


class StandingQuestion(Question):
    """A forecast of the rules file: asked every turn, or on the calendar turns named."""

    turns: tuple[int, ...] = ()


class Terminal(Model):
    """A condition that ends the game at the end of a turn, from a calendar turn on."""

    id: Slug
    title: Line
    text: Prose
    when: Condition
    from_: Annotated[int, Field(ge=1, le=60)] = 1
    war: bool = False


class Wanted(Model):
    """What a good table shows in the longest game: a share from `low` to `high` percent, or a spread.

    A relation is wanted to end at least `rungs` apart in the calmest tenth of games and in the tensest.
    """

    low: Percent = 0
    high: Percent = 100
    rungs: Annotated[int, Field(ge=1, le=9)] | None = None


class Measure(Model):
    """A figure that the odds watch: a share of games, a number at the end, or a figure of the graph.

    With `given` only the games count in which the seats named drew one of the intents named.
    """

    id: Slug
    title: Line
    covers: Covers = ()
    when: Condition | None = None
    hold: Literal["end", "ever"] = "end"
    number: NumberKey | None = None
    graph: Literal["balance", "blocs", "hostile"] | None = None
    given: Mapping[SeatKey, OneOrMore] = {}
    wanted: Wanted | None = None


class Rules(Model):
    """A scenario as its rules file states it; the decks are named, and loaded beside it."""

    id: Slug
    title: Line
    about: Prose
    question: Prose
    sources: tuple[Line, ...] = ()
    decks: Annotated[OneOrMore, Field(min_length=1)]
    actors: Annotated[tuple[Actor, ...], Field(min_length=1, max_length=12)]
    relations: Mapping[RelationKey, RelationRule] = {}
    couplings: tuple[Coupling, ...] = ()
    hops: Annotated[int, Field(ge=0, le=4)] = 2
    drivers: tuple[Driver, ...] = ()
    rungs: Annotated[tuple[Rung, ...], Field(min_length=1)]
    signs: Signs
    calendar: Annotated[tuple[CalendarTurn, ...], Field(min_length=1, max_length=60)]
    windows: Mapping[Slug, Line] = {}
    flags: Mapping[FlagKey, Flag] = {}
    tags: Mapping[Slug, Line] = {}
    lengths: Annotated[Mapping[Slug, Length], Field(min_length=1)]
    length: Slug
    seat: SeatKey | None = None
    deal: DealRules = DealRules()
    hints: Literal["none", "direction", "size"] = "direction"
    forecasts: tuple[StandingQuestion, ...] = ()
    cables: tuple[Cable, ...] = ()
    terminal: tuple[Terminal, ...] = ()
    measures: tuple[Measure, ...] = ()
    rows: Mapping[Annotated[str, Field(pattern=r"^[A-Z]\d{1,2}$")], Line] = {}
