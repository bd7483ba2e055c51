"""One running game a save: a lock file beside it, which the system frees when its process dies.

The lock is the system's lock on the open file, never the file's presence, so a file left by a killed game
holds nobody up.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from wargame.journal.errors import SaveBusy


class SaveLock:
    """The right to write one save; raises SaveBusy, or OSError where no lock file can be made."""

    def __init__(self, path: Path) -> None:
        # Imported where used: it takes longer to load than the rest of the journal.
        from filelock import FileLock, Timeout

        self.file = Path(os.path.realpath(path) + ".lock")
        self._lock = FileLock(self.file, timeout=0)
        try:
            self._lock.acquire()
        except Timeout:
            raise SaveBusy(path) from None

    def release(self) -> None:
        """Let the next process in, and leave no lock file where removing it is safe."""
        from filelock import UnixFileLock

        # Unlinked while still held: whoever had opened the old file finds it nameless once he locks it, and
        # gives it up, so no two can hold the save. On Windows the library removes the file itself.
        if isinstance(self._lock, UnixFileLock):
            with suppress(OSError):
                self.file.unlink()
        self._lock.release()
