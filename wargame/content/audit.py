"""Checking whatever files a facilitator points at: rules with their decks, decks by themselves, folders."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wargame.content.belonging import inside, naming
from wargame.content.check import copied, same_cards
from wargame.content.gather import (
    SUFFIX,
    DeckFile,
    RulesFile,
    find_rules,
    near,
    read_deck,
    read_rules,
)
from wargame.content.load import Gathered, gather
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import read_file
from wargame.content.source import beginning
from wargame.content.text import one_line
from wargame.content.uncollected import uncollected

_RULES_FIELD = re.compile(rb"^(decks|actors|rungs|calendar) *:", re.MULTILINE)

_MOST_FILES = 200
"""Files that are checked at once: many more than a scenario has decks."""
_TOO_MANY = f"at most {_MOST_FILES} are checked at once: name those that are meant"


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found: all problems; if there are none, all warnings; one line for each sound file.

    `against` says which rules were looked at for decks that came without any. `scenarios` are all scenarios
    looked at, each with the files that were asked about.
    """

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    files: tuple[str, ...]
    against: tuple[str, ...] = ()
    scenarios: tuple[tuple[Gathered, frozenset[str]], ...] = ()


@uncollected()
def audit(paths: Iterable[Path], rules: str | Path | None = None) -> Audit:
    """Check every file at `paths`; decks that no rules file among them names, against `rules`.

    Without those, the rules that name a deck are looked at, else the usual ones. Raises ContentError when
    `rules` names no scenario.
    """
    files, problems = _files(paths)
    found, alone, broken = _read(files)
    read = {deck.path: deck for deck in alone}
    scenarios = [gather(file, read) for file in found]
    named = {_same(deck.path) for scenario in scenarios for deck in scenario.decks}
    alone = [deck for deck in alone if _same(deck.path) not in named]
    decks = [deck for scenario in scenarios for deck in scenario.decks]
    copies = {deck.path: original for deck in alone for original in _originals(deck, decks)}
    alone = [deck for deck in alone if deck.path not in copies]
    problems += broken
    for copy, original in copies.items():
        problems.append(Problem(str(copy), 1, 1, same_cards(str(original), str(copy))))
    for scenario in scenarios:
        problems += scenario.problems()
    told = {_same(scenario.rules.path): scenario for scenario in scenarios}
    lines = [line for scenario in scenarios for line in _lines(scenario)]
    looked_at = [(scenario, _asked(scenario.rules.path, scenario.decks)) for scenario in scenarios]
    if rules is None and any(_meant_as_rules(Path(problem.file)) for problem in broken):
        # What these decks may name stands in a file that cannot be read yet.
        problems += [problem for deck in alone for problem in deck.problems]
        alone = []
    unasked = []
    for path, own in _by_rules(alone, rules).items():
        against = (told.get(_same(path)) or gather(read_rules(path), read)).with_decks(own)
        # Rules that cannot be used keep the decks from being checked; other decks are not asked about.
        asked = _asked(path, own)
        problems += [problem for problem in against.problems() if problem.file in asked]
        lines += [_line(deck) for deck in own]
        looked_at.append((against, asked - {str(path)}))
        if rules is None:
            names = ", ".join(_shown(deck.path) for deck in own)
            unasked.append(f"{names}: checked against {_shown(path)}; for other rules: --rules FILE")
    warnings = () if problems else suspicious(looked_at)
    return Audit(tuple(sorted(set(problems))), warnings, tuple(lines), tuple(unasked), tuple(looked_at))


def suspicious(scenarios: Iterable[tuple[Gathered, frozenset[str]]]) -> tuple[Problem, ...]:
    """Return the warnings of sound scenarios that are about the files asked about."""
    found = {said for scenario, asked in scenarios for said in scenario.warnings() if said.file in asked}
    return tuple(sorted(found))


def _asked(rules: Path, decks: Iterable[DeckFile]) -> frozenset[str]:
    return frozenset([str(rules), *(str(deck.path) for deck in decks)])


def _by_rules(decks: Sequence[DeckFile], rules: str | Path | None) -> dict[Path, list[DeckFile]]:
    """Return the decks by the rules file that each is to be checked against; raises ContentError."""
    named = naming(deck.path for deck in decks) if rules is None else {}
    found: dict[Path, list[DeckFile]] = {}
    for deck in decks:
        found.setdefault(named.get(deck.path) or find_rules(rules), []).append(deck)
    return found


def _files(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the files meant, once each, in order, and the folders that hold none; no files if too many."""
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in map(near, paths):
        try:
            found = inside(path) if path.is_dir() else [path]
        except ContentError as none:
            problems += none.problems
            continue
        if len(found) > _MOST_FILES:
            said = f"this folder holds {len(found)} files '*{SUFFIX}'; {_TOO_MANY}"
            problems.append(Problem(str(path), 1, 1, said))
            continue
        for file in found:
            files.setdefault(_same(file), file)
    if len(files) > _MOST_FILES:
        first = [*files.values()][_MOST_FILES]
        return [], [*problems, Problem(str(first), 1, 1, f"with this file there are too many; {_TOO_MANY}")]
    return list(files.values()), problems


def _read(files: Iterable[Path]) -> tuple[list[RulesFile], list[DeckFile], list[Problem]]:
    """Read files, each by what it holds: rules are fields, a deck is a list."""
    rules: list[RulesFile] = []
    decks: list[DeckFile] = []
    problems: list[Problem] = []
    for path in files:
        try:
            document = read_file(path)
        except ContentError as error:
            problems += error.problems
            continue
        if isinstance(document.value, list):
            decks.append(read_deck(path, document))
        elif isinstance(document.value, dict):
            rules.append(read_rules(path, document))
        else:
            said = "this is neither a deck (a list of cards) nor rules (fields, 'name: value')"
            problems.append(document.problem((), said))
    return rules, decks, problems


def _originals(deck: DeckFile, others: Iterable[DeckFile]) -> list[Path]:
    """Return the decks of other names that hold cards of this one, as a backup copy does."""
    ids = _ids(deck)
    return [
        other.path
        for other in others
        if other.path.name != deck.path.name and copied(len(ids & _ids(other)), len(ids), len(_ids(other)))
    ]


def _ids(deck: DeckFile) -> set[str]:
    return {*(str(laid.card.id) for laid in deck.cards), *deck.broken}


def _meant_as_rules(path: Path) -> bool:
    try:
        return _RULES_FIELD.search(beginning(path)) is not None
    except (OSError, ValueError):
        return False


def _same(path: Path) -> str:
    return os.path.normcase(os.path.abspath(path))


def _lines(scenario: Gathered) -> list[str]:
    rules = scenario.rules.rules
    cards, actors = len(scenario.cards()), len(rules.actors) if rules else 0
    first = f"{_shown(scenario.rules.path)}: {actors} actors, {_count(cards)}, no problems"
    return [first, *(_line(deck) for deck in scenario.decks)]


def _line(deck: DeckFile) -> str:
    return f"{_shown(deck.path)}: {_count(len(deck.cards))}, no problems"


def _count(cards: int) -> str:
    return f"{cards} card{'' if cards == 1 else 's'}"


def _shown(path: Path) -> str:
    return one_line(str(path), 1000)
