"""Where saves are: a new one, if nobody says, in `./saves`, else in the account's own folder for data."""

from __future__ import annotations

import glob
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from wargame.content.shipped import saves_folder
from wargame.journal.errors import SaveExists, SaveNowhere, SaveUnreadable, reason_of
from wargame.journal.writable import why_no_folder


def require_free(path: Path) -> None:
    """Refuse a place where no new save can be made, before anybody is asked anything.

    Its folder need not be there yet. Raises SaveExists, and SaveNowhere.
    """
    try:
        if path.is_dir():
            raise SaveNowhere(path, "that is a folder")
        try:
            os.lstat(path)
        except FileNotFoundError:
            if reason := why_no_folder(path.parent):
                raise SaveNowhere(path, reason) from None
            return
    except (OSError, ValueError) as error:
        raise SaveNowhere(path, reason_of(error)) from None
    raise SaveExists(path)


def new_save_path(scenario: str, stamp: str) -> Path:
    """A free name for a new save, such as `saves/sea-line-20250401-1200.jsonl`; the file is not made yet.

    `stamp` tells games of one scenario apart (a time, a count). Where neither folder can be written, the
    second is named all the same, and creating the save says why it fails.
    """
    stem = "-".join(filter(None, map(_plain, (scenario, stamp)))) or "game"
    return _free(_folder_of_saves(), stem)


def fork_path(save: Path, at: int) -> Path:
    """A free name beside a save for a fork of it after a record, such as `g-fork-12.jsonl`.

    Where nothing can be written beside it, and for a save that comes with the program, the fork goes where
    new saves go.
    """
    shipped = save.absolute().parent == saves_folder()
    folder = save.parent if not shipped and _writable(save.parent) else _folder_of_saves()
    return _free(folder, f"{save.stem}-fork-{at}")


def _folder_of_saves() -> Path:
    here = Path("saves")
    return here if _writable(here) else data_folder(sys.platform, os.environ) / "saves"


def _free(folder: Path, stem: str) -> Path:
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.jsonl" for number in count(1))
    return next(folder / name for name in names if not os.path.lexists(folder / name))


def saves_in(typed: str) -> list[Path]:
    """The saves that a word names, in order: a file, all in a folder, or what fits a pattern as `*.jsonl`.

    Not every shell replaces a pattern by what fits it. Raises SaveUnreadable where there is none.
    """
    path = Path(typed)
    if path.is_dir():
        names = sorted(path.glob("*.jsonl"))
    elif glob.has_magic(typed) and not os.path.lexists(path):
        names = [Path(name) for name in sorted(glob.glob(typed, recursive=True))]
    else:
        return [found(path)]
    saves = [name for name in names if ".torn-" not in name.name and not name.is_dir()]
    if not saves:
        raise SaveUnreadable(path, "no save is there")
    return saves


def found(save: Path) -> Path:
    """The save of a name: what stands there, else the one of that name that comes with the program."""
    shipped = saves_folder() / f"{save.name.removesuffix('.jsonl')}.jsonl"
    bare = save.name == str(save)
    return shipped if bare and not os.path.lexists(save) and shipped.exists() else save


def newest_saves(most: int = 200) -> list[tuple[Path, float]]:
    """The newest saves, newest first, of those in `./saves` and in the account's own folder.

    Each stands with the time at which it was last written, in seconds since 1970.
    """
    folders = [Path("saves"), data_folder(sys.platform, os.environ) / "saves"]
    found = []
    for save in [save for folder in folders for save in folder.glob("*.jsonl") if ".torn-" not in save.name]:
        with suppress(OSError):  # it may be gone since the folder was read
            found.append((save, save.stat().st_mtime))
    return sorted(found, key=lambda pair: pair[1], reverse=True)[:most]


def data_folder(platform: str, environment: Mapping[str, str]) -> Path:
    """This program's own folder for data, by the platform's custom (`platform` as `sys.platform` has it)."""
    home = Path(os.path.expanduser("~"))
    if platform == "darwin":
        return home / "Library" / "Application Support" / "wargame"
    variable, usual = (
        ("LOCALAPPDATA", home / "AppData" / "Local")
        if platform == "win32"
        else ("XDG_DATA_HOME", home / ".local" / "share")
    )
    named = Path(environment.get(variable, ""))
    return (named if named.is_absolute() else usual) / "wargame"


def _writable(folder: Path) -> bool:
    """Whether a file can be made there; only trying tells, on every system."""
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _plain(text: str) -> str:
    """Text reduced to what every file system takes in a name."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:60].strip("-")
