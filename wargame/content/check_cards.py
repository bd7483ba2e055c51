"""What the models cannot see of a card: whom its combinations name, what its options cost, its forecasts."""

from dataclasses import replace

from wargame.content.cards import Ask, Card
from wargame.content.check_conditions import Conditions, Setting, asks_intent
from wargame.content.findings import Findings, Placed
from wargame.content.reading import Location
from wargame.content.rules import Rules

_BEFORE = "before a choice is open"


def check_card(card: Card, source: Placed, path: Location, rules: Rules, found: Findings) -> None:
    """Note what is wrong with a card at `path` of its deck, played by these rules."""
    conditions = Conditions(source, rules, found)
    offered = {str(seat): [str(option.id) for option in ask.options] for seat, ask in card.asks.items()}
    opened = Setting("here", chosen=True, offered=offered)
    if card.deal:
        dealing = Setting(f"in 'deal', {_BEFORE}")
        conditions.check(card.deal.when, (*path, "deal", "when"), dealing)
    for seat, ask in card.asks.items():
        check_ask(ask, seat, source, (*path, "asks", seat), opened, conditions, found)
    for at, entry in enumerate(card.together):
        here = (*path, "together", at)
        conditions.choices(entry.choices, (*here, "choices"), offered)
        conditions.check(entry.when, (*here, "when"), opened)
        conditions.follows(entry, here, opened)
    conditions.follows(card, path, opened)
    _check_forecasts(card, source, path, opened, conditions, found)


def check_ask(
    ask: Ask,
    seat: str,
    source: Placed,
    path: Location,
    opened: Setting,
    conditions: Conditions,
    found: Findings,
) -> None:
    """Note what is wrong with the question put to a seat; `opened` is where its effects are made."""
    # What a seat that there is not may know and own is not asked: that it is not there is told already.
    there = conditions.has_seat(seat)
    needing = Setting(f"in 'needs', {_BEFORE}", shown_to=seat if there else None)
    for at, option in enumerate(ask.options):
        here = (*path, "options", at)
        conditions.check(option.needs, (*here, "needs"), needing)
        conditions.follows(option, here, opened)
        for track in option.costs:
            if there and not track.startswith(f"{seat}."):
                said = f"an option of '{seat}' can cost only tracks of '{seat}', and not '{track}'"
                found.add(source, (*here, "costs", track), said, key=True)


def _check_forecasts(
    card: Card, source: Placed, path: Location, opened: Setting, conditions: Conditions, found: Findings
) -> None:
    for at, question in enumerate(card.forecasts):
        here = (*path, "forecasts", at)
        at_reveal = question.resolves == "reveal"
        later = "in a forecast that resolves after the reveal"
        setting = replace(opened, intent=True) if at_reveal else Setting(later, chosen=True, intent=True)
        conditions.check(question.when, (*here, "when"), setting)
        check_secret(question.resolves, asks_intent(question.when), source, here, found)


def check_secret(resolves: str, secret: bool, source: Placed, path: Location, found: Findings) -> None:
    """Note a forecast of an intent that would tell the class the intent while the game goes on."""
    if secret and resolves != "end":
        said = f"a forecast of an intent resolves at the 'end', when intents are told, and not '{resolves}'"
        found.add(source, (*path, "resolves"), said)
