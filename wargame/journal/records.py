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
    shared, own = parts(record)
    return shared + own


def parts(record: Record) -> tuple[bytes, bytes]:
    """Return the fields of a record in two: what it shares with other games, and what is its own.

    Games of one content begin alike, up to and with the content; all else is a game's own.
    """
    if not isinstance(record.command, Begin):
        return b"", _ENCODER.encode(record)[1:-1]
    content = record.command.content
    rest = replace(record, command=replace(record.command, content=""))
    shared, _, own = _ENCODER.encode(rest)[1:-1].partition(b'"content":""')
    return _opening(shared, content), own


@lru_cache(maxsize=4)
def _opening(shared: bytes, content: str) -> bytes:
    return b'%b"content":%b' % (shared, _ENCODER.encode(content))


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
