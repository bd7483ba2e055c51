"""The studio screen: the list of cards, one card as form and as YAML, what is wrong, what the table shows."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from wargame.content.base import CardId
from wargame.content.editing.edits import Refused
from wargame.content.editing.lines import Text
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import Location
from wargame.content.text import visible
from wargame.journal.errors import shown
from wargame.journal.manuscript import ChangedMeanwhile, EditError, Manuscript
from wargame.lab.checking import Checker, Found, Staged
from wargame.tui.bar import Bar, Tabs
from wargame.tui.ink import Piece, piece
from wargame.tui.keys import Keys
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.studio.bench import Bench, Listed
from wargame.tui.studio.fields import Field, problem_at, rows
from wargame.tui.studio.fields import shown as as_text
from wargame.tui.studio.versions import Versions
from wargame.tui.studio.yaml_pane import Typing, YamlPane
from wargame.tui.telling import helping
from wargame.tui.telling import studio as telling

TABS = (
    ("cards", "F2", "Cards"),
    ("form", "F3", "Form"),
    ("yaml", "F4", "YAML"),
    ("preview", "F5", "Preview"),
    ("try", "F6", "Try"),
    ("leads", "F7", "Leads"),
    ("problems", "F8", "Problems"),
)
SETTLES = 0.15
"""Seconds without a key press after which decks are checked."""

LOOKS = 3.0
"""Seconds between two looks at whether another program changed a file."""

_WIDTHS = [(0, "-narrow"), (100, "-normal"), (170, "-wide")]


class StudioScreen(Screen[None]):
    """Shows what is on the bench; all that is typed goes to it, and from it to the side file, at once."""

    CSS_PATH = "studio.tcss"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "help", "Help", key_display="F1"),
        *(
            Binding(key.lower(), f"panel('{panel}')", name, show=False, priority=True)
            for panel, key, name in TABS
        ),
        Binding("enter", "found", "Go to what was found", show=False, priority=True),
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("ctrl+z", "step(-1)", "Undo", priority=True, key_display="^Z"),
        Binding("ctrl+y", "step(1)", "Redo", priority=True, key_display="^Y"),
        Binding("slash", "panel('filter')", "Find", key_display="/"),
        Binding("delete", "remove", "Take away", key_display="Del"),
        Binding("escape", "back", "Back", show=False),
    ]

    class Checked(Message):
        """A check is done; what it found is about the bench at that step."""

        def __init__(self, found: Found, staged: Staged | None, step: int) -> None:
            super().__init__()
            self.found, self.staged, self.step = found, staged, step

    def __init__(self, bench: Bench, checker: Checker) -> None:
        super().__init__()
        self.bench, self.checker = bench, checker
        self.found = Found()
        self.staged: Staged | None = None
        self.fields: list[Field] = []
        self.editing: Location | None = None
        self._step = 0
        self._known = -1
        self._waiting: Timer | None = None
        self._told: set[Path] = set()

    def compose(self) -> ComposeResult:
        """Lay the panels out in the order in which Tab visits them."""
        self.add_class("-narrow" if self.app.size.width < 100 else "-normal", "front-cards")
        yield Bar(id="bar")
        yield Tabs(id="tabs")
        with Container(id="board"):
            with Vertical(id="left"):
                yield Typing("words to find", id="filter")
                yield Page(id="cards")
            with Vertical(id="middle"):
                for panel in ("form", "preview", "try", "leads"):
                    yield Page(id=panel)
                yield Typing("", id="field")
            with Vertical(id="right"):
                yield YamlPane(id="yaml")
                yield Page(id="problems")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Name the panels and show the first card."""
        self.query_one("#tabs", Tabs).names = TABS
        for panel, _, title in TABS:
            self.query_one(f"#{panel}").border_title = title
        self.query_one("#filter").border_title = "Find (/)"
        self._show_cards()
        self.action_panel("cards")
        self.show()
        self._check()
        self.set_interval(LOOKS, self._look)
        recovered = [each for each in self.bench.decks.values() if each.recovered]
        if recovered:
            names = ", ".join(visible(shown(each.path)) for each in recovered)
            self._say(f"Edits that were not saved are here again, of {names}. Ctrl+S saves, Ctrl+Z undoes.")
        self._look()

    # What is shown

    def show(self) -> None:
        """Show the card that is worked on, as it is now."""
        self._show_text()
        self._show_form()
        self._show_staged()

    def _show_text(self) -> None:
        bench = self.bench
        changed = [each for each in bench.decks.values() if each.changed]
        bar = self.query_one("#bar", Bar)
        bar.title = "Deck studio"
        bar.where = visible(f"{shown(bench.deck.path)}, lines {bench.start + 1} to {bench.stop}")
        bar.doing = self._doing(len(changed))
        self.query_one("#yaml", YamlPane).show(bench.shown, bench.start)
        self.refresh_bindings()

    def _doing(self, changed: int) -> str:
        problems, warnings = len(self.found.problems), len(self.found.warnings)
        parts = [f"{problems} problem{'s' if problems != 1 else ''}"] if problems else []
        parts += [f"{warnings} warning{'s' if warnings != 1 else ''}"] if warnings else []
        parts += ["not saved"] if changed else []
        return " · ".join(parts)

    def _show_cards(self) -> None:
        own = self.listed()
        here = next((key for key, card in own.items() if self._is_here(card)), None)
        told = []
        deck = None
        for key, card in own.items():
            if card.deck != deck:
                deck = card.deck
                told.append(piece((visible(deck.stem), "heading")))
            mark = "! " if self._has_problem(card) else "  "
            told.append(piece((card.name, "plain"), mark=(mark, "bad"), key=key))
        page = self.query_one("#cards", Page)
        page.show(told or [piece(("No card has all these words.", "muted"))], point=here, top=False)

    def listed(self) -> dict[str, Listed]:
        """Return the cards that have all the words to be found, by their keys in the list."""
        words = self.query_one("#filter", Typing).text.casefold().split()
        found = {}
        for at, card in enumerate(self.bench.cards()):
            names = f"{card.part.id} {card.part.title}".casefold()
            if all(
                word in card.words or word in names or (word == "problem" and self._has_problem(card))
                for word in words
            ):
                found[f"{telling.CARD}{at}"] = card
        return found

    def _is_here(self, card: Listed) -> bool:
        return card.deck == self.bench.deck.path and card.part.start <= self.bench.start < card.part.stop

    def _has_problem(self, card: Listed) -> bool:
        return any(
            each.file == str(card.deck) and card.part.start < each.line <= card.part.stop
            for each in (*self.found.problems, *self.found.warnings)
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
        found: dict[str, list[Problem]] = {}
        for each in self._own((*self.found.problems, *self.found.warnings)):
            if (field := problem_at(self.fields, each, self.bench.start)) is not None:
                found.setdefault(field.key, []).append(each)
        page.show([own for field in self.fields for own in self._row(field, found)], top=False)

    def _row(self, field: Field, found: dict[str, list[Problem]]) -> list[Piece]:
        indent = 2 * field.depth
        label = (field.label, "heading") if field.text is None else (f"{field.label}: ", "muted")
        first, *more = (field.text or "").strip().split("\n")
        told = [piece(label, first, *([(" …", "muted")] if more else []), indent=indent, key=field.key)]
        for each in found.get(field.key, []):
            style = "warn" if each.code else "bad"
            told.append(piece((each.sentence, style), mark=("! ", style), indent=indent, key=field.key))
        return told

    def _show_staged(self) -> None:
        own = self.bench.at(self.bench.start)
        name = own.part.id if own else ""
        card = None
        if self.found.scenario is not None:
            card = next((each for each in self.found.scenario.cards if each.id == CardId(name)), None)
        waits = [piece(("A card that has problems cannot be put on the table: F8 names them.", "muted"))]
        staged = self.staged
        here = staged is not None and staged.card == name
        preview, tried = waits, waits
        if staged is not None and here:
            preview = telling.preview(staged.sights, staged.names)
            if self.has_class("front-try"):
                tried = telling.trial(*staged.tried())
        self.query_one("#preview", Page).show(preview, top=False)
        if self.has_class("front-try"):
            self.query_one("#try", Page).show(tried, top=False)
        others = self.found.scenario.cards if self.found.scenario is not None else ()
        leads = telling.leads(card, others) if card is not None else waits
        self.query_one("#leads", Page).show(leads, top=False)
        self.query_one("#problems", Page).show(
            telling.problems(self._own(self.found.problems), self._own(self.found.warnings))
            + self._elsewhere(),
            top=False,
        )

    def _elsewhere(self) -> list[Piece]:
        every = (*self.found.problems, *self.found.warnings)
        count = len(every) - len(self._own(every))
        if not count:
            return []
        return [piece((f"{count} more in other cards: find 'problem' lists those.", "muted"))]

    # What is typed

    @on(TextArea.Changed, "#yaml")
    def _typed(self) -> None:
        pane = self.query_one("#yaml", YamlPane)
        if pane.text != self.bench.shown and self._tried(lambda: self.bench.write(visible(pane.text))):
            self.leave_field()
            self._changed()

    @on(TextArea.Changed, "#field")
    def _filled(self) -> None:
        if self.editing is None:
            return
        text, place = self.query_one("#field", Typing).text, self.editing
        field = next((each for each in self.fields if each.location == place), None)
        if field is None or visible(field.text or "") == text:
            return
        if self._tried(lambda: self.bench.fill(text)):
            self._changed()

    @on(TextArea.Changed, "#filter")
    def _filtered(self) -> None:
        self._show_cards()

    def _tried(self, edit: Callable[[], object]) -> bool:
        """Make an edit, or say why it is not made and show what is."""
        try:
            edit()
        except (Refused, EditError) as no:
            self._say(str(no))
        except ContentError as error:
            self._say(f"Line {error.problems[0].line}: {error.problems[0].sentence}.")
        else:
            return True
        self.query_one("#yaml", YamlPane).show(self.bench.shown, self.bench.start)
        return False

    def _changed(self) -> None:
        """Show what was typed where it was typed at once, and all else when the keys rest."""
        self._step += 1
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

    # What is checked

    def _check(self) -> None:
        texts = {path: each.text for path, each in self.bench.decks.items()}
        own = self.bench.at(self.bench.start)
        self._look_through(texts, own.part.id if own else "", self._step)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _look_through(self, texts: dict[Path, Text], card: str, step: int) -> None:
        found = self.checker.check({path: text.raw for path, text in texts.items()})
        self.post_message(self.Checked(found, found.staged(card), step))

    @property
    def is_checked(self) -> bool:
        """Say whether what is shown as wrong is about what is there now."""
        return self._known == self._step

    @on(Checked)
    def _found_out(self, event: Checked) -> None:
        if event.step != self._step:
            return
        self._known = event.step
        self.found, self.staged = event.found, event.staged
        self._show_cards()
        self.show()

    # Cards and fields

    @on(Page.Pointed, "#cards")
    def _card(self, event: Page.Pointed) -> None:
        event.stop()
        card = self.listed().get(event.key)
        if card is not None and not self._is_here(card):
            self.go_to(card)

    @on(Page.Picked, "#cards")
    def _picked(self, event: Page.Picked) -> None:
        event.stop()
        card = self.listed().get(event.key)
        if card is not None:
            if not self._is_here(card):
                self.go_to(card)
            self.action_panel("form")

    def go_to(self, card: Listed) -> None:
        """Work on another card."""
        self.leave_field()
        self.bench.take(card)
        self._step += 1
        for panel in ("form", "preview", "try", "leads"):
            self.query_one(f"#{panel}", Page).scroll_to(0, 0, animate=False, immediate=True)
        self.query_one("#yaml", YamlPane).move_cursor((0, 0))
        self.show()
        self._check()

    @on(Page.Picked, "#leads")
    def _follow(self, event: Page.Picked) -> None:
        event.stop()
        name = event.key.removeprefix(telling.CARD)
        card = next((each for each in self.bench.cards() if each.part.id == name), None)
        if card is None:
            self._say(f"The card {name} is in a deck that is not open here.")
        else:
            self.go_to(card)
            self._show_cards()

    @on(Page.Picked, "#problems")
    def _mend(self, event: Page.Picked) -> None:
        event.stop()
        own = [*self._own(self.found.problems), *self._own(self.found.warnings)]
        each = own[int(event.key.rpartition("/")[2])]
        self.action_panel("yaml")
        pane = self.query_one("#yaml", YamlPane)
        pane.move_cursor((each.line - 1 - self.bench.start, max(0, each.column - 1)))

    @on(Page.Pointed, "#form")
    def _point(self, event: Page.Pointed) -> None:
        event.stop()
        field = self._field(event.key)
        if field is not None:
            self.query_one("#yaml", YamlPane).move_cursor((field.line, 0))

    @on(Page.Picked, "#form")
    def _fill(self, event: Page.Picked) -> None:
        event.stop()
        field = self._field(event.key)
        if field is None or field.text is None:
            self._say("The rows below can be changed; this one heads them.")
            return
        self.editing = field.location
        self.bench.begin(field.location)
        self.add_class("-editing")
        area = self.query_one("#field", Typing)
        area.border_title = visible(f"{field.label} (Esc: done)")
        with self.prevent(TextArea.Changed):
            area.load_text(visible(as_text(self.bench.read().at(field.location))))
        area.move_cursor(area.document.end)
        area.focus()

    def _field(self, key: str | None) -> Field | None:
        return next((each for each in self.fields if each.key == key), None)

    def leave_field(self) -> None:
        """Put the line in which a field is typed away."""
        self.editing = None
        self.remove_class("-editing")

    def action_remove(self) -> None:
        """Take the field away that is pointed at; in the form only."""
        field = self._field(self.query_one("#form", Page).pointed)
        if field is not None and self._tried(lambda: self.bench.remove(field.location)):
            self._changed()
            self._settle()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say what can be done now."""
        if action == "remove":
            return isinstance(self.focused, Page) and self.focused.id == "form" and bool(self.fields)
        if action == "found":
            return self.focused is not None and self.focused.id == "filter"
        if action == "step":
            return bool(self.bench.deck.steps[0 if parameters[0] == -1 else 1])
        return True

    # Safe hands

    def action_step(self, by: int) -> None:
        """Take a step back, or do it again."""
        self.leave_field()
        if self._tried(self.bench.undo if by < 0 else self.bench.redo):
            self._changed()
            self._settle()
            self._show_cards()

    def action_save(self) -> None:
        """Save every deck that was changed."""
        changed = [each for each in self.bench.decks.values() if each.changed]
        if not changed:
            self._say("Nothing was changed since the last save.")
        saved = []
        for each in changed:
            try:
                each.save()
                saved.append(visible(shown(each.path)))
            except ChangedMeanwhile as other:
                self._compare(each, other.theirs)
                return
            except EditError as no:
                self._say(str(no))
                return
        if saved:
            still = f", with {self._doing(0)}" if self.found.problems or self.found.warnings else ""
            self._say(f"Saved: {', '.join(saved)}{still}.")
        self.show()

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
            elif each.path not in self._told:
                self._told.add(each.path)
                self._compare(each, theirs)
                return

    def _compare(self, deck: Manuscript, theirs: str) -> None:
        def chosen(which: str | None) -> None:
            if which == "mine":
                self._tried(deck.keep_mine)
            elif which == "theirs" and self._tried(deck.take_theirs):
                self.bench.settle()
            if which is not None:
                self._told.discard(deck.path)
                self._changed()
                self._settle()
                self._show_cards()

        own = Versions(shown(deck.path), deck.text.bare, Text.of(theirs).bare)
        self.app.push_screen(own, chosen)

    # Panels

    def action_panel(self, panel: str) -> None:
        """Go to a panel."""
        self._settle()
        front = "cards" if panel == "filter" else panel
        self.update_classes({f"front-{name}": name == front for name, _, _ in TABS}, animate=False)
        self.query_one("#tabs", Tabs).front = front
        self.set_focus(self.query_one(f"#{panel}", Widget))
        if front == "try":
            self._show_staged()

    def action_found(self) -> None:
        """Go from the words to the cards that have them."""
        self.action_panel("cards")

    def action_back(self) -> None:
        """Leave a text for the panel that it belongs to, and a panel for the list."""
        focused = self.focused
        if focused is not None and focused.id == "field":
            self.leave_field()
            self.action_panel("form")
        else:
            self.action_panel("cards")

    @on(Tabs.Picked)
    def _tab(self, event: Tabs.Picked) -> None:
        self.action_panel(event.panel)

    def action_help(self) -> None:
        """Show what can be done here."""
        self.app.push_screen(Overlay("Help", helping.STUDIO))

    def _say(self, sentence: str) -> None:
        self.app.clear_notifications()
        self.notify(visible(sentence), markup=False, timeout=6)
