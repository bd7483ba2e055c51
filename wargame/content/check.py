"""Whether the parts of a scenario fit together: what no model sees by itself, in every file at once."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wargame.content.check_cards import check_card
from wargame.content.check_names import check_names
from wargame.content.check_rules import RulesCheck
from wargame.content.findings import Findings, Placed
from wargame.content.laid import Laid
from wargame.content.names import Names
from wargame.content.rules import Rules
from wargame.content.walk import walk


def check(rules: Rules, source: Placed, cards: Sequence[Laid], names: Names, found: Findings) -> None:
    """Note everything that does not fit; `names` are those of the scenario."""
    check_uses(rules, source, cards, names, found)
    RulesCheck(rules, source, names, found).run()
    for laid in cards:
        check_card(laid.card, laid.source, laid.at, rules, found)
    _check_questions_once(rules, _check_cards_once(cards, found), found)


def check_uses(rules: Rules, source: Placed, cards: Sequence[Laid], names: Names, found: Findings) -> None:
    """Note only the names that lead nowhere, without which the engine cannot play."""
    check_names(walk(rules), source, names, found)
    for laid in cards:
        check_names(laid.models, laid.source, names, found)


def _check_cards_once(cards: Sequence[Laid], found: Findings) -> Sequence[Laid]:
    """Note cards of one id, file by file where they are many; return the cards without them."""
    first: dict[str, Laid] = {}
    twice: dict[tuple[str, str], list[tuple[Laid, Laid]]] = {}
    for laid in cards:
        before = first.setdefault(laid.card.id, laid)
        if before is not laid:
            twice.setdefault((before.source.file, laid.source.file), []).append((before, laid))
    cards_in = Counter(laid.source.file for laid in cards)
    for (one, other), pairs in twice.items():
        if one != other and copied(len(pairs), cards_in[one], cards_in[other]):
            laid = pairs[0][1]
            found.add(laid.source, laid.at, same_cards(one, other))
            continue
        for before, laid in pairs:
            where = f"{one}, line {before.source.place(before.at)[0]}"
            found.add(laid.source, (*laid.at, "id"), f"there is already a card '{laid.card.id}': {where}")
    return tuple(first.values())


def copied(shared: int, one: int, other: int) -> bool:
    """Say whether of two decks that share cards one is taken for a copy; given are numbers of cards."""
    return shared == one == other or (shared > 1 and 2 * shared > min(one, other))


def same_cards(one: str, other: str) -> str:
    """Return the sentence for two decks of which one is a copy of the other."""
    said = f"these two files hold the same cards: {one} and {other}; keep one, or give its cards other ids"
    name = Path(one).name
    return f"{said}; to replace a deck, keep its file name, '{name}', in another folder"


def _check_questions_once(rules: Rules, cards: Sequence[Laid], found: Findings) -> None:
    asked = {question.id for question in rules.forecasts}
    for laid in cards:
        for at, question in enumerate(laid.card.forecasts):
            if question.id in asked:
                said = f"there is already a forecast '{question.id}'"
                found.add(laid.source, (*laid.at, "forecasts", at, "id"), said)
            asked.add(question.id)
