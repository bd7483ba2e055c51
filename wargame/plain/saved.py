"""Where the save stands, and how to go on with it: said whenever a game is left."""

import os
import shlex
import sys
from pathlib import Path

from wargame.content.text import visible
from wargame.journal.errors import shown


def command(verb: str, path: Path, *more: str) -> str:
    """Return what to type to do something with a save: `wargame resume saves/g.jsonl`."""
    text = shown(path)
    if visible(text) != text:
        return f"wargame {verb} with that file"
    if sys.platform == "win32" or os.name == "nt":
        quoted = f'"{text}"' if " " in text else text
    else:
        quoted = shlex.quote(text)
    return " ".join(["wargame", verb, quoted, *more])


def where(path: Path) -> str:
    """Return the sentence that says where the save is."""
    return f"The save is {shown(path)}"


def go_on(path: Path) -> str:
    """Return the sentence that says how to go on."""
    return f"Go on with: {command('resume', path)}"
