"""Following a place in pydantic's words through a model and through the value that was checked.

Pydantic's `loc` names fields, list positions and keys, but also, at every union, the alternative that it
tried, which nobody wrote. The model tells the two apart.
"""

import types
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from .reading import Location
from .values import Value

KEY = "[key]"
"""What pydantic adds to the place of a mapping's entry when the fault is in its key."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A union on the way, and the label of the alternative that was tried."""

    path: Location
    label: str | int


@dataclass(frozen=True, slots=True)
class Trail:
    """A place in a value: the path to it, the unions passed, and whether its key is meant.

    `fields` are the names known to the model that holds the last part of the place. `needed` are those that
    the fields wanted at the place, or each item of a list wanted there, cannot do without; None where no
    fields are wanted. `bounds` are the least and the most of a number wanted there.
    """

    path: Location
    forks: tuple[Fork, ...]
    key: bool
    fields: tuple[str, ...]
    needed: tuple[str, ...] | None = None
    bounds: tuple[int, int] | None = None


def follow(model: object, loc: Location, value: Value) -> Trail:
    """Return where a place of pydantic's, within what `model` says of a value, really is."""
    options: list[object] = [model]
    path: Location = ()
    forks: list[Fork] = []
    fields: tuple[str, ...] = ()
    key = False
    for part in loc:
        options, forked = _alternatives(options)
        if forked and isinstance(part, str):
            forks.append(Fork(path, part))
            options = _chosen(options, part)
            continue
        if part == KEY:
            key = True
            continue
        fields = tuple(name for option in options for name in field_types(option))
        options = [inner for option in options for inner in _inside(option, part)]
        present, inner_value = _step(value, part)
        if present is not None:
            path, value = (*path, present), inner_value
    return Trail(path, tuple(forks), key, fields, _needed(options), bounds(options))


@dataclass(frozen=True, slots=True)
class Held:
    """A place as content knows it: the innermost model around it, its field, the path below that field."""

    model: type[BaseModel]
    field: str
    below: Location
    bounds: tuple[int, int] | None


def held(model: object, path: Location) -> Held | None:
    """Return what a path leads to, as far as `model` knows the names on it; None where it knows none."""
    options: list[object] = [model]
    found: tuple[type[BaseModel], str, Location] | None = None
    for at, part in enumerate(path):
        options = _alternatives(options)[0]
        for option in options:
            if isinstance(option, type) and issubclass(option, BaseModel) and part in field_types(option):
                found = option, str(part), path[at + 1 :]
        options = [inner for option in options for inner in _inside(option, part)]
    return Held(*found, bounds(options)) if found is not None else None


def bounds(options: Iterable[object]) -> tuple[int, int] | None:
    """Return the least and the most that a number may be, by the first type that says both."""
    for option in options:
        told = get_args(option)[1:] if get_origin(option) is Annotated else ()
        flat = [each for one in told for each in (one, *getattr(one, "metadata", ()))]
        low = next((each.ge for each in flat if hasattr(each, "ge")), None)
        high = next((each.le for each in flat if hasattr(each, "le")), None)
        if isinstance(low, int) and isinstance(high, int):
            return low, high
        if (inner := bounds(get_args(option) if _is_union(option) else ())) is not None:
            return inner
    return None


def field_types(option: object) -> dict[str, object]:
    """Return the fields of a model, by the name that is typed, and their types; of anything else, none."""
    if not (isinstance(option, type) and issubclass(option, BaseModel)):
        return {}
    return {
        alias if isinstance(alias := field.validation_alias, str) else name: (
            Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        )
        for name, field in option.model_fields.items()
    }


def _needed(options: list[object]) -> tuple[str, ...] | None:
    """Return the required fields of the model that is wanted, alone or as each item of a list."""
    arms = _alternatives(options)[0]
    for option in (*arms, *(_unwrapped(inner) for arm in arms for inner in _inside(arm, 0))):
        if isinstance(option, type) and issubclass(option, BaseModel):
            typed = zip(field_types(option), option.model_fields.values(), strict=True)
            return tuple(name for name, field in typed if field.is_required())
    return None


def _step(value: Value, part: str | int) -> tuple[str | int | None, Value]:
    if isinstance(value, dict) and str(part) in value:
        return str(part), value[str(part)]
    if isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value):
        return part, value[part]
    return None, value


def _alternatives(options: list[object]) -> tuple[list[object], bool]:
    """Unwrap each option; True if pydantic labels the alternatives, as it does from two on, None apart."""
    unwrapped = [_unwrapped(option) for option in options]
    expanded = [arm for option in unwrapped for arm in _arms(option)]
    if len(options) == 1 and len(expanded) == 1 and _is_union(unwrapped[0]):
        return _alternatives(expanded)
    return expanded, len(options) == 1 and len(expanded) > 1


def _arms(option: object) -> list[object]:
    if not _is_union(option):
        return [option]
    return [arm for arm in get_args(option) if arm is not type(None)]


def _is_union(option: object) -> bool:
    return get_origin(option) in (Union, types.UnionType)


def _unwrapped(option: object) -> object:
    while True:
        if get_origin(option) is Annotated:
            option = get_args(option)[0]
        elif hasattr(option, "__supertype__"):  # NewType
            option = option.__supertype__
        elif hasattr(option, "__value__"):  # a type alias
            option = option.__value__
        elif isinstance(option, type) and issubclass(option, RootModel) and option is not RootModel:
            option = option.model_fields["root"].annotation
        else:
            return option


def _chosen(arms: list[object], label: str) -> list[object]:
    """Return the alternative with this label, or all of them if the label does not tell."""
    for found in (
        [arm for arm in arms if label in _labels(_unwrapped(arm))],
        [arm for arm in arms if any(name in label for name in _labels(_unwrapped(arm)))],
    ):
        if found:
            return found
    return arms


def _labels(arm: object) -> set[str]:
    origin = get_origin(arm)
    if isinstance(origin, type):
        return {f"{origin.__name__}[", f"{origin.__name__.lower()}["}
    if not isinstance(arm, type):
        return set()
    literals = [kind for each in field_types(arm).values() if get_origin(kind := _unwrapped(each)) is Literal]
    return {arm.__name__, *(str(tag) for kind in literals for tag in get_args(kind))}


def _inside(option: object, part: str | int) -> list[object]:
    fields = field_types(option)
    if fields:
        return [fields[part]] if isinstance(part, str) and part in fields else []
    origin, arguments = get_origin(option), get_args(option)
    if not isinstance(origin, type) or not arguments:
        return []
    if issubclass(origin, Mapping):
        return [arguments[-1]]
    if issubclass(origin, tuple) and arguments[-1] is not Ellipsis:
        return [arguments[part]] if isinstance(part, int) and part < len(arguments) else []
    return [arguments[0]] if issubclass(origin, (Sequence, Set)) else []
