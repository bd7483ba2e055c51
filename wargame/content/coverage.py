"""What carries each row of a scenario's table: what its documents describe, and where the game has it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wargame.content.cards import Card
from wargame.content.rules import Rules

ENOUGH = 2
"""Carriers that a row should have: one alone may not come up in a game."""


KINDS = ("card", "option", "driver", "track", "coupling", "objective", "measure")


class Carrier(NamedTuple):
    """Something that carries a row: its kind, one of `KINDS`, and its name."""

    kind: str
    name: str


def coverage(rules: Rules, cards: Iterable[Card]) -> dict[str, tuple[Carrier, ...]]:
    """Return the carriers of every row of the rules, kind by kind, in written order.

    An option is one only where its card is none: they come to the table together.
    """
    found: dict[str, list[Carrier]] = {row: [] for row in rules.rows}
    for row, carrier in (*_of_cards(cards), *_of_rules(rules)):
        if row in found and carrier not in found[row]:
            found[row].append(carrier)
    return {row: tuple(sorted(some, key=lambda one: KINDS.index(one.kind))) for row, some in found.items()}


def _of_cards(cards: Iterable[Card]) -> Iterator[tuple[str, Carrier]]:
    for card in cards:
        yield from ((row, Carrier("card", card.id)) for row in card.covers)
        for seat, ask in card.asks.items():
            for option in ask.options:
                named = Carrier("option", f"{card.id}/{seat}/{option.id}")
                yield from ((row, named) for row in option.covers if row not in card.covers)


def _of_rules(rules: Rules) -> Iterator[tuple[str, Carrier]]:
    for driver in rules.drivers:
        yield from ((row, Carrier("driver", driver.id)) for row in driver.covers)
    for actor in rules.actors:
        for track in actor.tracks:
            yield from ((row, Carrier("track", f"{actor.id}.{track.id}")) for row in track.covers)
    for coupling in rules.couplings:
        named = Carrier("coupling", f"{coupling.from_} to {coupling.to}")
        yield from ((row, named) for row in coupling.covers)
    for actor in rules.actors:
        if seat := actor.seat:
            for option in seat.standing.options:
                named = Carrier("option", f"standing/{actor.id}/{option.id}")
                yield from ((row, named) for row in option.covers)
            secret = [intent.objective for intent in seat.intents if intent.objective]
            for objective in (*seat.objectives, *secret):
                named = Carrier("objective", f"{actor.id}/{objective.id}")
                yield from ((row, named) for row in objective.covers)
    for measure in rules.measures:
        yield from ((row, Carrier("measure", measure.id)) for row in measure.covers)
