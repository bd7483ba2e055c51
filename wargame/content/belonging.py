"""Which scenario a deck belongs to, and which files a folder stands for: asked by every command alike."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from wargame.content.gather import SUFFIX, find_rules, near, rules_beside
from wargame.content.problems import ContentError, Problem
from wargame.content.shipped import decks_folder, rules_folder

_INSIDE = ("rules", "decks")
_FEW = 3


def naming(decks: Iterable[Path]) -> dict[Path, Path]:
    """Return for each deck the rules file that names it, if there is one.

    It is looked for beside the deck, then in a folder `rules` beside the deck's own; of a deck that is
    called as a shipped one is, then among the shipped rules.
    """
    found: dict[Path, Path] = {}
    known: dict[Path, dict[str, Path]] = {}
    for deck in decks:
        folders = [deck.parent, Path(os.path.normpath(deck.parent / ".." / "rules"))]
        if (decks_folder() / deck.name).is_file():
            folders.append(rules_folder())
        for folder in folders:
            if folder not in known:
                known[folder] = rules_beside(folder)
            if (path := known[folder].get(deck.stem)) is not None:
                found[deck] = near(path)
                break
    return found


def rules_for(decks: Sequence[Path]) -> Path:
    """Return the rules that decks belong to, which go together: those that name some of them, else the usual.

    Raises ContentError where different rules name them.
    """
    named = naming(decks)
    several = list(dict.fromkeys(named.values()))
    if len(several) > 1:
        names = ", ".join(f"'{path}'" for path in several)
        said = f"these belong to more than one scenario ({names}): take one at a time, or say --rules"
        raise ContentError([Problem(str(decks[0]), 0, 0, said)])
    return several[0] if several else find_rules(None)


def inside(folder: Path) -> list[Path]:
    """Return the files of a folder; where it holds none itself, those of its folders `rules` and `decks`.

    Raises ContentError where there are none either.
    """
    own = sorted(folder.glob(f"*{SUFFIX}"))
    files = own or [path for name in _INSIDE for path in sorted((folder / name).glob(f"*{SUFFIX}"))]
    if not files:
        raise ContentError([Problem(str(folder), 1, 1, no_file(folder))])
    return files


def no_file(folder: Path) -> str:
    """Return the sentence for a folder that holds no file, with the folders in it that do."""
    holding = sorted({path.parent for path in folder.glob(f"[!.]*/*{SUFFIX}")})[:_FEW]
    said = f"this folder holds no file '*{SUFFIX}'"
    return f"{said}; there are some in {' and in '.join(map(str, holding))}: name that" if holding else said
