"""The studio screen: its keys, its panels, and the way from card to card."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from wargame.content.base import SeatId
from wargame.content.problems import ContentError, Problem
from wargame.content.text import visible
from wargame.journal.errors import shown
from wargame.lab.checking import Checker
from wargame.lab.staged import Scenery
from wargame.tui.bar import Tabs
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.studio.bench import Bench, Listed
from wargame.tui.studio.fields import end_at, problem_at
from wargame.tui.studio.hint import Hint
from wargame.tui.studio.leading import LeadsPage
from wargame.tui.studio.on_stage import HEIGHTS, STAGE, WIDTHS
from wargame.tui.studio.safe_hands import SafeHands
from wargame.tui.studio.scenery import Props
from wargame.tui.studio.staging import Staging
from wargame.tui.studio.yaml_pane import YamlPane
from wargame.tui.telling import helping
from wargame.tui.telling import staged as staged_telling
from wargame.tui.telling import studio as telling
from wargame.tui.telling.leads import card_of

TABS = (
    ("cards", "F2", "Cards"),
    ("form", "F3", "Form"),
    ("yaml", "F4", "YAML"),
    ("preview", "F5", "Preview"),
    ("try", "F6", "Try"),
    ("leads", "F7", "Leads"),
    ("problems", "F8", "Problems"),
    ("odds", "F9", "Odds"),
)
_NONE: Mapping[Path, Sequence[Path]] = {}


class StudioScreen(SafeHands):
    """Shows what is on the bench; all that is typed goes to it, and from it to the side file, at once."""

    CSS_PATH = "studio.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
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
        Binding("n,N", "new", "New"),
        Binding("ctrl+n", "complete", "Names", priority=True, key_display="^N", show=False),
        Binding("s,S", "stage", "Set the stage"),
        Binding("r,R", "unset", "As it begins"),
        Binding("delete", "remove", "Take away", key_display="Del"),
        Binding("alt+up,left_curly_bracket", "move(-1)", "Move up", show=False),
        Binding("alt+down,right_curly_bracket", "move(1)", "Move down", show=False),
        Binding("y,Y", "line", "Its line", key_display="Y", show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, bench: Bench, checker: Checker, others: Mapping[Path, Sequence[Path]] = _NONE) -> None:
        super().__init__(bench, checker)
        self.others = telling.not_open(others)

    def on_mount(self) -> None:
        """Name the panels and show the first card."""
        self.query_one("#tabs", Tabs).names = TABS
        for panel, _, title in TABS:
            self.query_one(f"#{panel}").border_title = title
        self.query_one("#filter").border_title = "Find (/)"
        self.show_finds()
        self._show_cards()
        self.action_panel("cards")
        self.show()
        self._check()
        if self.others:
            self.say(self.others, 15)
        recovered = [each for each in self.bench.decks.values() if each.recovered]
        if recovered:
            names = ", ".join(visible(shown(each.path)) for each in recovered)
            self.say(f"Edits that were not saved are here again, of {names}. Ctrl+S saves, Ctrl+Z undoes.")
        self.look_out()

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
        known = self.bench.cards()
        self.take_typed()
        # What was still to be taken may have moved its lines.
        at = known.index(card) if card in known else -1
        card = self.bench.cards()[at] if 0 <= at < len(self.bench.cards()) else card
        self.leave_field()
        self.folded = set()
        self.bench.take(card)
        self._step += 1
        self.clear_stage()
        self.query_one("#form", Page).scroll_to(0, 0, animate=False, immediate=True)
        self.query_one("#yaml", YamlPane).move_cursor((0, 0))
        self.show()
        self._check()

    @on(Page.Picked, "#leads")
    def _follow(self, event: Page.Picked) -> None:
        event.stop()
        name, own = card_of(event.key), self.bench.at(self.bench.start)
        if name is None:
            self.action_panel("form")
        elif own is not None:
            self._lead_to(name, left=(own.part.id, event.key))

    @on(LeadsPage.Returned)
    def _return(self, event: LeadsPage.Returned) -> None:
        event.stop()
        self._lead_to(event.card)

    def _lead_to(self, name: str, *, left: tuple[str, str] | None = None) -> None:
        """Work on a card by its id, if it is in a deck that is open here."""
        card = next((each for each in self.bench.cards() if each.part.id == name), None)
        if card is None:
            self.say(f"The card {name} is in a deck that is not open here.")
            return
        if left is not None:
            self.query_one("#leads", LeadsPage).leave(*left, name)
        self.go_to(card)
        self._show_cards()

    @on(Page.Picked, "#problems")
    def _mend(self, event: Page.Picked) -> None:
        event.stop()
        each = self._problem(event.key)
        field = problem_at(self.fields, each, self.bench.start) if each is not None else None
        if each is None or field is None:
            self.action_line()
            return
        self.action_panel("form")
        self.reveal(field)
        self._mark(each)
        if field.text is not None:
            self.fill(field, anew=" " not in field.text)

    def action_line(self) -> None:
        """Go from a problem to its place in the YAML, with what is wrong there selected."""
        each = self._problem(self.query_one("#problems", Page).pointed)
        if each is not None:
            self.action_panel("yaml")
            self._mark(each)

    def _problem(self, key: str | None) -> Problem | None:
        own = [*self._own(self.found.problems), *self._own(self.found.warnings)]
        at = int(key.rpartition("/")[2]) if key is not None else len(own)
        return own[at] if at < len(own) else None

    def _mark(self, each: Problem) -> None:
        try:
            read = self.bench.read()
        except ContentError:
            read = None
        spot = (each.line - 1 - self.bench.start, max(0, each.column - 1))
        self.query_one("#yaml", YamlPane).mark(spot, end_at(read, spot))

    @on(Page.Pointed, "#form")
    def _point(self, event: Page.Pointed) -> None:
        event.stop()
        field = self.field(event.key)
        pane = self.query_one("#yaml", YamlPane)
        if field is not None:
            if pane.cursor_location[0] != field.line:  # what a problem selected there stays so
                pane.mark((field.line, field.column), None)
            self.show_hint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say what can be done now."""
        if action == "remove":
            if isinstance(self.focused, Page) and self.focused.id == "cards":
                return bool(self.listed())
            return isinstance(self.focused, Page) and self.focused.id == "form" and bool(self.fields)
        if action == "line":
            return isinstance(self.focused, Page) and self.focused.id == "problems"
        if action in ("stage", "unset"):
            in_sight = isinstance(self.focused, Page) and any(map(self.shows, STAGE))
            return in_sight and (action == "stage" or not self.scenery.plain)
        if action == "complete":
            return isinstance(self.focused, TextArea) and self.focused.id != "filter"
        if action == "found":
            return self.focused is not None and self.focused.id == "filter"
        if action == "step":
            return bool(self.bench.deck.steps[0 if parameters[0] == -1 else 1])
        return True

    # The stage

    def action_stage(self) -> None:
        """Set a turn, numbers, flags and choices for the preview and the trial."""
        self._settle()

        def done(scenery: Scenery | None) -> None:
            if scenery is not None:
                self._set_stage(scenery)

        asks = self.staged.asks if self.staged is not None else {}
        self.app.push_screen(Staging(Props(self.bench.rules, asks), self.scenery), done)

    def action_unset(self) -> None:
        """Put the stage back as the game begins."""
        self._set_stage(Scenery())

    def _set_stage(self, scenery: Scenery) -> None:
        if scenery != self.scenery:
            self.scenery = scenery
            self._step += 1
            self._check()
            self.refresh_bindings()

    @on(Page.Picked, "#preview")
    @on(Page.Picked, "#try")
    def _open(self, event: Page.Picked) -> None:
        event.stop()
        seat, _, option = event.key.removeprefix(staged_telling.OPTION).partition("/")
        opens = self.staged.openings.get((SeatId(seat), option)) if self.staged is not None else None
        if opens is not None:
            self._set_stage(self.scenery.with_set(opens))
        else:
            self.say("Enter opens an option that is shut, if numbers and flags alone can. S sets the stage.")

    # Panels

    def action_panel(self, panel: str) -> None:
        """Go to a panel."""
        self._settle()
        self.leave_field()
        front = "cards" if panel == "filter" else panel
        self.update_classes({f"front-{name}": name == front for name, _, _ in TABS}, animate=False)
        self.put_beside(front)
        self.query_one("#tabs", Tabs).front = front
        self.set_focus(self.query_one(f"#{panel}", Widget))
        self._show_staged()

    def action_found(self) -> None:
        """Take the word that is pointed at, else go to the first of the cards that have all of them."""
        if self.query_one("#finds", Hint).chosen >= 0:
            self._found_word()
            return
        self.action_panel("cards")
        found = self.listed()
        if found:
            key, card = next(iter(found.items()))
            self.query_one("#cards", Page).point_at(key)
            if not self._is_here(card):
                self.go_to(card)

    def action_back(self) -> None:
        """Leave a text for the panel that it belongs to, and a panel for the list."""
        focused = self.focused
        if focused is not None and focused.id == "field":
            self.done(0)
        else:
            self.action_panel("cards")

    @on(Tabs.Picked)
    def _tab(self, event: Tabs.Picked) -> None:
        self.action_panel(event.panel)

    def action_help(self) -> None:
        """Show what can be done here."""
        self.app.push_screen(Overlay("Help", helping.STUDIO))
