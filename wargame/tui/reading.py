"""An app that reads files behind its first frame, before it can show what it is for."""

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wargame.tui.frame import Frame
from wargame.tui.ink import Piece
from wargame.tui.memory import Memory
from wargame.tui.page import Note


class ReadsFirst(Frame):
    """Says what it reads, and reads it; `refusal` is what made that impossible, `ready` that it is read."""

    class Impossible(Message):
        """What was to be read cannot be."""

        def __init__(self, refusal: Exception) -> None:
            super().__init__()
            self.refusal = refusal

    def __init__(self, said: Piece, memory: Memory | None = None) -> None:
        super().__init__(memory)
        self._said = said
        self.refusal: Exception | None = None
        self.ready = False

    def compose(self) -> ComposeResult:
        """Say what is being read."""
        yield Note([self._said])

    def on_mount(self) -> None:
        """Read behind what is painted already."""
        self.call_after_refresh(self._read)

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        try:
            self.post_message(self.read())
        except Exception as refusal:  # noqa: BLE001 - told by whoever ran the app
            self.post_message(self.Impossible(refusal))

    def read(self) -> Message:
        """Read, in a thread; return the message that brings it, or raise what made it impossible."""
        raise NotImplementedError

    @on(Impossible)
    def _impossible(self, event: Impossible) -> None:
        self.refusal = event.refusal
        self.exit()
