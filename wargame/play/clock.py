"""Time of play, in milliseconds since the game began; it comes from outside, and only from here."""

import time
from typing import Protocol


class Clock(Protocol):
    """Says what time it is in the game."""

    def now(self) -> int:
        """Return milliseconds of play since the game began."""
        ...


class WallClock:
    """Time as it passes in the room, going on from where a resumed game stopped."""

    def __init__(self, start: int = 0) -> None:
        self._start = start
        self._zero = time.monotonic_ns()

    def now(self) -> int:
        """Return milliseconds of play."""
        return self._start + (time.monotonic_ns() - self._zero) // 1_000_000


class VirtualClock:
    """Time of a game that bots play alone: every look at the clock is a second later."""

    def __init__(self, start: int = 0) -> None:
        self._now = start

    def now(self) -> int:
        """Return milliseconds of play."""
        self._now += 1000
        return self._now
