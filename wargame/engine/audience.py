"""Who may see a field of an event; a field that declares nobody goes to the facilitator alone."""

from enum import Enum


class Audience(Enum):
    """How much of the table a field is for."""

    PUBLIC = "everybody"
    SEAT = "the seat that the event is about"
    BY_SEAT = "a mapping from seats: each sees its own entry"
    NUMBERS = "rows of changes: relations for everybody, tracks for their own seat"
    ASKED = "rows of forecasts: for the seats that were asked"
    FLAGS = "flags: public ones for everybody, secret ones for those who know of them"
    CHOICES = "a mapping from seats to choices: the seat's own in full, others' as they are shown"
    ROLL = "a roll: its odds and outcome, its path without what the option is really called"


PUBLIC = Audience.PUBLIC
SEAT = Audience.SEAT
BY_SEAT = Audience.BY_SEAT
NUMBERS = Audience.NUMBERS
ASKED = Audience.ASKED
FLAGS = Audience.FLAGS
CHOICES = Audience.CHOICES
ROLL = Audience.ROLL
