"""Cards: a situation, and the question that it puts to each of its seats."""

import datetime
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from wargame.content.base import (
    CardKey,
    Level,
    Line,
    Model,
    OneOrMore,
    OneRow,
    OptionKey,
    Prose,
    SeatKey,
    Seats,
    Slug,
    TrackKey,
    misplaced,
)
from wargame.content.conditions import Condition
from wargame.content.effects import Chance, Effect, FollowUp
from wargame.content.problems import suggestion


def _in_the_calendar(text: str) -> str:
    """Refuse a day that no month has; raises ValueError."""
    if len(text) > len("2025-04"):
        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"there is no day {text}") from None
    return text


Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$"), AfterValidator(_in_the_calendar)]
Date = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$"), AfterValidator(_in_the_calendar)]
Covers = tuple[Annotated[str, Field(pattern=r"^[A-Z]\d{1,2}$")], ...]


class Option(Model):
    """Something that a seat can do; `shown-as` is the milder label that the others see."""

    id: OptionKey
    label: Annotated[str, Field(min_length=1, max_length=80), OneRow]
    about: Line | None = None
    shown_as: Annotated[str, Field(min_length=1, max_length=80), OneRow] | None = None
    covers: Covers = ()
    tags: tuple[Slug, ...] = ()
    needs: Condition | None = None
    costs: Mapping[TrackKey, Annotated[int, Field(ge=1, le=100)]] = {}
    effects: tuple[Effect, ...] = ()
    chances: tuple[Chance, ...] = ()
    next: tuple[FollowUp, ...] = ()


class Ask(Model):
    """The question that a card puts to one seat, in the person of an office, with its options."""

    office: Line | None = None
    prompt: Line
    default: OptionKey
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=9)]

    @model_validator(mode="after")
    def _default_is_open(self) -> "Ask":
        ids = [option.id for option in self.options]
        for at, name in enumerate(ids):
            if name in ids[:at]:
                raise misplaced(f"there is already an option '{name}' above", "options", at, "id")
        chosen = [option for option in self.options if option.id == self.default]
        if not chosen:
            said = f"the default '{self.default}' is none of the options: {', '.join(ids)}"
            raise misplaced(f"{said}{suggestion(self.default, ids)}", "default")
        if chosen[0].needs or chosen[0].costs:
            said = f"the default '{self.default}' can have no 'needs' or 'costs'"
            raise misplaced(f"{said}: it is taken when nobody answers", "default")
        return self

    def option(self, key: OptionKey) -> Option:
        """Return the option of that id; raises KeyError."""
        for option in self.options:
            if option.id == key:
                return option
        raise KeyError(key)


class Together(Model):
    """What a combination of choices brings about; of a card's list only the first that matches applies."""

    choices: Mapping[SeatKey, OneOrMore]
    when: Condition | None = None
    news: Line | None = None
    effects: tuple[Effect, ...] = ()
    chances: tuple[Chance, ...] = ()
    next: tuple[FollowUp, ...] = ()


class Deal(Model):
    """How a card comes to the table: drawn by `weight` while `when` holds, or dated `on` a month or a day."""

    weight: Annotated[int, Field(ge=1, le=100)] = 1
    when: Condition | None = None
    on: Date | None = None


class Question(Model):
    """A forecast that a seat may state: `resolves` at the reveal, at the end, or within some turns.

    `when` is what must hold then; `within` a number of turns, it must hold at the end of one of them.
    `base` is the public base rate in percent, if one is known.
    """

    id: Slug
    question: Line
    seats: Seats | None = None
    when: Condition
    resolves: Annotated[str, Field(pattern=r"^(reveal|end|within [1-8])$")]
    base: Level | None = None


class Card(Model):
    """A situation that every seat sees, and its asks; without `deal` it comes as a follow-up or inject."""

    id: CardKey
    title: Annotated[str, Field(min_length=1, max_length=70), OneRow]
    covers: Covers = ()
    source: Line | None = None
    tags: tuple[Slug, ...] = ()
    deal: Deal | None = None
    copies: Annotated[int, Field(ge=1, le=5)] = 1
    situation: Prose
    facts: tuple[Line, ...] = ()
    asks: Annotated[Mapping[SeatKey, Ask], Field(min_length=1)]
    effects: tuple[Effect, ...] = ()
    together: tuple[Together, ...] = ()
    chances: tuple[Chance, ...] = ()
    next: tuple[FollowUp, ...] = ()
    forecasts: tuple[Question, ...] = ()
    discuss: tuple[Line, ...] = ()
