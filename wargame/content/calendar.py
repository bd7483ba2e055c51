"""The calendar that a scenario plays, and the lengths in which it is played."""

from typing import Annotated

from pydantic import Field, model_validator

from wargame.content.base import Line, Model, Slug
from wargame.content.cards import Day, Month

Whole = Annotated[int, Field(ge=0, le=100_000)]


class CalendarTurn(Model):
    """One turn of the calendar, dated by a month or a day, with its news and the windows open then."""

    month: Month | None = None
    """`2025-04`"""
    day: Day | None = None
    """`2025-04-12`. A turn of several days has the first of them."""
    title: Line
    """As the turn's heading says it."""
    news: tuple[Line, ...] = ()
    """What the world brings, whatever the seats do."""
    windows: tuple[Slug, ...] = ()
    """Open in this turn."""

    @model_validator(mode="after")
    def _has_one_date(self) -> "CalendarTurn":
        if (self.month is None) == (self.day is None):
            raise ValueError("a turn of the calendar has a 'month' (2025-04) or a 'day' (2025-04-12)")
        return self

    @property
    def date(self) -> str:
        """Return the month or the day on which the turn begins, as it is written; dates sort as text."""
        return self.month or self.day or ""


class Length(Model):
    """A length of the game: which calendar turns are played, minutes of class, seconds of one sitting."""

    minutes: Whole
    """Minutes of class, in all."""
    turns: Annotated[tuple[Annotated[int, Field(ge=1, le=60)], ...], Field(min_length=1)]
    """Those that are played, rising."""
    brief: Whole = 0
    """Minutes for the briefing."""
    practice: Whole = 0
    """Minutes for a practice turn."""
    turn: Whole
    """Minutes for a turn."""
    debrief: Whole = 0
    """Minutes for the talk afterwards."""
    sitting: Annotated[int, Field(ge=10, le=7200)]
    """Seconds for one seat's sitting. The only one of these times that a clock enforces."""
