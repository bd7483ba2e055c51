"""The journal of a running game: every record sealed into the chain, and on disk if the game is saved.

A record is appended before the state moves and before anyone is told. A game without a save keeps the
chain all the same, so that its final digest is what a save would have ended with.
"""

from pathlib import Path
from typing import Protocol

from wargame.engine.records import Record
from wargame.journal.chain import ZERO, digest_of, sealed
from wargame.journal.records import opening
from wargame.journal.recovery import Recovery
from wargame.journal.store import Appender


class Journal(Protocol):
    """Where records go; `digest` is that of the last one."""

    digest: str

    def append(self, record: Record) -> None:
        """Keep a record; when this returns, it counts."""

    def close(self) -> None:
        """Let go of whatever holds the records."""


class Unsaved:
    """A journal in memory: the chain of digests, and no file."""

    def __init__(self) -> None:
        self.digest = ZERO
        self._next = 0

    def append(self, record: Record) -> None:
        """Seal a record into the chain."""
        shared, own = opening(self._next, self.digest, record)
        self.digest = digest_of(shared, own)
        self._next += 1

    def close(self) -> None:
        """Nothing is held."""


class Save:
    """A journal on disk; raises JournalError where the file cannot be had or written."""

    def __init__(self, appender: Appender, digest: str) -> None:
        self.digest = digest
        self._appender = appender
        self._next = appender.records

    @classmethod
    def create(cls, path: Path) -> "Save":
        """Begin a new save; never overwrites."""
        return cls(Appender.create(path), ZERO)

    @property
    def path(self) -> Path:
        """Where the save stands."""
        return self._appender.path

    @property
    def recovery(self) -> Recovery | None:
        """What was dropped when the save was opened again, if its end was torn."""
        return self._appender.recovery

    @property
    def records(self) -> int:
        """How many records are surely on disk."""
        return self._appender.records

    def append(self, record: Record) -> None:
        """Put a record on disk for good; raises SaveFailed, and then for ever."""
        line, digest = sealed(*opening(self._next, self.digest, record))
        self._appender.append(line)
        self._next, self.digest = self._next + 1, digest

    def close(self) -> None:
        """Free the save."""
        self._appender.close()
