"""Records as lines of a save, and lines as records again."""

from functools import lru_cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from wargame.engine.commands import Begin, Command, Message
from wargame.engine.events import Event
from wargame.engine.records import Record


class Line(Message):
    """One line of a save, as it stands there."""

    n: int
    prev: str
    command: Command
    events: tuple[Event, ...]
    digest: str


_LINE = TypeAdapter(Line)


def fields(record: Record) -> bytes:
    """Return the part of a line that is the record: its command and its events, as JSON without braces."""
    command = record.command
    told = _begin(command) if isinstance(command, Begin) else _json(command)
    return b'"command":%b,"events":[%b]' % (told, b",".join([_json(event) for event in record.events]))


def _json(message: Message) -> bytes:
    return message.__pydantic_serializer__.to_json(message)


def _begin(begin: Begin) -> bytes:
    """Return the command that begins a game; its content comes last, and is the same for many games."""
    told = begin.__pydantic_serializer__.to_json(begin, exclude={"content"})
    return b'%b,"content":%b}' % (told[:-1], _text(begin.content))


@lru_cache(maxsize=4)
def _text(text: str) -> bytes:
    return to_json(text)


def parse(line: bytes) -> Record:
    """Return the record of a line; raises ValueError with a clause for people when it is none."""
    try:
        parsed = _LINE.validate_json(line)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors(include_url=False, include_input=False)[0]["loc"])
        raise ValueError(f"is not a record of this game (at '{where}')") from None
    return Record(parsed.command, parsed.events)


def begin_of(record: Record) -> Begin:
    """Return the command that began a game; raises ValueError when the record is another."""
    if not isinstance(record.command, Begin):
        raise ValueError("does not begin a game")
    return record.command
