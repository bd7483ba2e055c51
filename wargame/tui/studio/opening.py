"""What `deck edit` is asked to open: a deck, a folder, a rules file or a scenario's name."""

import os
from collections.abc import Iterable
from pathlib import Path

from wargame.content.gather import SUFFIX, find_decks, find_rules, near, read_rules, rules_beside
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import read_file


def found(where: str | None, rules: str | None) -> tuple[Path, list[Path]]:
    """Return the rules file and the decks that are meant; raises ContentError."""
    if where is None or not os.path.lexists(where):
        if where is not None and (SUFFIX in where or os.sep in where):
            said = "there is no such file; 'wargame deck new' writes a deck to begin with"
            raise ContentError([Problem(where, 0, 0, said)])
        return _of_rules(find_rules(where), rules)
    path = near(Path(where))
    if path.is_dir():
        decks = [file for file in sorted(path.glob(f"*{SUFFIX}")) if not _is_rules(file)]
        if not decks:
            raise ContentError([Problem(str(path), 0, 0, f"this folder holds no deck '*{SUFFIX}'")])
        return _rules_for(decks, rules), decks
    if _is_rules(path):
        return _of_rules(path, rules)
    return _rules_for([path], rules), [path]


def _of_rules(path: Path, rules: str | None) -> tuple[Path, list[Path]]:
    decks, _ = find_decks(read_rules(path))
    if not decks:
        raise ContentError([Problem(str(path), 0, 0, "these rules name no deck that there is")])
    return find_rules(rules) if rules is not None else path, [near(deck) for deck in decks]


def _rules_for(decks: Iterable[Path], rules: str | None) -> Path:
    """Return the rules to check decks against: those named, those that name one of them, the usual."""
    if rules is not None:
        return find_rules(rules)
    for deck in decks:
        for folder in (deck.parent, Path(os.path.normpath(deck.parent / ".." / "rules"))):
            if (beside := rules_beside(folder).get(deck.stem)) is not None:
                return near(beside)
    return find_rules(None)


def _is_rules(path: Path) -> bool:
    try:
        return isinstance(read_file(path).value, dict)
    except ContentError:
        return False
