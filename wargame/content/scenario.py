"""A scenario: one rules file and the cards of the decks that it names, as one frozen whole."""

import hashlib

from wargame.content.base import CardId, Model, SeatId
from wargame.content.cards import Card
from wargame.content.rules import Actor, Rules


class Scenario(Model):
    """All content of a game, as a save keeps it in its first record."""

    rules: Rules
    cards: tuple[Card, ...]

    def card(self, key: CardId) -> Card:
        """Return the card of that id; raises KeyError."""
        for card in self.cards:
            if card.id == key:
                return card
        raise KeyError(key)

    def seats(self) -> tuple[SeatId, ...]:
        """Return the seats in scenario order: the actors that have one."""
        return tuple(SeatId(actor.id) for actor in self.rules.actors if actor.seat is not None)

    def actor(self, key: str) -> Actor:
        """Return the actor of that id; raises KeyError."""
        for actor in self.rules.actors:
            if actor.id == key:
                return actor
        raise KeyError(key)


def canonical(scenario: Scenario) -> str:
    """Return the content as the one JSON text that stands for it, in model order, defaults left out."""
    return scenario.model_dump_json(by_alias=True, exclude_defaults=True)


def digest(content: str) -> str:
    """Return the SHA-256 of a content text, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()
