"""A saved game in the terminal: read behind a first screen, then walked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from wargame.journal.errors import shown
from wargame.tui.ink import piece
from wargame.tui.memory import Memory
from wargame.tui.reading import ReadsFirst

if TYPE_CHECKING:
    from wargame.content.base import SeatId
    from wargame.play.names import Names
    from wargame.study.notes import Notebook
    from wargame.study.replay import Replay


class ReplayApp(ReadsFirst):
    """A save to be walked."""

    leaving = ("Leave the replay", "The save is as it was; bookmarks and notes are kept")

    class Read(Message):
        """The save is read."""

        def __init__(self, replay: Replay, names: Names, notebook: Notebook, viewer: SeatId) -> None:
            super().__init__()
            self.replay, self.names, self.notebook, self.viewer = replay, names, notebook, viewer

    def __init__(
        self,
        save: Path,
        by: str,
        notes: tuple[Path, ...] = (),
        viewer: str | None = None,
        spoil: bool = False,
        memory: Memory | None = None,
    ) -> None:
        super().__init__(piece("Reading ", (shown(save), "strong"), " …"), memory)
        self._save, self._by, self._notes = save, by, notes
        self._viewer, self._spoil = viewer, spoil

    def read(self) -> Message:
        """Read the save and the notes on it; raises JournalError, NotesError and NoSuchView."""
        from wargame.play.names import Names
        from wargame.study.notes import open_notebook
        from wargame.study.replay import Replay
        from wargame.study.viewing import chosen, countable

        replay = countable(Replay.open(self._save), self._spoil)
        notebook = open_notebook(self._save, replay.promise, self._by, self._notes, replay.numbers)
        names = Names.of(replay.book)
        return self.Read(replay, names, notebook, chosen(replay, self._viewer, self._spoil, names))

    @on(Read)
    def _walk(self, event: Read) -> None:
        from wargame.study.viewing import viewers
        from wargame.tui.replay.screen import ReplayScreen

        self.ready = True
        eyes = viewers(event.replay, self._spoil)
        self.push_screen(ReplayScreen(event.replay, event.names, event.notebook, eyes, event.viewer))
