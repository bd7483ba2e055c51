"""What follows from a choice: signed whole numbers in written order, flags, chances and follow-ups."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, model_validator

from wargame.content.base import CardKey, Delta, FlagKey, Line, Model, RelationKey, TrackKey
from wargame.content.conditions import Condition

Turns = Annotated[int, Field(ge=0, le=12)]


class FlagChange(Model):
    """Flags set and cleared; a flag set `for: 2` is gone when two more turns have ended."""

    set: tuple[FlagKey, ...] = ()
    clear: tuple[FlagKey, ...] = ()
    for_: Annotated[int, Field(ge=1, le=12)] | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "FlagChange":
        if not (self.set or self.clear):
            raise ValueError("name the flags to 'set' or to 'clear'")
        if self.for_ and not self.set:
            raise ValueError("'for' goes with 'set'")
        return self


class Effect(Model):
    """Changes that are made together, if `when` holds; `in: 1` makes them one turn later.

    `when` is read when the effect is adjudicated, not when a delayed effect comes due.
    """

    tension: Mapping[RelationKey, Delta] = {}
    tracks: Mapping[TrackKey, Delta] = {}
    flags: FlagChange | None = None
    when: Condition | None = None
    else_: "tuple[Effect, ...]" = ()
    in_: Turns = 0

    @model_validator(mode="after")
    def _changes_something(self) -> "Effect":
        if not (self.tension or self.tracks or self.flags):
            raise ValueError("an effect that changes nothing: give 'tension', 'tracks' or 'flags'")
        if self.else_ and self.when is None:
            raise ValueError("'else' needs a 'when'")
        return self


class FollowUp(Model):
    """A card that this brings about: `in: 0` opens the next exchange of the same turn."""

    card: CardKey
    in_: Turns = 0
    when: Condition | None = None


class More(Model):
    """A weight added (or taken away) while a condition holds."""

    weight: Delta
    when: Condition


class Chance(Model):
    """One of several outcomes; its odds are its weight over the sum of the weights that apply."""

    weight: Annotated[int, Field(ge=0, le=100)]
    more: tuple[More, ...] = ()
    when: Condition | None = None
    news: Line | None = None
    effects: tuple[Effect, ...] = ()
    next: tuple[FollowUp, ...] = ()
