"""Turning points, found and ranked: where a game could have gone another way, or surprised its own players.

Five kinds are looked for. Each has a weight from 0 to 1 by which all are ranked; the weights judge what is
worth a class's time, and measure nothing:

- a swing: the net change of one relation within a turn, in points, out of 25;
- a surprise: the mean Brier score of what seats stated on a question that came to be known, out of 0.5, if it
  is above 0.25, which 50% always gets;
- a disagreement: the distance between the highest and the lowest that was stated on a question, out of 100;
- a rung crossed: 0.5, and 0.9 for the highest rung;
- a late answer: 0.6, since the clock decided in a seat's place.
"""

from collections.abc import Iterator
from statistics import fmean, median
from typing import Literal, NamedTuple

from wargame.engine.book import Book
from wargame.engine.ending import DecisionEnd, exchanges
from wargame.engine.evolve import stated
from wargame.engine.ledger import entries
from wargame.engine.score import brier
from wargame.engine.state import State, Stated

TurningKind = Literal["swing", "surprise", "disagreement", "rung", "late"]

_SWING = 25
_NO_IDEA, _MISSED = 0.25, 0.5
_RUNG, _HIGHEST_RUNG, _LATE = 0.5, 0.9, 0.6


class TurningPoint(NamedTuple):
    """A moment that mattered, in one sentence; `exchange` is 0 where the whole turn is meant.

    `number` is the relation that it is about, None where it is about none; `decisions` what was
    decided there.
    """

    kind: TurningKind
    weight: float
    turn: int
    exchange: int
    sentence: str
    number: str | None = None
    decisions: tuple[DecisionEnd, ...] = ()


def turning_points(book: Book, state: State) -> tuple[TurningPoint, ...]:
    """Return the turning points of a game, the weightiest first; of equals the earlier."""
    decided = {(here.turn, here.number): here.decisions for here in exchanges(book, state)}
    for (turn, _), decisions in list(decided.items()):
        decided[turn, 0] = (*decided.get((turn, 0), ()), *decisions)
    found = [*_swings(book, state), *_forecasts(book, state), *_rungs(book, state), *_late(book, state)]
    with_decisions = (one._replace(decisions=decided.get((one.turn, one.exchange), ())) for one in found)
    return tuple(sorted(with_decisions, key=lambda point: (-point.weight, point.turn, point.exchange)))


def _swings(book: Book, state: State) -> Iterator[TurningPoint]:
    moved: dict[tuple[int, str], tuple[int, int]] = {}
    for entry in entries(state):
        change = entry.change
        if book.owner(change.number) is None:
            before, _ = moved.get((entry.turn, change.number), (change.before, 0))
            moved[entry.turn, change.number] = before, change.after
    for (turn, number), (before, after) in moved.items():
        if before != after:
            way = "rises" if after > before else "falls"
            sentence = f"{book.label(number)} {way} from {before} to {after}."
            weight = min(1.0, abs(after - before) / _SWING)
            yield TurningPoint("swing", weight, turn, 0, sentence, number)


def _forecasts(book: Book, state: State) -> Iterator[TurningPoint]:
    same: dict[tuple[str, int, int], list[Stated]] = {}
    for given in stated(state):
        same.setdefault((given.question, given.turn, given.exchange), []).append(given)
    for (question, turn, exchange), answers in same.items():
        asked = book.questions[question].question
        said = [one.percent for one in answers]
        outcome = state.resolved.get((question, turn, exchange))
        if outcome is not None:
            missed = fmean(brier(percent, outcome) for percent in said)
            came = "yes" if outcome else "no"
            sentence = f"{asked} The seats said {median(said):.0f}%, and it came out {came}."
            weight = min(1.0, missed / _MISSED)
            if missed > _NO_IDEA:
                yield TurningPoint("surprise", weight, turn, exchange, sentence)
        if (spread := max(said) - min(said)) > 0:
            sentence = f"{asked} One seat said {min(said)}%, another {max(said)}%."
            yield TurningPoint("disagreement", spread / 100, turn, exchange, sentence)


def _rungs(book: Book, state: State) -> Iterator[TurningPoint]:
    highest = book.rules.rungs[-1].name
    for turn, crossing in state.crossings:
        weight = _HIGHEST_RUNG if crossing.after == highest else _RUNG
        label = book.label(crossing.relation)
        sentence = f"{label} goes from {crossing.before} to {crossing.after}."
        yield TurningPoint("rung", weight, turn, 0, sentence, crossing.relation)


def _late(book: Book, state: State) -> Iterator[TurningPoint]:
    for here in exchanges(book, state):
        for decision in here.decisions:
            if decision.manner == "late":
                short = book.scenario.actor(decision.seat).short
                sentence = f"{short} did not decide in time; what happens then: {decision.label}."
                yield TurningPoint("late", _LATE, here.turn, here.number, sentence)
