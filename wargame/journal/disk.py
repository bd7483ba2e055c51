"""Bytes on disk: whole writes, and folders whose new names survive a power cut."""

from __future__ import annotations

import errno
import os
from pathlib import Path

# Windows alone has the first and lacks the second, which a folder needs to be synced.
BINARY: int = getattr(os, "O_BINARY", 0)
FOLDER: int | None = getattr(os, "O_DIRECTORY", None)

_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}


def write_all(fd: int, data: bytes) -> None:
    """Write every byte, however few the system takes at a time; raises OSError."""
    rest = memoryview(data)
    while rest:
        written = os.write(fd, rest)
        if not written:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def sync_folder(folder: Path) -> None:
    """Make new names in `folder` last, where the system can; raises OSError when it can and fails."""
    if FOLDER is None:
        return
    try:
        fd = os.open(folder, os.O_RDONLY | FOLDER)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def make_folder(folder: Path) -> None:
    """Create `folder` and its parents where missing, so that they last; raises OSError."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        sync_folder(made.parent)
