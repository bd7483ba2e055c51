"""Finding what files and names mean together: a scenario, or some decks in the scenario that has them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wargame.content.base import SLUG, CardId
from wargame.content.belonging import inside, rules_for
from wargame.content.gather import SUFFIX, find_rules
from wargame.content.load import load_deck, load_scenario
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import read_file
from wargame.content.scenario import Scenario
from wargame.content.shipped import decks_folder


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

    Without rules, decks go with the rules that name them.
    """
    decks: list[Path] = []
    scenarios = [find_rules(rules)] if rules is not None else []
    for path in [found for name in given for found in _files(name)]:
        (decks if isinstance(read_file(path).value, list) else scenarios).append(path)
    scenarios = list(dict.fromkeys(scenarios)) or [rules_for(decks)]
    if len(scenarios) > 1:
        names = ", ".join(f"'{path}'" for path in scenarios)
        said = f"these belong to more than one scenario ({names}): take one at a time, or say --rules"
        raise ContentError([Problem(str(decks[0] if decks else scenarios[0]), 0, 0, said)])
    scenario = load_scenario(scenarios[0], decks)
    cards = tuple(card.id for deck in decks for card in load_deck(deck))
    name = decks[0].stem if len(decks) == 1 else scenario.rules.id
    return Chosen(scenario, cards if decks else None, (scenarios[0], *decks), name)


def _files(name: str) -> list[Path]:
    """Return the files that a name or a path stands for; raises ContentError where there are none."""
    path = Path(name)
    if path.is_dir():
        return inside(path)
    deck = decks_folder() / f"{name}{SUFFIX}"
    shipped = re.fullmatch(SLUG, name) and not path.exists() and deck.is_file()
    return [deck if shipped else find_rules(name)]
