"""What `deck edit` is asked to open: a deck, a folder, a rules file or a scenario's name."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wargame.content.belonging import inside, naming, rules_for
from wargame.content.gather import SUFFIX, find_decks, find_rules, near, read_rules
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import read_file


@dataclass(frozen=True)
class Opened:
    """The rules file and the decks that are meant; `others` have other rules, by what opens them."""

    rules: Path
    decks: Sequence[Path]
    others: Mapping[Path, Sequence[Path]] = field(default_factory=dict)


def found(where: str | None, rules: str | None) -> Opened:
    """Return what is to be opened; raises ContentError."""
    if where is None or not os.path.lexists(where):
        if where is not None and (SUFFIX in where or os.sep in where):
            said = "there is no such file; 'wargame deck new' writes a deck to begin with"
            raise ContentError([Problem(where, 0, 0, said)])
        return _of_rules(find_rules(where), rules)
    path = near(Path(where))
    if path.is_dir():
        decks = [file for file in inside(path) if not _is_rules(file)]
        if not decks:
            raise ContentError([Problem(str(path), 0, 0, f"this folder holds no deck '*{SUFFIX}'")])
        return _of_folder(decks) if rules is None else Opened(find_rules(rules), decks)
    if _is_rules(path):
        return _of_rules(path, rules)
    return Opened(rules_for([path]) if rules is None else find_rules(rules), [path])


def _of_folder(decks: Sequence[Path]) -> Opened:
    """Return the decks of one scenario, that which has most of them, and the others."""
    named, groups = naming(decks), dict[Path, list[Path]]()
    for deck in decks:
        groups.setdefault(named.get(deck) or find_rules(None), []).append(deck)
    most = max(groups, key=lambda rules: len(groups[rules]))
    others: dict[Path, list[Path]] = {}
    for deck in decks:
        if deck not in groups[most]:
            others.setdefault(named.get(deck, deck), []).append(deck)
    return Opened(most, groups[most], others)


def _of_rules(path: Path, rules: str | None) -> Opened:
    decks, _ = find_decks(read_rules(path))
    if not decks:
        raise ContentError([Problem(str(path), 0, 0, "these rules name no deck that there is")])
    return Opened(find_rules(rules) if rules is not None else path, [near(deck) for deck in decks])


def _is_rules(path: Path) -> bool:
    try:
        return isinstance(read_file(path).value, dict)
    except ContentError:
        return False
