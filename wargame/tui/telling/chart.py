"""Every relation over the whole of a saved game, with the moment that is looked at marked."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import groupby

from wargame.play.words import pair_name
from wargame.study.replay import Series
from wargame.tui.ink import Piece, firm, piece
from wargame.tui.map_drawing import pens, rung_at

_BLOCKS = "▁▂▃▄▅▆▇█"
_NAME, _NUMBER = 14, 5


def chart(
    series: Mapping[str, Series],
    labels: Mapping[str, str],
    rungs: Sequence[tuple[str, int]],
    records: int,
    at: int,
    width: int,
) -> list[Piece]:
    """Return a line for each relation, the hottest at the moment first; the moment's cell stands out."""
    cells = max(1, width - _NAME - _NUMBER)
    here = cell_of(at, records, cells)
    marks = pens(len(rungs))
    now = {name: value_at(own, at) for name, own in series.items()}
    told = [piece(("Tension from start to end", "heading"))]
    for name in sorted(now, key=lambda name: -now[name]):
        values = [value_at(series[name], record_of(cell, records, cells)) for cell in range(cells)]
        values[here] = now[name]
        drawn = [
            (
                _BLOCKS[min(7, value * 8 // 100)],
                "chosen" if cell == here else marks[rung_at(value, rungs)].style,
            )
            for cell, value in enumerate(values)
        ]
        same = groupby(drawn, key=lambda one: one[1])
        parts = [("".join(block for block, _ in run), style) for style, run in same]
        label = pair_name(labels[name])[:_NAME]
        number = (firm(f" {now[name]:3}"), "strong")
        told.append(piece(*parts, number, mark=(firm(label, _NAME), "plain"), key=name))
    return told


def value_at(series: Series, at: int) -> int:
    """Return a number after a record."""
    return series.points[bisect_right(series.points, at, key=lambda point: point[0]) - 1][1]


def cell_of(at: int, records: int, cells: int) -> int:
    """Return the cell that stands for a record, where so many cells stand for so many records."""
    return at * cells // records


def record_of(cell: int, records: int, cells: int) -> int:
    """Return the last record that a cell stands for."""
    return max(0, -(-(cell + 1) * records // cells) - 1)
