"""Finding the scenario in which a card is meant: a card's id is its own within one scenario only."""

from collections.abc import Sequence

from wargame.content.base import CardId
from wargame.content.gather import SUFFIX
from wargame.content.load import load_scenario
from wargame.content.problems import suggestion
from wargame.content.scenario import Scenario
from wargame.content.shipped import rules_folder

_FEW = 5


def scenario_with(card: str, rules: str | None, decks: Sequence[str]) -> Scenario:
    """Return the scenario that has a card: of these rules and decks, or the shipped one that has it.

    Without rules, decks go with the rules that name them. Raises ContentError, and ValueError where no
    scenario or more than one has the card.
    """
    if rules is not None or decks:
        found = [load_scenario(rules, decks)]
    else:
        found = [load_scenario(path.stem) for path in sorted(rules_folder().glob(f"*{SUFFIX}"))]
    having = [scenario for scenario in found if CardId(card) in _ids(scenario)]
    if len(having) == 1:
        return having[0]
    if having:
        names = " and ".join(scenario.rules.id for scenario in having)
        raise ValueError(f"there is a card '{card}' in {names}; say which is meant with --rules")
    known = sorted({str(key) for scenario in found for key in _ids(scenario)})
    said = suggestion(card, known) or _hint(card, known)
    if not decks and not card.endswith(SUFFIX):
        said += "; for a card of your own add --deck FILE"
        said += "" if rules else ", and --rules FILE for rules of your own"
    raise ValueError(f"there is no card '{card}'{said}")


def _hint(card: str, known: Sequence[str]) -> str:
    if card.endswith(SUFFIX):
        return "; this names a file: give the id of a card, and the file with --deck"
    words = {word for word in card.split("-") if len(word) > 3}
    alike = [name for name in known if words.intersection(name.split("-"))]
    return f"; with one of these words there are: {', '.join(alike[:_FEW])}" if alike else ""


def _ids(scenario: Scenario) -> list[CardId]:
    return [card.id for card in scenario.cards]
