"""What is legal but suspicious: a warning each, with a code by which an author can accept it."""

from collections.abc import Sequence

from wargame.content.base import Model
from wargame.content.dominance import dominant
from wargame.content.findings import Findings, Placed
from wargame.content.laid import Laid, Places
from wargame.content.possible import World
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.walk import walk
from wargame.content.warn_conditions import ConditionsWarning, Dead
from wargame.content.warn_reach import Reach
from wargame.content.warn_text import warn_text

WITHOUT_RIVAL = "without-rival"


def warn(rules: Rules, source: Placed, cards: Sequence[Laid], found: Findings) -> None:
    """Note everything suspicious in a scenario that has no problems."""
    parts: list[tuple[str | None, str, Sequence[tuple[Location, Model]]]]
    parts = [(None, source.file, tuple(walk(rules)))]
    parts += [(laid.card.id, laid.source.file, laid.models) for laid in cards]
    models = (model for _, _, inside in parts for _, model in inside)
    world = World(rules, [laid.card for laid in cards], models)
    dead: Dead = set()
    ConditionsWarning(world, source, found, dead).rules(rules)
    for laid in cards:
        ConditionsWarning(world, laid.source, found, dead).card(laid.card, laid.at)
    Reach(rules, source, cards, world, parts, dead).warn(found)
    _warn_rivals(rules, source, cards, found)
    warn_text(rules, source, cards, found)


def _warn_rivals(rules: Rules, source: Placed, cards: Sequence[Laid], found: Findings) -> None:
    places = Places(rules, source, cards)
    for best in dominant(rules, [laid.card for laid in cards]):
        every = len(best.intents) == max(1, places.intents(best.seat))
        which = "" if every else f", with {_or(best.intents)}"
        said = f"this is better than every other option on all that '{best.seat}' wants{which}"
        where = places.option(best.ask, best.seat, best.option)
        found.add(*where, f"{said}: let it cost something", code=WITHOUT_RIVAL)


def _or(names: Sequence[str | None]) -> str:
    return " or ".join(f"'{name}'" for name in names)
