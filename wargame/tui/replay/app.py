"""A saved game in the terminal: read behind a first screen, then walked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wargame.journal.errors import shown
from wargame.tui.frame import Frame
from wargame.tui.ink import piece
from wargame.tui.memory import Memory
from wargame.tui.page import Note

if TYPE_CHECKING:
    from wargame.content.base import SeatId
    from wargame.play.names import Names
    from wargame.study.notes import Notebook
    from wargame.study.replay import Replay


class ReplayApp(Frame):
    """A save to be walked; `refusal` is what made that impossible."""

    class Read(Message):
        """The save is read."""

        def __init__(self, replay: Replay, names: Names, notebook: Notebook, viewer: SeatId) -> None:
            super().__init__()
            self.replay, self.names, self.notebook, self.viewer = replay, names, notebook, viewer

    class Impossible(Message):
        """The save, or notes on it, cannot be read."""

        def __init__(self, refusal: Exception) -> None:
            super().__init__()
            self.refusal = refusal

    def __init__(
        self,
        save: Path,
        by: str,
        notes: tuple[Path, ...] = (),
        viewer: str | None = None,
        spoil: bool = False,
        memory: Memory | None = None,
    ) -> None:
        super().__init__(memory)
        self._save, self._by, self._notes = save, by, notes
        self._viewer, self._spoil = viewer, spoil
        self.refusal: Exception | None = None
        self.ready = False

    def compose(self) -> ComposeResult:
        """Say what is being read."""
        yield Note([piece("Reading ", (shown(self._save), "strong"), " …")])

    def on_mount(self) -> None:
        """Read the save behind what is painted already."""
        self.call_after_refresh(self._read)

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        from wargame.play.names import Names
        from wargame.study.notes import open_notebook
        from wargame.study.replay import Replay
        from wargame.study.viewing import chosen

        try:
            replay = Replay.open(self._save)
            notebook = open_notebook(self._save, replay.promise, self._by, self._notes)
            names = Names.of(replay.book)
            viewer = chosen(replay, self._viewer, self._spoil, names)
            self.post_message(self.Read(replay, names, notebook, viewer))
        except Exception as refusal:  # noqa: BLE001 - told by whoever ran the app
            self.post_message(self.Impossible(refusal))

    @on(Impossible)
    def _impossible(self, event: Impossible) -> None:
        self.refusal = event.refusal
        self.exit()

    @on(Read)
    def _walk(self, event: Read) -> None:
        from wargame.study.viewing import viewers
        from wargame.tui.replay.screen import ReplayScreen

        self.ready = True
        eyes = viewers(event.replay, self._spoil)
        self.push_screen(ReplayScreen(event.replay, event.names, event.notebook, eyes, event.viewer))
