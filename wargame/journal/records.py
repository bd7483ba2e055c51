"""Records as lines of a save, and lines as records again."""

from pydantic import TypeAdapter, ValidationError

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
    events = ",".join([event.model_dump_json() for event in record.events])
    return f'"command":{record.command.model_dump_json()},"events":[{events}]'.encode()


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
