"""When something holds: comparisons as short strings, joined by "and" within one condition."""

import operator
import re
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from wargame.content.base import FlagKey, Model, OneOrMore, RelationKey, SeatKey, Seats, TrackKey, by_seat
from wargame.content.slips import CURLY, CURLY_QUOTES

OPERATORS: Mapping[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
_WORDS: Mapping[str, str] = {
    ">=": "{} or more",
    "<=": "{} or less",
    "==": "exactly {}",
    "!=": "other than {}",
    ">": "over {}",
    "<": "under {}",
}
_PART = re.compile(r"^(>=|<=|==|!=|>|<) ?(\d{1,4})$")


def parts(comparison: str) -> tuple[tuple[str, int], ...]:
    """Split `>= 40 and < 60` into its operators and numbers; raises ValueError with advice."""
    found = []
    for piece in comparison.split(" and "):
        match = _PART.match(piece.strip())
        if match is None and any(sign in CURLY for sign in piece):
            raise ValueError(CURLY_QUOTES)
        if match is None:
            raise ValueError("a comparison looks like '>= 40', '< 60' or '>= 40 and < 60'")
        found.append((match[1], int(match[2])))
    return tuple(found)


def holds(comparison: str, number: int) -> bool:
    """Say whether a number meets a comparison."""
    return all(OPERATORS[sign](number, level) for sign, level in parts(comparison))


def in_words(comparison: str) -> str:
    """Return a comparison as people say it: `40 or more and under 60`."""
    return " and ".join(_WORDS[sign].format(level) for sign, level in parts(comparison))


def signed(comparison: object) -> object:
    """Refuse a bare number in place of a comparison; raises ValueError with advice."""
    if type(comparison) is int:
        raise ValueError(f'a comparison has a sign and stands in quotes: ">= {comparison}"')
    return comparison


def checked(comparison: str) -> str:
    """Return a comparison as all are kept: signs, a space, numbers; raises ValueError with advice."""
    return " and ".join(f"{sign} {number}" for sign, number in parts(comparison))


Comparison = Annotated[str, Field(max_length=60), AfterValidator(checked), BeforeValidator(signed)]
Tags = Annotated[Mapping[SeatKey, OneOrMore], BeforeValidator(by_seat)]


class Condition(Model):
    """All that is written in it must hold; `any` needs one of its parts, `not` the opposite of its own.

    `choices`, `chosen` and `late` look at the exchange that is being adjudicated, at the end of a turn
    at the whole turn. `turn` counts calendar turns, whichever of them a short game plays.
    """

    tension: Mapping[RelationKey, Comparison] = {}
    """How tense relations must be, in the signs `>= <= == != > <`; or within two: `">= 40 and < 60"`, as
    `{east-west: ">= 40"}`."""
    tracks: Mapping[TrackKey, Comparison] = {}
    """How high tracks must be, in the same signs, as `{west.stores: "< 50"}`."""
    flags: tuple[FlagKey, ...] = ()
    """All of them are set."""
    window: OneOrMore | None = None
    """One of these windows of the calendar is open."""
    turn: Comparison | None = None
    """The calendar's turn, whichever of them a short game plays."""
    choices: Mapping[SeatKey, OneOrMore] = {}
    """What seats chose in this exchange, as `{west: guard, east: [press, wait]}`."""
    chosen: Tags = Field(default={})
    """A tag of what anyone chose: `force`; or of what one seat chose, as `{east: force}`."""
    late: Seats | None = None
    """The clock of one of these seats ran out. A seat that nobody holds is not late."""
    intent: Mapping[SeatKey, OneOrMore] = {}
    """What a seat is secretly after, as `{east: seize}`."""
    any_: "tuple[Condition, ...]" = ()
    """At least one of them holds."""
    not_: "Condition | None" = None
    """It does not hold."""

    @model_validator(mode="after")
    def _says_something(self) -> "Condition":
        if not any(vars(self).values()):
            raise ValueError("an empty condition: say when, or leave it out")
        return self


def within(condition: Condition | None) -> tuple[Condition, ...]:
    """Return a condition and every condition inside it, outermost first."""
    if condition is None:
        return ()
    inner = [*condition.any_, *([condition.not_] if condition.not_ else [])]
    return (condition, *(deep for part in inner for deep in within(part)))
