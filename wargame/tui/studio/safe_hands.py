"""The safe hands of the studio: steps back, saving, and files that another program changes meanwhile."""

from pathlib import Path

from wargame.content.editing.lines import Text
from wargame.content.text import visible
from wargame.journal.errors import shown
from wargame.journal.manuscript import ChangedMeanwhile, EditError, Manuscript
from wargame.lab.checking import Checker
from wargame.tui.studio.bench import Bench
from wargame.tui.studio.typed import Typed
from wargame.tui.studio.versions import Versions
from wargame.tui.studio.yaml_pane import YamlPane
from wargame.tui.telling import studio as telling

LOOKS = 3.0
"""Seconds between two looks at whether another program changed a file."""


class SafeHands(Typed):
    """Loses nothing: what was typed can be taken back, and no file is written over another's work."""

    def __init__(self, bench: Bench, checker: Checker) -> None:
        super().__init__(bench, checker)
        self._told: set[Path] = set()

    def look_out(self) -> None:
        """See now, and again and again, whether another program changed a file."""
        self.set_interval(LOOKS, self._look)
        self._look()

    def action_step(self, by: int) -> None:
        """Take a step back, or do it again; a field that is open stays so, with what it holds now."""
        self.take_typed()
        place, start = self.editing, self.bench.start
        before = self.bench.deck.text
        self.leave_field()
        if self.tried(self.bench.undo if by < 0 else self.bench.redo):
            self.show_edit()
            own = [row for row in self.fields if row.location == place and row.text is not None]
            if own and start == self.bench.start:
                self.fill(own[0])
            elif self.focused is not self.query_one("#yaml"):
                self._show_step(before, by)

    def _show_step(self, before: Text, by: int) -> None:
        """Point at the row that a step changed, and say what it was; in the YAML it shows by itself."""
        step = before.change(0, len(before.lines), self.bench.deck.text.bare)
        line = step.at - self.bench.start
        rows = [row for row in self.fields if row.line <= line]
        if rows:
            self.reveal(rows[-1])
        self.query_one("#yaml", YamlPane).move_cursor((max(0, line), 0))
        card = self.bench.at(self.bench.start)
        name = card.part.id if card is not None else ""
        self.say(telling.stepped("Undone" if by < 0 else "Done again", name, step.old, step.new))

    def action_save(self) -> None:
        """Save every deck that was changed and can be; then show the versions of the others."""
        changed = [each for each in self.bench.decks.values() if each.changed]
        saved: list[str] = []
        told: list[str] = [] if changed else ["Nothing was changed since the last save."]
        others: list[tuple[Manuscript, str]] = []
        for each in changed:
            try:
                each.save()
                saved.append(visible(shown(each.path)))
            except ChangedMeanwhile as other:
                others.append((each, other.theirs))
            except EditError as no:
                told.append(str(no))
        if saved:
            still = f", with {self._doing(0)}" if self.found.problems or self.found.warnings else ""
            told.insert(0, f"Saved: {', '.join(saved)}{still}.")
        self.show()
        self._show_cards()
        self._ask_needle()
        for deck, theirs in reversed(others):  # each lies over those behind it
            self._compare(deck, theirs)
        if told:
            self.say(" ".join(told))

    def _look(self) -> None:
        """See whether another program changed a file; it is said once."""
        if self.app.screen is not self:
            return
        for each in self.bench.decks.values():
            try:
                theirs = each.theirs if each.theirs is not None else each.look()
            except EditError:
                continue
            if theirs is None:
                self._told.discard(each.path)
            elif not each.changed and theirs.strip():
                self._take_anew(each)
            elif each.path not in self._told:
                self._told.add(each.path)
                self._compare(each, theirs)
                return

    def _take_anew(self, deck: Manuscript) -> None:
        self.take_typed()
        if not deck.changed and self.tried(lambda: self.bench.follow(deck)):
            self.leave_field()
            self.show_edit()
            self.say(f"{deck.path.name} was changed by another program: you see it as it is now.")

    def _compare(self, deck: Manuscript, theirs: str) -> None:
        def chosen(which: str | None) -> None:
            if which == "mine":
                self.tried(deck.keep_mine)
            elif which == "theirs" and self.tried(deck.take_theirs):
                self.bench.settle()
                self.leave_field()  # it held what the file no longer does
            if which is not None:
                self._told.discard(deck.path)
                self.show_edit()

        own = Versions(shown(deck.path), deck.text.bare, Text.of(theirs).bare)
        self.app.push_screen(own, chosen)
