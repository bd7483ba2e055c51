"""Small line charts that share their axes, so that they can be compared at a glance."""

from xml.etree.ElementTree import Element

from wargame.study.report.drawing.svg import add, canvas, markup, write
from wargame.study.report.parts import Line, Panel, Panels

_WIDTH, _HEIGHT = 240, 132
_LEFT, _RIGHT, _TOP, _BOTTOM = 26, 232, 12, 114


def panel(chart: Panels, one: Panel) -> str:
    """Return one panel as SVG."""
    svg = canvas(one.title, f"{one.title}: {one.note}. {chart.about}", _WIDTH, _HEIGHT)
    marks = chart.levels or (("", chart.low), ("", (chart.low + chart.high) / 2), ("", chart.high))
    for at, (_, level) in enumerate(marks):
        y = _y(chart, level)
        if chart.levels and at % 2:
            above = _y(chart, marks[at + 1][1] if at + 1 < len(marks) else chart.high)
            add(svg, "rect", "band", x=_LEFT, y=above, width=_RIGHT - _LEFT, height=y - above)
        add(svg, "line", "grid", x1=_LEFT, y1=y, x2=_RIGHT, y2=y)
        write(svg, f"{level:g}", _LEFT - 4, y + 3, "axis end")
    _ticks(chart, svg)
    for line in one.lines:
        _line(chart, svg, line)
    _hits(chart, svg, one)
    return markup(svg)


def _x(chart: Panels, column: float) -> float:
    return _LEFT + 6 + (_RIGHT - _LEFT - 12) * column / max(1, len(chart.columns) - 1)


def _y(chart: Panels, value: float) -> float:
    share = (value - chart.low) / ((chart.high - chart.low) or 1)
    return _BOTTOM - (_BOTTOM - _TOP) * share


def _ticks(chart: Panels, svg: Element) -> None:
    for column, tick in enumerate(chart.ticks):
        write(svg, tick, _x(chart, column), _HEIGHT - 5, "axis middle")


def _line(chart: Panels, svg: Element, line: Line) -> None:
    points = [(_x(chart, column), _y(chart, value)) for column, value in line.points]
    add(svg, "polyline", f"line {line.style}", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points))
    if line.style == "main":
        for x, y in points:
            add(svg, "circle", "dot", cx=x, cy=y, r=2)


def _hits(chart: Panels, svg: Element, one: Panel) -> None:
    """Add, for each column, what is lit up when it is pointed at, and where it can be pointed at."""
    main = next(line for line in one.lines if line.style == "main")
    values = dict(main.points)
    wide = (_RIGHT - _LEFT) / max(1, len(chart.columns))
    for column, said in enumerate(chart.columns):
        x = _x(chart, column)
        lit = add(svg, "g", "at", data_x=column)
        if column in values:
            y = _y(chart, values[column])
            add(lit, "line", "rule", x1=x, y1=_TOP, x2=x, y2=_BOTTOM)
            add(lit, "circle", "dot", cx=x, cy=y, r=3.5)
            number = values[column]
            text = f"{number:.2f}" if number % 1 else f"{number:.0f}"
            place = y - 6 if y > _TOP + 12 else y + 13
            write(lit, text, min(max(x, _LEFT + 10), _RIGHT - 10), place, "value middle")
        add(svg, "rect", "hit", x=x - wide / 2, y=0, width=wide, height=_HEIGHT, data_x=column, data_say=said)
