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


def _signed(comparison: object) -> object:
    if type(comparison) is int:
        raise ValueError(f'a comparison has a sign and stands in quotes: ">= {comparison}"')
    return comparison


def _checked(comparison: str) -> str:
    return " and ".join(f"{sign} {number}" for sign, number in parts(comparison))


Comparison = Annotated[str, Field(max_length=60), AfterValidator(_checked), BeforeValidator(_signed)]
Tags = Annotated[Mapping[SeatKey, OneOrMore], BeforeValidator(by_seat)]


class Condition(Model):
    """All that is written in it must hold; `any` needs one of its parts, `not` the opposite of its own.

    `choices`, `chosen` and `late` look at the exchange that is being adjudicated, at the end of a turn
    at the whole turn. `turn` counts calendar turns, whichever of them a short game plays.
    """

    tension: Mapping[RelationKey, Comparison] = {}
    tracks: Mapping[TrackKey, Comparison] = {}
    flags: tuple[FlagKey, ...] = ()
    window: OneOrMore | None = None
    turn: Comparison | None = None
    choices: Mapping[SeatKey, OneOrMore] = {}
    chosen: Tags = Field(default={})
    late: Seats | None = None
    intent: Mapping[SeatKey, OneOrMore] = {}
    any_: "tuple[Condition, ...]" = ()
    not_: "Condition | None" = None

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
