"""The deal weights that the list gives: for cards of a launch or a test, and for launches in a window.

A card's weight is the share of months with an act of its kind. A window adds to each card of a launch what
its ratio adds to their mean, if the ratio's interval lies above 1; else nothing.
"""

from collections.abc import Mapping, Sequence
from statistics import fmean

from tests.measure.rates import periods
from tests.measure.rates.counting import DAYS, MONTHS, days_of, months_with, ratio, within
from wargame.lab.estimates import Estimate, share

POINT = 0.02
"""The share of months for which a card has one point of weight."""

LEAST = 2
"""What no card goes below, so that it is met at all."""

CARDS: Mapping[str, Sequence[str]] = {
    "salvo-before-oath": ("short", "unknown"),
    "drill-day-launch": ("short", "unknown"),
    "winter-irbm": ("medium",),
    "cruise-quiet": ("cruise",),
    "big-icbm": ("long",),
    "failed-launch": ("space",),
    "test-tunnel": ("nuclear-test",),
}
"""What is counted for each card."""


def monthly(kinds: Sequence[str]) -> Estimate:
    """Return the share of months with such an act."""
    found = share(months_with(days_of(kinds)), len(MONTHS))
    assert found is not None
    return found


def weight(card: str) -> int:
    """Return the deal weight of a card."""
    return max(LEAST, round(monthly(CARDS[card]).value / POINT))


def windows() -> Mapping[str, Estimate]:
    """Return how many times as often launches come in each window, within years or months of the year."""
    launches = days_of()
    spring = within(periods.SPRING_DRILLS, periods.AFTER_A_DRILL)
    march = {day for day in DAYS if day.month == 3} - spring
    august = within(periods.AUGUST_DRILLS, periods.AFTER_A_DRILL)
    return {
        "drill-season": ratio(launches, spring, lambda day: day.year),
        "march": ratio(launches, march, lambda day: day.year),
        "august": ratio(launches, august, lambda day: day.year),
        "us-transition": ratio(launches, within(periods.TRANSITIONS), lambda day: day.month),
        "vacuum": ratio(launches, within(periods.CRISES), lambda day: day.month),
    }


def added(window: str) -> int:
    """Return what a window adds to the weight of each card of a launch."""
    found = windows()[window]
    if found.low <= 1:
        return 0
    return round((found.value - 1) * fmean(weight(card) for card in CARDS))
