"""The time line: every record of a saved game on one line, with what is worth stopping at above it."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from wargame.tui.ink import Run, runs
from wargame.tui.row import Row
from wargame.tui.telling.chart import cell_of, record_of

NOTE, RUNG, POINT = "◆", "!", "▲"
_STYLES = {NOTE: "secret", RUNG: "warn", POINT: "key"}


class Timeline(Row):
    """Where the game is looked at; a click goes there, and so does a drag."""

    DEFAULT_CSS = """
    Timeline { height: 2; background: $surface; padding: 0 1; }
    """

    class Sought(Message):
        """A place on the line was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    at: reactive[int] = reactive(0)
    marks: reactive[Mapping[int, str]] = reactive[Mapping[int, str]]({})

    def set_up(self, records: int, turns: Sequence[tuple[int, int]]) -> None:
        """Say how many records there are, and the record with which each turn begins."""
        self._records, self._turns = records, turns

    @property
    def _cells(self) -> int:
        return max(1, self.content_size.width)

    def render_line(self, y: int) -> Strip:
        """Draw the marks, and under them the line with its turns."""
        told = self._marked() if y == 0 else self._line()
        return self.strip(told, self.size.width)

    def _marked(self) -> list[Run]:
        found = [" "] * self._cells
        for at, mark in self.marks.items():
            found[cell_of(at, self._records, self._cells)] = mark
        return [Run(mark, _STYLES.get(mark, "plain")) for mark in found]

    def _line(self) -> list[Run]:
        line = ["─"] * self._cells
        free = 0
        for turn, at in self._turns:
            start, number = cell_of(at, self._records, self._cells), str(turn)
            # Two numbers that touch would read as one.
            if free <= start <= self._cells - len(number):
                line[start : start + len(number)] = number
                free = start + len(number) + 1
        here = cell_of(self.at, self._records, self._cells)
        before, after = "".join(line[:here]), "".join(line[here + 1 :])
        return list(runs((before, "key"), ("●", "chosen"), (after, "muted")))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to where the line was pressed, and follow the mouse until it is let go."""
        self.capture_mouse()
        self._seek(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while it is held."""
        if self.app.mouse_captured is self:
            self._seek(event.x)

    def on_mouse_up(self) -> None:
        """Let go of the mouse."""
        self.release_mouse()

    def _seek(self, x: int) -> None:
        cell = min(self._cells - 1, max(0, x - 1))
        at = record_of(cell, self._records, self._cells)
        if at != self.at:
            self.post_message(self.Sought(at))
