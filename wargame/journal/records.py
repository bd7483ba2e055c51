"""Records as lines of a save, and lines as records again."""

from functools import lru_cache

from msgspec import ValidationError
from msgspec.json import Decoder, Encoder
from msgspec.structs import replace

from wargame.engine.commands import Begin, Command, Message
from wargame.engine.events import Event
from wargame.engine.records import Record
from wargame.engine.well_formed import place


class Opening(Message, frozen=True):
    """One line of a save up to its digest, which is made of it."""

    n: int
    prev: str
    command: Command
    events: tuple[Event, ...]


class Line(Opening, frozen=True):
    """One line of a save, as it stands there."""

    digest: str


_ENCODER = Encoder()
_DECODER = Decoder(Line)


def fields(record: Record) -> bytes:
    """Return the part of a line that is the record: its command and its events, as JSON without braces."""
    return _ENCODER.encode(record)[1:-1]


def opening(n: int, prev: str, record: Record) -> tuple[bytes, bytes]:
    """Return the line of record `n` up to its digest, in two: what it shares with other games, and its own.

    Games of one content begin alike, up to and with the content; all else is a game's own.
    """
    command = record.command
    if n or not isinstance(command, Begin):
        return b"", _ENCODER.encode(Opening(n, prev, command, record.events))[:-1]
    without = Opening(n, prev, replace(command, content=""), record.events)
    shared, _, own = _ENCODER.encode(without)[:-1].partition(b'"content":""')
    return _with_content(shared, command.content), own


@lru_cache(maxsize=4)
def _with_content(shared: bytes, content: str) -> bytes:
    return b'%b"content":%b' % (shared, _ENCODER.encode(content))


def parse(line: bytes) -> Record:
    """Return the record of a line; raises ValueError with a clause for people when it is none."""
    try:
        parsed = _DECODER.decode(line)
    except ValidationError as error:
        raise ValueError(f"is not a record of this game (at '{place(error)}')") from None
    return Record(parsed.command, parsed.events)


def as_written(line: bytes) -> Record | None:
    """Return the record of a line that is byte for byte what this program writes of it, None of any other."""
    try:
        parsed = _DECODER.decode(line)
    except (ValueError, RecursionError):
        return None
    return Record(parsed.command, parsed.events) if _ENCODER.encode(parsed) == line[:-1] else None


def begin_of(record: Record) -> Begin:
    """Return the command that began a game; raises ValueError when the record is another."""
    if not isinstance(record.command, Begin):
        raise ValueError("does not begin a game")
    return record.command
