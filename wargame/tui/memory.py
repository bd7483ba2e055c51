"""What is remembered from game to game: the theme, and whether the practice turn was played."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from wargame.journal.places import data_folder

_FILE = "settings.json"


class Memory:
    """A small file in the account's own folder; one that cannot be read or written is done without."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.theme = ""
        self.practised = False
        self._read()

    @classmethod
    def of_account(cls) -> "Memory":
        """Return the memory of whoever runs the program."""
        return cls(data_folder(sys.platform, os.environ) / _FILE)

    def keep(self, *, theme: str | None = None, practised: bool | None = None) -> None:
        """Remember something, from now on."""
        self.theme = self.theme if theme is None else theme
        self.practised = self.practised if practised is None else practised
        if self._path is not None:
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                told = {"theme": self.theme, "practised": self.practised}
                self._path.write_text(json.dumps(told) + "\n", encoding="utf-8")

    def _read(self) -> None:
        if self._path is None:
            return
        with suppress(OSError, ValueError):
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                self.theme = str(found.get("theme", ""))
                self.practised = found.get("practised") is True
