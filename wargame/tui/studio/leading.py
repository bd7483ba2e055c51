"""The panel of the graph around a card: from card to card, and back the way one came."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message

from wargame.tui.ink import Piece
from wargame.tui.page import Page
from wargame.tui.telling.leads import OWN


class LeadsPage(Page):
    """Shows the graph around the card that is worked on, with that card in view and pointed at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "return", "Card before", key_display="Bksp"),
    ]

    class Returned(Message):
        """Whoever came here from a card goes back to it."""

        def __init__(self, card: str) -> None:
            super().__init__()
            self.card = card

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._card: str | None = None
        self._before: str | None = None
        self._going: str | None = None
        self._trail: list[tuple[str, str]] = []
        self._point: str | None = None

    def around(self, card: str, pieces: Iterable[Piece]) -> None:
        """Show the graph around a card; around another than before, its middle is pointed at.

        From a card that was not come to on the graph no way leads back.
        """
        if card == self._card:
            self.show(pieces, top=False)
            return
        if card not in (self._before, self._going):
            self._trail.clear()
            self.refresh_bindings()
        self._card, self._before, self._going = card, card, None
        self.show(pieces, point=self._point or OWN)
        self._point = None
        self.centre()

    def forget_card(self) -> None:
        """Take the card that is shown next for another one."""
        self._card = None

    def leave(self, card: str, key: str, going: str) -> None:
        """Keep where one was, to come back to it from the card that one goes to."""
        self._trail.append((card, key))
        self._going = going
        self.refresh_bindings()

    def centre(self) -> None:
        """Bring what is pointed at into the middle of the view."""
        rows = self._rows_of(self.pointed)
        if rows:
            region = Region(0, rows[0], max(1, self.size.width), len(rows))
            self.scroll_to_region(region, animate=False, force=True, center=True, immediate=True)

    def on_resize(self) -> None:
        """Lay the graph out anew around what is pointed at."""
        super().on_resize()
        self.centre()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether there is a way back."""
        return bool(self._trail) if action == "return" else super().check_action(action, parameters)

    def action_return(self) -> None:
        """Go back to the card from which one came here, and to the place on its graph."""
        card, self._point = self._trail.pop()
        self._card, self._going = None, card
        self.refresh_bindings()
        self.post_message(self.Returned(card))
