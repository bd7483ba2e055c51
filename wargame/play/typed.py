"""Where the save stands, and what to type to go on with it: as this very process was started."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

from wargame.content.text import visible
from wargame.journal.errors import shown

NAME = "wargame"
WINDOWS = os.name == "nt"
_WHOLE = re.compile(r"[\w.:\\/~+-]+")
"""What cmd takes as one word as it stands."""


def program() -> str:
    """Return what to type to start this program again, from this folder: `.venv/bin/wargame`."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py" and started.parent.name == NAME:
        return f"{python()} -m {NAME}"
    return _typed(NAME, sys.argv[0]) if started.stem == NAME else NAME


def python() -> str:
    """Return what to type to start this very Python."""
    return _typed("python", sys.executable)


def _typed(name: str, started: str) -> str:
    """Return a bare name where that finds what was started, else the path to it."""
    found = shutil.which(name)
    if found is not None and _plain(found) == _plain(started):
        return name
    path = os.path.abspath(started)
    here = os.path.join(os.getcwd(), "")
    if os.path.normcase(path).startswith(os.path.normcase(here)):
        path = path[len(here) :]
        path = path if os.sep in path else os.path.join(os.curdir, path)
    return quoted(path)


def _plain(path: str) -> str:
    return os.path.normcase(os.path.abspath(path)).removesuffix(".exe")


def quoted(text: str) -> str:
    """Return a word as this system's shell takes it; on Windows, as the Command Prompt does."""
    if WINDOWS:
        return text if _WHOLE.fullmatch(text) else f'"{text}"'
    return shlex.quote(text)


def _typable(text: str) -> bool:
    """Say whether a word can be typed: one without what is not seen, or what cmd replaces even in quotes."""
    return visible(text) == text and not (WINDOWS and "%" in text)


def command(verb: str, path: Path, *more: str) -> str:
    """Return what to type to do something with a save: `wargame resume saves/g.jsonl`."""
    text = shown(path)
    if not _typable(text):
        return f"{program()} {verb} with that file"
    return " ".join([program(), verb, quoted(text), *more])


def where(path: Path) -> str:
    """Return the sentence that says where the save is."""
    return f"The save is {shown(path)}"
