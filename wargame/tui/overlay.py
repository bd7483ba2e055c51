"""A window over the table that is read and closed: help, a brief, why a number is what it is."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wargame.tui.closing import ClosesOnce
from wargame.tui.ink import Piece
from wargame.tui.page import Page
from wargame.tui.row import Go


class Overlay(ClosesOnce, ModalScreen[str | None]):
    """A page in a window; returns the item that was picked, or None."""

    DEFAULT_CSS = """
    Overlay { align: center middle; background: $background 60%; }
    Overlay > Vertical {
        width: 90%; max-width: 92; height: 90%; max-height: 44;
        border: round $primary; background: $surface; border-title-color: $primary;
    }
    Overlay Page { height: 1fr; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Q,b,B,question_mark,f1", "close", "Close", key_display="Esc"),
    ]

    def __init__(self, title: str, pieces: Sequence[Piece], take: str = "Take what › points at") -> None:
        super().__init__()
        self._heading, self._pieces, self._take = title, pieces, take

    def compose(self) -> ComposeResult:
        """Lay the window out."""
        with Vertical() as window:
            window.border_title = self._heading
            yield Page(self._pieces, id="overlay")
            if any(piece.key is not None for piece in self._pieces):
                yield Go("Enter", f"{self._take} (Esc: close)", id="take")
            else:
                yield Go("Esc", "Close", id="close")

    def on_mount(self) -> None:
        """Put the keys on the page; a window that is closed before it is laid out has none."""
        for page in self.query(Page):
            page.focus()

    def on_click(self, event: events.Click) -> None:
        """A click beside the window closes it."""
        if event.widget is self:
            self.dismiss(None)

    def on_go_pressed(self, event: Go.Pressed) -> None:
        """Take what is pointed at, where something is, or close the window."""
        event.stop()
        self.query_one("#overlay", Page).action_pick()

    def on_page_passed_on(self) -> None:
        """Enter closes a window in which nothing can be picked."""
        self.dismiss(None)

    def on_page_picked(self, event: Page.Picked) -> None:
        """Return what was picked."""
        event.stop()
        self.dismiss(event.key)

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss(None)
