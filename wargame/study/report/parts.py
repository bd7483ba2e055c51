"""What a report is made of, whatever it is written as: text, lists, tables, and charts beside their tables.

All text is as it was typed; each way of writing makes it harmless for itself.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Cell = str | int | float | None
Row = tuple[Cell, ...]


class Prose(NamedTuple):
    """Paragraphs, parted by empty lines."""

    text: str


class Items(NamedTuple):
    """A list under a heading, which may be empty."""

    title: str
    items: tuple[str, ...]


class Facts(NamedTuple):
    """Things with a name each: `Because`, and the reason."""

    rows: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """A table; a `folded` one is opened by who wants it, and is on paper only when it is open."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    folded: bool = False


class Blank(NamedTuple):
    """A question that is answered by hand, with room for the answer."""

    title: str


LineStyle = Literal["main", "other", "level"]


class Line(NamedTuple):
    """A line of a panel: values by column; `level` is a straight line to compare with."""

    name: str
    style: LineStyle
    points: tuple[tuple[int, float], ...]


class Panel(NamedTuple):
    """One small chart among several that share their axes; `note` says in short what it shows."""

    title: str
    note: str
    lines: tuple[Line, ...]


class Panels(NamedTuple):
    """Small charts over the same columns; `columns` are said in full, `ticks` stand on the axis.

    `levels` are marks of the vertical axis, which goes from `low` to `high`.
    """

    title: str
    about: str
    columns: tuple[str, ...]
    ticks: tuple[str, ...]
    low: float
    high: float
    levels: tuple[tuple[str, float], ...]
    panels: tuple[Panel, ...]
    table: Table


class Edge(NamedTuple):
    """A relation of a network: two nodes by their places, how tense, its sign, and what it is called."""

    one: int
    other: int
    value: int
    sign: int
    label: str


class Network(NamedTuple):
    """The relations between nodes at one moment."""

    title: str
    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]


class Networks(NamedTuple):
    """Networks to be compared."""

    title: str
    about: str
    networks: tuple[Network, ...]
    table: Table


class Waterfall(NamedTuple):
    """How a number went from `start` to `end`: steps with what each is called and added."""

    title: str
    about: str
    start: int
    steps: tuple[tuple[str, int], ...]
    end: int
    table: Table


Chart = Panels | Networks | Waterfall


class Group(NamedTuple):
    """Parts under a heading of their own; a `folded` one is opened by who wants it, and is open on paper.

    One for `reference` is on paper only when it is open.
    """

    title: str
    parts: "tuple[Part, ...]"
    folded: bool = False
    reference: bool = False


Part = Prose | Items | Facts | Table | Blank | Chart | Group


class Section(NamedTuple):
    """A chapter of the report; `id` is what links lead to, `short` what the list of chapters says."""

    id: str
    title: str
    short: str
    parts: tuple[Part, ...]


class Report(NamedTuple):
    """A whole report: what it is about, with whose eyes it was told, the game in short, and its chapters."""

    title: str
    subtitle: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]


def row(*cells: Cell) -> Row:
    """Return a row of a table."""
    return cells


def kept(*parts: Part | None) -> tuple[Part, ...]:
    """Return the parts that say something: an empty list, table or group is none."""
    return tuple(part for part in parts if part is not None and not _empty(part))


def _empty(part: Part) -> bool:
    match part:
        case Prose(text=text):
            return not text.strip()
        case Items(items=within) | Facts(rows=within) | Table(rows=within) | Group(parts=within):
            return not within
        case Panels(panels=within) | Networks(networks=within):
            return not within
        case _:
            return False


def every(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield parts and all that is inside them, in order."""
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from every(part.parts)
