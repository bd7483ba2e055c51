"""What the terminal can print, and emptying it, so that nobody reads what the last at the keyboard did."""

import os
import subprocess
import sys
from typing import TextIO

ERASE = "\x1b[2J\x1b[3J\x1b[H"
NO_SCREEN = "(Here a screen would be cleared.)"
_MANY = 120


def erase(out: TextIO) -> None:
    """Clear the screen and what has scrolled off it; what is no terminal gets a line that says so."""
    if not out.isatty():
        out.write(f"{NO_SCREEN}\n\n")
    elif os.environ.get("TERM") == "dumb":
        out.write("\n" * _MANY)
    elif _understands_escapes():
        out.write(ERASE)
    else:
        out.flush()
        subprocess.run("cls", shell=True, check=False)
    out.flush()


def prints(text: str) -> bool:
    """Say whether standard output has every character of a text."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeError, LookupError):
        return False
    return True


def _understands_escapes() -> bool:
    """Whether the terminal takes escape sequences; older Windows consoles must be told to, or cannot."""
    if sys.platform != "win32":
        return True
    import ctypes

    console = ctypes.windll.kernel32
    handle, mode = console.GetStdHandle(-11), ctypes.c_ulong()
    if not console.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(console.SetConsoleMode(handle, mode.value | 4))
