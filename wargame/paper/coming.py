"""How each card comes to the table: in which turns it can, with what weight, and what brings it about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wargame.content.base import CardId
from wargame.content.cards import Card
from wargame.content.conditions import Condition, holds
from wargame.content.effects import FollowUp
from wargame.content.rules import Rules
from wargame.content.walk import walk
from wargame.engine.book import Book

CALENDAR = frozenset({"window", "turn", "any_", "not_"})
"""The fields of a condition that the calendar answers, or their parts; any other may be so or not."""


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
    played = sorted({turn for length in book.rules.lengths.values() for turn in length.turns})
    wanted = None if chosen is None else frozenset(chosen)
    brings = _brought_by(book)
    found = [
        (card, _turns(book.rules, card, played), brings.get(card.id, ()))
        for card in book.scenario.cards
        if wanted is None or card.id in wanted
    ]
    found.sort(
        key=lambda entry: (not entry[1], entry[1] == tuple(played), entry[1][:1], not _dated(entry[0]))
    )
    return tuple(
        Coming(card, number, _dated(card), turns, brought)
        for number, (card, turns, brought) in enumerate(found, 1)
    )


def _dated(card: Card) -> bool:
    return card.deal is not None and card.deal.on is not None


def _turns(rules: Rules, card: Card, played: Iterable[int]) -> tuple[int, ...]:
    """Return the turns in which a card can be dealt or drawn, as far as the calendar alone decides that."""
    if card.deal is None:
        return ()
    when, on = card.deal.when, card.deal.on
    able = tuple(turn for turn in played if when is None or _asks(rules, when, turn) is not False)
    if on is None:
        return able
    return tuple(turn for turn in able if rules.calendar[turn - 1].date >= on)[:1]


def _asks(rules: Rules, condition: Condition, turn: int) -> bool | None:
    """Say whether a condition holds in a turn; None where it rests on more than the calendar."""
    answers: list[bool | None] = []
    if condition.window:
        answers.append(not set(condition.window).isdisjoint(rules.calendar[turn - 1].windows))
    if condition.turn:
        answers.append(holds(condition.turn, turn))
    if condition.any_:
        inner = [_asks(rules, part, turn) for part in condition.any_]
        answers.append(True if True in inner else None if None in inner else False)
    if condition.not_:
        opposite = _asks(rules, condition.not_, turn)
        answers.append(None if opposite is None else not opposite)
    if {name for name, asked in vars(condition).items() if asked} - CALENDAR:
        answers.append(None)
    return False if False in answers else None if None in answers else True


def _brought_by(book: Book) -> Mapping[CardId, tuple[str, ...]]:
    """Return, for each card, the titles of the cards and rules that bring it about."""
    sources = [(card.title, card) for card in book.scenario.cards]
    found: dict[CardId, dict[str, None]] = {}
    for title, written in (*sources, *((driver.title, driver) for driver in book.rules.drivers)):
        for _, part in walk(written):
            if isinstance(part, FollowUp):
                found.setdefault(part.card, {})[title] = None
    for seat in book.seats:
        for _, part in walk(book.seat(seat).standing):
            if isinstance(part, FollowUp):
                title = f"{book.scenario.actor(seat).short}, when no card asks it"
                found.setdefault(part.card, {})[title] = None
    return {card: tuple(titles) for card, titles in found.items()}
