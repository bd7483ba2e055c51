"""Every model inside a piece of content, each with the path at which a file has it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from wargame.content.base import Model, typed_name
from wargame.content.reading import Location


def walk(content: object, path: Location = ()) -> Iterator[tuple[Location, Model]]:
    """Yield each model in the content, outermost first, in written order, with its path below `path`."""
    found: list[tuple[Location, Model]] = []
    _gather(content, path, found)
    return iter(found)


def _gather(content: object, path: Location, found: list[tuple[Location, Model]]) -> None:
    if isinstance(content, Model):
        found.append((path, content))
        for attribute, name in _fields(type(content)):
            if inner := getattr(content, attribute):
                _gather(inner, (*path, name), found)
    elif isinstance(content, tuple):
        for at, item in enumerate(content):
            _gather(item, (*path, at), found)
    elif isinstance(content, Mapping):
        for name, item in content.items():
            _gather(item, (*path, name), found)


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Return the fields that may hold models, as they are called in Python and as they are typed."""
    fields = model.model_fields.items()
    return tuple((name, typed_name(name)) for name, field in fields if _holds_models(field.annotation))


def _holds_models(kind: object) -> bool:
    inner = get_args(kind)
    return any(map(_holds_models, inner)) or (isinstance(kind, type) and issubclass(kind, Model))
