"""Whether something can be written at a place, asked before the long work whose fruit is to go there."""

import tempfile
from pathlib import Path

from wargame.journal.errors import reason_of, shown


def why_no_file(path: Path) -> str:
    """Return why no file can be written at a path, in the system's words; nothing where one can.

    Its folders need not be there yet, and a file that is there stays as it is.
    """
    try:
        if path.is_dir():
            return "that is a folder"
        if path.is_file():
            with open(path, "ab"):
                return ""
        # What is neither, such as a device, is found out when it is written.
        return "" if path.exists() else why_no_folder(path.parent)
    except OSError as error:
        return reason_of(error)


def why_not_new(folder: Path) -> str:
    """Return why a folder that somebody named is not made: more than one would be new; nothing else.

    One new folder is what people may mean; a row of them is a slip in the path.
    """
    above = folder.absolute().parent
    return "" if above.exists() else f"there is no folder {shown(above)}"


def why_no_folder(path: Path) -> str:
    """Return why no file can be made in a folder, which need not be there yet; nothing where one can.

    Only trying tells, on every system.
    """
    try:
        nearest = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
        with tempfile.TemporaryFile(dir=nearest):
            return ""
    except OSError as error:
        return reason_of(error)
