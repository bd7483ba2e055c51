"""New values as YAML: the way that the shipped decks are written."""

from wargame.content.editing.writing import plain, quoted
from wargame.content.problems import ContentError
from wargame.content.reading import read_yaml
from wargame.content.values import Value

_LONGEST = 70
_SIGNED = ("tension", "tracks")
"""Fields whose numbers are changes, which are written with a sign."""


def flow(value: Value) -> str:
    """Return a value on one line, lists and fields in brackets."""
    if isinstance(value, dict):
        told = (f"{scalar(name)}: {_within(inner, name)}" for name, inner in value.items())
        return "{" + ", ".join(told) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, inside=True)


def _within(value: Value, name: str) -> str:
    """Return what a field holds, its numbers with a sign where they are changes."""
    if name not in _SIGNED or not isinstance(value, dict):
        return flow(value)
    told = (
        f"{scalar(each)}: {plain(by, '+') if type(by) is int else flow(by)}" for each, by in value.items()
    )
    return "{" + ", ".join(told) + "}"


def scalar(value: Value, *, inside: bool = False) -> str:
    """Return a scalar on one line, in quotes where it needs them; `inside` brackets it does more often."""
    if not isinstance(value, str):
        return plain(value)
    try:
        told = f"[{value}]" if inside else f"a: {value}"
        read = read_yaml(told, "").value
    except ContentError:
        return quoted(value)
    return value if read in ([value], {"a": value}) and value else quoted(value)


def opened(value: Value, column: int, name: str | None = None) -> list[str]:
    """Return the lines of a field, or of an item of a list, that begins in a column."""
    blank = " " * column
    if name is None:
        if isinstance(value, dict) and value:
            inner = _fields(value, column + 2)
            return [f"{blank}- {inner[0].lstrip()}", *inner[1:]]
        return [f"{blank}- {told}" for told in [flow(value)]] if _short(value) else _item(value, column)
    label = f"{blank}{scalar(name)}:"
    if isinstance(value, str) and "\n" in value:
        ending = "" if value.endswith("\n") and not value.endswith("\n\n") else "-"
        rows = value.rstrip("\n").split("\n")
        return [f"{label} |{ending}", *(f"{blank}  {row}" if row else "" for row in rows)]
    if name in _SIGNED and isinstance(value, dict) and all(type(by) is int for by in value.values()):
        return [f"{label} {_within(value, name)}"]
    if isinstance(value, dict) and value:
        return [label, *_fields(value, column + 2)]
    if isinstance(value, list) and value and not _short(value):
        return [label, *(line for item in value for line in opened(item, column + 2))]
    return [f"{label} {flow(value) if isinstance(value, list | dict) else scalar(value)}"]


def _item(value: Value, column: int) -> list[str]:
    if isinstance(value, str):
        return [f"{' ' * column}- {scalar(value)}"]
    return [f"{' ' * column}- {flow(value)}"]


def _fields(value: dict[str, Value], column: int) -> list[str]:
    return [line for name, inner in value.items() for line in opened(inner, column, name)]


def _short(value: Value) -> bool:
    """Say whether a value goes into brackets: a few short words or numbers."""
    if isinstance(value, list):
        return all(not isinstance(item, list | dict) for item in value) and len(flow(value)) <= _LONGEST
    return not isinstance(value, str)
