"""A waterfall: where a number stood, what each cause added or took, and where it came to stand."""

from wargame.study.report.drawing.svg import add, canvas, markup, shortened, write
from wargame.study.report.parts import Waterfall

_WIDTH, _ROW, _LABEL, _LETTERS, _PAD, _AXIS = 720, 22, 392, 62, 30, 16


def waterfall(chart: Waterfall) -> str:
    """Return a waterfall as SVG."""
    rows = [("At the start", 0, chart.start, "whole")]
    level = chart.start
    for label, points in chart.steps:
        rows.append((label, level, level + points, "more" if points > 0 else "less"))
        level += points
    rows.append((str(chart.table.rows[-1][0]), 0, chart.end, "whole"))
    reached = [value for _, before, after, kind in rows for value in (before, after) if kind != "whole"]
    low, high = min(reached, default=0), max(reached, default=100)
    low, high = min(low, chart.start, chart.end) - 2, max(high, chart.start, chart.end)
    svg = canvas(chart.title, chart.about, _WIDTH, _ROW * len(rows) + 8 + _AXIS)

    def x(value: float) -> float:
        return _LABEL + (_WIDTH - _LABEL - _PAD - 20) * (value - low) / ((high - low) or 1) + 20

    bottom = 8 + _ROW * len(rows)
    for tick in range(-(-low // _step(high - low)) * _step(high - low), high + 1, _step(high - low)):
        add(svg, "line", "grid", x1=x(tick), y1=4, x2=x(tick), y2=bottom)
        write(svg, str(tick), x(tick), bottom + 11, "axis middle")
    for at, (label, before, after, kind) in enumerate(rows):
        y = 4 + at * _ROW
        # The axis need not begin at nought, so a level is a mark: the length of a bar would say nothing.
        left, right = (x(after) - 2, x(after) + 2) if kind == "whole" else sorted((x(before), x(after)))
        write(svg, shortened(label, _LETTERS), _LABEL - 6, y + 14, "label end")
        add(svg, "rect", f"bar {kind}", x=left, y=y + 3, width=max(1.0, right - left), height=_ROW - 8)
        if at + 1 < len(rows):
            add(svg, "line", "rule", x1=x(after), y1=y + 3, x2=x(after), y2=y + 3 + _ROW)
        said = str(after) if kind == "whole" else f"{after - before:+d}"
        write(svg, said, right + 4, y + 14, "value")
        add(svg, "rect", "hit", x=0, y=y, width=_WIDTH, height=_ROW, data_x=at, data_say=f"{label}: {said}")
        add(svg, "rect", "at row", x=0, y=y, width=_WIDTH, height=_ROW, data_x=at)
    return markup(svg)


def _step(span: int) -> int:
    """Return from how many points to how many the axis has a mark."""
    return next((step for step in (1, 2, 5, 10, 20) if span <= 8 * step), 50)
