"""Records as lines of a save, and lines as records again."""

from functools import lru_cache

from msgspec import ValidationError
from msgspec.json import Decoder, Encoder
from msgspec.structs import replace

from wargame.engine.commands import Begin, Command, Message
from wargame.engine.events import Event
from wargame.engine.records import Record
from wargame.engine.well_formed import place


class Line(Message, frozen=True):
    """One line of a save, as it stands there."""

    n: int
    prev: str
    command: Command
    events: tuple[Event, ...]
    digest: str


_ENCODER = Encoder()
_DECODER = Decoder(Line)


def fields(record: Record) -> bytes:
    """Return the part of a line that is the record: its command and its events, as JSON without braces."""
    command, events = record
    told = _begin(command) if isinstance(command, Begin) else _ENCODER.encode(command)
    return b'"command":%b,"events":%b' % (told, _ENCODER.encode(events))


def _begin(begin: Begin) -> bytes:
    """Return the command that begins a game; its content comes last, and is the same for many games."""
    told = _ENCODER.encode(replace(begin, content=""))
    return b"%b%b}" % (told.removesuffix(b'""}'), _text(begin.content))


@lru_cache(maxsize=4)
def _text(text: str) -> bytes:
    return _ENCODER.encode(text)


def parse(line: bytes) -> Record:
    """Return the record of a line; raises ValueError with a clause for people when it is none."""
    try:
        parsed = _DECODER.decode(line)
    except ValidationError as error:
        raise ValueError(f"is not a record of this game (at '{place(error)}')") from None
    return Record(parsed.command, parsed.events)


def begin_of(record: Record) -> Begin:
    """Return the command that began a game; raises ValueError when the record is another."""
    if not isinstance(record.command, Begin):
        raise ValueError("does not begin a game")
    return record.command
