"""What a seat, the facilitator or the table asks for: imperative, with the time at which it was asked.

The `kind` of a command is part of the save format: never rename one. Times are milliseconds of play
since the start of the game; time while a save is closed does not count.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from wargame.content.base import CardId, NumberId, OptionId, SeatId

Text = Annotated[str, Field(max_length=2000)]
Manner = Literal["alone", "consensus", "majority", "leader", "bot"]

LATEST = 2**53
"""The last millisecond that a command may bear: up to here every reader of JSON keeps whole numbers whole."""

Time = Annotated[int, Field(ge=0, le=LATEST)]


class Message(BaseModel):
    """A command or event: strict, frozen, refusing what it does not know."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


Style = Literal["careful", "bold", "opportunist"]


class Holder(Message):
    """Who sits in a seat: a human, a bot with its style and temperature in points, or nobody."""

    kind: Literal["human", "bot", "empty"]
    style: Style | None = None
    temperature: Annotated[int, Field(ge=1, le=1000)] | None = None


class Begin(Message):
    """Start the game: the content, the seed, who sits where, and how long it is to be."""

    kind: Literal["begin"] = "begin"
    by: SeatId
    at: Literal[0]
    format: int
    rules: int
    digest: str
    seed: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    seed_given: bool
    seats: Mapping[SeatId, Holder]
    facilitator: bool
    length: str
    clock: bool
    started: Annotated[str, Field(max_length=40)]
    content: str


class Deal(Message):
    """Deal the turn's first exchange."""

    kind: Literal["deal"] = "deal"
    by: SeatId
    at: Time


class Sit(Message):
    """Begin a seat's sitting: its clock starts, or goes on."""

    kind: Literal["sit"] = "sit"
    by: SeatId
    at: Time


class Commit(Message):
    """Put a decision in the envelope: it counts when the envelopes are opened, and may change until then."""

    kind: Literal["commit"] = "commit"
    by: SeatId
    at: Time
    option: OptionId
    rationale: Annotated[str, Field(min_length=1, max_length=2000)]
    expects: Text = ""
    decided: Manner = "alone"
    dissent: Text = ""
    forecasts: Mapping[str, Annotated[int, Field(ge=0, le=100)]] = Field(default_factory=dict)


class Expire(Message):
    """Say that a seat's clock has run out: it takes the default, marked as late."""

    kind: Literal["expire"] = "expire"
    by: SeatId
    at: Time
    seat: SeatId


class Pause(Message):
    """Stop every clock."""

    kind: Literal["pause"] = "pause"
    by: SeatId
    at: Time


class Unpause(Message):
    """Let every clock go on."""

    kind: Literal["unpause"] = "unpause"
    by: SeatId
    at: Time


class Open(Message):
    """Open the envelopes: all choices are revealed at once, and take effect."""

    kind: Literal["open"] = "open"
    by: SeatId
    at: Time


class Proceed(Message):
    """Go on from a reveal: to the turn's next exchange, or to the end of the turn."""

    kind: Literal["proceed"] = "proceed"
    by: SeatId
    at: Time


class Inject(Message):
    """Put a card on the table as the next one to be dealt."""

    kind: Literal["inject"] = "inject"
    by: SeatId
    at: Time
    card: CardId
    reason: Annotated[str, Field(min_length=1, max_length=2000)]


class RuleNumber(Message):
    """Set a number at the end of this turn, with a reason."""

    kind: Literal["rule-number"] = "rule-number"
    by: SeatId
    at: Time
    number: NumberId
    value: Annotated[int, Field(ge=0, le=100)]
    reason: Annotated[str, Field(min_length=1, max_length=2000)]


class RuleOutcome(Message):
    """Decide the outcome of a chance of the open exchange before the envelopes are opened, with a reason."""

    kind: Literal["rule-outcome"] = "rule-outcome"
    by: SeatId
    at: Time
    path: str
    outcome: Annotated[int, Field(ge=0, le=100)]
    reason: Annotated[str, Field(min_length=1, max_length=2000)]


Command = Annotated[
    Begin
    | Deal
    | Sit
    | Commit
    | Expire
    | Pause
    | Unpause
    | Open
    | Proceed
    | Inject
    | RuleNumber
    | RuleOutcome,
    Field(discriminator="kind"),
]
