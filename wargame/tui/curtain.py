"""The curtain between two seats, with nothing on it but whose turn it is; and one while the clock stands."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from wargame.tui.closing import ClosesOnce
from wargame.tui.ink import GAP, piece
from wargame.tui.page import Note
from wargame.tui.row import Go

SETTLES = 0.4
"""Seconds in which a second press of Enter, meant for the seat before, does not raise the curtain."""

_DRAWN = """
NAME { align: center middle; background: $background; }
NAME Note { width: 64; max-width: 90%; }
NAME Go { width: 64; max-width: 90%; margin-top: 1; }
"""


class Standing(ClosesOnce, Screen[None]):
    """Hides the table while every clock stands."""

    DEFAULT_CSS = _DRAWN.replace("NAME", "Standing")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,P,ctrl+t", "go_on", "Let the clock go on", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Say that the clock stands."""
        yield Note(
            [
                piece(("The clock is stopped.", "title")),
                GAP,
                piece(("The table is hidden meanwhile.", "muted")),
            ]
        )
        yield Go("P", "Let it go on", id="on")

    def on_go_pressed(self, event: Go.Pressed) -> None:
        """Go on."""
        event.stop()
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go on."""
        self.dismiss(None)


class Curtain(ClosesOnce, Screen[None]):
    """Hides the table until the next seat's people are alone with it."""

    DEFAULT_CSS = _DRAWN.replace("NAME", "Curtain")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "rise", "We are alone", show=False)]

    def __init__(self, seat: str) -> None:
        super().__init__()
        self._seat = seat
        self._heavy = True

    def compose(self) -> ComposeResult:
        """Say whose turn it is."""
        told = [piece("Pass the keyboard to"), GAP, piece((self._seat, "title")), GAP]
        yield Note([*told, piece(("Nobody else should be looking.", "muted"))], id="curtain")
        yield Go("Enter", "We are alone with the screen", id="rise")

    def on_mount(self) -> None:
        """Let nobody raise it who has not seen it."""
        self.set_timer(SETTLES, self._settle)

    def _settle(self) -> None:
        self._heavy = False

    def on_go_pressed(self, event: Go.Pressed) -> None:
        """Rise."""
        event.stop()
        self.action_rise()

    def action_rise(self) -> None:
        """Rise, but not for a key that was meant for the screen before."""
        if not self._heavy:
            self.dismiss(None)
