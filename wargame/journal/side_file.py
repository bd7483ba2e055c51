"""The edits of a deck that are not saved yet, in a file beside it: a line for every key press.

The first line is the deck as it was read or last saved; each other is a step. A torn end is left out.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from wargame.content.editing.history import History
from wargame.content.editing.lines import Change, Text
from wargame.journal.disk import BINARY, sync_folder, write_all

LARGEST = 256 * 2**20
"""Bytes read of a side file: months of typing."""


class Base(Struct, frozen=True, tag="base", tag_field="kind"):
    """The deck from which the steps go on."""

    text: str


class Held(Struct, frozen=True, tag="held", tag_field="kind", omit_defaults=True):
    """The deck file now holds this text; without one, what the steps have come to."""

    text: str | None = None


class Do(Struct, frozen=True, tag="do", tag_field="kind", omit_defaults=True):
    """A change of lines."""

    at: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    typed: bool = False
    joins: bool = False


class Undo(Struct, frozen=True, tag="undo", tag_field="kind"):
    """The last step taken back."""


class Redo(Struct, frozen=True, tag="redo", tag_field="kind"):
    """The step done again."""


Step = Do | Undo | Redo
_LINE = msgspec.json.Decoder(Base | Held | Do | Undo | Redo)


def beside(deck: Path) -> Path:
    """Return the file in which edits of a deck are kept: `my.yaml` gives `.my.yaml.edits`."""
    return deck.with_name(f".{deck.name}.edits")


class Recovered(NamedTuple):
    """What the deck file held, the deck as far as its steps can be read, and how many bytes tell of them."""

    held: str
    history: History
    size: int


def recover(path: Path) -> Recovered | None:
    """Return what was kept of a deck, as far as it can be read; None for nothing kept."""
    try:
        with open(path, "rb") as file:
            *lines, _torn = file.read(LARGEST).split(b"\n")
    except FileNotFoundError:
        return None
    found: Recovered | None = None
    size = 0
    for line in lines:
        try:
            step = _LINE.decode(line)
            size += len(line) + 1
            if isinstance(step, Base):
                found = Recovered(step.text, History(Text.of(step.text)), size)
            elif found is not None and isinstance(step, Held):
                held = found.history.text.raw if step.text is None else step.text
                found = found._replace(held=held, size=size)
            elif found is not None and not isinstance(step, Held):
                take(found.history, step)
                found = found._replace(size=size)
        except (msgspec.MsgspecError, ValueError):
            break
    return found


def take(history: History, step: Step) -> int | None:
    """Take a step; return the line where it was, None where there was none to take. Raises ValueError."""
    match step:
        case Do(at, old, new, typed, joins):
            history.do(Change(at, old, new), typed=typed, joins=joins)
            return at
        case Undo():
            return history.undo()
        case Redo():
            return history.redo()


class SideFile:
    """A side file that grows; every line is on disk when `append` returns."""

    def __init__(self, path: Path, fd: int, size: int) -> None:
        self._path, self._fd, self._size = path, fd, size

    @classmethod
    def create(cls, path: Path, base: str) -> "SideFile":
        """Begin a file, in place of an older one; raises OSError."""
        made = cls(path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600), 0)
        made.append(Base(base))
        sync_folder(path.parent)
        return made

    @classmethod
    def go_on(cls, path: Path, size: int) -> "SideFile":
        """Go on with a file of which so many bytes were recovered, freed of the rest; raises OSError.

        What is behind a line that cannot be read is of no use: no later step could be read either.
        """
        made = cls(path, os.open(path, os.O_WRONLY | BINARY), size)
        made._cut()
        return made

    def append(self, line: Base | Held | Step) -> None:
        """Put a line on disk; raises OSError, with the file as it was."""
        data = msgspec.json.encode(line) + b"\n"
        try:
            write_all(self._fd, data)
            os.fsync(self._fd)
        except OSError:
            with suppress(OSError):
                self._cut()
            raise
        self._size += len(data)

    def close(self, *, keep: bool) -> None:
        """Close the file, and remove it unless it is to be kept."""
        os.close(self._fd)
        if not keep:
            self._path.unlink(missing_ok=True)

    def _cut(self) -> None:
        os.ftruncate(self._fd, self._size)
        os.lseek(self._fd, 0, os.SEEK_END)
