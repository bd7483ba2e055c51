"""What a seat, the facilitator or the table asks for: imperative, with the time at which it was asked.

The `kind` of a command is part of the save format: never rename one. Times are milliseconds of play
since the start of the game; time while a save is closed does not count.

What is read from a save is held to these types. What a program makes of them is not, since most of it the
engine makes itself: a command from outside passes `well_formed` first.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta, Struct

from wargame.content.base import CardId, NumberId, OptionId, SeatId

LONGEST = 2000
"""Characters that one answer may have."""

Text = Annotated[str, Meta(max_length=LONGEST)]
Reason = Annotated[str, Meta(min_length=1, max_length=LONGEST)]
Percent = Annotated[int, Meta(ge=0, le=100)]

HumanManner = Literal["alone", "consensus", "majority", "leader"]
MANNERS: tuple[HumanManner, ...] = get_args(HumanManner)
"""How people decide."""

Manner = HumanManner | Literal["bot"]

LATEST = 2**53
"""The last millisecond that a command may bear: up to here every reader of JSON keeps whole numbers whole."""

Time = Annotated[int, Meta(ge=0, le=LATEST)]


class Message(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A command or event, or a part of one: frozen, and refusing what it does not know when it is read.

    None is ever part of a cycle, so the garbage collector need not look at them.
    """


class Tagged(Message, frozen=True, tag_field="kind"):
    """A message whose `kind` is written, and tells it apart from others."""

    kind: ClassVar[str]


def name_kinds(messages: object) -> None:
    """Give each message of a union its tag as its `kind`, so that looking it up is no call."""
    for message in get_args(messages):
        message.kind = str(message.__struct_config__.tag)


class Request(Tagged, frozen=True):
    """A command: who asks, and when."""

    by: SeatId
    at: Time


Style = Literal["careful", "bold", "opportunist"]


class Holder(Message, frozen=True):
    """Who sits in a seat: a human, a bot with its style and temperature in points, or nobody."""

    kind: Literal["human", "bot", "empty"]
    style: Style | None = None
    temperature: Annotated[int, Meta(ge=1, le=1000)] | None = None


class Begin(Request, frozen=True, tag="begin"):
    """Start the game: the content, the seed, who sits where, and how long it is to be."""

    format: int
    rules: int
    content: str
    digest: str
    seed: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    salt: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
    seed_given: bool
    seats: Mapping[SeatId, Holder]
    facilitator: bool
    length: str
    clock: bool
    started: Annotated[str, Meta(max_length=40)]


class Deal(Request, frozen=True, tag="deal"):
    """Deal the turn's first exchange."""


class Sit(Request, frozen=True, tag="sit"):
    """Begin a seat's sitting: its clock starts, or goes on."""


class Commit(Request, frozen=True, tag="commit"):
    """Put a decision in the envelope: it counts when the envelopes are opened, and may change until then."""

    option: OptionId
    rationale: Reason
    expects: Text = ""
    decided: Manner = "alone"
    dissent: Text = ""
    forecasts: Mapping[str, Percent] = {}


class Expire(Request, frozen=True, tag="expire"):
    """Say that a seat's clock has run out: it takes the default, marked as late."""

    seat: SeatId


class Pause(Request, frozen=True, tag="pause"):
    """Stop every clock."""


class Unpause(Request, frozen=True, tag="unpause"):
    """Let every clock go on."""


class Open(Request, frozen=True, tag="open"):
    """Open the envelopes: all choices are revealed at once, and take effect."""


class Proceed(Request, frozen=True, tag="proceed"):
    """Go on from a reveal: to the turn's next exchange, or to the end of the turn."""


class Inject(Request, frozen=True, tag="inject"):
    """Put a card on the table as the next one to be dealt."""

    card: CardId
    reason: Reason


class RuleNumber(Request, frozen=True, tag="rule-number"):
    """Set a number at the end of this turn, with a reason."""

    number: NumberId
    value: Percent
    reason: Reason


class RuleOutcome(Request, frozen=True, tag="rule-outcome"):
    """Decide the outcome of a chance of the open exchange before the envelopes are opened, with a reason."""

    path: str
    outcome: Percent
    reason: Reason


Command = (
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
    | RuleOutcome
)

name_kinds(Command)
