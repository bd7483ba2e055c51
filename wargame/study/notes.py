"""Bookmarks and notes on a saved game, kept in a file beside the save, which stays as it is.

Each reviewer writes in one's own name. Files of several reviewers are read together and compared; only one's
own notes are written back.
"""

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from wargame.journal.errors import reason_of, shown

LONGEST = 2000
"""Characters that a note may have."""

_LARGEST = 2**20

Name = Annotated[str, Meta(min_length=1, max_length=80)]


class NotesError(Exception):
    """Notes that cannot be read or kept; its text is one sentence for people."""


class Note(Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A remark on the moment after a record; one without a text is a bookmark alone."""

    at: Annotated[int, Meta(ge=0, le=10_000)]
    by: Name
    text: Annotated[str, Meta(max_length=LONGEST)] = ""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """What a file of notes holds: which game they are of, by its promise about the dice, and the notes."""

    game: Annotated[str, Meta(max_length=64)]
    notes: tuple[Note, ...]


def beside(save: Path, by: str) -> Path:
    """Return where a reviewer's notes on a save are kept: `game.jsonl` gives `game.notes-kim.json`."""
    name = "".join(letter if letter.isalnum() else "-" for letter in by.casefold())
    return save.with_name(f"{save.stem}.notes-{name}.json")


def read(path: Path, game: str) -> tuple[Note, ...]:
    """Return the notes in a file; raises NotesError, also for notes on another game."""
    try:
        with open(path, "rb") as file:
            text = file.read(_LARGEST + 1)
    except OSError as error:
        raise NotesError(f"The notes {shown(path)} cannot be read ({reason_of(error)}).") from None
    if len(text) > _LARGEST:
        raise NotesError(f"The notes {shown(path)} are larger than {_LARGEST // 2**20} MB.")
    try:
        found = msgspec.json.decode(text, type=_File, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise NotesError(
            f"{shown(path)} holds no reviewer's notes: name a file as the replay keeps them, beside the save "
            "and with .notes- in its name."
        ) from None
    if found.game != game:
        raise NotesError(f"The notes {shown(path)} are on another game.")
    return found.notes


def keep(path: Path, game: str, notes: Iterable[Note]) -> None:
    """Write notes in place of those in a file, which is whole at any moment; raises NotesError."""
    text = msgspec.json.format(msgspec.json.encode(_File(game, tuple(sorted(notes)))), indent=1)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".notes-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text + b"\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise NotesError(f"The notes {shown(path)} cannot be kept ({reason_of(error)}).") from None


def open_notebook(
    save: Path, game: str, by: str, others: Iterable[Path] = (), numbers: Sequence[int] | None = None
) -> "Notebook":
    """Open a reviewer's notes on a save, with those of others in files of their own; raises NotesError."""
    theirs = [note for path in others for note in read(path, game)]
    return Notebook(beside(save, by), game, by, theirs, numbers)


class Notebook:
    """The notes of one reviewer on one game, each kept as soon as it is made, beside those of others.

    In the file they stand on records. `numbers` are the records of the moments that are counted here, where
    those are not all: a note on a record between stands on the moment before it.
    """

    def __init__(
        self,
        path: Path,
        game: str,
        by: str,
        others: Iterable[Note] = (),
        numbers: Sequence[int] | None = None,
    ) -> None:
        self.by = by
        self._numbers = numbers
        self._path, self._game = path, game
        own = read(path, game) if path.exists() else ()
        self._own = {note.at: note for note in own if note.by == by}
        self._others = tuple(sorted({note for note in (*others, *own) if note.by != by}))

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, one's own and others', in the order of the game."""
        every = (*self._own.values(), *self._others)
        return tuple(sorted(replace(note, at=self._moment(note.at)) for note in every))

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Whose notes there are."""
        return tuple(dict.fromkeys(note.by for note in self.notes))

    def at(self, moment: int) -> tuple[Note, ...]:
        """Return the notes on a moment."""
        return tuple(note for note in self.notes if note.at == moment)

    def own(self, moment: int) -> Note | None:
        """Return one's own note on a moment."""
        return self._own.get(self._record(moment))

    def write(self, moment: int, text: str = "") -> None:
        """Put a note, or a bookmark, in place of one's own on a moment; raises NotesError."""
        at = self._record(moment)
        self._keep({**self._own, at: Note(at, self.by, text.strip()[:LONGEST])})

    def erase(self, moment: int) -> None:
        """Take one's own note on a moment away; raises NotesError."""
        gone = self._record(moment)
        self._keep({at: note for at, note in self._own.items() if at != gone})

    def _record(self, moment: int) -> int:
        return moment if self._numbers is None else self._numbers[moment]

    def _moment(self, record: int) -> int:
        if self._numbers is None:
            return record
        before = [number for number in self._numbers if number <= record]
        return self._numbers.index(max(before, default=0))

    def _keep(self, own: Mapping[int, Note]) -> None:
        # What others wrote in the same file is theirs, and stays in it.
        keep(self._path, self._game, (*own.values(), *self._in_file()))
        self._own = dict(own)

    def _in_file(self) -> Sequence[Note]:
        found = read(self._path, self._game) if self._path.exists() else ()
        return [note for note in found if note.by != self.by]
