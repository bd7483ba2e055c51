"""What is typed in the studio: into the form, as YAML, and what is added by one key."""

import re
from collections.abc import Callable

from textual import on
from textual.widgets import TextArea

from wargame.content.editing.edits import Refused
from wargame.content.names import Names
from wargame.content.problems import ContentError
from wargame.content.text import visible
from wargame.journal.manuscript import EditError
from wargame.tui.ink import piece
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.studio.fields import Field
from wargame.tui.studio.fields import shown as as_text
from wargame.tui.studio.panels import Panels
from wargame.tui.studio.yaml_pane import Typing, YamlPane

_WORD = re.compile(r"[a-z0-9][a-z0-9.-]*$")


class Typed(Panels):
    """Takes what is typed to the bench, which has it in the side file before it is shown."""

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
            self.say(str(no))
        except ContentError as error:
            self.say(f"Line {error.problems[0].line}: {error.problems[0].sentence}.")
        else:
            return True
        self.query_one("#yaml", YamlPane).show(self.bench.shown, self.bench.start)
        return False

    @on(Page.Picked, "#form")
    def _fill(self, event: Page.Picked) -> None:
        event.stop()
        self._settle()
        field = self._field(event.key)
        if field is None or field.text is None:
            self.say("The rows below can be changed; this one heads them.")
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

    def action_new(self) -> None:
        """Offer what can be added where the form is pointed at, and a card behind this one."""
        self._settle()
        field = self._field(self.query_one("#form", Page).pointed)
        found = self.bench.offers(field.location if field is not None else (0,))
        told = [
            piece((offer.label, "plain"), mark=("+ ", "key"), key=f"offer/{at}")
            for at, offer in enumerate(found)
        ]
        told += [piece("a copy of this card", mark=("+ ", "key"), key="card/copy")]
        told += [piece("a new card", mark=("+ ", "key"), key="card/new")]

        def chosen(key: str | None) -> None:
            if key is None:
                return
            kind, _, which = key.partition("/")
            if kind == "card":
                done = self._tried(lambda: self.bench.add_card(copy=which == "copy"))
            else:
                done = self._tried(lambda: self.bench.add(found[int(which)]))
            if done:
                self._changed()
                self._settle()
                self._show_cards()

        self.app.push_screen(Overlay("New from here", told), chosen)

    def action_complete(self) -> None:
        """Offer the names that begin as the word before the cursor does."""
        area = self.focused
        if not isinstance(area, TextArea):
            return
        row, column = area.cursor_location
        begun = _WORD.search(area.document.get_line(row)[:column])
        word = begun[0] if begun else ""
        names = Names(self.bench.rules, self.bench.known()).known
        kinds: dict[str, str] = {}
        for kind, own in names.items():
            for name in own:
                if name.startswith(word) and name != word:
                    kinds.setdefault(name, kind)
        if not kinds:
            self.say(f"No name begins with '{word}'.")
            return
        told = [
            piece((name, "strong"), (f"  {kind}", "muted"), key=name) for name, kind in sorted(kinds.items())
        ]

        def chosen(name: str | None) -> None:
            if name is not None:
                area.insert(name[len(word) :])

        if len(kinds) == 1:
            chosen(next(iter(kinds)))
        else:
            self.app.push_screen(
                Overlay(f"Names that begin with '{word}'" if word else "Names", told), chosen
            )
