"""What belongs to one seat: brief, wants, objectives, intents, its standing ask, and its cables."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from wargame.content.base import FlagKey, Line, Model, NumberKey, Percent, Prose, SeatKey, Slug
from wargame.content.cards import Ask, Covers
from wargame.content.conditions import Condition
from wargame.content.effects import Effect


class Want(Model):
    """What one point, flag or tag is worth to a seat, in points of its own scale.

    A number counts `weight` a point; with `above` (or `below`) only the part beyond that level counts.
    Bots weigh options by it, and so does the deck check.
    """

    number: NumberKey | None = None
    """One of `number`, `flag` and `tag`, and not two."""
    flag: FlagKey | None = None
    """As for `number`: what it is worth that this flag is set."""
    tag: Slug | None = None
    """An option with this tag is worth `weight` more."""
    weight: Annotated[int, Field(ge=-50, le=50)]
    """What one point, the flag or the tag is worth."""
    above: Annotated[int, Field(ge=0, le=100)] | None = None
    """Only what lies above this level counts."""
    below: Annotated[int, Field(ge=0, le=100)] | None = None
    """Only what is missing to this level counts."""

    @model_validator(mode="after")
    def _wants_one_thing(self) -> "Want":
        if sum(thing is not None for thing in (self.number, self.flag, self.tag)) != 1:
            raise ValueError("a want names one of 'number', 'flag' or 'tag'")
        if self.number is None and (self.above is not None or self.below is not None):
            raise ValueError("'above' and 'below' go with a number")
        if self.above is not None and self.below is not None:
            raise ValueError("'above' or 'below', not both: write two wants")
        return self


class Shorter(Model):
    """What an objective asks instead in some lengths of the game, in which its own demand is out of reach."""

    lengths: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The lengths in which this is asked, by their names: `[short, "60"]`."""
    text: Line
    """The condition in words, as it is there."""
    when: Condition
    """What must hold for the points there."""
    times: Annotated[int, Field(ge=1, le=8)] = 1
    """With `ever`: at the end of that many turns."""


class Objective(Model):
    """What a seat is scored on: `when` must hold at the end, ever, or at the end of each turn.

    With `times: 3` an `ever` objective must hold at the end of three turns. A lost war takes an
    objective away unless it `survives-war`.
    """

    id: Slug
    """Its name in the save. No two objectives of a seat share one."""
    text: Line
    """The condition in words."""
    covers: Covers = ()
    """Rows that it carries, as on a card: `[A3, A7]`."""
    when: Condition
    """What must hold for the points."""
    hold: Literal["end", "ever", "each"] = "end"
    """It must hold at the end of the last turn, of some turn, of each turn."""
    times: Annotated[int, Field(ge=1, le=8)] = 1
    """With `ever`: at the end of that many turns."""
    survives_war: bool = False
    """Unless true, a war takes it away."""
    points: Annotated[int, Field(ge=1, le=20)] = 4
    """What it is worth when the game is scored."""
    shorter: tuple[Shorter, ...] = ()
    """In which lengths it asks something else."""

    @model_validator(mode="after")
    def _times_go_with_ever(self) -> "Objective":
        if self.times > 1 and self.hold != "ever":
            raise ValueError("'times' goes with 'hold: ever'")
        return self

    def in_length(self, length: str) -> "Objective":
        """Return the objective as a length of the game asks it."""
        for asked in self.shorter:
            if length in asked.lengths:
                changed = {"text": asked.text, "when": asked.when, "times": asked.times, "shorter": ()}
                return self.model_copy(update=changed)
        return self


class Intent(Model):
    """A secret drawn at the start: what a seat is really after, with the objective and wants it brings."""

    id: Slug
    """Its name in conditions, and in `wargame odds --intent`."""
    title: Line
    """As it is told to its seat, and to all at the end."""
    weight: Annotated[int, Field(ge=1, le=100)]
    """The odds against the seat's other intents."""
    brief: Prose
    """What the seat alone reads."""
    objective: Objective | None = None
    """Its secret objective."""
    wants: tuple[Want, ...] = ()
    """Added to the seat's own."""


class Seat(Model):
    """Who decides for an actor: its brief, what it is scored on, its intents, its standing ask."""

    office: Line
    """Whose role the seat plays, unless a card names another."""
    brief: Prose
    """Shown at its first sitting."""
    wants: tuple[Want, ...] = ()
    """What bots weigh."""
    objectives: tuple[Objective, ...] = ()
    """Shown to this seat. The secret one belongs to an intent."""
    intents: tuple[Intent, ...] = ()
    """One is drawn."""
    standing: Ask
    """Its question when no card asks it, two or three small moves."""

    def in_length(self, length: str) -> "Seat":
        """Return the seat with its objectives as a length of the game asks them."""
        intents = tuple(
            intent.model_copy(update={"objective": intent.objective and intent.objective.in_length(length)})
            for intent in self.intents
        )
        objectives = tuple(objective.in_length(length) for objective in self.objectives)
        return self.model_copy(update={"objectives": objectives, "intents": intents})


class Reliability(Model):
    """How often, in percent, a cable is true while a condition holds."""

    percent: Percent
    """How often it is true."""
    when: Condition | None = None
    """This percentage counts while it holds; without it, always."""


class Afterwards(Model):
    """What the class is told of a cable when the game is over, by how it turned out."""

    true: Line | None = None
    """If it was true."""
    false: Line | None = None
    """If it was wrong."""
    unresolved: Line | None = None
    """If nobody ever learns which."""


class Cable(Model):
    """What a seat's service reports to it on one of `turns`; some cables are wrong.

    The first entry of `reliability` whose condition holds gives the odds that it is true; without any
    the cable stays unresolved, and is never scored. `if-true` is made so when it is true.
    """

    id: Slug
    """Its name in the save."""
    seat: SeatKey
    """Whose service reports."""
    turns: Annotated[tuple[Annotated[int, Field(ge=1, le=60)], ...], Field(min_length=1)]
    """It comes once, on the first of these that is played."""
    text: Line
    """What is reported."""
    source: Line
    """How the service knows."""
    reliability: tuple[Reliability, ...] = ()
    """The first whose condition holds gives the odds that it is true. None: it stays unresolved."""
    if_true: tuple[Effect, ...] = ()
    """Made when it is true; it can only set flags, and only secret ones that no seat is let into: any other
    would tell that the cable is true."""
    afterwards: Afterwards
    """What the table is told when the game is over."""
