"""Who may see a field of an event; a field that declares nobody goes to the facilitator alone."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from wargame.content.base import FACILITATOR, OBSERVER, SeatId

if TYPE_CHECKING:
    from wargame.engine.state import State


class Audience(Enum):
    """How much of the table a field is for."""

    PUBLIC = "everybody"
    BESIDE = "whoever is told something else of the event"
    SEAT = "the seat that the event is about"
    WAITED = "everybody, if the table still waited for the seat that the event is about; else that seat"
    BY_SEAT = "a mapping from seats: each sees its own entry"
    NUMBERS = (
        "rows of changes: relations for everybody, tracks for their own seat, causes as it may read them"
    )
    ASKED = "rows of forecasts: for the seats that were asked"
    FLAGS = "the names of flags: public ones for everybody, secret ones for those who know of them"
    CHOICES = "a mapping from seats to choices: the seat's own in full, others' as they are shown"
    ROLL = "a roll: for whom `known.roll_told` says so, its odds where `known.odds_told` does"


def eyes(state: State, seat: SeatId) -> SeatId:
    """Return the seat with whose eyes one sees: a game without a facilitator has nobody who sees all."""
    return OBSERVER if seat == FACILITATOR and not state.setup.facilitator else seat


PUBLIC = Audience.PUBLIC
BESIDE = Audience.BESIDE
SEAT = Audience.SEAT
WAITED = Audience.WAITED
BY_SEAT = Audience.BY_SEAT
NUMBERS = Audience.NUMBERS
ASKED = Audience.ASKED
FLAGS = Audience.FLAGS
CHOICES = Audience.CHOICES
ROLL = Audience.ROLL
