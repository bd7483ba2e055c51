"""What would surely have gone otherwise: figures of an option that lie apart from those of the one taken."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wargame.lab.options import FEW
from wargame.study.crossroads import Crossroads, Question, Way
from wargame.study.whatif import Figure, Odds

_WHOLE = 100
"""The range of a number, by which its moves are set beside those of shares."""


class Difference(NamedTuple):
    """A figure under another option, and the one of what was chosen; their 95% intervals lie apart."""

    now: Figure
    was: Figure


class Otherwise(NamedTuple):
    """An option that was not taken, and all that it would surely have changed."""

    question: Question
    way: Way
    differences: tuple[Difference, ...]


def otherwise(here: Crossroads, odds: Odds) -> tuple[Otherwise, ...]:
    """Return the options that would have changed something, seat by seat, the weightiest of each first."""
    found: list[Otherwise] = []
    for question in here.questions:
        every = [odds[here.at, question.seat, at] for at in range(len(question.ways))]
        own = (
            Otherwise(question, way, _apart(figures, every[0]))
            for way, figures in zip(question.ways, every, strict=True)
            if question.ways[0].taken and not way.taken
        )
        found += sorted((one for one in own if one.differences), key=_weight, reverse=True)
    return tuple(found)


def weightiest(found: Iterable[Otherwise]) -> Otherwise | None:
    """Return the option that would have changed most of war or of a number; None if none changes these."""
    return max((one for one in found if _weight(one)), key=_weight, default=None)


def on_the_whole(one: Otherwise) -> tuple[Difference, ...]:
    """Return what an option changes for all, and not for its seat's objectives alone."""
    return tuple(difference for difference in one.differences if difference.now.kind != "objective")


def _apart(now: Sequence[Figure], was: Sequence[Figure]) -> tuple[Difference, ...]:
    pairs = (Difference(*pair) for pair in zip(now, was, strict=True))
    return tuple(pair for pair in pairs if _differ(pair))


def _differ(pair: Difference) -> bool:
    now, was = pair.now.estimate, pair.was.estimate
    # Of fewer games the interval of a mean does not hold.
    enough = min(now.count, was.count) >= FEW
    apart = now.low > was.high or now.high < was.low
    # As --figures prints them: what lies apart by less than a printed digit could not be seen to.
    ends = (
        (pair.now.printed(now.low), pair.was.printed(was.high)),
        (
            pair.now.printed(now.high),
            pair.was.printed(was.low),
        ),
    )
    return enough and apart and all(one != other for one, other in ends)


def _weight(one: Otherwise) -> float:
    """Return how far war or a number moves at most, as a share of all that it could."""
    far = (
        abs(now.estimate.value - was.estimate.value) / (_WHOLE if now.kind == "number" else 1)
        for now, was in on_the_whole(one)
    )
    return max(far, default=0.0)
