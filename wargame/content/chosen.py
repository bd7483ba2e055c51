"""Finding what files and names mean together: a scenario, or some decks in the scenario that has them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wargame.content.base import SLUG, CardId
from wargame.content.gather import SUFFIX, find_rules, rules_beside
from wargame.content.load import load_deck, load_scenario
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import read_file
from wargame.content.scenario import Scenario
from wargame.content.shipped import decks_folder, rules_folder


@dataclass(frozen=True, slots=True)
class Chosen:
    """A scenario, the cards of the decks that were named (None for all), and the files that were read.

    `name` is what a file made of it may be called.
    """

    scenario: Scenario
    cards: tuple[CardId, ...] | None
    files: tuple[Path, ...]
    name: str


def chosen(given: Sequence[str], rules: str | None = None) -> Chosen:
    """Return what scenarios, rules files, decks and folders of them mean together; raises ContentError.

    Without rules, a deck goes with the rules file beside it or the shipped one that names it, else with the
    usual scenario.
    """
    decks: list[Path] = []
    scenarios = [find_rules(rules)] if rules is not None else []
    for path in [found for name in given for found in _files(name)]:
        (decks if isinstance(read_file(path).value, list) else scenarios).append(path)
    scenarios = list(dict.fromkeys(scenarios)) or list(dict.fromkeys(map(_rules_of, decks)))
    if len(scenarios) > 1:
        names = ", ".join(f"'{path}'" for path in scenarios)
        said = f"these belong to more than one scenario ({names}): take one at a time, or say --rules"
        raise ContentError([Problem(str(decks[0] if decks else scenarios[0]), 0, 0, said)])
    where = scenarios[0] if scenarios else find_rules(None)
    scenario = load_scenario(where, decks)
    cards = tuple(card.id for deck in decks for card in load_deck(deck))
    name = decks[0].stem if len(decks) == 1 else scenario.rules.id
    return Chosen(scenario, cards if decks else None, (where, *decks), name)


def _files(name: str) -> list[Path]:
    """Return the files that a name or a path stands for; raises ContentError where there are none."""
    path = Path(name)
    if path.is_dir():
        return sorted(path.glob(f"*{SUFFIX}")) or _none(path)
    deck = decks_folder() / f"{name}{SUFFIX}"
    shipped = re.fullmatch(SLUG, name) and not path.exists() and deck.is_file()
    return [deck if shipped else find_rules(name)]


def _none(folder: Path) -> list[Path]:
    raise ContentError([Problem(str(folder), 0, 0, f"this folder holds no file '*{SUFFIX}'")])


def _rules_of(deck: Path) -> Path:
    folder = deck.parent
    shipped = folder.resolve() == decks_folder().resolve()
    return rules_beside(rules_folder() if shipped else folder).get(deck.stem) or find_rules(None)
