"""What if: the odds under each option that a seat had, as bots play on from there with other dice.

Everything but one choice stays as it was. The option that was taken is played on from too, since only the
difference between options says what one of them would have changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.lab.estimates import Estimate, mean, share
from wargame.lab.many import Progress, spread
from wargame.lab.onward import Came, Onward, play_on
from wargame.study.crossroads import Crossroads
from wargame.study.replay import Replay
from wargame.study.tables import Value


class Figure(NamedTuple):
    """A figure of games that went one way: `kind` is `war`, `number` or `objective`, `of` which one.

    A number is a mean at the end of the games, all else a share of them.
    """

    kind: str
    of: str
    label: str
    estimate: Estimate

    @property
    def said(self) -> str:
        """The value alone: `12.0%`, `81.4`."""
        return self.printed(self.estimate.value)

    def printed(self, value: float) -> str:
        """Return a value of this figure as it is printed."""
        return f"{value:.1f}" if self.kind == "number" else f"{100 * value:.1f}%"


Odds = dict[tuple[int, SeatId, int], tuple[Figure, ...]]
"""The figures of each way, by the record of its crossroads, its seat, and its place among the ways."""


def odds(
    replay: Replay,
    every: Sequence[Crossroads],
    games: int,
    first_seed: int,
    processes: int = 1,
    progress: Progress | None = None,
) -> Odds:
    """Play so many games of every way, all with the same seed numbers; return the figures of each."""
    book = replay.book
    ways = [
        (here, question.seat, at, way.state)
        for here in every
        for question in here.questions
        for at, way in enumerate(question.ways)
    ]
    # What was taken is the same way for every seat of an exchange: it is played once.
    states = {id(state): state for _, _, _, state in ways}
    seeds = range(first_seed, first_seed + games)
    jobs = [Onward(state, seed) for state in states.values() for seed in seeds]
    came = spread(book.scenario, book.length_name, play_on, jobs, processes, progress)
    own = {key: came[at * games : (at + 1) * games] for at, key in enumerate(states)}
    return {
        (here.at, seat, at): tuple(_figures(replay, here.numbers, seat, own[id(state)]))
        for here, seat, at, state in ways
    }


def _figures(replay: Replay, numbers: Iterable[str], seat: SeatId, came: Sequence[Came]) -> Iterator[Figure]:
    book = replay.book
    games = len(came)
    found = []
    if book.war_may_come:
        found.append(("war", "", "War", share(sum(one.war for one in came), games)))
    for number in numbers:
        ends = [one.numbers[book.index[number]] for one in came]
        found.append(("number", number, f"{book.label(number)} at the end, on average", mean(ends)))
    for objective in book.objectives(seat, replay.game.state.intents.get(seat)):
        kept = sum(one.points[seat][objective.id] > 0 for one in came)
        found.append(("objective", objective.id, f"Kept: {objective.text}", share(kept, games)))
    return (Figure(kind, of, label, value) for kind, of, label, value in found if value is not None)


COLUMNS = (
    "record", "turn", "exchange", "card", "seat", "option", "label", "taken",
    "kind", "of", "value", "low", "high", "games",
)  # fmt: skip


def rows(every: Iterable[Crossroads], found: Odds) -> Iterator[tuple[Value, ...]]:
    """Yield a row for each figure of each way, as `COLUMNS` has them; shares are from 0 to 1."""
    for here in every:
        for question in here.questions:
            for at, way in enumerate(question.ways):
                where = (here.at, here.turn, here.exchange, here.title)
                what = (str(question.seat), way.option, way.label, way.taken)
                for kind, of, _, estimate in found[here.at, question.seat, at]:
                    value, low, high = (
                        round(end, 4) if isfinite(end) else None
                        for end in (estimate.value, estimate.low, estimate.high)
                    )
                    yield (*where, *what, kind, of, value, low, high, estimate.count)
