"""What a game was worth: objectives kept or missed, and forecasts scored.

The Brier score of a forecast is the square of the distance between the probability stated and what
happened (1 or 0): 0 is perfect, 0.25 is what 50% always gets (Brier, Monthly Weather Review 78, 1950).
"""

from collections.abc import Mapping
from statistics import fmean, median
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.evolve import stated
from wargame.engine.state import State, Stated


def points(
    book: Book,
    intents: Mapping[SeatId, str],
    counts: Mapping[tuple[SeatId, str], int],
    last: Mapping[SeatId, tuple[str, ...]],
    turns: int,
    war: bool,
) -> dict[SeatId, dict[str, int]]:
    """Return the points of every objective of every seat.

    `counts` says at how many turn ends each held, `last` which held at the last, of `turns` in all.
    """
    scored: dict[SeatId, dict[str, int]] = {}
    for seat in book.seats:
        scored[seat] = {}
        for objective in book.objectives(seat, intents.get(seat)):
            times = counts.get((seat, objective.id), 0)
            kept = {
                "end": objective.id in last.get(seat, ()),
                "ever": times >= objective.times,
                "each": times == turns,
            }[objective.hold]
            lost = war and not objective.survives_war
            scored[seat][objective.id] = objective.points if kept and not lost else 0
    return scored


class ForecastScore(NamedTuple):
    """One scored forecast: what was stated, what happened, and its Brier score beside two others.

    `base` is the score of the public base rate, None where there is none; `room` that of the median of
    all that seats stated on the same question.
    """

    stated: Stated
    outcome: bool
    brier: float
    base: float | None
    room: float


def brier(percent: float, outcome: bool) -> float:
    """Return the Brier score of a probability in percent."""
    return (percent / 100 - outcome) ** 2


def forecasts(book: Book, state: State) -> tuple[ForecastScore, ...]:
    """Return the scores of all stated forecasts that came to be known; unresolved ones are left out."""
    every = stated(state)
    scored = []
    for given in every:
        outcome = state.resolved.get((given.question, given.turn, given.exchange))
        if outcome is None:
            continue
        same = [o.percent for o in every if o[1:4] == given[1:4]]
        base = book.questions[given.question].base
        scored.append(
            ForecastScore(
                stated=given,
                outcome=outcome,
                brier=brier(given.percent, outcome),
                base=None if base is None else brier(base, outcome),
                room=brier(median(same), outcome),
            )
        )
    return tuple(scored)


def mean_brier(scores: tuple[ForecastScore, ...], seat: SeatId) -> float | None:
    """Return a seat's mean Brier score, None if it has no scored forecast."""
    own = [score.brier for score in scores if score.stated.seat == seat]
    return fmean(own) if own else None
