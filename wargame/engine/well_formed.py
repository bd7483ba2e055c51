"""Whether a command that comes from outside is one: each field as its type says, and such as can be written.

Structs are held to their types when they are read, not when they are made. So what people, or other
programs, make is written and read once before it is decided.
"""

import re

from msgspec import ValidationError
from msgspec.json import Decoder, Encoder

from wargame.engine.commands import Command
from wargame.engine.records import Rejection

_ENCODER = Encoder()
_DECODER = Decoder(Command)
_WHERE = re.compile(r" - at `\$\.?(.*)`$")


def well_formed(command: Command) -> Command | Rejection:
    """Return a command as it is read back, or why it cannot be, whatever the state of the game."""
    try:
        read: Command = _DECODER.decode(_ENCODER.encode(command))
    except (ValueError, TypeError, OverflowError) as error:
        where = f" (at '{place(error)}')" if isinstance(error, ValidationError) else ""
        return Rejection("ill-formed", f"this is not a '{command.kind}' that can be kept{where}")
    return read


def place(error: ValidationError) -> str:
    """Return where in a message an error of reading it lies, its parts joined by dots."""
    found = _WHERE.search(str(error))
    return found[1] if found else ""
