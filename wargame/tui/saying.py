"""What a screen says in passing: one sentence at a time, over what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wargame.content.text import visible

if TYPE_CHECKING:
    from textual.screen import Screen

    class _Base(Screen[Any]): ...
else:
    _Base = object


class Says(_Base):
    """A screen that can say something which goes by itself; the newest takes the place of the one before."""

    def say(self, sentence: str, seconds: float = 6) -> None:
        """Say something in passing; it may name what others wrote."""
        self.app.clear_notifications()
        self.notify(visible(sentence), markup=False, timeout=seconds)
