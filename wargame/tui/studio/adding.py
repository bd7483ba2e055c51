"""What one key adds to a card, takes away, moves or calls by another name."""

from collections.abc import Callable

from wargame.content.reading import Location
from wargame.content.text import visible
from wargame.tui.ink import piece
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.studio.fields import Field
from wargame.tui.studio.filling import Filling
from wargame.tui.studio.form import Form, unfolded


class Adding(Filling):
    """Adds where the form is pointed at, and opens what is to be typed there first."""

    def action_new(self) -> None:
        """Offer what can be added where the form is pointed at, and a card behind this one."""
        self._settle()
        field = self.pointed
        found = self.bench.offers(field.location if field is not None else (0,))
        cards = self.bench.templates()
        told = [
            piece((offer.label, "plain"), mark=("+ ", "key"), key=f"offer/{at}")
            for at, offer in enumerate(found)
        ]
        told += [piece(("a copy of this card", "plain"), mark=("+ ", "key"), key="copy/0")]
        told += [
            piece((each.label, "plain"), mark=("+ ", "key"), key=f"card/{at}")
            for at, each in enumerate(cards)
        ]

        def chosen(key: str | None) -> None:
            if key is None:
                return
            kind, _, at = key.partition("/")
            if kind == "offer":
                self._added(lambda: self.bench.add(found[int(at)]))
            elif kind == "copy":
                self._added(self.bench.add_copy)
            else:
                self._added(lambda: self.bench.add_card(cards[int(at)]))

        self.app.push_screen(Overlay("New from here", told), chosen)

    def _added(self, add: Callable[[], Location]) -> None:
        """Add something, point at it, and open the first of its fields that only a person can fill."""
        found: list[Location] = []
        if not self.tried(lambda: found.append(add())):
            return
        self.show_edit()
        self.action_panel("form")
        place = found[0]
        if len(place) == 1:
            self.folded = set()
        own = [row for row in self.fields if row.location[: len(place)] == place]
        if not own:
            return
        self.reveal(own[0])
        to_type = [row for row in own if row.text is not None]
        said = [row for row in to_type if row.location[-1] != "id"]
        if to_type:
            field = (said or to_type)[0]
            self.query_one("#form", Form).point_at(field.key)
            self.fill(field, anew=True)

    def action_panel(self, panel: str) -> None:
        """Go to a panel; the screen knows how."""
        raise NotImplementedError

    def action_remove(self) -> None:
        """Take the field away that is pointed at, or in the list the card."""
        if isinstance(self.focused, Page) and self.focused.id == "cards":
            self._remove_card()
            return
        field = self.pointed
        if field is None:
            return
        at = next(at for at, row in enumerate(self._rows()) if row.key == field.key)
        if self.tried(lambda: self.bench.remove(field.location)):
            self._changed()
            self._settle()
            rows = self._rows()
            if rows and not any(row.key == field.key for row in rows):
                self.query_one("#form", Form).point_at(rows[min(at, len(rows) - 1)].key)

    def _remove_card(self) -> None:
        self._settle()
        gone: list[str] = []
        if self.tried(lambda: gone.append(self.bench.remove_card())):
            self.folded = set()
            self.clear_stage()
            self.show_edit()
            self.say(f"The card {visible(gone[0])} is taken away. Ctrl+Z brings it back.")

    def _rows(self) -> list[Field]:
        return unfolded(self.fields, self.folded)

    def action_move(self, by: int) -> None:
        """Let the card, or the part that is pointed at, change places with the one before or behind."""
        self._settle()
        if isinstance(self.focused, Page) and self.focused.id == "cards":
            if self.tried(lambda: self.bench.move_card(by)):
                self.show_edit()
            return
        field = self.pointed
        place = field.location if field is not None else ()
        while len(place) > 2 and not (isinstance(place[-1], int) or place[-2] == "asks"):
            place = place[:-1]
        if field is None or len(place) <= 2:
            self.say("Point at an option, an effect or another part of a list: only these can be moved.")
            return
        if self.tried(lambda: self.bench.move(place, by)):
            to = (*place[:-1], place[-1] + by) if isinstance(place[-1], int) else place
            self._changed()
            self._settle()
            moved = [row for row in self.fields if row.location[: len(to)] == to]
            if moved:
                self.reveal(moved[0])

    def action_rename(self) -> None:
        """Offer other names for the field pointed at, where it is called by a seat, a relation or a track."""
        field = self.pointed
        if field is None:
            return
        others = self._others(field)
        if not others:
            self.say("This name is fixed: only seats, relations and tracks can be replaced.")
            return
        told = [piece((name, "strong"), (f"  {about}", "muted"), key=name) for name, about in others]
        place = field.location

        def chosen(name: str | None) -> None:
            if name is not None and self.tried(lambda: self.bench.rename(place, name)):
                self._changed()
                self._settle()
                if (own := self.field("/".join(map(str, (*place[:-1], name))))) is not None:
                    self.query_one("#form", Form).point_at(own.key)

        self.app.push_screen(Overlay(f"In place of {field.label}", told), chosen)
