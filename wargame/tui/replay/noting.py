"""Bookmarks and notes on the moment of a replay."""

from collections.abc import Callable

from wargame.study.notes import Notebook, NotesError
from wargame.study.replay import Replay
from wargame.tui.overlay import Overlay
from wargame.tui.replay.walking import Walking
from wargame.tui.replay.write import Write
from wargame.tui.telling import replayed


class Noting(Walking):
    """A screen that looks at one moment, on which a reviewer may write."""

    def __init__(self, replay: Replay, notebook: Notebook) -> None:
        super().__init__(replay)
        self.notebook = notebook

    def show_notes(self) -> None:
        """Show a note that was just written or taken away."""
        raise NotImplementedError

    def action_mark(self) -> None:
        """Set a bookmark on this moment, or take it away."""
        own = self.notebook.own(self.at)
        if own is not None and own.text:
            self.say("There is a note of yours here: O changes it.")
        elif own is not None:
            self._noting(lambda: self.notebook.erase(self.at), "The bookmark is gone.")
        else:
            self._noting(lambda: self.notebook.write(self.at), "A bookmark stands here. A shows all.")

    def action_note(self) -> None:
        """Write a note on this moment."""
        own = self.notebook.own(self.at)
        title = self.replay.moments[self.at].title
        self.app.push_screen(Write(f"A note on: {title}", own.text if own else ""), self._write)

    def _write(self, text: str | None) -> None:
        if text is None:
            return
        if text.strip():
            self._noting(lambda: self.notebook.write(self.at, text), "Noted. A shows all notes.")
        elif self.notebook.own(self.at) is not None:
            self._noting(lambda: self.notebook.erase(self.at), "The note is gone.")

    def _noting(self, change: "Callable[[], None]", done: str) -> None:
        try:
            change()
        except NotesError as no:
            self.say(str(no))
            return
        self.say(done)
        self.show_notes()

    def action_notes(self) -> None:
        """Show all notes and bookmarks, each of which leads to its moment."""
        found = self.notebook.notes
        told = replayed.notes(found, self.replay.moments, len(self.notebook.reviewers))
        self.app.push_screen(Overlay("Notes", told, "Go to what › points at"), self.there)
