"""The line at the top: the game, the turn, what happens now, who still decides, the clock."""

from textual import events
from textual.message import Message
from textual.reactive import reactive

from wargame.tui.ink import Run, Runs, fitted, measured, runs
from wargame.tui.row import Row

_CELLS = 8


class Bar(Row):
    """What everybody wants to know at a glance; what matters less is cut first."""

    DEFAULT_CSS = """
    Bar { background: $panel; }
    """

    title: reactive[str] = reactive("")
    where: reactive[str] = reactive("")
    doing: reactive[str] = reactive("")
    left: reactive[float | None] = reactive(None)
    whole: reactive[float] = reactive(0.0)
    paused: reactive[bool] = reactive(False)

    def told(self, width: int) -> Runs:
        """Return the line, the clock at its right end."""
        clock = self._clock()
        room = width - measured(clock) - 1
        parts = runs((f" {self.title}  ", "title"), (f"{self.where}  ", "plain"), (self.doing, "key"))
        if measured(parts) > room:
            parts = runs((f" {self.where}  ", "plain"), (self.doing, "key"))
        parts = fitted(parts, max(1, room))
        return (*parts, Run(" " * max(0, width - measured(parts) - measured(clock))), *clock)

    def _clock(self) -> Runs:
        if self.paused:
            return runs(("clock stopped; P: go on ", "warn"))
        if self.left is None:
            return ()
        seconds = max(0, int(self.left))
        style = "warn" if seconds < 60 else "strong"
        full = round(_CELLS * self.left / self.whole) if self.whole else 0
        full = min(_CELLS, max(0, full))
        return runs(
            (f"{seconds // 60:02}:{seconds % 60:02} ", style),
            ("▮" * full + "▯" * (_CELLS - full) + " ", style),
        )


class Tabs(Row):
    """The panels as tabs, where there is no room for all of them."""

    DEFAULT_CSS = """
    Tabs { background: $surface; }
    """

    class Picked(Message):
        """A tab was clicked."""

        def __init__(self, panel: str) -> None:
            super().__init__()
            self.panel = panel

    front: reactive[str] = reactive("story")
    names: reactive[tuple[tuple[str, str, str], ...]] = reactive(())

    def told(self, width: int) -> Runs:
        """Return the names of the panels, each with its key; closer together where room is short."""
        return runs(*(part for name in self.names for part in self._tab(width, *name)))

    def _tab(self, width: int, panel: str, key: str, name: str) -> tuple[tuple[str, str], ...]:
        told = ((f" {key} ", "key"), (f"{name} ", "chosen" if panel == self.front else "plain"))
        apart = sum(len(key) + len(name) + 4 for _, key, name in self.names)
        return told if 0 < width < apart else (*told, (" ", "plain"))

    def on_click(self, event: events.Click) -> None:
        """Go to the panel whose tab was clicked."""
        event.stop()
        if (panel := self.panel_at(event.x)) is not None:
            self.post_message(self.Picked(panel))

    def panel_at(self, x: int) -> str | None:
        """Return the panel whose tab is at a column."""
        at = 0
        for name in self.names:
            at += measured(runs(*self._tab(self.size.width, *name)))
            if x < at:
                return name[0]
        return None
