"""The tension graph on its canvas: what moved stands out, and a relation can be pointed at and picked."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from wargame.content.text import one_line
from wargame.tui.ink import Run, fitted, measured, runs
from wargame.tui.inked import Inked
from wargame.tui.map_drawing import Drawing, Edge, Spot, draw, pens, rung_at

_LONGEST_NAME = 12
_LEGENDS = ((20, "  ", True), (20, " ", True), (20, "  ", False), (20, " ", False), (8, " ", False))
"""Ways to write the legend, the fullest first: the longest name, what parts two, and where a rung begins."""

_NOTHING = Spot(" ", "plain", None)


class TensionMap(Inked, Widget, can_focus=True):
    """Actors on a stable ellipse, and every relation in its rung's character and colour with its number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,j", "point(1)", "Next relation", show=False),
        Binding("left,up,k", "point(-1)", "Relation before", show=False),
        Binding("enter", "pick", "Explain", show=False),
    ]

    class Pointed(Message):
        """Another relation is pointed at."""

    class Picked(Message):
        """A relation was picked, by Enter or by a click."""

        def __init__(self, map: "TensionMap", key: str) -> None:
            super().__init__()
            self.map, self.key = map, key

        @property
        def control(self) -> "TensionMap":
            """The map."""
            return self.map

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actors: tuple[tuple[str, str], ...] = ()
        self._rungs: tuple[tuple[str, int], ...] = ()
        self._values: Mapping[str, int] = {}
        self._moved: Mapping[str, int] = {}
        self._order: tuple[str, ...] = ()
        self._pointed: str | None = None
        self._drawing: Drawing | None = None
        self._drawn_for = (0, 0)

    @property
    def pointed(self) -> str | None:
        """The relation that is pointed at."""
        return self._pointed

    def set_up(self, actors: Sequence[tuple[str, str]], rungs: Sequence[tuple[str, int]]) -> None:
        """Say which actors there are (id and short name), and where each rung begins."""
        self._actors = tuple((actor, one_line(name, _LONGEST_NAME)) for actor, name in actors)
        self._rungs = tuple(rungs)

    def show(self, values: Mapping[str, int], moved: Mapping[str, int]) -> None:
        """Show the tension of each relation, and how far it moved of late."""
        if (values, moved) == (self._values, self._moved) and self._drawing is not None:
            return
        hottest = self._pointed == next(iter(self._order), None)
        self._values, self._moved = dict(values), dict(moved)
        self._order = tuple(sorted(values, key=lambda key: -values[key]))
        if hottest or self._pointed not in values:
            self._pointed = next(iter(self._order), None)
        self._drawing = None
        self.refresh()

    def forget(self) -> None:
        """Leave nothing of where one looked last."""
        self._pointed = next(iter(self._order), None)
        self.refresh()

    def rung_of(self, value: int) -> int:
        """Return which rung a tension lies on, counted from the coolest."""
        return rung_at(value, self._rungs)

    def action_point(self, by: int) -> None:
        """Point at the next hottest relation, or at the one before."""
        if self._pointed in self._order:
            at = (self._order.index(self._pointed) + by) % len(self._order)
            self._point_at(self._order[at])

    def action_pick(self) -> None:
        """Pick the relation that is pointed at."""
        if self._pointed is not None:
            self.post_message(self.Picked(self, self._pointed))

    def on_click(self, event: events.Click) -> None:
        """Pick the relation whose line or number was clicked."""
        at = event.get_content_offset(self)
        key = self._drawn().key_at(at.x, at.y) if at is not None else None
        if key is not None:
            event.stop()
            self._point_at(key)
            self.post_message(self.Picked(self, key))

    def _point_at(self, key: str) -> None:
        """Point at another relation, and draw only the lines that hold the two numbers."""
        labels = self._drawn().labels
        lines = {labels[name][1] for name in (self._pointed, key) if name in labels}
        self._pointed = key
        self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))
        self.post_message(self.Pointed())

    def watch_has_focus(self, _focused: bool) -> None:
        """Show the pointer where the keys go."""
        super().watch_has_focus(_focused)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return as many rows as the map likes for a width, its legend among them."""
        return max(9, min(34, width * 17 // 54 + 2))

    def render_line(self, y: int) -> Strip:
        """Draw one line; the last is the legend."""
        width, height = self.size
        if y == height - 1:
            return self.strip(fitted(self._legend(), width), width)
        drawing = self._drawn()
        told: list[Run] = []
        for x in range(width):
            spot = drawing.spots.get((x, y), _NOTHING)
            style = self._style_of(spot)
            if told and told[-1].style == style:
                told[-1] = Run(told[-1].text + spot.letter, style)
            else:
                told.append(Run(spot.letter, style))
        return self.strip(told, width)

    def _style_of(self, spot: Spot) -> str:
        """Return how a spot looks: the number that moved of late, and the one pointed at, stand out."""
        if spot.key is None or not spot.style.endswith("-number"):
            return spot.style
        if self.has_focus and spot.key == self._pointed:
            return spot.style.replace("-number", "-pointed")
        return spot.style.replace("-number", "-moved") if self._moved.get(spot.key) else spot.style

    def _drawn(self) -> Drawing:
        width, height = self.size.width, self.size.height - 1
        if self._drawing is None or self._drawn_for != (width, height):
            self._drawn_for = width, height
            marks = pens(len(self._rungs))
            edges = []
            for key, value in self._values.items():
                one, other = key.split("-")
                moved = self._moved.get(key, 0)
                arrow = "" if moved == 0 else "▲" if moved > 0 else "▼"
                rung = self.rung_of(value)
                edges.append(Edge(key, one, other, f"{value}{arrow}", marks[rung], value))
            self._drawing = draw(width, height, self._actors, edges)
        return self._drawing

    def _legend(self) -> Sequence[Run]:
        """Return the rungs, hottest first, each with its character, as much of it as there is room for."""
        marks = pens(len(self._rungs))
        rungs = [(marks[at], name, start) for at, (name, start) in reversed(list(enumerate(self._rungs)))]
        width = self.size.width
        told: Sequence[Run] = ()
        for longest, gap, starts in _LEGENDS:
            parts = [
                (
                    f"{pen.mark} {one_line(name, longest)}{f' {start}+' if starts and start else ''}{gap}",
                    pen.style,
                )
                for pen, name, start in rungs
            ]
            last, style = parts[-1]
            told = runs(*parts[:-1], (last.rstrip(), style))
            if measured(told) <= width:
                break
        return runs((" " * max(0, (width - measured(told)) // 2), "plain"), *told)
