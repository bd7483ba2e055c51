"""The time that is left of a sitting, and when it is told."""

from collections.abc import Callable

from wargame.play.words import minutes

MARKS = {60: "A minute is left.", 20: "20 seconds are left."}
NEARLY = 120
"""Seconds below which every prompt says how much is left."""


class Countdown:
    """The time that is left; `left` returns seconds, or None while no clock runs.

    Each mark is told once; one that the time began below is not told.
    """

    def __init__(self, left: Callable[[], float | None]) -> None:
        self.left = left
        self._marks: list[int] | None = None

    def passed(self, left: float) -> str:
        """Return what is to be said now that so much is left, if a mark was passed."""
        before = self._marks
        self._marks = [mark for mark in MARKS if left > mark]
        passed = [mark for mark in before or () if mark not in self._marks]
        return MARKS[min(passed)] if passed else ""

    def nearly(self) -> str:
        """Return how much is left, where that is so little that every prompt says it."""
        left = self.left()
        if left is None:
            return ""
        self.passed(left)
        return f"Time left: {minutes(left)}." if 0 < left < NEARLY else ""

    def plenty(self) -> str:
        """Return how much is left, where that is more than every prompt says."""
        left = self.left()
        return "" if left is None or left < NEARLY else f"Time left: {minutes(left)}."
