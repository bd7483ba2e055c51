"""Where the figures come from: the same games, card by card, option by option, or seat by seat."""

from collections.abc import Sequence
from typing import Literal

from wargame.engine.book import Book
from wargame.lab.estimates import Estimate, apart
from wargame.lab.games import Outcome, watched
from wargame.lab.options import FEW
from wargame.lab.report import Figure, Section

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


def tells(estimate: Estimate | None) -> bool:
    """Say whether enough games lie on either side of a difference for it to be told."""
    return estimate is not None and estimate.count >= FEW


def order(estimate: Estimate | None, times: int) -> tuple[float, bool, int]:
    """Return the place of something: what is surely apart first, what cannot be told last."""
    return -sure(estimate), not tells(estimate), -times


def how_ordered(sections: Sequence[Section], whole: str, often: str) -> str:
    """Return the order in words; `whole` is what is surely apart, `often` by what the others stand."""
    figures = [figure for section in sections for figure in section.figures if figure.id.endswith("/apart")]
    count = sum(sure(figure.estimate) > 0 for figure in figures)
    return (
        f"First {whole} ({count or 'none'} here; told only where {FEW} games or more lie on either side); "
        f"then those {often} most often; last those for which fewer games do. {CHANCE}"
    )


def sure(estimate: Estimate | None) -> float:
    """Return how far from nothing a difference surely lies; 0 if it may be nothing, or rests on few games."""
    if estimate is None or not tells(estimate):
        return 0.0
    return max(0.0, estimate.low, -estimate.high)


def relation(book: Book) -> str | None:
    """Return the watched relation as it is told to people, if the rules measure one."""
    at = watched(book)
    return None if at is None else book.label(book.numbers[at])
