"""How each card comes to the table: in which turns it can, with what weight, and what brings it about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wargame.content.base import CardId
from wargame.content.cards import Card
from wargame.content.dealing import dealt_in, played
from wargame.content.links import Giver, Links
from wargame.engine.book import Book


class Coming(NamedTuple):
    """A card with its number on paper, the calendar's turns in which it can come, and what brings it about.

    `turns` is empty for a card that comes only when something brings it about.
    """

    card: Card
    number: int
    dated: bool
    turns: tuple[int, ...]
    brought_by: tuple[str, ...]


def coming(book: Book, chosen: Iterable[CardId] | None = None) -> tuple[Coming, ...]:
    """Return the cards in the order in which they can come, numbered from 1; only those that are chosen."""
    able = played(book.rules)
    wanted = None if chosen is None else frozenset(chosen)
    brings = _brought_by(book)
    found = [
        (card, dealt_in(book.rules, card, able), brings.get(card.id, ()))
        for card in book.scenario.cards
        if wanted is None or card.id in wanted
    ]
    found.sort(key=lambda entry: (not entry[1], entry[1] == tuple(able), entry[1][:1], not _dated(entry[0])))
    return tuple(
        Coming(card, number, _dated(card), turns, brought)
        for number, (card, turns, brought) in enumerate(found, 1)
    )


def _dated(card: Card) -> bool:
    return card.deal is not None and card.deal.on is not None


def _brought_by(book: Book) -> Mapping[CardId, tuple[str, ...]]:
    """Return, for each card, the titles of the cards and rules that bring it about."""
    titles = {Giver("card", card.id): card.title for card in book.scenario.cards}
    titles |= {Giver("rule", driver.id): driver.title for driver in book.rules.drivers}
    for seat in book.seats:
        titles[Giver("standing", seat)] = f"{book.scenario.actor(seat).short}, when no card asks it"
    found: dict[CardId, dict[str, None]] = {}
    for each in Links(book.rules, book.scenario.cards).brings:
        found.setdefault(each.card, {})[titles[each.giver]] = None
    return {card: tuple(names) for card, names in found.items()}
