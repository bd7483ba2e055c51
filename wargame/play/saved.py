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
    fork = ", a fork" if save.forked else ""
    return f"{one_line(save.title, _LONGEST)}, {one_line(save.length, 20)}{fork}"


def who(save: Glance) -> str:
    """Return which seats people hold in it: `South and Ally`; of one that nobody played, that."""
    if save.scripted:
        return "written, not played"
    return one_line(joined(save.people), _LONGEST) if save.people else "bots alone"


def how_far(save: Glance) -> str:
    """Return how far a game has come, and how it ended: `over in turn 2 of 3: War (war)`."""
    turn = f"turn {save.turn} of {save.turns}"
    if not save.ended:
        return turn
    ending = one_line(save.ending, _LONGEST) if save.ending else "the calendar ran out"
    return f"over in {turn}: {ending}{' (war)' if save.war else ''}"


def last_played(save: Glance) -> str:
    """Return when a save was last written, in this machine's time; nothing for one that nobody played."""
    if save.scripted:
        return ""
    return datetime.fromtimestamp(save.written).strftime("%Y-%m-%d %H:%M")


def of(save: Glance) -> Sequence[str]:
    """Return all that is said of a save: which game, how far, whose, and when."""
    parts = (f"{what(save)}, {how_far(save)}", who(save), last_played(save))
    return [part for part in parts if part]
