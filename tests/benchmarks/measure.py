"""Measuring side by side: runs of two things in turn, so that a machine that drifts slows both."""

import statistics
import time
from collections.abc import Callable

Work = Callable[[], int]


def rate(work: Work) -> float:
    """Return how many units a second of processor time a piece of work does."""
    start = time.process_time()
    done = work()
    return done / (time.process_time() - start)


def side_by_side(one: Work, other: Work, runs: int = 7) -> tuple[float, float, float]:
    """Return the median rates of two pieces of work, and the median of their ratios pair by pair."""
    pairs = [(rate(one), rate(other)) for _ in range(runs)]
    ratios = [first / second for first, second in pairs]
    return (
        statistics.median(first for first, _ in pairs),
        statistics.median(second for _, second in pairs),
        statistics.median(ratios),
    )
