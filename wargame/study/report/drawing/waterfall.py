"""A waterfall: where a number stood, what each cause added or took, and where it came to stand."""

from wargame.study.report.drawing.svg import add, canvas, markup, shortened, write
from wargame.study.report.parts import Waterfall

_WIDTH, _ROW, _LABEL, _LETTERS, _PAD = 720, 22, 392, 62, 30


def waterfall(chart: Waterfall) -> str:
    """Return a waterfall as SVG."""
    rows = [("At the start", 0, chart.start, "whole")]
    level = chart.start
    for label, points in chart.steps:
        rows.append((label, level, level + points, "more" if points > 0 else "less"))
        level += points
    rows.append(("At the end", 0, chart.end, "whole"))
    reached = [value for _, before, after, kind in rows for value in (before, after) if kind != "whole"]
    low, high = min(reached, default=0), max(reached, default=100)
    low, high = min(low, chart.start, chart.end) - 2, max(high, chart.start, chart.end)
    svg = canvas(chart.title, chart.about, _WIDTH, _ROW * len(rows) + 8)

    def x(value: float) -> float:
        return _LABEL + (_WIDTH - _LABEL - _PAD - 20) * (value - low) / ((high - low) or 1) + 20

    for at, (label, before, after, kind) in enumerate(rows):
        y = 4 + at * _ROW
        left, right = sorted((x(low if kind == "whole" else before), x(after)))
        write(svg, shortened(label, _LETTERS), _LABEL - 6, y + 14, "label end")
        add(svg, "rect", f"bar {kind}", x=left, y=y + 3, width=max(1.0, right - left), height=_ROW - 8)
        if at + 1 < len(rows):
            add(svg, "line", "rule", x1=x(after), y1=y + 3, x2=x(after), y2=y + 3 + _ROW)
        said = str(after) if kind == "whole" else f"{after - before:+d}"
        write(svg, said, right + 4, y + 14, "value")
        add(svg, "rect", "hit", x=0, y=y, width=_WIDTH, height=_ROW, data_x=at, data_say=f"{label}: {said}")
        add(svg, "rect", "at row", x=0, y=y, width=_WIDTH, height=_ROW, data_x=at)
    return markup(svg)
