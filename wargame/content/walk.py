"""Every model inside a piece of content, each with the path at which a file has it."""

from collections.abc import Iterator, Mapping
from functools import cache

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
    return tuple((attribute, typed_name(attribute)) for attribute in model.model_fields)
