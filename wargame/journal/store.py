"""The save as it grows: whole lines appended, on disk before anyone is told.

`append` returns only when the record, and the name of the file, would survive a power cut. The first failure
ends writing for good: the file is cut back to the last record that was acknowledged, and every later call is
refused, so nothing is ever said to count that a resumed game would not know.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from wargame.journal.chain import MAX_LINE
from wargame.journal.disk import BINARY, make_folder, sync_folder, write_all
from wargame.journal.errors import SaveExists, SaveFailed, reason_of
from wargame.journal.lock import SaveLock
from wargame.journal.reading import MAX_RECORDS, MAX_SAVE, Scan, require_file
from wargame.journal.recovery import Recovery, recover

_APPENDING = os.O_WRONLY | os.O_APPEND | BINARY


class Appender:
    """The one writer of one save, from `create` or `resume` until `close`; also a context manager."""

    def __init__(
        self, path: Path, fd: int, lock: SaveLock, kept: Scan | None = None, recovery: Recovery | None = None
    ) -> None:
        self.path = path
        self.recovery = recovery
        self._new = kept is None
        self._fd: int | None = fd
        self._lock = lock
        self._failed: str | None = None
        self._records = self._written_records = kept.records if kept else 0
        self._size = self._written_size = kept.good_bytes if kept else 0

    @classmethod
    def create(cls, path: Path) -> Self:
        """Begin a new save, making its folder where needed; never overwrites.

        Raises SaveExists, SaveBusy, and SaveFailed where the file cannot be made.
        """
        if os.path.lexists(path):
            raise SaveExists(path)
        try:
            make_folder(path.parent)
            lock = SaveLock(path)
        except (OSError, ValueError) as error:
            raise SaveFailed(path, None, reason_of(error)) from error
        try:
            # Only the owner may read it: it holds the seed and what each seat hides.
            return cls(path, _open(path, _APPENDING | os.O_CREAT | os.O_EXCL), lock)
        except BaseException as error:
            lock.release()
            if isinstance(error, FileExistsError):
                raise SaveExists(path) from None
            if isinstance(error, OSError):
                raise SaveFailed(path, None, reason_of(error)) from error
            raise

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Go on with an existing save, checked and freed of a torn tail, about which `recovery` then tells.

        Raises SaveUnreadable, SaveTooLarge, SaveBusy, SaveEmpty, SaveDamaged, SaveFailed.
        """
        require_file(path)
        try:
            lock = SaveLock(path)
        except OSError as error:
            raise SaveFailed(path, None, reason_of(error)) from error
        kept = None
        try:
            kept, recovery = recover(path)
            return cls(path, _open(path, _APPENDING), lock, kept, recovery)
        except BaseException as error:
            lock.release()
            if isinstance(error, OSError):
                raise SaveFailed(path, kept.records - 1 if kept else None, reason_of(error)) from error
            raise

    @property
    def records(self) -> int:
        """How many records are surely on disk."""
        return self._records

    def append(self, line: bytes) -> None:
        """Put one whole line on disk for good; raises SaveFailed, as every later call then does."""
        self.append_unsynced(line)
        self.sync()

    def append_unsynced(self, line: bytes) -> None:
        """Hand one whole line to the system; it counts only once `sync` has returned. Raises SaveFailed."""
        fd = self._usable()
        if line[-1:] != b"\n" or line.count(b"\n") != 1:
            raise ValueError("a record is one line that ends with a line feed")
        if len(line) > MAX_LINE:
            raise self._fail(f"a record would be larger than {MAX_LINE // 2**20} MB")
        if self._written_size + len(line) > MAX_SAVE:
            raise self._fail(f"the save would be larger than {MAX_SAVE // 2**20} MB")
        if self._written_records >= MAX_RECORDS:
            raise self._fail(f"the save would hold more than {MAX_RECORDS:,} records")
        try:
            write_all(fd, line)
        except OSError as error:
            raise self._fail(reason_of(error)) from error
        except BaseException:
            # How much was written is unknown, so no line may follow it.
            self._fail("writing was interrupted")
            raise
        self._written_records += 1
        self._written_size += len(line)

    def sync(self) -> None:
        """Make every line so far count; raises SaveFailed."""
        fd = self._usable()
        try:
            os.fsync(fd)
        except OSError as error:
            raise self._fail(reason_of(error)) from error
        except BaseException:
            self._fail("writing was interrupted")
            raise
        self._records, self._size = self._written_records, self._written_size

    def close(self) -> None:
        """Sync what is not yet synced and free the save; raises SaveFailed, but frees it all the same.

        A new save in which no record was kept is removed, so that its name can be used again.
        """
        if self._fd is None:
            return
        try:
            if self._failed is None and self._written_records > self._records:
                self.sync()
        finally:
            fd, self._fd = self._fd, None
            with suppress(OSError):
                os.close(fd)
            if self._new and not self._records:
                with suppress(OSError):
                    self.path.unlink()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _usable(self) -> int:
        if self._fd is None:
            raise ValueError("the save is closed")
        if self._failed is not None:
            raise self._failure()
        return self._fd

    def _fail(self, reason: str) -> SaveFailed:
        """Stop writing for good, and cut the file back to the last record that counts, if that works."""
        self._failed = reason
        assert self._fd is not None
        with suppress(OSError):
            os.ftruncate(self._fd, self._size)
            os.fsync(self._fd)
        return self._failure()

    def _failure(self) -> SaveFailed:
        last = self._records - 1 if self._records else None
        return SaveFailed(self.path, last, self._failed or "")


def _open(path: Path, flags: int) -> int:
    """A descriptor whose file's name is on disk too; raises OSError."""
    fd = os.open(path, flags, 0o600)
    try:
        sync_folder(path.parent)
    except BaseException:
        os.close(fd)
        raise
    return fd
