"""A window in which one note is written."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wargame.content.text import visible
from wargame.tui.closing import ClosesOnce
from wargame.tui.form import Say
from wargame.tui.row import Go


class Write(ClosesOnce, ModalScreen[str | None]):
    """Returns what was written, or None if it was left."""

    DEFAULT_CSS = """
    Write { align: center middle; background: $background 60%; }
    Write > Vertical {
        width: 90%; max-width: 80; height: auto;
        border: round $primary; background: $surface; border-title-color: $primary;
    }
    Write Say { height: 6; border: none; padding: 0 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", priority=True),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._heading, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay the window out."""
        with Vertical() as window:
            window.border_title = visible(self._heading)
            yield Say("What is worth saying about this moment?", id="note")
            yield Go("Ctrl+S", "Keep it (Esc: leave it as it was; empty: take it away)", id="keep")

    def on_mount(self) -> None:
        """Show what there is, and put the keys into it; a window closed before it is drawn has none."""
        for area in self.query("#note").results(Say):
            area.load_text(visible(self._text))
            area.move_cursor(area.document.end)
            area.focus()

    def on_go_pressed(self) -> None:
        """Keep it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Return what was written."""
        self.dismiss(visible(self.query_one("#note", Say).text))

    def action_leave(self) -> None:
        """Return nothing."""
        self.dismiss(None)
