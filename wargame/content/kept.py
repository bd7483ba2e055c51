"""What the shipped files were read to, kept in the account's own cache, so that a start need not parse YAML.

An entry counts only for the very bytes that it was read from, as the code that is there now reads them: it
is sealed with the digests of both. One that is torn, changed, of another version or cannot be had is done
without, and what it holds is checked like any content. Only shipped files are kept: they are few, and public.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .shipped import decks_folder, rules_folder
from .source import beginning

if TYPE_CHECKING:
    from .reading import Document

READERS = ("exact.py", "reading.py", "scalars.py", "source.py", "syntax.py", "values.py")
"""The modules that say what a file reads to."""

_SEAL = hashlib.sha256().digest_size


def kept(path: Path, source: bytes) -> str | None:
    """Return the JSON that these bytes of a shipped file were read to before; None where it is not known."""
    if (entry := _entry(path)) is None:
        return None
    try:
        found = beginning(entry)
        seal, json = found[:_SEAL], found[_SEAL:]
        return json.decode() if seal == _sealed(source, json) else None
    except (OSError, ValueError):
        return None


def keep(path: Path, source: bytes, read: "Document") -> None:
    """Keep what a shipped file was read to in place of what was kept of it, if there is a place for it."""
    if (entry := _entry(path)) is None:
        return
    with suppress(OSError, ValueError):
        entry.parent.mkdir(parents=True, exist_ok=True)
        written = read.json.encode()
        # Under another name first: another start may be reading.
        fd, name = tempfile.mkstemp(dir=entry.parent)
        try:
            with os.fdopen(fd, "wb") as stream:
                stream.write(_sealed(source, written) + written)
            os.replace(name, entry)
        except BaseException:
            os.unlink(name)
            raise


def cache_folder(platform: str, environment: Mapping[str, str]) -> Path:
    """This program's own folder for what can be made anew, by the custom of `platform`, a `sys.platform`."""
    home = Path(os.path.expanduser("~"))
    if platform == "darwin":
        return home / "Library" / "Caches" / "wargame"
    variable, usual, inside = (
        ("LOCALAPPDATA", home / "AppData" / "Local", "wargame/cache")
        if platform == "win32"
        else ("XDG_CACHE_HOME", home / ".cache", "wargame")
    )
    named = Path(environment.get(variable, ""))
    return (named if named.is_absolute() else usual) / inside


def _entry(path: Path) -> Path | None:
    """Return where a file's entry is, if it is a shipped file."""
    folder = path.absolute().parent
    if folder not in (decks_folder(), rules_folder()):
        return None
    return cache_folder(sys.platform, os.environ) / f"{folder.name}-{path.stem}.kept"


def _sealed(source: bytes, json: bytes) -> bytes:
    return hashlib.sha256(_readers() + hashlib.sha256(source).digest() + json).digest()


@cache
def _readers() -> bytes:
    """Return the digest of the code that reads; raises OSError where the program keeps none as files."""
    here = Path(__file__).parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in READERS)).digest()
