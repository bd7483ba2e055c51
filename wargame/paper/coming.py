"""How each card comes to the table: in which turns it can, with what weight, and what brings it about."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from wargame.content.base import CardId
from wargame.content.cards import Card
from wargame.content.dealing import dealt_in, played
from wargame.content.links import Brings, Giver, Links
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


def coming(
    book: Book, chosen: Iterable[CardId] | None = None, length: str | None = None
) -> tuple[Coming, ...]:
    """Return the cards in the order in which they can come, numbered from 1.

    Of all cards these are the chosen ones; with a length, those that can come in it.
    """
    rules, cards = book.rules, book.scenario.cards
    turns = tuple(played(rules, length))
    dealt = {card.id: dealt_in(rules, card, turns) for card in cards}
    brings = Links(rules, cards).brings
    able = set(dealt) if length is None else _able({card for card in dealt if dealt[card]}, brings)
    wanted = able if chosen is None else able.intersection(chosen)
    titles = _titles(book)
    found = [
        (
            card,
            dealt[card.id],
            tuple(dict.fromkeys(titles[giver] for giver in _givers(card.id, brings, able))),
        )
        for card in cards
        if card.id in wanted
    ]
    found.sort(key=lambda entry: (not entry[1], entry[1] == turns, entry[1][:1], not _dated(entry[0])))
    return tuple(
        Coming(card, number, _dated(card), turns, brought)
        for number, (card, turns, brought) in enumerate(found, 1)
    )


def _dated(card: Card) -> bool:
    return card.deal is not None and card.deal.on is not None


def _able(dealt: Collection[CardId], brings: Collection[Brings]) -> set[CardId]:
    """Return the cards that are dealt, with all that they and the rules can bring about."""
    able = set(dealt)
    while more := {each.card for each in brings if _acts(each.giver, able)} - able:
        able |= more
    return able


def _acts(giver: Giver, able: Collection[CardId]) -> bool:
    return giver.kind != "card" or CardId(giver.id) in able


def _givers(card: CardId, brings: Iterable[Brings], able: Collection[CardId]) -> Iterable[Giver]:
    return dict.fromkeys(each.giver for each in brings if each.card == card and _acts(each.giver, able))


def _titles(book: Book) -> dict[Giver, str]:
    """Return how what brings cards about is called."""
    titles = {Giver("card", card.id): card.title for card in book.scenario.cards}
    titles |= {Giver("rule", driver.id): driver.title for driver in book.rules.drivers}
    for seat in book.seats:
        titles[Giver("standing", seat)] = f"{book.scenario.actor(seat).short}, when no card asks it"
    return titles
