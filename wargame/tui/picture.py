"""The seat's picture: map, numbers and desk in one column, and the curves where there is room for them."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from wargame.engine.sight_parts import Sight
from wargame.play.connection import Connection
from wargame.play.names import Names
from wargame.tui.ink import Piece
from wargame.tui.map import TensionMap
from wargame.tui.page import Page
from wargame.tui.telling import board, curves


class Picture(Vertical):
    """What a seat can see of the world, whatever happens beside it."""

    def compose(self) -> ComposeResult:
        """Lay the panels out in the order in which Tab visits them."""
        yield TensionMap(id="map")
        with Container(id="under"):
            yield Page(id="numbers")
            yield Page(id="desk")

    def on_mount(self) -> None:
        """Name the panels."""
        for panel, title in (("map", "Graph"), ("numbers", "Numbers"), ("desk", "Desk")):
            self.query_one(f"#{panel}").border_title = title

    def set_up(self, names: Names) -> None:
        """Say which actors and rungs there are."""
        self._rungs = names.rungs
        self.query_one("#map", TensionMap).set_up(tuple(names.actors.items()), names.rungs)

    def show(self, sight: Sight, new: Sequence[Piece]) -> None:
        """Show map, numbers and desk; `new` is what stands first on the desk."""
        self.query_one("#map", TensionMap).show(
            {relation.id: relation.value for relation in sight.relations},
            {relation.id: relation.moved for relation in sight.relations},
        )
        self.query_one("#numbers", Page).show(board.numbers(sight, self._rungs), top=False)
        self.query_one("#desk", Page).show([*new, *board.news(sight)])


class Curves(Page):
    """The curve of every relation, on a screen that is large enough."""

    def on_mount(self) -> None:
        """Name the panel."""
        self.border_title = "Curves"

    def draw(self, sight: Sight, reader: Connection, names: Names) -> None:
        """Draw the curves, if they are shown at all."""
        if not self.display:
            return
        history = {
            relation.id: curves.steps(relation, reader.why(relation.id), sight.turn)
            for relation in sight.relations
        }
        width, height = self.scrollable_content_region.size
        told = curves.curves(sight.relations, history, names.rungs, sight.turns, width, height)
        self.show(told, top=False)
