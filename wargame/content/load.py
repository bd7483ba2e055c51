"""Loading a scenario: one rules file, the decks it names, everything checked, all problems told at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from wargame.content.belonging import rules_for
from wargame.content.cards import Card
from wargame.content.check import check, check_uses
from wargame.content.elsewhere import Elsewhere
from wargame.content.findings import Findings, Unplaced
from wargame.content.gather import (
    DeckFile,
    RulesFile,
    deck_folders,
    find_decks,
    find_rules,
    read_deck,
    read_rules,
)
from wargame.content.laid import Laid
from wargame.content.names import Names
from wargame.content.problems import ContentError, Problem
from wargame.content.scenario import Scenario
from wargame.content.uncollected import uncollected

_KEPT = "the content kept in the save"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of a scenario as they were read, and what is wrong with the names of its decks."""

    rules: RulesFile
    decks: tuple[DeckFile, ...]
    missing: tuple[Problem, ...]

    def cards(self) -> tuple[Laid, ...]:
        """Return the valid cards of all decks, in the order in which the rules name the decks."""
        return tuple(laid for deck in self.decks for laid in deck.cards)

    def problems(self) -> list[Problem]:
        """Return everything that is wrong: with each file alone, and with how they fit together."""
        problems = [*self.rules.problems, *self.missing]
        problems += [problem for deck in self.decks for problem in deck.problems]
        if self.rules.rules is not None and self.rules.document is not None:
            found = Findings()
            cards = self.cards()
            # A card that could not be read whole is there all the same.
            ids = [*(laid.card.id for laid in cards), *(card for deck in self.decks for card in deck.broken)]
            others = Elsewhere(self.rules.path, [deck.path for deck in self.decks])
            names = Names(self.rules.rules, ids, others.deck)
            check(self.rules.rules, self.rules.document, cards, names, found)
            problems += found.problems()
        return sorted(set(problems))

    def warnings(self) -> list[Problem]:
        """Return what is legal but suspicious; nothing for a scenario with problems."""
        # Imported here: whoever only plays does not ask.
        from wargame.content.warn import warn

        if self.rules.rules is None or self.rules.document is None:
            return []
        found = Findings()
        warn(self.rules.rules, self.rules.document, self.cards(), found)
        return found.problems()

    def folders(self) -> set[Path]:
        """Return the folders of its files, and those in which a missing deck would be looked for."""
        return {*deck_folders(self.rules.path), *(deck.path.parent for deck in self.decks)}

    def with_decks(self, decks: Sequence[DeckFile]) -> "Gathered":
        """Return the same scenario with more decks; each takes the place of one of its name."""
        names = {deck.path.stem for deck in decks}
        others = tuple(other for other in self.decks if other.path.stem not in names)
        return replace(self, decks=(*others, *decks))


def gather(rules: RulesFile, known: Mapping[Path, DeckFile] = MappingProxyType({})) -> Gathered:
    """Read the decks that a rules file names, but for those that are `known` already."""
    paths, missing = find_decks(rules)
    return Gathered(rules, tuple(known.get(path) or read_deck(path) for path in paths), tuple(missing))


@uncollected()
def load_scenario(where: str | Path | None = None, decks: Sequence[str | Path] = ()) -> Scenario:
    """Load a scenario: the shipped one, another shipped one by name, or that of a rules file.

    Without `where`, decks are of the scenario whose rules name one of them, if there is one.
    The cards of `decks` are added, and such a deck takes the place of one of its name. They come before the
    others, so that of dated cards theirs are dealt first. Raises ContentError with all problems of all files.
    """
    paths = list(dict.fromkeys(map(Path, decks)))
    gathered = gather(read_rules(rules_for(paths) if where is None else find_rules(where)))
    added = [read_deck(path) for path in paths]
    if added:
        gathered = gathered.with_decks(added)
    problems = gathered.problems()
    rules = gathered.rules.rules
    if problems or rules is None:
        raise ContentError(problems)
    first = [laid for deck in added for laid in deck.cards]
    others = [laid for laid in gathered.cards() if laid not in first]
    return Scenario(rules=rules, cards=tuple(laid.card for laid in (*first, *others)))


def load_deck(path: str | Path) -> tuple[Card, ...]:
    """Load the cards of one deck by itself, unchecked against any rules; raises ContentError."""
    deck = read_deck(Path(path))
    if deck.problems:
        raise ContentError(deck.problems)
    return tuple(laid.card for laid in deck.cards)


def scenario_from(text: str) -> Scenario:
    """Load a scenario from the canonical content that a save keeps.

    Only what the engine needs is checked, so that a check which a later version adds cannot shut an old
    save. Raises ContentError with one sentence when the content is damaged.
    """
    try:
        scenario = Scenario.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        at = ".".join(str(part) for part in first["loc"])
        raise _damaged(f"{at}: {first['msg']}" if at else first["msg"]) from None
    found = Findings()
    source = Unplaced(_KEPT)
    cards = [Laid(card, source, ("cards", at)) for at, card in enumerate(scenario.cards)]
    names = Names(scenario.rules, [laid.card.id for laid in cards])
    check_uses(scenario.rules, source, cards, names, found)
    if problems := found.problems(1):
        raise _damaged(problems[0].sentence)
    return scenario


def _damaged(why: str) -> ContentError:
    return ContentError([Problem(_KEPT, 1, 1, f"{_KEPT} is damaged: {why}")])
