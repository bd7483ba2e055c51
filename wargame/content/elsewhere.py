"""Cards that are not in the decks of a scenario, but in others at hand."""

import re
from collections.abc import Collection
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

from wargame.content.gather import SUFFIX, deck_folders
from wargame.content.source import beginning

_CARD = re.compile(rb"^- +id: +([a-z0-9-]{1,60}) *(?:#|\r?$)", re.MULTILINE)
_MOST_FILES = 100


class Elsewhere:
    """The decks that a rules file could name and does not, looked into only when somebody asks."""

    def __init__(self, rules: Path, chosen: Collection[Path]) -> None:
        self._rules = rules
        self._chosen = frozenset(path.stem for path in chosen)

    def deck(self, card: str) -> str:
        """Return the name of a deck with a card of that id, or nothing."""
        return self._decks.get(card, "")

    @cached_property
    def _decks(self) -> dict[str, str]:
        found: dict[str, str] = {}
        files = chain.from_iterable(folder.glob(f"*{SUFFIX}") for folder in deck_folders(self._rules))
        for path in islice(files, _MOST_FILES):
            if path.stem in self._chosen:
                continue
            try:
                text = beginning(path)
            except (OSError, ValueError):
                continue
            for card in _CARD.findall(text):
                found.setdefault(card.decode("ascii"), path.stem)
        return found
