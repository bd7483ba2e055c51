"""The app of the studio: decks are read behind the first frame, and let go of at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual import on
from textual.message import Message

from wargame.journal.manuscript import Manuscript
from wargame.lab.checking import Checker
from wargame.tui.ink import piece
from wargame.tui.memory import Memory
from wargame.tui.studio.bench import Bench
from wargame.tui.studio.in_order import InOrder


class StudioApp(InOrder):
    """Decks to be edited; `unsaved` are those that are left with edits."""

    leaving = ("Leave the studio", "What is not saved is there again the next time")

    class Read(Message):
        """The decks are read."""

        def __init__(self, bench: Bench, checker: Checker, others: Mapping[Path, Sequence[Path]]) -> None:
            super().__init__()
            self.bench, self.checker, self.others = bench, checker, others

    def __init__(
        self, where: str | None = None, rules: str | None = None, memory: Memory | None = None
    ) -> None:
        super().__init__(piece("Reading the decks …"), memory)
        self._where, self._rules = where, rules
        self._decks: list[Manuscript] = []

    @property
    def unsaved(self) -> list[Manuscript]:
        """The decks whose edits are not saved."""
        return [deck for deck in self._decks if deck.changed]

    def read(self) -> Message:
        """Read the decks and their rules; raises ContentError and EditError."""
        from wargame.content.gather import read_rules
        from wargame.content.problems import ContentError
        from wargame.tui.studio.opening import found

        opened = found(self._where, self._rules)
        rules = read_rules(opened.rules)
        if rules.rules is None:
            raise ContentError(rules.problems)
        self._decks = [Manuscript(deck) for deck in opened.decks]
        return self.Read(Bench(self._decks, rules.rules), Checker(rules), opened.others)

    @on(Read)
    def _begin(self, event: Read) -> None:
        from wargame.tui.studio.screen import StudioScreen

        self.ready = True
        self.push_screen(StudioScreen(event.bench, event.checker, event.others))

    def close(self) -> None:
        """Let go of the decks; what is not saved stays beside them."""
        for deck in self._decks:
            deck.close()
