"""Two versions of a deck side by side: one's own, and what another program wrote meanwhile."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from wargame.content.text import visible
from wargame.tui.closing import ClosesOnce
from wargame.tui.ink import Piece, firm, piece
from wargame.tui.page import Page
from wargame.tui.row import Go

_AROUND = 2


class Versions(ClosesOnce, ModalScreen[str | None]):
    """Returns `mine` or `theirs`, or None if that is decided later."""

    DEFAULT_CSS = """
    Versions { align: center middle; background: $background 60%; }
    Versions > Vertical {
        width: 96%; height: 90%; border: round $primary; background: $surface; border-title-color: $primary;
    }
    Versions Horizontal { height: 1fr; }
    Versions Page { width: 1fr; border: round $panel; border-title-color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m,M", "choose('mine')", "Mine"),
        Binding("t,T", "choose('theirs')", "Theirs"),
        Binding("escape", "leave", "Later"),
    ]

    def __init__(self, name: str, mine: Sequence[str], theirs: Sequence[str]) -> None:
        super().__init__()
        self._name = name
        self._sides = sides(mine, theirs)

    def compose(self) -> ComposeResult:
        """Lay the window out."""
        with Vertical() as window:
            window.border_title = visible(f"{self._name} was changed by another program")
            with Horizontal():
                for name, title, pieces in zip(
                    ("mine", "theirs"), ("Yours, not saved", "In the file now"), self._sides, strict=True
                ):
                    page = Page(pieces, id=name)
                    page.border_title = title
                    yield page
            yield Go("M", "Keep yours: the next save puts it in the file", id="keep")
            yield Go("T", "Take theirs (Ctrl+Z brings yours back)", id="take")
            yield Go("Esc", "Decide later; nothing is written", id="later")

    def on_mount(self) -> None:
        """Put the keys on one's own; a window that is closed before it is laid out has none."""
        for page in self.query("#mine"):
            page.focus()

    def on_go_pressed(self, event: Go.Pressed) -> None:
        """Take the choice that was clicked."""
        self.dismiss({"keep": "mine", "take": "theirs"}.get(event.go.id or ""))

    def action_choose(self, which: str) -> None:
        """Choose a version."""
        self.dismiss(which)

    def action_leave(self) -> None:
        """Decide later."""
        self.dismiss(None)


def sides(mine: Sequence[str], theirs: Sequence[str]) -> tuple[list[Piece], list[Piece]]:
    """Return the lines in which two versions differ, with those around them, row beside row."""
    left: list[Piece] = []
    right: list[Piece] = []
    matched = SequenceMatcher(None, mine, theirs, autojunk=False)
    for group in matched.get_grouped_opcodes(_AROUND):
        for tag, one, one_end, other, other_end in group:
            rows = max(one_end - one, other_end - other)
            style = "muted" if tag == "equal" else "warn"
            left += _column(mine, one, one_end, rows, style)
            right += _column(theirs, other, other_end, rows, style)
        left.append(piece(("⋯", "muted")))
        right.append(piece(("⋯", "muted")))
    return left, right


def _column(lines: Sequence[str], start: int, stop: int, rows: int, style: str) -> list[Piece]:
    told = [piece((firm(lines[at]), style), mark=(f"{at + 1:4} ", "muted")) for at in range(start, stop)]
    return told + [piece("")] * (rows - len(told))
