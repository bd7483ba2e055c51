"""Looking again whenever a YAML file changes: by asking the folders, which works the same everywhere."""

import time
from collections.abc import Callable, Collection
from pathlib import Path

from wargame.content.gather import SUFFIX

_EVERY = 0.5
_SETTLED = 0.1
"""Seconds in which nothing more may change: editors write a file in several steps."""

Stamps = dict[str, tuple[int, int]]


def watch(folders: Collection[Path], look: Callable[[], Collection[Path]]) -> None:
    """Call `look` now, and whenever a file changes in these folders or in those that it returns.

    Ends when Ctrl-C is pressed.
    """
    known = set(folders)
    try:
        while True:
            seen = _stamps(known)
            new = set(look()) - known
            known |= new
            seen |= _stamps(new)
            while _stamps(known) == seen:
                time.sleep(_EVERY)
            settled: Stamps = {}
            while (now := _stamps(known)) != settled:
                settled = now
                time.sleep(_SETTLED)
    except KeyboardInterrupt:
        return


def _stamps(folders: Collection[Path]) -> Stamps:
    """Return when each YAML file was changed, and its size."""
    found: Stamps = {}
    for folder in folders:
        for path in folder.glob(f"*{SUFFIX}"):
            try:
                status = path.stat()
            except OSError:  # it has just been removed, or it is a link that leads nowhere
                continue
            found[str(path)] = status.st_mtime_ns, status.st_size
    return found
