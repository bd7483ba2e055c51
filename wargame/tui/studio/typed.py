"""What is typed in the studio as YAML and to find cards, and names that are completed."""

import re

from textual import on
from textual.widgets import TextArea

from wargame.content.names import Names
from wargame.content.text import visible
from wargame.tui.ink import piece
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.studio.adding import Adding
from wargame.tui.studio.hint import FieldArea, Hint
from wargame.tui.studio.listing import words
from wargame.tui.studio.yaml_pane import YamlPane

_WORD = re.compile(r"[a-z0-9][a-z0-9.-]*$")


class Typed(Adding):
    """Takes what is typed to the bench, which has it in the side file before it is shown."""

    # What is typed

    @on(TextArea.Changed, "#yaml")
    def take_typed(self) -> None:
        """Take what is in the YAML to the bench, if it is not from there."""
        pane = self.query_one("#yaml", YamlPane)
        if pane.text == pane.given:
            return
        pane.given = pane.text
        if pane.text != self.bench.shown and self.tried(lambda: self.bench.write(visible(pane.text))):
            self.leave_field()
            self._changed()

    @on(TextArea.Changed, "#filter")
    def _filtered(self) -> None:
        self._show_cards()
        self.show_finds()

    def on_descendant_focus(self) -> None:
        """Show what could be found while words are typed."""
        self.set_class(self.focused is not None and self.focused.id == "filter", "-finding")

    def show_finds(self) -> None:
        """Show below the words to be found what else could be: seats, tags, rows, states."""
        area, hint = self.query_one("#filter", FieldArea), self.query_one("#finds", Hint)
        area.hint = hint
        last = (area.text.rsplit(None, 1) or [""])[-1] if not area.text[-1:].isspace() else ""
        every = words(self.bench.rules, list(self.bench.decks))
        found = [each for each in every if each.name.casefold().startswith(last.casefold())]
        area.completes = bool(last and found) and found[0].name != last
        told = "Words of a title or an id. Enter: to the list." if found else ""
        hint.tell([piece((told, "muted"))] if told else [], found)

    @on(FieldArea.Taken, "#filter")
    def _found_word(self) -> None:
        area, hint = self.query_one("#filter", FieldArea), self.query_one("#finds", Hint)
        self._take_word(hint.choices[max(0, hint.chosen)].name)
        area.focus()

    @on(Page.Picked, "#finds")
    def _clicked_word(self, event: Page.Picked) -> None:
        event.stop()
        self._take_word(self.query_one("#finds", Hint).choices[int(event.key.rpartition("/")[2])].name)

    def _take_word(self, word: str) -> None:
        area = self.query_one("#filter", FieldArea)
        begun = 0 if area.text[-1:].isspace() else len((area.text.rsplit(None, 1) or [""])[-1])
        area.load_text(f"{area.text[: len(area.text) - begun]}{word} ")
        area.move_cursor(area.document.end)

    @on(FieldArea.Left, "#filter")
    def _left_words(self, event: FieldArea.Left) -> None:
        event.stop()
        self.action_panel("cards")

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
