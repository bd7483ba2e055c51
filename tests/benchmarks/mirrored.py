"""The lines of a save as pydantic models: every command and event with its fields and types, and no rules."""

from functools import cache
from typing import Annotated, Any, ForwardRef, Literal, get_args, get_origin, get_type_hints

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model

from wargame.engine.commands import Command
from wargame.engine.events import Event

STRICT = ConfigDict(strict=True, frozen=True, extra="forbid")


def lines() -> "TypeAdapter[Any]":
    """Return what reads one line of a save."""
    told = Field(discriminator="kind")
    command = Annotated[_mirrored(Command), told]
    event = Annotated[_mirrored(Event), told]
    fields: dict[str, Any] = {"n": (int, ...), "prev": (str, ...), "digest": (str, ...)}
    fields |= {"command": (command, ...), "events": (tuple[event, ...], ...)}
    return TypeAdapter(create_model("Line", __config__=STRICT, **fields))


def _mirrored(kind: Any) -> Any:
    """Return a type with every struct in it as a model."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        return _model(kind)
    arguments = get_args(kind)
    if not arguments or get_origin(kind) is Literal or isinstance(kind, ForwardRef):
        return kind
    if get_origin(kind) is Annotated:
        return _mirrored(arguments[0])
    mirrored = tuple(_mirrored(one) for one in arguments)
    if type(kind).__name__ in ("UnionType", "_UnionGenericAlias"):
        union: Any = mirrored[0]
        for other in mirrored[1:]:
            union = union | other
        return union
    return get_origin(kind)[mirrored]


@cache
def _model(struct: type[Struct]) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    hints = get_type_hints(struct, include_extras=True)
    for name, default in zip(struct.__struct_fields__, _defaults(struct), strict=True):
        fields[name] = (_mirrored(hints[name]), default)
    if struct.__struct_config__.tag_field:
        fields["kind"] = (Literal[struct.__struct_config__.tag], ...)
    return create_model(struct.__name__, __config__=STRICT, **fields)


def _defaults(struct: type[Struct]) -> list[Any]:
    """Return the default of every field, `...` where there is none."""
    known = [None if callable(one) or str(one) == "NODEFAULT" else one for one in struct.__struct_defaults__]
    required = len(struct.__struct_fields__) - len(known)
    return [...] * required + known
