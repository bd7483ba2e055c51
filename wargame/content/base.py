"""What every content model shares: strictness, ids, and the short forms that people type.

Content is validated from JSON text in strict mode, so that a deck on disk and the content kept in a
save pass the same gate. Field names are typed with hyphens (`shown-as`) and without the trailing
underscore that Python's reserved words need (`in`, `not`, `else`, `for`).
"""

from collections.abc import Mapping
from typing import Annotated, NewType

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError


def typed_name(name: str) -> str:
    """Return the name of a field as it is typed in YAML."""
    return name.rstrip("_").replace("_", "-")


MISPLACED = "misplaced"
"""The kind of a fault that a model finds in one of its parts."""


def misplaced(sentence: str, *at: str | int) -> PydanticCustomError:
    """Return what a model raises when the place to mend is not its own beginning but `at` inside it."""
    return PydanticCustomError(MISPLACED, "{said}", {"said": sentence, "at": at})


class Model(BaseModel):
    """A piece of content: strict, frozen, and refusing what it does not know."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        alias_generator=typed_name,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


ActorId = NewType("ActorId", str)
SeatId = NewType("SeatId", str)
CardId = NewType("CardId", str)
OptionId = NewType("OptionId", str)
Relation = NewType("Relation", str)
TrackId = NewType("TrackId", str)
NumberId = NewType("NumberId", str)
FlagId = NewType("FlagId", str)

FACILITATOR = SeatId("facilitator")
OBSERVER = SeatId("observer")
TABLE = SeatId("table")
ANYONE = SeatId("anyone")

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, Field(pattern=SLUG, max_length=60)]


def one_row(text: str) -> str:
    """Refuse text that would break a screen's line in two, or show nothing; raises ValueError."""
    if not text.strip():
        raise ValueError("this text must not be blank")
    if "\n" in text or "\t" in text:
        raise ValueError("this must be one line of text; '>-' makes one line of several")
    return text


OneRow = AfterValidator(one_row)
Line = Annotated[str, Field(min_length=1, max_length=300), OneRow]
Prose = Annotated[str, Field(min_length=1, max_length=4000)]
Delta = Annotated[int, Field(ge=-100, le=100)]
Level = Annotated[int, Field(ge=0, le=100)]
Percent = Annotated[int, Field(ge=0, le=100)]

ActorKey = Annotated[ActorId, Field(pattern=r"^[a-z][a-z0-9]*$", max_length=20)]
# Wider than an actor's id: of a name that is no seat's, the rules can say which there are.
SeatKey = Annotated[SeatId, Field(pattern=SLUG, max_length=60)]
CardKey = Annotated[CardId, Field(pattern=SLUG, max_length=60)]
OptionKey = Annotated[OptionId, Field(pattern=SLUG, max_length=60)]
FlagKey = Annotated[FlagId, Field(pattern=SLUG, max_length=60)]
RelationKey = Annotated[Relation, Field(pattern=r"^[a-z][a-z0-9]*-[a-z][a-z0-9]*$")]
TrackKey = Annotated[TrackId, Field(pattern=r"^[a-z][a-z0-9]*\.[a-z][a-z0-9-]*$")]
NumberKey = Annotated[NumberId, Field(pattern=r"^[a-z][a-z0-9]*[-.][a-z][a-z0-9-]*$")]


def one_or_more(value: object) -> object:
    """Let a single word stand for a list of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


OneOrMore = Annotated[tuple[str, ...], BeforeValidator(one_or_more), Field(min_length=1)]
Seats = Annotated[tuple[SeatKey, ...], BeforeValidator(one_or_more), Field(min_length=1)]


def by_seat(value: object) -> object:
    """Let `launch` stand for `{anyone: [launch]}`."""
    return value if isinstance(value, Mapping) else {ANYONE: value}
