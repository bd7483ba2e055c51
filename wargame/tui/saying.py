"""What a screen says in passing: one sentence at a time, where it hides nothing if there is a line for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wargame.content.text import visible
from wargame.tui.ink import piece
from wargame.tui.page import Note

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    class _Base(Screen[Any]): ...
else:
    _Base = object


class Passing(Note):
    """Lines that are there only while something is said in them."""

    DEFAULT_CSS = """
    Passing { display: none; background: $warning 25%; }
    """
    _timer: Timer | None = None

    def tell(self, sentence: str, seconds: float) -> None:
        """Say a sentence for some seconds."""
        self.hush()
        self.show([piece(("! ", "warn"), visible(sentence))])
        self.display = True
        self._timer = self.set_timer(seconds, self.hush)

    def hush(self) -> None:
        """Say nothing any more."""
        if self._timer is not None:
            self._timer.stop()
        self.show([])
        self.display = False


class Says(_Base):
    """A screen that can say something which goes by itself; the newest takes the place of the one before."""

    def say(self, sentence: str, seconds: float = 6) -> None:
        """Say something in passing; it may name what others wrote."""
        self.app.clear_notifications()
        for own in self.query(Passing):
            own.tell(sentence, seconds)
            return
        self.notify(visible(sentence), markup=False, timeout=seconds)

    def hush(self) -> None:
        """Say nothing any more."""
        self.app.clear_notifications()
        for own in self.query(Passing):
            own.hush()
