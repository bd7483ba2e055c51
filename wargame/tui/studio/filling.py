"""A field of the form that is being typed: what it is for, what may stand in it, and the way to the next."""

from collections.abc import Callable, Sequence

from textual import on
from textual.widgets import TextArea

from wargame.content.editing.edits import Refused
from wargame.content.editing.meaning import Choice, choices, explained, other_names
from wargame.content.editing.stand_ins import stand_ins
from wargame.content.problems import ContentError
from wargame.content.text import visible
from wargame.journal.manuscript import EditError
from wargame.tui.ink import Piece, piece
from wargame.tui.page import Page
from wargame.tui.studio.fields import Field, as_typed
from wargame.tui.studio.form import Form, around, is_part, unfolded
from wargame.tui.studio.hint import FieldArea, Hint, words_at
from wargame.tui.studio.panels import Panels
from wargame.tui.studio.yaml_pane import YamlPane

_OF_LINES = ("situation",)
"""Fields whose texts may have several lines."""


class Filling(Panels):
    """Takes what is typed into a field to the bench, which has it in the side file before it is shown."""

    _choices: Sequence[Choice] = ()
    _listed = False
    _opened_with = ""

    def tried(self, edit: Callable[[], object]) -> bool:
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

    def field(self, key: str | None) -> Field | None:
        """Return the row of a key, if there is one."""
        return next((each for each in self.fields if each.key == key), None)

    @property
    def pointed(self) -> Field | None:
        """The row of the form that is pointed at."""
        return self.field(self.query_one("#form", Form).pointed)

    # Rows

    @on(Page.Picked, "#form")
    def _pick(self, event: Page.Picked) -> None:
        event.stop()
        self._settle()
        field = self.field(event.key)
        if field is None:
            return
        if field.text is None:
            self._fold(field, field.key not in self.folded)
        else:
            self.fill(field)

    def action_fold(self, folds: bool) -> None:
        """Fold the part that is pointed at, or what it stands in; or unfold it."""
        field = self.pointed
        if field is None:
            return
        if folds and (field.text is not None or field.key in self.folded):
            field = around(self.fields, field)
        if field is not None and field.text is None:
            self._fold(field, folds)

    def action_fold_all(self, folds: bool) -> None:
        """Fold every part, or unfold all."""
        pointed = self.pointed
        self.folded = {row.key for row in self.fields if is_part(row)} if folds else set()
        while folds and pointed is not None and pointed not in unfolded(self.fields, self.folded):
            pointed = around(self.fields, pointed)
        self._show_form()
        if pointed is not None:
            self.query_one("#form", Form).point_at(pointed.key)

    def _fold(self, field: Field, folds: bool) -> None:
        self.folded = self.folded | {field.key} if folds else self.folded - {field.key}
        self._show_form()
        self.query_one("#form", Form).point_at(field.key)

    def action_jump(self, by: int) -> None:
        """Go from part to part: a seat, an option, a joint outcome."""
        rows = unfolded(self.fields, self.folded)
        at = next((at for at, row in enumerate(rows) if row is self.pointed), -1)
        beyond = [
            row
            for row in (rows[at + 1 :] if by > 0 else rows[max(0, at) - 1 :: -1] if at > 0 else [])
            if is_part(row)
        ]
        if beyond:
            self.query_one("#form", Form).point_at(beyond[0].key)

    def reveal(self, field: Field) -> None:
        """Point at a row, unfolded if it was not."""
        self.folded = {key for key in self.folded if not field.key.startswith(f"{key}/")}
        self._show_form()
        self.query_one("#form", Form).point_at(field.key)

    # One of them

    def fill(self, field: Field, *, anew: bool = False) -> None:
        """Open a field to be typed; `anew` with its text selected, to be typed over."""
        read = self.bench.read()
        self.bench.begin(field.location)
        self.editing = field.location
        self._listed = isinstance(read.at(field.location), list)
        self._choices = choices(read, field.location, self.bench.rules, self.bench.titles())
        self.add_class("-editing")
        area, hint = self.query_one("#field", FieldArea), self.query_one("#hint", Hint)
        area.hint = hint
        area.of_lines = field.location[-1] in _OF_LINES or "\n" in (field.text or "")
        ways = "Esc: done" if area.of_lines else "Enter: done · Tab: the next"
        area.border_title = visible(f"{field.label} ({ways})")
        with self.prevent(TextArea.Changed):
            area.load_text(visible(as_typed(read, field.location)))
        area.move_cursor(area.document.end)
        if anew or area.text.strip() in stand_ins():
            area.select_all()
        self._opened_with = area.text
        area.focus()
        self.call_after_refresh(self._fit)
        self._show_form()
        self._offer()

    def _fit(self) -> None:
        area = self.query_one("#field", FieldArea)
        area.fit(max(4, self.query_one("#middle").size.height // 2))
        area.scroll_cursor_visible()

    @on(TextArea.Changed, "#field")
    def _filled(self) -> None:
        if self.editing is None:
            return
        area = self.query_one("#field", FieldArea)
        self._fit()
        field = next((each for each in self.fields if each.location == self.editing), None)
        same = field is None or visible(field.text or "") == area.text
        if not same and self.tried(lambda: self.bench.fill(area.text)):
            self._changed()
        self._offer()

    @on(TextArea.SelectionChanged, "#field")
    def _moved(self) -> None:
        if self.editing is not None and self._listed:
            self._offer()

    def _offer(self) -> None:
        """Show below the field what may stand in it and goes on as was typed."""
        area = self.query_one("#field", FieldArea)
        begin, end = words_at(area) if self._listed else (0, len(area.text))
        begun = area.text[begin:end].strip().casefold()
        found = [each for each in self._choices if each.name.casefold().startswith(begun)]
        found += [
            each
            for each in self._choices
            if each not in found and begun in f"{each.name} {each.about}".casefold()
        ]
        exact = any(each.name.casefold() == begun for each in self._choices)
        if exact or area.text == self._opened_with:
            found = list(self._choices)
        area.completes = bool(begun and found) and not exact and area.text != self._opened_with
        assert self.editing is not None
        told = self._about(self.editing)
        if self._choices:
            told.append(
                piece(("↓ and Enter take one of these:" if found else "No name begins like this.", "muted"))
            )
        self.query_one("#hint", Hint).tell(told, found)

    def _about(self, place: tuple[str | int, ...]) -> list[Piece]:
        said = explained(place, self.bench.rules).replace("`", "")
        return [piece((said, "muted"))] if said else []

    def show_hint(self) -> None:
        """Say below the form what the row that is pointed at is for."""
        hint, field = self.query_one("#hint", Hint), self.pointed
        if self.editing is not None:
            return
        if field is None:
            hint.tell([])
            return
        told = self._about(field.location)
        if self._others(field):
            told.append(piece(("R: another name in place of ", "muted"), (field.label, "strong")))
        hint.tell(told)

    def _others(self, field: Field) -> list[Choice]:
        try:
            return other_names(self.bench.read(), field.location, self.bench.rules)
        except (ContentError, LookupError, TypeError):
            return []

    @on(FieldArea.Chosen)
    def _choose(self, event: FieldArea.Chosen) -> None:
        event.stop()
        if event.area.hint is not None:
            event.area.hint.choose(event.by)

    @on(FieldArea.Taken, "#field")
    def _take(self, event: FieldArea.Taken) -> None:
        hint = self.query_one("#hint", Hint)
        self._take_choice(max(0, hint.chosen), event.by)

    @on(Page.Picked, "#hint")
    def _clicked(self, event: Page.Picked) -> None:
        event.stop()
        if self.editing is not None:
            self._take_choice(int(event.key.rpartition("/")[2]))

    def _take_choice(self, at: int, by: int = 0) -> None:
        area, hint = self.query_one("#field", FieldArea), self.query_one("#hint", Hint)
        if not 0 <= at < len(hint.choices):
            return
        name = hint.choices[at].name
        if not self._listed:
            self._put(name)
            self.done(by)
            return
        begin, end = words_at(area)
        self._put(f"{area.text[:begin]}{name}{area.text[end:]}")
        area.focus()

    def _put(self, text: str) -> None:
        """Put a text into the field at once: what follows it must not wait for a message."""
        area = self.query_one("#field", FieldArea)
        with self.prevent(TextArea.Changed):
            area.load_text(text)
        area.move_cursor(area.document.end)
        self._filled()

    @on(FieldArea.Left, "#field")
    def _left(self, event: FieldArea.Left) -> None:
        event.stop()
        self.done(event.by)

    def done(self, by: int) -> None:
        """Be done with the field, and go to the form or to a field beside it."""
        place = self.editing
        if place is not None and place[-1] == "label" and self.tried(lambda: self.bench.name_after(place)):
            self._changed()
        self._settle()
        rows = [row for row in unfolded(self.fields, self.folded) if row.text is not None]
        at = next((at for at, row in enumerate(rows) if row.location == place), None)
        self.leave_field()
        self.query_one("#form", Form).focus()
        if by and at is not None and 0 <= at + by < len(rows):
            self.query_one("#form", Form).point_at(rows[at + by].key)
            self.fill(rows[at + by])

    def leave_field(self) -> None:
        """Put the place in which a field is typed away."""
        if self.editing is not None:
            self.editing = None
            self.remove_class("-editing")
            self._show_form()
