"""Days counted, and how sure a rate is: shares with Wilson's interval, ratios within years or months.

Launches come in series, so that days and months are not independent. The interval of a ratio is therefore
widened by the dispersion of the monthly counts (McCullagh and Nelder, Generalized Linear Models, 1989, 6.2).
"""

import csv
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date, timedelta
from statistics import fmean, variance
from typing import NamedTuple

from tests.measure.rates.cut import FIRST, KEPT, LAST, LAUNCHES
from wargame.lab.estimates import Estimate, Z

DAYS = tuple(
    date.fromisoformat(FIRST) + timedelta(days=at)
    for at in range((date.fromisoformat(LAST) - date.fromisoformat(FIRST)).days + 1)
)
MONTHS = tuple(dict.fromkeys((day.year, day.month) for day in DAYS))
Period = tuple[str, str]


class Act(NamedTuple):
    """A day in Korea on which an act of a kind is listed."""

    day: date
    kind: str


def events() -> tuple[Act, ...]:
    """Return the list, oldest first."""
    with KEPT.open(encoding="utf-8", newline="") as kept:
        return tuple(Act(date.fromisoformat(row["date"]), row["kind"]) for row in csv.DictReader(kept))


def days_of(kinds: Iterable[str] = LAUNCHES) -> Set[date]:
    """Return the days with an act of one of these kinds; by default a launch."""
    wanted = set(kinds)
    return {act.day for act in events() if act.kind in wanted}


def within(periods: Sequence[Period], after: int = 0) -> Set[date]:
    """Return the days of periods, both ends included, and so many days after each."""
    spans = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in periods]
    return {day for day in DAYS for first, last in spans if first <= day <= last + timedelta(days=after)}


def months_with(days: Iterable[date]) -> int:
    """Return in how many months at least one of the days lies."""
    return len({(day.year, day.month) for day in days})


def dispersion(days: Iterable[date]) -> float:
    """Return variance over mean of the monthly counts: 1 where they come by pure chance, more in series."""
    counts = Counter((day.year, day.month) for day in days)
    monthly = [counts[month] for month in MONTHS]
    return variance(monthly) / fmean(monthly)


def ratio(days: Set[date], window: Set[date], stratum: Callable[[date], int]) -> Estimate:
    """Return how many times as often such a day comes in a window as outside, compared within each stratum.

    The ratio of Mantel and Haenszel with the variance of Greenland and Robins (Biometrics 41, 1985), widened.
    """
    strata: dict[int, list[int]] = {}
    for day in DAYS:
        cells = strata.setdefault(stratum(day), [0, 0, 0, 0])
        side = 0 if day in window else 2
        cells[side] += day in days
        cells[side + 1] += 1
    above = sum(hits * other / (inside + other) for hits, inside, _, other in strata.values())
    below = sum(hits * inside / (inside + other) for _, inside, hits, other in strata.values())
    spread = sum((a + b) * n * m / (n + m) ** 2 for a, n, b, m in strata.values()) / (above * below)
    half = Z * math.sqrt(spread * max(1.0, dispersion(days)))
    value = above / below
    return Estimate(value, value / math.exp(half), value * math.exp(half), len(window), len(days & window))
