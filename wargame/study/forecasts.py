"""How well seats forecast, and how they read each other's intents while the game went on.

The Brier score is the square of the distance between a stated probability and what happened (Brier, Monthly
Weather Review 78, 1950); means are taken over forecasts that came to be known. One game has too few of them
to say whether somebody is calibrated: whether of what was called 70% about 70 in a hundred came true.
"""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean, median
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.content.cards import Question
from wargame.content.conditions import within
from wargame.engine.book import Book
from wargame.engine.ending import Ending
from wargame.engine.evolve import stated
from wargame.engine.ledger import Moment
from wargame.engine.score import ForecastScore
from wargame.engine.state import State, Stated


class Mean(NamedTuple):
    """Mean Brier scores of some forecasts: their own, and of the room's median on the same questions.

    `based` of them have a base rate; `own_based` and `base` are the means over those alone, None without any.
    """

    forecasts: int
    own: float
    room: float
    based: int
    own_based: float | None
    base: float | None


def mean(scores: Sequence[ForecastScore]) -> Mean | None:
    """Return the means of scored forecasts, None if there is none."""
    if not scores:
        return None
    based = [(score.brier, score.base) for score in scores if score.base is not None]
    return Mean(
        forecasts=len(scores),
        own=fmean(score.brier for score in scores),
        room=fmean(score.room for score in scores),
        based=len(based),
        own_based=fmean(own for own, _ in based) if based else None,
        base=fmean(base for _, base in based) if based else None,
    )


def scored(told: Ending, seat: SeatId, human: bool) -> tuple[ForecastScore, ...]:
    """Return the scored forecasts of a seat: of one that people hold, those that they stated themselves."""
    own = (score for score in told.forecasts if score.stated.seat == seat)
    return tuple(score for score in own if not (human and score.stated.bot))


def by_seat(book: Book, scores: Iterable[ForecastScore]) -> Mapping[SeatId, Mean]:
    """Return the means of each seat that has a scored forecast, in scenario order."""
    every = tuple(scores)
    found = {seat: mean([score for score in every if score.stated.seat == seat]) for seat in book.seats}
    return {seat: one for seat, one in found.items() if one is not None}


def by_seat_and_question(
    book: Book, scores: Iterable[ForecastScore]
) -> Mapping[str, Mapping[SeatId | None, Mean]]:
    """Return, by question in the order of the game, the means of all seats (under None) and of each seat."""
    asked: dict[str, list[ForecastScore]] = {}
    for score in scores:
        asked.setdefault(score.stated.question, []).append(score)
    found: dict[str, dict[SeatId | None, Mean]] = {}
    for question, own in asked.items():
        whole = mean(own)
        assert whole is not None
        found[question] = {None: whole}
        found[question] |= dict(by_seat(book, own).items())
    return found


class Reading(NamedTuple):
    """What seats said of another's intent, moment by moment, in percent; `room` is the median of each.

    `of` are the seats whose intent it is; `outcome` is None while it is not known.
    """

    question: str
    asked: str
    of: tuple[SeatId, ...]
    base: int | None
    outcome: bool | None
    said: Mapping[SeatId, tuple[tuple[Moment, int], ...]]
    room: tuple[tuple[Moment, float], ...]


def readings(book: Book, state: State) -> tuple[Reading, ...]:
    """Return how the question of each intent was answered, for those that somebody answered."""
    every = stated(state)
    found = []
    for key, question in book.questions.items():
        given = [one for one in every if one.question == key]
        of = intent_of(book, question)
        if of and given:
            found.append(_reading(book, state, key, of, given))
    return tuple(found)


def intent_of(book: Book, question: Question) -> tuple[SeatId, ...]:
    """Return whose intent a question is about, in scenario order; nobody's for most questions."""
    named = {seat for part in within(question.when) for seat in part.intent}
    return tuple(seat for seat in book.seats if seat in named)


def _reading(book: Book, state: State, key: str, of: tuple[SeatId, ...], given: Sequence[Stated]) -> Reading:
    said: dict[SeatId, list[tuple[Moment, int]]] = {}
    room: dict[Moment, list[int]] = {}
    for one in given:
        said.setdefault(one.seat, []).append(((one.turn, one.exchange), one.percent))
        room.setdefault((one.turn, one.exchange), []).append(one.percent)
    known = [state.resolved.get((key, turn, exchange)) for turn, exchange in room]
    return Reading(
        question=key,
        asked=book.questions[key].question,
        of=of,
        base=book.questions[key].base,
        outcome=known[-1],
        said={seat: tuple(said[seat]) for seat in book.seats if seat in said},
        room=tuple((moment, float(median(percents))) for moment, percents in room.items()),
    )
