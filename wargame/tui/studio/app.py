"""The app of the studio: decks are read behind the first frame, and let go of at the end."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from wargame.journal.manuscript import Manuscript
from wargame.lab.checking import Checker
from wargame.tui.frame import Frame
from wargame.tui.ink import piece
from wargame.tui.memory import Memory
from wargame.tui.page import Note
from wargame.tui.studio.bench import Bench


class StudioApp(Frame):
    """Decks to be edited; `refusal` is what made that impossible, `unsaved` the decks left with edits."""

    class Read(Message):
        """The decks are read."""

        def __init__(self, bench: Bench, checker: Checker) -> None:
            super().__init__()
            self.bench, self.checker = bench, checker

    class Impossible(Message):
        """The decks, or their rules, cannot be read."""

        def __init__(self, refusal: Exception) -> None:
            super().__init__()
            self.refusal = refusal

    def __init__(
        self, where: str | None = None, rules: str | None = None, memory: Memory | None = None
    ) -> None:
        super().__init__(memory)
        self._where, self._rules = where, rules
        self._decks: list[Manuscript] = []
        self.refusal: Exception | None = None
        self.ready = False

    @property
    def unsaved(self) -> list[Manuscript]:
        """The decks whose edits are not saved."""
        return [deck for deck in self._decks if deck.changed]

    def compose(self) -> ComposeResult:
        """Say what is being done."""
        yield Note([piece("Reading the decks …")])

    def on_mount(self) -> None:
        """Read the decks behind what is painted already."""
        self.call_after_refresh(self._read)

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        from wargame.content.gather import read_rules
        from wargame.content.problems import ContentError
        from wargame.tui.studio.opening import found

        try:
            path, decks = found(self._where, self._rules)
            rules = read_rules(path)
            if rules.rules is None:
                raise ContentError(rules.problems)
            self._decks = [Manuscript(deck) for deck in decks]
            self.post_message(self.Read(Bench(self._decks, rules.rules), Checker(rules)))
        except Exception as refusal:  # noqa: BLE001 - told by whoever ran the app
            self.post_message(self.Impossible(refusal))

    @on(Impossible)
    def _impossible(self, event: Impossible) -> None:
        self.refusal = event.refusal
        self.exit()

    @on(Read)
    def _begin(self, event: Read) -> None:
        from wargame.tui.studio.screen import StudioScreen

        self.ready = True
        self.push_screen(StudioScreen(event.bench, event.checker))

    def close(self) -> None:
        """Let go of the decks; what is not saved stays beside them."""
        for deck in self._decks:
            deck.close()
