"""A save whose last line was cut off: it is copied aside as it was, then cut back to its last whole record.

A line counts only once its line feed is on disk, and the game tells no one of a decision before that: so what
is dropped was never acknowledged. Every other damage is refused, and the file left as it is.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from wargame.journal.disk import BINARY, sync_folder
from wargame.journal.errors import SaveFailed, reason_of, shown
from wargame.journal.reading import Scan, scan


@dataclass(frozen=True, slots=True)
class Recovery:
    """A torn tail that was dropped: bytes lost, where the old file is kept, and a sentence that says so."""

    dropped: int
    copy: Path
    warning: str


def recover(path: Path) -> tuple[Scan, Recovery | None]:
    """Make a save end with a whole record, and say what it holds then; the caller holds the save's lock.

    Raises what `scan` does, and SaveFailed where the old bytes cannot be kept or the tail cannot be cut.
    """
    found = scan(path)
    if found.torn is None:
        return found, None
    try:
        copy = _copy_aside(path)
        _cut(path, found.good_bytes)
    except OSError as error:
        raise SaveFailed(path, found.records - 1, reason_of(error)) from error
    dropped = len(found.torn)
    warning = (
        f"The save {shown(path)} ended within a record that was never finished: its last {dropped} "
        f"{'byte was' if dropped == 1 else 'bytes were'} dropped, it stands at record {found.records - 1}, "
        f"and the file as it was is kept in {shown(copy)}."
    )
    return Scan(found.records, found.good_bytes, found.digest, None), Recovery(dropped, copy, warning)


def _copy_aside(path: Path) -> Path:
    """A synced copy under the next free name; a copy that fails is taken away again."""
    for number in count(1):
        copy = path.with_name(f"{path.stem}.torn-{number}.jsonl")
        try:
            fd = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
        except FileExistsError:
            continue
        try:
            with open(path, "rb") as old, open(fd, "wb") as new:
                shutil.copyfileobj(old, new)
                new.flush()
                os.fsync(new.fileno())
            sync_folder(copy.parent)
        except BaseException:
            with suppress(OSError):
                copy.unlink()
            raise
        return copy
    raise AssertionError("count never ends")


def _cut(path: Path, size: int) -> None:
    fd = os.open(path, os.O_RDWR | BINARY)
    try:
        os.ftruncate(fd, size)
        os.fsync(fd)
    finally:
        os.close(fd)
