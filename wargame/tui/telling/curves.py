"""The curve of every relation over the turns, as blocks in the colours of its rungs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import NumberSight
from wargame.play.words import pair_name
from wargame.tui.ink import Piece, firm, piece
from wargame.tui.map_drawing import pens, rung_at

_BLOCKS = " ▁▂▃▄▅▆▇█"
_NAME = 14


def steps(relation: NumberSight, entries: Sequence[Explained], turn: int) -> list[int]:
    """Return a relation at the start of the game and at the end of each turn up to this one."""
    ends: dict[int, int] = {}
    for entry in reversed(entries):
        ends[entry.turn] = entry.after
    values = [relation.value - relation.gained]
    for at in range(1, turn + 1):
        values.append(ends.get(at, values[-1]))
    return values


def curves(
    relations: Sequence[NumberSight],
    history: Mapping[str, Sequence[int]],
    rungs: Sequence[tuple[str, int]],
    turns: int,
    width: int,
    height: int,
) -> list[Piece]:
    """Return a curve for each relation, the hottest first, each of so many rows as fit a height."""
    rows = max(1, min(3, height // max(1, len(relations)) - 1))
    step = max(1, (width - _NAME - 6) // (turns + 1))
    told = [piece(("Tension over the turns, the hottest first", "heading"))]
    for relation in sorted(relations, key=lambda number: -number.value):
        told += _curve(relation, history[relation.id], rungs, rows, step)
    return told


def _curve(
    relation: NumberSight, values: Sequence[int], rungs: Sequence[tuple[str, int]], rows: int, step: int
) -> list[Piece]:
    marks = pens(len(rungs))
    found = []
    cells = _between(values, step)
    for row in reversed(range(rows)):
        parts: list[tuple[str, str]] = []
        for value in cells:
            pen = marks[rung_at(value, rungs)]
            eighths = min(8, max(0, round(value * rows * 8 / 100) - row * 8))
            if row == 0:
                eighths = max(1, eighths)
            parts.append((firm(_BLOCKS[eighths]), pen.style))
        name = pair_name(relation.label)[:_NAME] if row == 0 else ""
        number = firm(f" {relation.value:3}") if row == 0 else ""
        found.append(piece(*parts, (number, "strong"), mark=(firm(name, _NAME), "plain"), key=relation.id))
    return found


def _between(values: Sequence[int], step: int) -> list[int]:
    """Return a value for each cell: those of the turns, `step` cells apart, and a line between them."""
    cells = [
        round(first + (second - first) * at / step)
        for first, second in pairwise(values)
        for at in range(step)
    ]
    return [*cells, values[-1]]
