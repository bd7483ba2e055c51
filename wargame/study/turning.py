"""Turning points, found and ranked: where a game could have gone another way, or surprised its own players.

Five kinds are looked for. Each has a weight from 0 to 1 by which all are ranked; the weights judge what is
worth a class's time, and measure nothing:

- a swing: the net change of one relation within a turn, in points, out of 15;
- a surprise: how far the mean Brier score of what seats stated on a question lies above 0.25, which 50%
  always gets, out of 0.5;
- a disagreement: the distance between the highest and the lowest that was stated on a question, out of 125;
- a rung crossed: 0.3, and 0.9 for the highest rung;
- a late answer: 0.6, since the clock decided in a seat's place.

Of one question only the weightiest surprise or disagreement counts, however often it was asked, and
what weighs less than 0.2 is none.
"""

from collections.abc import Iterator
from statistics import fmean, median
from typing import Literal, NamedTuple

from wargame.content.base import FACILITATOR, SeatId
from wargame.engine.book import Book
from wargame.engine.causes import tell
from wargame.engine.ending import DecisionEnd, exchanges
from wargame.engine.evolve import stated
from wargame.engine.ledger import Entry, entries, roots
from wargame.engine.score import brier
from wargame.engine.state import State, Stated

TurningKind = Literal["swing", "surprise", "disagreement", "rung", "late"]

_SWING, _SPREAD = 15, 125
_NO_IDEA, _MISSED = 0.25, 0.5
_RUNG, _HIGHEST_RUNG, _LATE = 0.3, 0.9, 0.6
LEAST = 0.2
"""What a turning point weighs at least."""
CUT = f"What weighs less than {LEAST} is left out, and a question counts once, where it weighs most."
"""The rule of what is listed, as it is told."""
_TOLD, _WORTH_TELLING = 3, 5
"""How many causes of a swing are told, and from how many points on a swing has its causes told."""


class TurningPoint(NamedTuple):
    """A moment that mattered, in one sentence; `exchange` is 0 where the whole turn is meant.

    `number` is the relation that it is about, None where it is about none; `decisions` what was
    decided there; `behind` the causes of a large swing or of a rung crossed.
    """

    kind: TurningKind
    weight: float
    turn: int
    exchange: int
    headline: str
    number: str | None = None
    decisions: tuple[DecisionEnd, ...] = ()
    behind: str = ""

    @property
    def sentence(self) -> str:
        """What mattered, and the causes behind it where they are worth telling."""
        return f"{self.headline} Behind it: {self.behind}." if self.behind else self.headline


def turning_points(book: Book, state: State) -> tuple[TurningPoint, ...]:
    """Return the turning points of a game, the weightiest first; of equals the earlier."""
    decided = {(here.turn, here.number): here.decisions for here in exchanges(book, state)}
    for (turn, _), decisions in list(decided.items()):
        decided[turn, 0] = (*decided.get((turn, 0), ()), *decisions)
    found = [*_swings(book, state), *_asked(book, state), *_rungs(book, state), *_late(book, state)]
    with_decisions = (
        one._replace(decisions=decided.get((one.turn, one.exchange), ()))
        for one in found
        if one.weight >= LEAST
    )
    return tuple(sorted(with_decisions, key=_rank))


def _rank(point: TurningPoint) -> tuple[float, int, int]:
    return -point.weight, point.turn, point.exchange


def _swings(book: Book, state: State) -> Iterator[TurningPoint]:
    for turn in range(1, state.turn + 1):
        ledger = list(entries(state, turn))
        moved: dict[str, list[Entry]] = {}
        for entry in ledger:
            if book.owner(entry.change.number) is None:
                moved.setdefault(entry.change.number, []).append(entry)
        for number, own in moved.items():
            before, after = own[0].change.before, own[-1].change.after
            if before != after:
                way = "rises" if after > before else "falls"
                sentence = f"{book.label(number)} {way} from {before} to {after} over the turn."
                behind = _causes(book, ledger, own) if abs(after - before) >= _WORTH_TELLING else ""
                weight = min(1.0, abs(after - before) / _SWING)
                yield TurningPoint("swing", weight, turn, _mostly(own), sentence, number, (), behind)


def _mostly(own: list[Entry]) -> int:
    """Return the exchange in which more than half of a swing was made; 0 where there is none."""
    made: dict[int, int] = {}
    for entry in own:
        made[entry.exchange] = made.get(entry.exchange, 0) + entry.change.applied
    whole = sum(made.values())
    return next(
        (at for at, part in made.items() if at and abs(part) * 2 > abs(whole) and part * whole > 0), 0
    )


def _causes(book: Book, ledger: list[Entry], own: list[Entry]) -> str:
    """Return what moved a number most the way that it went within a turn, the strongest first.

    Spillover is led back to its causes, and is said to be it where a cause worked by spillover alone.
    """
    shares: dict[str, int] = {}
    itself: set[str] = set()
    for entry in own:
        if entry.change.applied:
            for cause, share in roots(ledger, entry).items():
                told = tell(book, cause, SeatId(FACILITATOR), ended=True)
                shares[told] = shares.get(told, 0) + share
                if entry.step != "spillover":
                    itself.add(told)
    way = own[-1].change.after - own[0].change.before
    with_it = [told for told, share in shares.items() if share * way > 0]
    strongest = sorted(with_it, key=lambda told: -abs(shares[told]))[:_TOLD]
    return "; ".join(
        f"{told.rstrip('.')} {shares[told]:+d}{'' if told in itself else ' by spillover'}"
        for told in strongest
    )


def _asked(book: Book, state: State) -> Iterator[TurningPoint]:
    """Yield the weightiest surprise or disagreement on each question."""
    weightiest: dict[str, TurningPoint] = {}
    for question, point in _forecasts(book, state):
        if question not in weightiest or _rank(point) < _rank(weightiest[question]):
            weightiest[question] = point
    yield from weightiest.values()


def _forecasts(book: Book, state: State) -> Iterator[tuple[str, TurningPoint]]:
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
            weight = min(1.0, (missed - _NO_IDEA) / _MISSED)
            if weight > 0:
                yield question, TurningPoint("surprise", weight, turn, exchange, sentence)
        if (spread := max(said) - min(said)) > 0:
            sentence = f"{asked} One seat said {min(said)}%, another {max(said)}%."
            weight = spread / _SPREAD
            yield question, TurningPoint("disagreement", weight, turn, exchange, sentence)


def _rungs(book: Book, state: State) -> Iterator[TurningPoint]:
    highest = book.rules.rungs[-1].name
    for turn, crossing in state.crossings:
        weight = _HIGHEST_RUNG if crossing.after == highest else _RUNG
        label = book.label(crossing.relation)
        sentence = f"{label} goes from {crossing.before} to {crossing.after}."
        ledger = list(entries(state, turn))
        own = [entry for entry in ledger if entry.change.number == crossing.relation]
        behind = _causes(book, ledger, own)
        yield TurningPoint("rung", weight, turn, 0, sentence, crossing.relation, (), behind)


def _late(book: Book, state: State) -> Iterator[TurningPoint]:
    for here in exchanges(book, state):
        for decision in here.decisions:
            if decision.manner == "late":
                short = book.scenario.actor(decision.seat).short
                sentence = f"{short} did not decide in time; what happens then: {decision.label}."
                yield TurningPoint("late", _LATE, here.turn, here.number, sentence)
