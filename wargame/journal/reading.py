"""Reading a save as a stream of lines, each checked against the chain before it is handed on."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wargame.journal.chain import MAX_LINE, ZERO, Checked, Damage, check_line
from wargame.journal.errors import (
    SaveDamaged,
    SaveEmpty,
    SaveForeign,
    SaveTooLarge,
    SaveUnreadable,
    reason_of,
)
from wargame.journal.foreign import foreign

# A whole game of people who fill every text to its end is a quarter of this; whoever forges a save to be slow
# to judge gets no further than that.
MAX_SAVE = 16 * 2**20
MAX_RECORDS = 10_000


@dataclass(frozen=True, slots=True)
class Scan:
    """What a save holds: whole records, their bytes, the last one's digest, and the torn bytes after them."""

    records: int
    good_bytes: int
    digest: str
    torn: bytes | None


def read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Number and bytes, line feed included, of each line; a torn tail is left out.

    Raises SaveUnreadable, SaveTooLarge, and SaveDamaged for a line too long to be a record.
    """
    for n, line in _split(path):
        if line.endswith(b"\n"):
            yield n, line


def read(path: Path) -> Iterator[Checked]:
    """Each whole record, once its place in the chain is proved; a torn tail is left out.

    Raises what `read_lines` does, SaveDamaged for the first record that fails, SaveEmpty where there is none,
    SaveForeign for what is no save at all.
    """
    prev = ZERO
    for n, line in read_lines(path):
        checked = check_line(line, n, prev)
        if isinstance(checked, Damage):
            if n == 0 and (kind := foreign(path)) is not None:
                raise SaveForeign(path, kind)
            raise SaveDamaged(path, checked.n, checked.what)
        prev = checked.digest
        yield checked
    if prev == ZERO:
        raise SaveEmpty(path)


def scan(path: Path) -> Scan:
    """Check a whole save and measure it, changing nothing; raises what `read` does."""
    records, good_bytes, digest = 0, 0, ZERO
    for checked in read(path):
        records, good_bytes, digest = records + 1, good_bytes + len(checked.line), checked.digest
    with opened(path) as file:
        file.seek(good_bytes)
        torn = file.read(MAX_LINE)
    return Scan(records, good_bytes, digest, torn or None)


def _split(path: Path) -> Iterator[tuple[int, bytes]]:
    """Every line, the last with or without its line feed, under the caps on line and file."""
    n = size = 0
    with opened(path) as file:
        while line := file.readline(MAX_LINE + 1):
            size += len(line)
            if len(line) > MAX_LINE:
                raise SaveDamaged(path, n, f"is longer than {_megabytes(MAX_LINE)}")
            if size > MAX_SAVE:
                raise SaveTooLarge(path, _megabytes(MAX_SAVE))
            if n >= MAX_RECORDS:
                raise SaveTooLarge(path, f"{MAX_RECORDS:,} records")
            yield n, line
            n += 1


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file opened for reading; anything but a file, which might never end or never begin, is refused."""
    require_file(path)
    try:
        with open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_SAVE:
                raise SaveTooLarge(path, _megabytes(MAX_SAVE))
            yield file
    except OSError as error:
        raise SaveUnreadable(path, reason_of(error)) from error


def require_file(path: Path) -> None:
    """Raise SaveUnreadable unless a plain file stands at `path`."""
    try:
        plain = stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError) as error:
        raise SaveUnreadable(path, reason_of(error)) from error
    if not plain:
        raise SaveUnreadable(path, "it is not a file")


def _megabytes(size: int) -> str:
    return f"{size // 2**20} MB"
