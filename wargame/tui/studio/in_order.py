"""Keys in the order in which they were pressed, however fast they come.

Textual hands every key at once to what is focused at that moment. A letter is taken there, but Tab, Backspace
and the Ctrl keys climb from widget to widget first: in a burst, letters would overtake them, or go
to the field that one is about to leave. So a key waits until the one before has had all its effects.
"""

import asyncio
from collections import deque

from textual import events
from textual.message import Message

from wargame.tui.ink import Piece
from wargame.tui.memory import Memory
from wargame.tui.reading import ReadsFirst

_STILL = 6
"""Turns of the loop without a message waiting anywhere, after which a key has had its effects."""
_PATIENT = 60
"""Turns of the loop after which whatever is waited for needs time, not turns."""
_AT_MOST = 600
"""Turns of the loop after which the next key is taken all the same: no key is ever stuck."""


class InOrder(ReadsFirst):
    """An app in which a burst of keys does what the same keys do when they are pressed slowly."""

    class Still(Message):
        """All that the last key set going is done."""

    def __init__(self, said: Piece, memory: Memory | None = None) -> None:
        super().__init__(said, memory)
        self._held: deque[events.Event] = deque()
        self._follows: asyncio.Task[None] | None = None

    @property
    def has_keys(self) -> bool:
        """Whether keys wait, or one has not had all its effects."""
        return self._follows is not None

    async def on_event(self, event: events.Event) -> None:
        """Take a key or a paste if none is under way, else keep it until its turn comes."""
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
        elif not self.screen_stack:
            return  # the app is closing: there is nowhere to type
        elif event.is_forwarded:
            await super().on_event(event)
        elif self._follows is not None:
            self._held.append(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Event) -> None:
        self._follows = asyncio.create_task(self._wait())
        await super().on_event(event)

    async def _wait(self) -> None:
        still = 0
        for turn in range(_AT_MOST):
            await asyncio.sleep(0 if turn < _PATIENT else 0.002)
            still = 0 if self._is_busy() else still + 1
            if still == _STILL:
                break
        self.post_message(self.Still())

    def _is_busy(self) -> bool:
        if not self.screen_stack:
            return False
        pumps = (self, *self.screen.walk_children(with_self=True))
        return any(pump.message_queue_size for pump in pumps)

    async def on_in_order_still(self) -> None:
        """Let the next key that waits have its turn."""
        self._follows = None
        if self._held and self.screen_stack:
            await self._take(self._held.popleft())
