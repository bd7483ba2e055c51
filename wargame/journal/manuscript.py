"""A deck that is being edited: what is on disk, what was made of it, and how one comes to be the other.

The deck file is whole at any moment, and changes only when it is saved: a new file is written beside it, and
takes its place if nobody else has changed it meanwhile. Until then every step is in the side file, before it
counts.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from wargame.content.editing.history import History
from wargame.content.editing.lines import Change, Text
from wargame.content.source import LARGEST
from wargame.content.text import one_line
from wargame.journal.disk import sync_folder, write_all
from wargame.journal.errors import SaveBusy, reason_of, shown
from wargame.journal.lock import SaveLock
from wargame.journal.side_file import Do, Held, Redo, SideFile, Step, Undo, beside, recover, take


class EditError(Exception):
    """An edit, or a deck, that cannot be kept or read; its text is one sentence for people."""


class ChangedMeanwhile(EditError):
    """Another program changed the deck; `theirs` is what is in the file now."""

    def __init__(self, path: Path, theirs: str) -> None:
        super().__init__(f"{one_line(shown(path))} was changed by another program: nothing was written.")
        self.theirs = theirs


class Manuscript:
    """One deck as it is edited.

    `recovered` says that steps of an earlier sitting were found and are there again; `theirs` is what the
    file holds, if it is not what those steps go on from.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = _read(path)
        self.recovered = False
        self.theirs: str | None = None
        self._file = Path(os.path.realpath(path))
        self._side: SideFile | None = None
        self._lock: SaveLock | None = None
        self._history = History(Text.of(self.base))
        self._recover()

    @property
    def text(self) -> Text:
        """The deck as it is now."""
        return self._history.text

    @property
    def changed(self) -> bool:
        """Say whether the deck is other than what was read or saved."""
        return self.text.raw != self.base

    @property
    def steps(self) -> tuple[int, int]:
        """How many steps can be taken back, and how many done again."""
        return self._history.steps

    def do(self, change: Change, *, typed: bool = False, joins: bool = False) -> None:
        """Make a change, once it is in the side file, as `History.do` does; raises EditError."""
        if change.old != change.new:
            self.text.after(change)
            self._step(Do(*change, typed, joins))

    def undo(self) -> int | None:
        """Take the last step back; return its line, None where there is none; raises EditError."""
        return self._step(Undo()) if self.steps[0] else None

    def redo(self) -> int | None:
        """Do the step again that was taken back last; return its line; raises EditError."""
        return self._step(Redo()) if self.steps[1] else None

    def save(self) -> None:
        """Put the deck in place of the file; raises ChangedMeanwhile, with nothing written, and EditError."""
        self._hold()
        raw = self.text.raw
        data = raw.encode()
        if len(data) > LARGEST:
            raise EditError(f"The deck is larger than {LARGEST // 1000} KB: split it into several.")
        self._replace(data)
        if _read(self._file) != raw:
            raise EditError(f"{one_line(shown(self.path))} does not read back as it was written.")
        self._held(raw)
        self.recovered = False

    def take_theirs(self) -> None:
        """Take what another program wrote, as a step that can be taken back; raises EditError."""
        theirs = _read(self._file, gone="")
        new = Text.of(theirs)
        if new.mark == self.text.mark:
            self.do(Change(0, self.text.lines, new.lines))
        else:
            self._history = History(new)
            self._forget()
        self._held(theirs)

    def follow(self) -> None:
        """Take what another program wrote, where nothing is edited; raises EditError.

        Who has made no step holds no lock, and needs none to read anew.
        """
        if self._lock is not None:
            self.take_theirs()
            return
        theirs = _read(self._file, gone="")
        self._history = History(Text.of(theirs))
        self.base, self.theirs = theirs, None

    def keep_mine(self) -> None:
        """Go on from what another program wrote, so that saving puts one's own in its place."""
        self._held(_read(self._file, gone=""))

    def look(self) -> str | None:
        """Return what another program made of the file, None where it is as it was; raises EditError."""
        found = _read(self._file, gone="")
        return found if found != self.base else None

    def close(self) -> None:
        """Let go of the deck; steps that are not saved stay in the side file."""
        if self._side is not None:
            self._side.close(keep=self.changed)
            self._side = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _recover(self) -> None:
        side = beside(self._file)
        if not side.exists():
            return
        self._hold()
        try:
            found = recover(side)
        except OSError as error:
            raise EditError(f"{one_line(shown(side))} cannot be read ({reason_of(error)}).") from None
        if found is None or found.history.text.raw in (found.held, self.base):
            side.unlink(missing_ok=True)
            self.close()
            return
        self._history = found.history
        self.recovered = True
        self._side = SideFile.go_on(side, found.size)
        if found.held != self.base:
            self.theirs, self.base = self.base, found.held

    def _step(self, step: Step) -> int | None:
        self._hold()
        try:
            if self._side is None:
                self._side = SideFile.create(beside(self._file), self.text.raw)
            self._side.append(step)
        except OSError as error:
            raise EditError(f"The edit cannot be kept ({reason_of(error)}): nothing was changed.") from None
        return take(self._history, step)

    def _held(self, raw: str) -> None:
        """Note that the deck file holds this text; a side file that cannot be told is found out by it."""
        self.base, self.theirs = raw, None
        if self._side is not None:
            with suppress(OSError):
                self._side.append(Held(None if raw == self.text.raw else raw))

    def _hold(self) -> None:
        if self._lock is not None:
            return
        name = one_line(shown(self.path))
        try:
            self._lock = SaveLock(beside(self._file))
        except SaveBusy:
            raise EditError(f"{name} is being edited in another window: close that one first.") from None
        except OSError as error:
            raise EditError(f"{name} cannot be edited where it is ({reason_of(error)}).") from None

    def _replace(self, data: bytes) -> None:
        try:
            handle, name = tempfile.mkstemp(
                dir=self._file.parent, prefix=f".{self._file.name}.", suffix=".new"
            )
            try:
                try:
                    write_all(handle, data)
                    os.fsync(handle)
                    with suppress(OSError):
                        os.chmod(name, self._file.stat().st_mode & 0o777)
                finally:
                    os.close(handle)
                if (theirs := self.look()) is not None:
                    raise ChangedMeanwhile(self.path, theirs)
                os.replace(name, self._file)
            except BaseException:
                with suppress(OSError):
                    os.unlink(name)
                raise
            sync_folder(self._file.parent)
        except OSError as error:
            said = f"{one_line(shown(self.path))} cannot be written ({reason_of(error)}): it is as it was."
            raise EditError(said) from None

    def _forget(self) -> None:
        if self._side is not None:
            self._side.close(keep=False)
            self._side = None


def _read(path: Path, gone: str | None = None) -> str:
    """Return what a file holds; `gone` if there is none. Raises EditError."""
    name = one_line(shown(path))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        if gone is not None and isinstance(error, FileNotFoundError):
            return gone
        raise EditError(f"{name} cannot be read ({reason_of(error)}).") from None
    if len(data) > LARGEST:
        raise EditError(f"{name} is larger than {LARGEST // 1000} KB: split it into several.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise EditError(f"{name} is not UTF-8 text: save it with the encoding UTF-8.") from None
