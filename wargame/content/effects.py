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
    """Flags that become true."""
    clear: tuple[FlagKey, ...] = ()
    """Flags that are no longer true. Done before `set`."""
    for_: Annotated[int, Field(ge=1, le=12)] | None = None
    """The flags set are gone when that many more turns have ended."""

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
    """By how much relations change, each from -100 to +100, as `{east-west: +14, west-north: -3}`."""
    tracks: Mapping[TrackKey, Delta] = {}
    """By how much tracks change, each from -100 to +100, as `{west.stores: +6}`."""
    flags: FlagChange | None = None
    """Flags to set and to clear."""
    when: Condition | None = None
    """Read at the moment when the effect's turn comes among the others, also for a delayed one."""
    else_: "tuple[Effect, ...]" = ()
    """Made when `when` does not hold. Its effects have their own `in`."""
    in_: Turns = 0
    """How many turns later, counted in turns that are played. It is then the first thing done when envelopes
    are opened."""

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
    """The card that is brought about. A copy of it must still be in the draw pile."""
    in_: Turns = 0
    """`0` opens the next exchange of this turn, `1` takes a place in the next turn that is played."""
    when: Condition | None = None
    """Unless it holds, the card does not come."""


class More(Model):
    """A weight added (or taken away) while a condition holds."""

    weight: Delta
    """What is added."""
    when: Condition
    """While this holds."""


class Chance(Model):
    """One of several outcomes; its odds are its weight over the sum of the weights that apply."""

    weight: Annotated[int, Field(ge=0, le=100)]
    """Its odds are its weight, divided by the sum of the weights of all outcomes that can come."""
    more: tuple[More, ...] = ()
    """Weights added or taken away; below zero counts as zero."""
    when: Condition | None = None
    """Unless it holds, this outcome cannot come."""
    news: Line | None = None
    """What the public reads when it comes."""
    effects: tuple[Effect, ...] = ()
    """Made when this outcome comes."""
    next: tuple[FollowUp, ...] = ()
    """Cards that this outcome brings about."""
