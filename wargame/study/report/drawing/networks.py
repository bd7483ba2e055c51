"""The tension graph on a ring: thick lines are hostile, thin ones friendly, dashed ones neither."""

from math import cos, pi, sin

from wargame.study.report.drawing.svg import add, canvas, markup, shortened, write
from wargame.study.report.parts import Network

_WIDTH, _HEIGHT = 400, 320
_NAME, _LETTERS = 9, 12
_KINDS = {-1: "hostile", 0: "neutral", 1: "friendly"}
# Where on a line its number stands, by how far apart its ends are: off the middle, where lines cross.
_ALONG = {1: 0.5, 2: 0.27}
_ACROSS = 0.4


def network(one: Network, about: str) -> str:
    """Return a network as SVG."""
    svg = canvas(one.title, about, _WIDTH, _HEIGHT)
    places = [_place(at, len(one.nodes)) for at in range(len(one.nodes))]
    for edge in one.edges:
        (x1, y1), (x2, y2) = places[edge.one], places[edge.other]
        width = 1 + edge.value / 16 if edge.sign < 0 else 1.5
        add(svg, "line", f"edge {_KINDS[edge.sign]}", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=width)
    for at, edge in enumerate(one.edges):
        (x1, y1), (x2, y2) = places[edge.one], places[edge.other]
        said = f"{edge.label}: {edge.value}, {_KINDS[edge.sign]}"
        apart = abs(edge.one - edge.other)
        along = _ALONG.get(min(apart, len(one.nodes) - apart), _ACROSS)
        x, y = x1 + (x2 - x1) * along, y1 + (y2 - y1) * along
        add(svg, "line", "hit wide", x1=x1, y1=y1, x2=x2, y2=y2, data_x=at, data_say=said)
        add(svg, "line", "at glow", x1=x1, y1=y1, x2=x2, y2=y2, data_x=at)
        write(svg, str(edge.value), x, y + 4, "number middle")
    for name, (x, y) in zip(one.nodes, places, strict=True):
        short = shortened(name, _LETTERS)
        half = max(22.0, len(short) * _NAME * 0.42 + 8)
        add(svg, "rect", "node", x=x - half, y=y - 12, width=2 * half, height=24, rx=12)
        write(svg, short, x, y + 4, "name middle")
    return markup(svg)


def _place(at: int, count: int) -> tuple[float, float]:
    turn = 2 * pi * at / count - pi / 2
    return _WIDTH / 2 + (_WIDTH / 2 - 60) * cos(turn), _HEIGHT / 2 + (_HEIGHT / 2 - 24) * sin(turn)
