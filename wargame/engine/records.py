"""The two answers to a command: a record of what happened, or a reasoned no."""

from dataclasses import dataclass

from msgspec import Struct

from wargame.engine.commands import Command
from wargame.engine.events import Event

FORMAT = 1
RULES = 1


class Record(Struct, frozen=True, gc=False):
    """One accepted command and its events: one line of the save."""

    command: Command
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A no: a code for programs, and a sentence that a facilitator could read aloud."""

    code: str
    sentence: str
