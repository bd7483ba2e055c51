"""Where the figures come from: the same games, card by card, option by option, or seat by seat."""

from collections.abc import Sequence
from typing import Literal

from wargame.engine.book import Book
from wargame.lab.estimates import Estimate, apart
from wargame.lab.games import Outcome, watched
from wargame.lab.options import FEW
from wargame.lab.report import Figure

By = Literal["card", "option", "seat"]

CHANCE = (
    "What came with them need not have come of them, and of so many differences about one in twenty seems "
    "sure by chance alone."
)


def wars(outcomes: Sequence[Outcome]) -> int:
    """Return how many of these games ended in war."""
    return sum(outcome.war for outcome in outcomes)


def difference(key: str, with_it: Sequence[Outcome], without: Sequence[Outcome]) -> Figure:
    """Return by how much more often games ended in war with something than without it."""
    found = apart(wars(with_it), len(with_it), wars(without), len(without))
    return Figure(key, "the difference", "apart", found)


def sure(estimate: Estimate | None) -> float:
    """Return how far from nothing a difference surely lies; 0 if it may be nothing, or rests on few games."""
    if estimate is None or estimate.count < FEW:
        return 0.0
    return max(0.0, estimate.low, -estimate.high)


def relation(book: Book) -> str | None:
    """Return the watched relation as it is told to people, if the rules measure one."""
    at = watched(book)
    return None if at is None else book.label(book.numbers[at])
