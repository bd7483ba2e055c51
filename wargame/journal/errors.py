"""What can go wrong with a save, each in one sentence that can be read aloud."""

from __future__ import annotations

import os
from pathlib import Path

from wargame.content.text import one_line


class JournalError(Exception):
    """Any trouble with a save; its text is one sentence for people."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


class SaveExists(JournalError):
    """A new save was asked for where something already stands."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{shown(path)} already exists and is not overwritten: choose another name, or resume that game.",
        )


class SaveNowhere(JournalError):
    """A new save was asked for in a place where none can be made."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path, f"No save can be made at {shown(path)} ({reason}): name a file in another place."
        )
        self.reason = reason


class SaveBusy(JournalError):
    """Another process is playing on this save."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"The save {shown(path)} is in use by a running game: end that game, or choose another save.",
        )


class SaveUnreadable(JournalError):
    """There is no file to read, or it cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"The save {shown(path)} cannot be read ({reason}): check its name and place.")
        self.reason = reason


class SaveTooLarge(JournalError):
    """The file holds more than any save may; `limit` says what of, as `16 MB`."""

    def __init__(self, path: Path, limit: str) -> None:
        super().__init__(
            path, f"{shown(path)} is larger than the {limit} that a save may have, so it is not read."
        )


class SaveEmpty(JournalError):
    """The save holds not even one whole record."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"The save {shown(path)} holds no whole record, so there is no game in it: choose another "
            "save, or a copy of this one that was kept elsewhere.",
        )


class SaveForeign(JournalError):
    """The file is no save at all; `kind` says what it is, empty if that is not known."""

    def __init__(self, path: Path, kind: str) -> None:
        looks = f", but looks like {kind}" if kind else ""
        super().__init__(
            path, f"{shown(path)} is not a save of a game{looks}: name a save, whose name ends in .jsonl."
        )


class SaveOfOtherRules(JournalError):
    """The game was begun under rules, or is kept in a format, under which it cannot be played on here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"The save {shown(path)} was made by another version of this program, whose rules or format this "
            "one does not play: go on with it in the version that made it.",
        )


class SaveDamaged(JournalError):
    """Record `n` (counted from 0) is not what was written; `what` is the rest of a sentence about it.

    What the save itself says may stand in `what`: it is made safe to show, and short.
    """

    def __init__(self, path: Path, n: int, what: str) -> None:
        what = one_line(what, 300)
        super().__init__(
            path,
            f"The save {shown(path)} is damaged at record {n} (line {n + 1}), which {what}: "
            "nothing was changed, and a copy kept elsewhere is needed.",
        )
        self.n = n
        self.what = what


class SaveFailed(JournalError):
    """Writing failed; `last_good_n` is the last record known to be on disk, or None."""

    def __init__(self, path: Path, last_good_n: int | None, reason: str) -> None:
        stands = (
            "nothing was added to it"
            if last_good_n is None
            else f"it stands at record {last_good_n}, and nothing after that counts"
        )
        super().__init__(path, f"The save {shown(path)} cannot be written ({reason}): {stands}.")
        self.last_good_n = last_good_n
        self.reason = reason


def reason_of(error: OSError | ValueError) -> str:
    """The system's own words for an error, without the path that they may carry."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def shown(path: Path) -> str:
    """A path as text that any UTF-8 terminal can print, whatever bytes the name holds."""
    return os.fsencode(path).decode("utf-8", "replace")
