"""Drawing the tension graph on a grid of cells: actors on an ellipse, each relation in its rung's character.

The first actor stands at the top, the others clockwise in scenario order, so that everybody stays where
everybody was. A hotter relation is drawn denser, and over a cooler one. Its number stands on its line where
no other line passes, near the middle.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

Cell = tuple[int, int]


class Pen(NamedTuple):
    """How a rung is drawn: a character every `step` cells, in a style."""

    mark: str
    step: int
    style: str


_APART = 3
"""Cells at either side of a number in which another one would be taken for the same."""

PENS = (
    Pen("·", 4, "rung-0"),
    Pen("-", 3, "rung-1"),
    Pen("=", 2, "rung-2"),
    Pen("#", 1, "rung-3"),
    Pen("@", 1, "rung-4"),
    Pen("!", 1, "rung-5"),
)


def pens(rungs: int) -> tuple[Pen, ...]:
    """Return a pen for each of so many rungs, from the coolest to the hottest."""
    last = len(PENS) - 1
    return tuple(PENS[round(at * last / max(1, rungs - 1))] for at in range(rungs))


def rung_at(value: int, rungs: Sequence[tuple[str, int]]) -> int:
    """Return which rung a tension lies on, counted from the coolest; a rung is a name and where it begins."""
    return max((at for at, (_, start) in enumerate(rungs) if value >= start), default=0)


class Edge(NamedTuple):
    """A relation to draw: its ends, its number as it is to be read, and which pen; hotter edges later."""

    key: str
    one: str
    other: str
    label: str
    pen: Pen
    heat: int


class Spot(NamedTuple):
    """One cell as drawn; `key` is the relation whose line or number it is."""

    letter: str
    style: str
    key: str | None


class Drawing:
    """A finished map: rows of spots; what is not in `spots` is blank."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.spots: dict[Cell, Spot] = {}
        self.labels: dict[str, Cell] = {}

    def write(self, x: int, y: int, text: str, style: str, key: str | None) -> None:
        """Write a text; a wide letter takes two cells, the second of them empty."""
        for letter in text:
            self.spots[x, y] = Spot(letter, style, key)
            x += 1
            if cell_len(letter) == 2:
                self.spots[x, y] = Spot("", style, key)
                x += 1

    def key_at(self, x: int, y: int) -> str | None:
        """Return the relation whose line or number is at a cell, or right beside it."""
        for near in ((x, y), (x - 1, y), (x + 1, y)):
            found = self.spots.get(near)
            if found is not None and found.key is not None:
                return found.key
        return None


def draw(width: int, height: int, actors: Sequence[tuple[str, str]], edges: Iterable[Edge]) -> Drawing:
    """Return the map of actors (id and name) and their relations, on at least 24 by 7 cells."""
    drawing = Drawing(max(24, width), max(7, height))
    centres = _centres(drawing, actors)
    names = {actor: _place(drawing, centres[actor], f"[{name}]") for actor, name in actors}
    taken = {(x + k, y) for x, y, name in names.values() for k in range(-1, cell_len(name) + 1)}
    ordered = sorted(edges, key=lambda edge: edge.heat)
    lines = {edge.key: _line(centres[edge.one], centres[edge.other], taken) for edge in ordered}
    for edge in ordered:
        _stroke(drawing, edge, lines[edge.key])
    for x, y, name in names.values():
        drawing.write(x, y, name, "actor", None)
    numbers: set[Cell] = set()
    for edge in reversed(ordered):
        _number(drawing, edge, lines, taken, numbers)
    return drawing


def _centres(drawing: Drawing, actors: Sequence[tuple[str, str]]) -> Mapping[str, tuple[float, float]]:
    widest = max((cell_len(name) for _, name in actors), default=0) + 2
    across, down = (drawing.width - 1) / 2, (drawing.height - 1) / 2
    found = {}
    for at, (actor, _) in enumerate(actors):
        angle = 2 * math.pi * at / len(actors) - math.pi / 2
        found[actor] = across + (across - widest / 2) * math.cos(angle), down + down * math.sin(angle)
    return found


def _place(drawing: Drawing, centre: tuple[float, float], name: str) -> tuple[int, int, str]:
    wide = cell_len(name)
    x = min(drawing.width - wide, max(0, round(centre[0] - wide / 2)))
    return x, round(centre[1]), name


def _line(start: tuple[float, float], end: tuple[float, float], taken: set[Cell]) -> list[Cell]:
    (x0, y0), (x1, y1) = start, end
    steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
    cells = [
        (round(x0 + (x1 - x0) * at / steps), round(y0 + (y1 - y0) * at / steps)) for at in range(steps + 1)
    ]
    return [cell for cell in dict.fromkeys(cells) if cell not in taken]


def _stroke(drawing: Drawing, edge: Edge, line: list[Cell]) -> None:
    """Draw a line; one that runs down a column is stepped more closely, since cells are twice as high."""
    steep = len(line) > 1 and abs(line[-1][1] - line[0][1]) >= len(line) - 1
    step = (edge.pen.step + 1) // 2 if steep else edge.pen.step
    for x, y in line[:: max(1, step)]:
        drawing.spots[x, y] = Spot(edge.pen.mark, edge.pen.style, edge.key)


def _number(
    drawing: Drawing, edge: Edge, lines: Mapping[str, list[Cell]], taken: set[Cell], numbers: set[Cell]
) -> None:
    """Write a relation's number on its line: where no other line passes and no other number is near."""
    line = lines[edge.key]
    wide = cell_len(edge.label) + 2
    others = {cell for key, cells in lines.items() if key != edge.key for cell in cells}
    best: tuple[float, Cell] | None = None
    for at, (x, y) in enumerate(line):
        left = x - wide // 2
        box = [(left + k, y) for k in range(wide)]
        near = [(left + k, y) for k in (*range(-_APART, 0), *range(wide, wide + _APART))]
        if left < 0 or left + wide > drawing.width or any(cell in taken for cell in box):
            continue
        crowd = sum(cell in others for cell in box)
        middle = abs(at / max(1, len(line) - 1) - 0.5)
        beside = sum(cell in numbers for cell in near)
        cost = crowd * 0.12 + middle + (1 if middle > 0.36 else 0) + beside * 0.3
        if best is None or cost < best[0]:
            best = cost, (left, y)
    if best is None:
        return
    x, y = best[1]
    drawing.write(x, y, f" {edge.label} ", f"{edge.pen.style}-number", edge.key)
    drawing.labels[edge.key] = x, y
    cells = [(x + k, y) for k in range(wide)]
    taken.update(cells)
    numbers.update(cells)
