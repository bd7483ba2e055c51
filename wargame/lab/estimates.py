"""Estimates with their uncertainty: every interval is meant to hold the true value 95 times in 100."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

Z = 1.959964
SURE = 3.290527
"""Standard errors that chance alone exceeds once in a thousand times."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95% interval, resting on `count` observations; `hits` of them, for a share."""

    value: float
    low: float
    high: float
    count: int
    hits: int | None = None


def share(hits: int, count: int, z: float = Z) -> Estimate | None:
    """Return a share with its Wilson interval (Journal of the American Statistical Association 22, 1927).

    It reaches `z` standard errors either way. None of nothing.
    """
    if count == 0:
        return None
    p, z2 = hits / count, z * z
    middle = (p + z2 / (2 * count)) / (1 + z2 / count)
    half = z * math.sqrt(p * (1 - p) / count + z2 / (4 * count * count)) / (1 + z2 / count)
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == count else min(1.0, middle + half)
    return Estimate(p, low, high, count, hits)


def mean(values: Sequence[float]) -> Estimate | None:
    """Return a mean with its normal interval; None of nothing."""
    if not values:
        return None
    middle = fmean(values)
    half = Z * stdev(values) / math.sqrt(len(values)) if len(values) > 1 else math.inf
    return Estimate(middle, middle - half, middle + half, len(values))


def percentile(values: Sequence[float], percent: int) -> Estimate | None:
    """Return a percentile by nearest rank, its interval by order statistics; None of nothing.

    The ranks of the interval are those of Conover, Practical Nonparametric Statistics, 1999, section 3.2.
    """
    if not values:
        return None
    ordered, count, p = sorted(values), len(values), percent / 100
    half = Z * math.sqrt(count * p * (1 - p))
    at = math.ceil(count * p) - 1
    low, high = math.ceil(count * p - half) - 1, math.ceil(count * p + half) - 1
    last = count - 1
    return Estimate(
        ordered[min(last, max(0, at))],
        ordered[min(last, max(0, low))],
        ordered[min(last, max(0, high))],
        count,
    )


def ratio(hits: int, count: int, others: int, other_count: int) -> Estimate | None:
    """Return the ratio of two shares with Katz's interval (Biometrics 34, 1978); None of nothing.

    Half an observation is added to each cell, so that a share of zero has a ratio too.
    """
    if count == 0 or other_count == 0:
        return None
    a, n, b, m = hits + 0.5, count + 1, others + 0.5, other_count + 1
    value = (a / n) / (b / m)
    spread = math.exp(Z * math.sqrt(1 / a - 1 / n + 1 / b - 1 / m))
    return Estimate(value, value / spread, value * spread, min(count, other_count))


def apart(hits: int, count: int, others: int, other_count: int, z: float = Z) -> Estimate | None:
    """Return how far a share lies above another, with Newcombe's interval; None of nothing.

    Made of the two Wilson intervals (Newcombe, Statistics in Medicine 17, 1998, method 10), each of which
    reaches `z` standard errors either way.
    """
    one, other = share(hits, count, z), share(others, other_count, z)
    if one is None or other is None:
        return None
    value = one.value - other.value
    down = math.hypot(one.value - one.low, other.high - other.value)
    up = math.hypot(one.high - one.value, other.value - other.low)
    return Estimate(value, value - down, value + up, min(count, other_count))


def paired(gained: int, lost: int, count: int, z: float = Z) -> Estimate | None:
    """Return how far a share lies above another of the same cases, with its interval; None of nothing.

    Of so many pairs `gained` hold now and did not, `lost` did and do no more; all others do not count. The
    interval, `z` standard errors either way, is Agresti and Min's (Statistics in Medicine 24, 2005): Wald's
    for matched pairs, with half an observation added to each of the four cells.
    """
    if count == 0:
        return None
    more, fewer, pairs = gained + 0.5, lost + 0.5, count + 2
    middle = (more - fewer) / pairs
    half = z * math.sqrt(more + fewer - (more - fewer) ** 2 / pairs) / pairs
    return Estimate((gained - lost) / count, max(-1.0, middle - half), min(1.0, middle + half), count)


def auc(positive: Sequence[float], negative: Sequence[float]) -> Estimate | None:
    """Return the area under the ROC curve: how often a positive scores above a negative, ties a half.

    By ranks (Mann and Whitney), its interval after Hanley and McNeil, Radiology 143, 1982. None when
    either side is empty.
    """
    n, m = len(positive), len(negative)
    if n == 0 or m == 0:
        return None
    ranks = _ranks([*positive, *negative])
    value = (sum(ranks[:n]) - n * (n + 1) / 2) / (n * m)
    both, neither = value / (2 - value), 2 * value * value / (1 + value)
    spread = value * (1 - value) + (n - 1) * (both - value**2) + (m - 1) * (neither - value**2)
    half = Z * math.sqrt(max(0.0, spread) / (n * m))
    return Estimate(value, max(0.0, value - half), min(1.0, value + half), n + m)


def pooled(estimates: Sequence[Estimate]) -> Estimate | None:
    """Return the plain mean of independent estimates; None of nothing."""
    if not estimates:
        return None
    parts = len(estimates)
    value = sum(estimate.value for estimate in estimates) / parts
    half = math.sqrt(sum(((estimate.high - estimate.low) / 2) ** 2 for estimate in estimates)) / parts
    return Estimate(value, value - half, value + half, sum(estimate.count for estimate in estimates))


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, from 1; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for at in order[start : end + 1]:
            ranks[at] = (start + end) / 2 + 1
        start = end + 1
    return ranks
