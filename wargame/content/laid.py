"""Cards where they lie, and where in the files of a scenario each of its parts stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from wargame.content.base import Model, SeatId
from wargame.content.cards import Ask, Card
from wargame.content.findings import Placed
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.walk import walk

STANDING = "standing"
"""What is said instead of a card's id of a seat's standing question."""


@dataclass(frozen=True)
class Laid:
    """A card and where it lies: its file, and its place in the deck."""

    card: Card
    source: Placed
    at: Location

    @cached_property
    def models(self) -> tuple[tuple[Location, Model], ...]:
        """The card and every model inside it, each with its place in the file."""
        return tuple(walk(self.card, self.at))


class Places:
    """The places of cards, seats and options, by name."""

    def __init__(self, rules: Rules, source: Placed, cards: Sequence[Laid]) -> None:
        self._source = source
        self._cards = {str(laid.card.id): laid for laid in cards}
        self._seats = {str(actor.id): (at, actor.seat) for at, actor in enumerate(rules.actors) if actor.seat}

    def card(self, card: str) -> tuple[Placed, Location]:
        """Return the place of a card; raises KeyError."""
        laid = self._cards[card]
        return laid.source, laid.at

    def seat(self, seat: str) -> tuple[Placed, Location]:
        """Return the place of a seat; raises KeyError."""
        return self._source, ("actors", self._seats[seat][0], "seat")

    def intents(self, seat: str) -> int:
        """Return how many intents a seat may draw; raises KeyError."""
        return len(self._seats[seat][1].intents)

    def objective(self, seat: str, objective: str, length: str) -> tuple[Placed, Location]:
        """Return the place of what an objective asks in a length of the game; raises KeyError."""
        at, own = self._seats[seat]
        here: Location = ("actors", at, "seat")
        laid = [((*here, "objectives", which), one) for which, one in enumerate(own.objectives)]
        laid += [
            ((*here, "intents", which, "objective"), intent.objective)
            for which, intent in enumerate(own.intents)
            if intent.objective
        ]
        path, found = {str(one.id): (path, one) for path, one in laid}[objective]
        shorter = [which for which, asked in enumerate(found.shorter) if length in asked.lengths]
        return self._source, (*path, "shorter", shorter[0]) if shorter else path

    def option(self, ask: str, seat: str, option: str) -> tuple[Placed, Location]:
        """Return the place of an option of a card, or of a standing question; raises KeyError."""
        at, own = self._seats[seat]
        if ask == STANDING:
            return self._source, ("actors", at, "seat", "standing", *_option(own.standing, option))
        laid = self._cards[ask]
        return laid.source, (*laid.at, "asks", seat, *_option(laid.card.asks[SeatId(seat)], option))


def _option(ask: Ask, key: str) -> Location:
    return "options", [str(option.id) for option in ask.options].index(key)
