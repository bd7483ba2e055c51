"""The time line: every record of a saved game on one line, with what is worth stopping at above it."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from wargame.tui.ink import Run, fitted, runs
from wargame.tui.replay.marks import NOTE, POINT, RUNG, Mark
from wargame.tui.row import Row
from wargame.tui.telling.chart import cell_of, record_of

_STYLES = {NOTE: "secret", RUNG: "warn", POINT: "key"}


class Timeline(Row):
    """Where the game is looked at; a click goes there, and so does a drag; a mark goes to its own record.

    While the mouse is over a mark, the line below says what it is.
    """

    DEFAULT_CSS = """
    Timeline { height: 2; background: $surface; padding: 0 1; }
    """

    class Sought(Message):
        """A place on the line was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    at: reactive[int] = reactive(0)
    marks: reactive[Sequence[Mark]] = reactive[Sequence[Mark]](())
    _over: reactive[Sequence[Mark]] = reactive[Sequence[Mark]](())
    _pressed: int | None = None

    def set_up(self, records: int, turns: Sequence[tuple[int, int]]) -> None:
        """Say how many records there are, and the record with which each turn begins."""
        self._records, self._turns = records, turns

    @property
    def _cells(self) -> int:
        return max(1, self.content_size.width)

    def render_line(self, y: int) -> Strip:
        """Draw the marks, and under them the line with its turns, or what the mark under the mouse is."""
        below = fitted(self._said(), self._cells) if self._over else self._line()
        return self.strip(self._marked() if y == 0 else below, self.size.width)

    def _marked(self) -> list[Run]:
        found = [" "] * self._cells
        for mark in reversed(self.marks):
            found[self._cell(mark)] = mark.sign
        return [Run(mark, _STYLES.get(mark, "plain")) for mark in found]

    def _said(self) -> list[Run]:
        told = [((f"{mark.sign} ", _STYLES[mark.sign]), f"{mark.words}  ") for mark in self._over]
        return [run for parts in told for run in runs(*parts)]

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
        """Go to the mark or the place that was pressed, and follow the mouse until it is let go."""
        self.capture_mouse()
        self._pressed = event.x
        if found := self._under(event):
            records = list(dict.fromkeys(mark.at for mark in found))
            # Several records share a cell: each click goes on to the next of them.
            after = records.index(self.at) + 1 if self.at in records else 0
            self._post(records[after % len(records)])
        else:
            self._seek(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while it is held; else say what the mark under it is."""
        if self.app.mouse_captured is not self:
            self._over = self._under(event)
        elif event.x != self._pressed:
            self._pressed = None
            self._seek(event.x)

    def on_mouse_up(self) -> None:
        """Let go of the mouse."""
        self.release_mouse()

    def on_leave(self) -> None:
        """Show the line again."""
        self._over = ()

    def _under(self, event: events.MouseEvent) -> Sequence[Mark]:
        """Return the marks under the mouse, or close beside it, since a mark is one cell wide."""
        cell = event.x - 1
        near = [mark for mark in self.marks if abs(self._cell(mark) - cell) <= 1] if event.y == 0 else []
        closest = min((abs(self._cell(mark) - cell) for mark in near), default=0)
        return [mark for mark in near if abs(self._cell(mark) - cell) == closest]

    def _cell(self, mark: Mark) -> int:
        return cell_of(mark.at, self._records, self._cells)

    def _seek(self, x: int) -> None:
        cell = min(self._cells - 1, max(0, x - 1))
        self._post(record_of(cell, self._records, self._cells))

    def _post(self, at: int) -> None:
        if at != self.at:
            self.post_message(self.Sought(at))
