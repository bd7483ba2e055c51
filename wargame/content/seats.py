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
    flag: FlagKey | None = None
    tag: Slug | None = None
    weight: Annotated[int, Field(ge=-50, le=50)]
    above: Annotated[int, Field(ge=0, le=100)] | None = None
    below: Annotated[int, Field(ge=0, le=100)] | None = None

    @model_validator(mode="after")
    def _wants_one_thing(self) -> "Want":
        if sum(thing is not None for thing in (self.number, self.flag, self.tag)) != 1:
            raise ValueError("a want names one of 'number', 'flag' or 'tag'")
        if self.number is None and (self.above is not None or self.below is not None):
            raise ValueError("'above' and 'below' go with a number")
        if self.above is not None and self.below is not None:
            raise ValueError("'above' or 'below', not both: write two wants")
        return self


class Objective(Model):
    """What a seat is scored on: `when` must hold at the end, ever, or at the end of each turn.

    With `times: 3` an `ever` objective must hold at the end of three turns. A lost war takes an
    objective away unless it `survives-war`.
    """

    id: Slug
    text: Line
    covers: Covers = ()
    when: Condition
    hold: Literal["end", "ever", "each"] = "end"
    times: Annotated[int, Field(ge=1, le=8)] = 1
    survives_war: bool = False
    points: Annotated[int, Field(ge=1, le=20)] = 4

    @model_validator(mode="after")
    def _times_go_with_ever(self) -> "Objective":
        if self.times > 1 and self.hold != "ever":
            raise ValueError("'times' goes with 'hold: ever'")
        return self


class Intent(Model):
    """A secret drawn at the start: what a seat is really after, with the objective and wants it brings."""

    id: Slug
    title: Line
    weight: Annotated[int, Field(ge=1, le=100)]
    brief: Prose
    objective: Objective | None = None
    wants: tuple[Want, ...] = ()


class Seat(Model):
    """Who decides for an actor: its brief, what it is scored on, its intents, its standing ask."""

    office: Line
    brief: Prose
    wants: tuple[Want, ...] = ()
    objectives: tuple[Objective, ...] = ()
    intents: tuple[Intent, ...] = ()
    standing: Ask


class Reliability(Model):
    """How often, in percent, a cable is true while a condition holds."""

    percent: Percent
    when: Condition | None = None


class Afterwards(Model):
    """What the class is told of a cable when the game is over, by how it turned out."""

    true: Line | None = None
    false: Line | None = None
    unresolved: Line | None = None


class Cable(Model):
    """What a seat's service reports to it on one of `turns`; some cables are wrong.

    The first entry of `reliability` whose condition holds gives the odds that it is true; without any
    the cable stays unresolved, and is never scored. `if-true` is made so when it is true.
    """

    id: Slug
    seat: SeatKey
    turns: Annotated[tuple[Annotated[int, Field(ge=1, le=60)], ...], Field(min_length=1)]
    text: Line
    source: Line
    reliability: tuple[Reliability, ...] = ()
    if_true: tuple[Effect, ...] = ()
    afterwards: Afterwards
