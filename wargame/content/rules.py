"""A rules file: the actors and their numbers, how changes travel, the calendar, and how a game ends."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from wargame.content.base import (
    ActorKey,
    FlagKey,
    Level,
    Line,
    Model,
    OneOrMore,
    OneRow,
    Prose,
    RelationKey,
    SeatKey,
    Seats,
    Slug,
)
from wargame.content.calendar import CalendarTurn, Length
from wargame.content.cards import Covers, Question
from wargame.content.conditions import Condition
from wargame.content.effects import Chance, Effect, FollowUp, More
from wargame.content.measures import Measure
from wargame.content.seats import Cable, Seat


class Track(Model):
    """A number of one actor, 0 to 100, that only its own seat sees; `side` is who it plays to."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=30)]
    """`stores`; elsewhere it is called `west.stores`."""
    name: Line
    """As it is shown."""
    start: Level
    """Its value when the game begins."""
    side: Literal["home", "abroad"]
    """Whom it plays to."""
    about: Line
    """What it measures."""
    covers: Covers = ()
    """Rows that it carries, as on a card: `[A3, A7]`."""


class Actor(Model):
    """A node of the tension graph, with its tracks and the seat that decides for it.

    `also` are other names that people type for it: the capital, the short form in the papers.
    """

    id: ActorKey
    """`west`. Not `facilitator`, `observer`, `table` or `anyone`."""
    name: Line
    """Its full name."""
    short: Annotated[str, Field(min_length=1, max_length=12), OneRow]
    """As it is written in a row of the screen."""
    also: tuple[Line, ...] = ()
    """Other names that people type for it: `Westbank`. The first is shown where seats are chosen."""
    tracks: tuple[Track, ...] = ()
    """Its numbers, which only its own seat sees."""
    seat: Seat | None = None
    """Without one, nobody decides for the actor."""


class RelationRule(Model):
    """An edge: where its tension starts, and the baseline to which it decays, not below its floor."""

    start: Level
    """Its tension when the game begins."""
    baseline: Level | None = None
    """Where tension drifts at the end of a turn."""
    decay: Annotated[int, Field(ge=0, le=100)] = 0
    """By how much at most; it needs a `baseline`."""
    floor: Level = 0
    """The drift goes no lower. Choices can."""


class Coupling(Model):
    """A change on one relation brings `percent` of it to another."""

    from_: RelationKey
    """The relation that changes."""
    to: RelationKey
    """Another one."""
    percent: Annotated[int, Field(ge=-100, le=100)]
    """The share of a change that is carried over."""
    about: Line | None = None
    """Why."""
    covers: Covers = ()
    """Rows that it carries, as on a card: `[A3, A7]`."""


class Driver(Model):
    """A standing rule at the end of each turn; with `once` it works once a game."""

    id: Slug
    """Its name in the save."""
    title: Line
    """How the ledger names it."""
    covers: Covers = ()
    """Rows that it carries, as on a card: `[A3, A7]`."""
    when: Condition
    """Read at the end of each turn, after spillover."""
    once: bool = False
    """Once a game."""
    news: Line | None = None
    """What the public reads when it works."""
    effects: tuple[Effect, ...] = ()
    """They do not spill over."""
    chances: tuple[Chance, ...] = ()
    """One of them comes."""
    next: tuple[FollowUp, ...] = ()
    """Cards that this brings about."""


class Rung(Model):
    """A named band of tension, from `at` upward."""

    name: Line
    """As people say it: `Friction`."""
    at: Level
    """From here upward. The first is at 0."""


class Signs(Model):
    """Below `friendly` a relation counts as friendly, above `hostile` as hostile, between as neutral."""

    friendly: Level
    """Below it a relation counts as friendly."""
    hostile: Level
    """Above it as hostile."""


class TagWeight(Model):
    """What is added to the deal weight of every card with a tag while a condition holds."""

    tag: Slug
    """Cards with this tag"""
    more: Annotated[tuple[More, ...], Field(max_length=12)]
    """get these additions to their weight in the draw."""


class DealRules(Model):
    """How many headline cards a turn deals, on which calendar turns two, and the most exchanges a turn."""

    headlines: Annotated[int, Field(ge=0, le=3)] = 1
    """Headline cards a turn."""
    double: tuple[int, ...] = ()
    """Turns with two."""
    exchanges: Annotated[int, Field(ge=1, le=3)] = 3
    """The most exchanges a turn."""
    weights: Annotated[tuple[TagWeight, ...], Field(max_length=24)] = ()
    """What is added to the weights of cards in the draw."""


class Flag(Model):
    """A named fact; a `secret` one is known to the facilitator, and to the seats in `known-to`."""

    about: Line
    """The fact as a sentence; seats read it."""
    start: bool = False
    """Set when the game begins."""
    secret: bool = False
    """Not shown to all."""
    known_to: Seats | None = None
    """Those who know of a secret one, beside the facilitator."""


class StandingQuestion(Question):
    """A forecast of the rules file: asked every turn, or on the calendar turns named."""

    turns: tuple[int, ...] = ()
    """When it is asked."""


class Terminal(Model):
    """A condition that ends the game at the end of a turn, from a calendar turn on."""

    id: Slug
    """Not `calendar`, which is what running out of turns is called."""
    title: Line
    """How the ending is called."""
    text: Prose
    """What the table reads."""
    when: Condition
    """Read at the end of each turn, after drivers and before the drift."""
    from_: Annotated[int, Field(ge=1, le=60)] = 1
    """The first turn on which it can end the game."""
    war: bool = False
    """A war: objectives that do not survive it are lost."""


class Rules(Model):
    """A scenario as its rules file states it; the decks are named, and loaded beside it."""

    id: Slug
    """The scenario's name."""
    title: Line
    """The scenario's title, as players read it."""
    about: Prose
    """What this is, and what it is not."""
    question: Prose
    """What the table should be able to argue afterwards."""
    sources: tuple[Line, ...] = ()
    """What the letters stand for that cards cite."""
    decks: Annotated[OneOrMore, Field(min_length=1)]
    """Names of decks, without folder and `.yaml`. Each is looked for beside the rules, in `../decks`, and
    among the shipped ones."""
    actors: Annotated[tuple[Actor, ...], Field(min_length=1, max_length=12)]
    """In the order that relations, seats and effects keep."""
    relations: Mapping[RelationKey, RelationRule] = {}
    """Pairs of actors, in the order of the actors: `east-west: {start: 40}`."""
    couplings: tuple[Coupling, ...] = ()
    """How a change on one relation carries over to others."""
    hops: Annotated[int, Field(ge=0, le=4)] = 2
    """How far a change spills over."""
    drivers: tuple[Driver, ...] = ()
    """Standing rules, looked at when each turn ends."""
    rungs: Annotated[tuple[Rung, ...], Field(min_length=1)]
    """From 0 upward."""
    signs: Signs
    """Which relations count as friendly and which as hostile."""
    calendar: Annotated[tuple[CalendarTurn, ...], Field(min_length=1, max_length=60)]
    """1 to 60, their dates rising."""
    windows: Mapping[Slug, Line] = {}
    """What each window means."""
    flags: Mapping[FlagKey, Flag] = {}
    """The named facts that can be true or not."""
    tags: Mapping[Slug, Line] = {}
    """What each tag means."""
    lengths: Annotated[Mapping[Slug, Length], Field(min_length=1)]
    """The lengths in which the game can be played."""
    length: Slug
    """The one that is played when nobody says."""
    seat: SeatKey | None = None
    """The one that a single person is offered."""
    teams: Seats | None = None
    """The order in which teams are offered seats: four teams are offered the first four. Seats that it does
    not name come last, in the order of the actors."""
    deal: DealRules = DealRules()
    """How many cards a turn deals."""
    hints: Literal["none", "direction", "size"] = "direction"
    """What an option tells of its effects on numbers; unless `none`, it also tells which flags it would set
    or clear."""
    forecasts: tuple[StandingQuestion, ...] = ()
    """Questions that are asked whatever the card."""
    cables: tuple[Cable, ...] = ()
    """What the seats' services report; some of it is wrong."""
    terminal: tuple[Terminal, ...] = ()
    """What ends the game before the calendar does."""
    measures: tuple[Measure, ...] = ()
    """Figures that `wargame odds` watches."""
    rows: Mapping[Annotated[str, Field(pattern=r"^[A-Z]\d{1,2}$")], Line] = {}
    """What the documents describe: `A3: Live fire near the sea line`. Without it, `covers` is not checked."""
    advice: Covers = ()
    """Those of the rows that are advice: the report on a game sets the options that carry them beside what
    was chosen."""
