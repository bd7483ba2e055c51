"""Saved games in words, as they are listed: those that go on, those that are over, and what is no game."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from wargame.content.text import one_line
from wargame.play.words import joined

if TYPE_CHECKING:
    from wargame.journal.glance import Glance

OVER = "Finished games: their ends can be read again, and they can be replayed, reviewed and forked"
OLDER = "Begun under older rules: they can be replayed and reviewed"
NO_GAME = "What cannot be read"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Listed:
    """Saved games under the headings under which they are listed, in the order in which they were given."""

    going: Sequence[Glance]
    over: Sequence[Glance]
    older: Sequence[Glance]
    faulty: Sequence[Glance]


def listed(found: Sequence[Glance]) -> Listed:
    """Return saved games by what can be done with them."""
    good = [save for save in found if not save.fault]
    return Listed(
        [save for save in good if save.goes_on],
        [save for save in good if save.ended and not save.older],
        [save for save in good if save.older],
        [save for save in found if save.fault],
    )


def what(save: Glance) -> str:
    """Return which game a save is of: `Korea, October 2024 to June 2025, short`."""
    return f"{one_line(save.title, _LONGEST)}, {one_line(save.length, 20)}"


def who(save: Glance) -> str:
    """Return which seats people hold in it: `South and Ally`."""
    return one_line(joined(save.people), _LONGEST) if save.people else "bots alone"


def how_far(save: Glance) -> str:
    """Return how far a game has come: `turn 2 of 3`."""
    return f"{'over in ' if save.ended else ''}turn {save.turn} of {save.turns}"


def last_played(save: Glance) -> str:
    """Return when a save was last written, in this machine's time."""
    return datetime.fromtimestamp(save.written).strftime("%Y-%m-%d %H:%M")
