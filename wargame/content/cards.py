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


def in_the_calendar(text: str) -> str:
    """Refuse a day that no month has; raises ValueError."""
    if len(text) > len("2025-04"):
        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"there is no day {text}") from None
    return text


Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$"), AfterValidator(in_the_calendar)]
Date = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$"), AfterValidator(in_the_calendar)]
Covers = tuple[Annotated[str, Field(pattern=r"^[A-Z]\d{1,2}$")], ...]


class Option(Model):
    """Something that a seat can do; `shown-as` is the milder label that the others see."""

    id: OptionKey
    """What `default`, conditions and saved games call it. Players read its label."""
    label: Annotated[str, Field(min_length=1, max_length=80), OneRow]
    """What the seat reads."""
    about: Line | None = None
    """One reason for it, in the voice of those who would choose it."""
    shown_as: Annotated[str, Field(min_length=1, max_length=80), OneRow] | None = None
    """The milder label that all others see, until the game is over. The best disguise is the label of another
    option of the same ask."""
    covers: Covers = ()
    """Rows that it carries, as on a card: `[A3, A7]`."""
    tags: tuple[Slug, ...] = ()
    """What kind of act it is. `chosen:` and the seats' `wants` look at it."""
    needs: Condition | None = None
    """Unless it holds, the option is shut. It may ask only what the seat knows: no track of another seat, no
    secret flag that it does not know of."""
    costs: Mapping[TrackKey, Annotated[int, Field(ge=1, le=100)]] = {}
    """The price in own tracks, each 1 to 100: shut when there is less, and paid when envelopes are opened."""
    effects: tuple[Effect, ...] = ()
    """What the choice changes, in the order in which it is written."""
    chances: tuple[Chance, ...] = ()
    """One of them comes."""
    next: tuple[FollowUp, ...] = ()
    """Cards that this choice brings about."""


class Ask(Model):
    """The question that a card puts to one seat, in the role of an office, with its options."""

    office: Line | None = None
    """Whose role the seat plays on this card. Without it, the seat's own office."""
    prompt: Line
    """The question."""
    default: OptionKey
    """The option that is taken when the clock runs out, or when nobody holds the seat. It can have no `needs`
    and no `costs`."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=9)]
    """What the seat can do."""

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
    """The seats and the options that fit. Every seat named must have chosen one of its options; defaults
    count."""
    when: Condition | None = None
    """What must hold besides."""
    news: Line | None = None
    """What the public reads."""
    effects: tuple[Effect, ...] = ()
    """Made after the seats' own effects."""
    chances: tuple[Chance, ...] = ()
    """One of them comes, before the chances of the options."""
    next: tuple[FollowUp, ...] = ()
    """Cards that this combination brings about."""


class Deal(Model):
    """How a card comes to the table: drawn by `weight` while `when` holds, or dated `on` a month or a day."""

    weight: Annotated[int, Field(ge=1, le=100)] = 1
    """How likely the draw is, against the weights of all other eligible cards. The rules may add to it by
    tag."""
    when: Condition | None = None
    """When the card may come at all."""
    on: Date | None = None
    """A dated card: it falls on the turn of the calendar with this date, or on the next one that is played,
    and is never drawn."""


class Question(Model):
    """A forecast that a seat may state: `resolves` at the reveal, at the end, or within some turns.

    `when` is what must hold then; `within` a number of turns, it must hold at the end of one of them.
    `base` is the public base rate in percent, if one is known.
    """

    id: Slug
    """No two forecasts of a scenario share one."""
    question: Line
    """A question that yes or no will answer."""
    seats: Seats | None = None
    """Who is asked."""
    when: Condition
    """What makes the answer yes."""
    resolves: Annotated[str, Field(pattern=r"^(reveal|end|within [1-8])$")]
    """`reveal`; `end`; or `within 2` (1 to 8): yes if the condition holds at the end of this turn or the
    next."""
    base: Level | None = None
    """The public base rate in percent, if one is known."""


class Card(Model):
    """A situation that every seat sees, and its asks; without `deal` it comes as a follow-up or inject."""

    id: CardKey
    """What other cards and saved games call it. No two cards of a scenario share one."""
    title: Annotated[str, Field(min_length=1, max_length=70), OneRow]
    """The headline."""
    covers: Covers = ()
    """Rows of the rules' `rows` that the card carries: `[A3, A7]`."""
    source: Line | None = None
    """Where the facts come from: document and section, or the record."""
    tags: tuple[Slug, ...] = ()
    """What kind of card it is; the rules' deal weights look at it."""
    deal: Deal | None = None
    """How it comes to the table. Without it: by `next` or by inject only."""
    copies: Annotated[int, Field(ge=1, le=5)] = 1
    """How often it can be dealt in one game."""
    situation: Prose
    """What every seat reads."""
    facts: tuple[Line, ...] = ()
    """What the record says, shown when the envelopes are opened."""
    asks: Annotated[Mapping[SeatKey, Ask], Field(min_length=1)]
    """The question to each seat, below the seat's id. At least one."""
    effects: tuple[Effect, ...] = ()
    """Made whatever the seats choose, before their own effects."""
    together: tuple[Together, ...] = ()
    """What a combination of choices brings about. Only the first that fits."""
    chances: tuple[Chance, ...] = ()
    """Rolled whatever the seats choose, after all others."""
    next: tuple[FollowUp, ...] = ()
    """Cards that this one brings about."""
    forecasts: tuple[Question, ...] = ()
    """Questions to be answered with a probability."""
    discuss: tuple[Line, ...] = ()
    """Questions for the talk afterwards."""
