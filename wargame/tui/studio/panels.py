"""The panels of the studio: one card as list, form, YAML, preview and problems, as the bench has it now."""

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.timer import Timer

from wargame.content.base import CardId
from wargame.content.cards import Card
from wargame.content.editing.lines import Text
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import Location
from wargame.content.scenario import Scenario
from wargame.content.text import visible
from wargame.lab.checking import Checker, Found
from wargame.lab.staged import Staged
from wargame.tui.bar import Bar, Tabs
from wargame.tui.ink import Piece, piece
from wargame.tui.keys import Keys
from wargame.tui.page import Page
from wargame.tui.saying import Says
from wargame.tui.studio.bench import Bench, Listed, Place
from wargame.tui.studio.broken import TellsFaults
from wargame.tui.studio.fields import Field, problem_at, rows
from wargame.tui.studio.form import Form, pieces
from wargame.tui.studio.hint import FieldArea, Hint
from wargame.tui.studio.leading import LeadsPage
from wargame.tui.studio.listing import PROBLEM_MARK, WARNING_MARK, has, listing
from wargame.tui.studio.needle import NeedlePanel
from wargame.tui.studio.on_stage import OnStage, Stage, fitting
from wargame.tui.studio.yaml_pane import YamlPane
from wargame.tui.telling import studio as telling
from wargame.tui.telling.leads import leads

SETTLES = 0.15
"""Seconds without a key press after which decks are checked."""
LIST = 32
"""Cells of the list beside other panels."""


class Panels(TellsFaults, Says, OnStage):
    """Shows what is on the bench, and what a check off this thread found of it."""

    class Checked(Message):
        """A check is done; what it found is about the bench at that step."""

        def __init__(self, found: Found, staged: Staged | None, step: int) -> None:
            super().__init__()
            self.found, self.staged, self.step = found, staged, step

    def __init__(self, bench: Bench, checker: Checker) -> None:
        super().__init__()
        self.bench, self.checker = bench, checker
        self.found = Found()
        self.others = ""
        self.fields: list[Field] = []
        self.folded: set[str] = set()
        self.editing: Location | None = None
        self._saved: tuple[dict[Path, str], Scenario | None] | None = None
        self._step = 0
        self._known = -1
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the panels out in the order in which Tab visits them."""
        # Textual says so only after the first frame, which would be drawn for another size.
        self.add_class(*fitting(self.app.size), "front-cards")
        yield Bar(id="bar")
        yield Tabs(id="tabs")
        with Container(id="board"):
            with Vertical(id="left"):
                yield FieldArea("words, or ↓ to choose", id="filter")
                yield Hint(id="finds")
                yield Page(id="cards")
            with Vertical(id="middle"):
                yield Form(id="form")
                yield LeadsPage(id="leads")
                yield FieldArea("", id="field")
                yield Hint(id="hint")
            yield Stage(id="stage")
            yield NeedlePanel(self.checker, self.bench.rules, id="odds")
            with Vertical(id="right"):
                yield YamlPane(id="yaml")
                yield Page(id="problems")
        yield Keys(id="keys")

    # What is shown

    def on_resize(self) -> None:
        """Show titles in the list where there is room now."""
        self.call_after_refresh(self._show_cards)

    def show(self) -> None:
        """Show the card that is worked on, as it is now."""
        self._show_text()
        self._show_form()
        self._show_staged()

    def take_typed(self) -> None:
        """Take what is in the YAML and still on its way to the bench: nothing is shown over it."""
        raise NotImplementedError

    def _show_text(self) -> None:
        self.take_typed()
        bench = self.bench
        changed = [each for each in bench.decks.values() if each.changed]
        bar = self.query_one("#bar", Bar)
        bar.title = "Deck studio"
        card = bench.at(bench.start)
        name = card.name if card is not None else "(no card)"
        bar.where = visible(name if self.has_class("-narrow") else f"{name} in {bench.deck.path.name}")
        said = (self._doing(len(changed)), self.query_one("#odds", NeedlePanel).short)
        bar.doing = " · ".join(filter(None, said))
        self.query_one("#yaml", YamlPane).show(bench.shown, bench.start)
        self.refresh_bindings()

    def _doing(self, changed: int) -> str:
        problems, warnings = len(self.found.problems), len(self.found.warnings)
        parts = [f"{problems} problem{'s' if problems != 1 else ''}"] if problems else []
        parts += [f"{warnings} warning{'s' if warnings != 1 else ''}"] if warnings else []
        parts += ["not saved: Ctrl+S"] if changed else []
        return " · ".join(parts)

    def _show_cards(self) -> None:
        own = self.listed()
        here = next((key for key, card in own.items() if self._is_here(card)), None)
        # Beside the text: the borders, the bar that scrolls, the pointer, the mark, and one cell free.
        width = self.size.width - 7 if self.has_class("-narrow") else LIST - 9
        told = listing(own, self.bench.cards(), self._mark_of, self.bench.edited, width)
        page = self.query_one("#cards", Page)
        page.show(told or [piece(("No card has all these words.", "muted"))], point=here, top=False)

    def listed(self) -> dict[str, Listed]:
        """Return the cards that have all the words to be found, by their keys in the list."""
        words = self.query_one("#filter", FieldArea).text.casefold().split()
        return {
            f"{telling.CARD}{at}": card
            for at, card in enumerate(self.bench.cards())
            if all(
                has(card, word, problem=self._has_problem(card), changed=self.bench.edited(card))
                for word in words
            )
        }

    def _is_here(self, card: Listed) -> bool:
        return card.deck == self.bench.deck.path and card.part.start <= self.bench.start < card.part.stop

    def _has_problem(self, card: Listed) -> bool:
        return self._mark_of(card) != " "

    def _mark_of(self, card: Listed) -> str:
        found = ((PROBLEM_MARK, self.found.problems), (WARNING_MARK, self.found.warnings))
        return next(
            (
                mark
                for mark, own in found
                for each in own
                if each.file == str(card.deck) and card.part.start < each.line <= card.part.stop
            ),
            " ",
        )

    def _own(self, found: tuple[Problem, ...]) -> list[Problem]:
        """Return the problems of the lines that are worked on."""
        bench = self.bench
        return [
            each
            for each in found
            if each.file == str(bench.deck.path) and bench.start < each.line <= bench.stop
        ]

    def _show_form(self) -> None:
        page = self.query_one("#form", Page)
        try:
            self.fields = rows(self.bench.read())
        except ContentError as error:
            self.fields = []
            told = [piece(("This card cannot be read: mend it as YAML (F4).", "warn"))]
            told += [piece((f"{each.line}:{each.column} ", "key"), each.sentence) for each in error.problems]
            page.show(told, top=False)
            return
        placed = [
            (each, field)
            for each in self._own((*self.found.problems, *self.found.warnings))
            if (field := problem_at(self.fields, each, self.bench.start)) is not None
        ]
        page.show(pieces(self.fields, self.folded, placed, self.editing), top=False)
        self.show_hint()

    def show_hint(self) -> None:
        """Say below the form what the row that is pointed at is for; whoever knows does."""

    def _show_staged(self) -> None:
        self.show_stage(next(iter(self._own(self.found.problems)), None))
        own = self.bench.at(self.bench.start)
        name = own.part.id if own else ""
        card = None
        if self.found.scenario is not None:
            card = next((each for each in self.found.scenario.cards if each.id == CardId(name)), None)
        waits = [piece(("A card that has problems cannot be put on the table: F8 names them.", "muted"))]
        if self.has_class("front-leads"):
            self._show_leads(card, waits)
        self.query_one("#problems", Page).show(
            telling.problems(self._own(self.found.problems), self._own(self.found.warnings))
            + self._elsewhere()
            + telling.held_to(self.checker.rules.path, self.others),
            top=False,
        )

    def _show_leads(self, card: Card | None, waits: list[Piece]) -> None:
        found, page = self.found, self.query_one("#leads", LeadsPage)
        if card is None or self.saying is None or found.scenario is None or found.links is None:
            page.show(waits, top=False)
            page.forget_card()
        else:
            page.around(card.id, leads(card, found.scenario, found.links, self.saying))

    def _elsewhere(self) -> list[Piece]:
        every = (*self.found.problems, *self.found.warnings)
        count = len(every) - len(self._own(every))
        own = [piece(("Enter opens the field, Y goes to the line.", "muted"))] if len(every) > count else []
        if not count:
            return own
        return [*own, piece((f"{count} more in other cards: type 'problem' in F2 to list them.", "muted"))]

    def _changed(self) -> None:
        """Show what was typed where it was typed at once, and all else when the keys rest."""
        self._step += 1
        self.stop_trying()
        self.query_one("#odds", NeedlePanel).edited()
        self._show_text()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(SETTLES, self._settle)

    def _settle(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            self.show()
            self._check()

    def show_edit(self) -> None:
        """Show everywhere at once what one key has changed."""
        self._changed()
        self._settle()
        self._show_cards()

    # What is checked

    def _check(self) -> None:
        texts = {path: each.text for path, each in self.bench.decks.items()}
        saved = {path: each.base for path, each in self.bench.decks.items()}
        lines = range(self.bench.start + 1, self.bench.stop + 1)
        self._look_through(texts, saved, self.bench.place, lines, self._step)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _look_through(
        self, texts: dict[Path, Text], saved: dict[Path, str], place: Place, lines: range, step: int
    ) -> None:
        found = self.checker.check({path: text.raw for path, text in texts.items()})
        wrong = any(each.file == str(place.deck) and each.line in lines for each in found.problems)
        # Of two cards with one id the sound one is in the scenario, and it is not the one worked on.
        now = None if place.twice and wrong else found.scenario
        staged = self.sound.staged(place, self.scenery, now, lambda: self._as_saved(saved))
        self.post_message(self.Checked(found, staged, step))

    def _as_saved(self, saved: dict[Path, str]) -> Scenario | None:
        """Return the sound part of the decks as they are in their files, read apart from what is typed."""
        if self._saved is None or self._saved[0] != saved:
            self._saved = saved, Checker(self.checker.rules).check(saved).scenario
        return self._saved[1]

    @property
    def is_checked(self) -> bool:
        """Say whether what is shown as wrong is about what is there now."""
        return self._known == self._step

    @on(Checked)
    def _found_out(self, event: Checked) -> None:
        if event.step != self._step:
            return
        self._known = event.step
        self.found = event.found
        self.put_on_stage(event.staged)
        self._show_cards()
        self.show()
        self._ask_needle()

    def _ask_needle(self) -> None:
        """Let the needle know what a check found, and what is in the files."""
        if self.is_checked:
            own = self.bench.at(self.bench.start)
            saved = {path: each.base for path, each in self.bench.decks.items()}
            self.query_one("#odds", NeedlePanel).consider(self.found, saved, own.part.id if own else "")

    def on_screen_suspend(self) -> None:
        """Play no games behind a window."""
        for odds in self.query(NeedlePanel):
            odds.cover(True)

    def on_screen_resume(self) -> None:
        """Play on."""
        for odds in self.query(NeedlePanel):
            odds.cover(False)

    @on(NeedlePanel.Said)
    def _answered(self) -> None:
        self._show_text()
