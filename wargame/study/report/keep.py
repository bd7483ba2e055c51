"""The report on disk: whole, and never in place of what is there, unless that is asked for."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from wargame.journal.errors import reason_of, shown
from wargame.journal.writable import why_no_file, why_no_folder, why_not_new


class ReportError(Exception):
    """A report that cannot be kept; its text is one sentence for people."""


def keep(path: Path, data: bytes, force: bool) -> None:
    """Write a file that is whole at any moment; raises ReportError."""
    vacant(path, force)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, data)
    except (OSError, ValueError) as error:
        raise ReportError(f"{shown(path)} cannot be written ({reason_of(error)}).") from None


def keep_all(folder: Path, files: Mapping[str, str], force: bool) -> None:
    """Write several files into a folder of their own; raises ReportError."""
    vacant(folder, force)
    for name, text in files.items():
        keep(folder / name, text.encode(), force)


def ready(path: Path, sources: Iterable[Path], force: bool) -> None:
    """Refuse a place before something is made for it; raises ReportError."""
    fits(path, sources)
    vacant(path, force)


def fits(path: Path, sources: Iterable[Path], folder: bool = False) -> None:
    """Refuse a place at which no file, or folder of files, can be made; raises ReportError."""
    _spare(path, sources)
    new = why_not_new(path if folder else path.parent)
    if why := new or (why_no_folder(path) if folder else why_no_file(path)):
        raise ReportError(f"{shown(path)} cannot be written ({why}): name another place with --out.")


def _spare(path: Path, sources: Iterable[Path]) -> None:
    for source in sources:
        with suppress(OSError):
            if path.samefile(source):
                raise ReportError(f"{shown(path)} is what this is made from, and stays as it is.")


def vacant(path: Path, force: bool) -> None:
    """Refuse a place where something is already, unless it may be written over; raises ReportError."""
    if os.path.lexists(path) and not force:
        raise ReportError(
            f"{shown(path)} is already there and is not overwritten: name another place with --out, or say "
            "--force to write over it."
        )


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".report-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # A temporary file is for its owner alone; a report is like any other file of theirs.
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
