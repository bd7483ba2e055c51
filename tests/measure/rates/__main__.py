"""Print the base rates and the deal weights that they give: `python -m tests.measure.rates`."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.measure.rates.counting import DAYS, MONTHS, days_of, dispersion, events, months_with, within
from tests.measure.rates.weights import CARDS, added, monthly, weight, windows
from wargame.lab.estimates import Estimate, mean, share

NAMES = {
    "drill-season": "a spring drill and the 14 days after",
    "march": "the other days of March",
    "august": "an August drill and the 14 days after",
    "us-transition": "a transition in Washington",
    "vacuum": "a crisis in Seoul",
}
SEASONS = (
    ("November to January", "{}-11-01", "{}-01-31", 1),
    ("3 December to 4 April", "{}-12-03", "{}-04-04", 1),
    ("October to June", "{}-10-01", "{}-06-30", 1),
)


def lines() -> Iterator[str]:
    """Yield what is counted, line by line."""
    launches, acts = days_of(), {act.day for act in events()}
    months = Counter((day.year, day.month) for day in launches)
    rate, some = mean([months[month] for month in MONTHS]), share(months_with(launches), len(MONTHS))
    assert rate and some
    yield f"Launches: {len(launches)} days in {len(MONTHS)} months, {DAYS[0]} to {DAYS[-1]}"
    yield f"  a month            {rate.value:.2f} ({rate.low:.2f} to {rate.high:.2f})"
    yield f"  months with one    {_percent(some)}"
    yield f"  variance over mean {dispersion(launches):.2f} (1 if they did not come in series)"
    yield f"  by month           {_counts([day.month for day in launches], range(1, 13))}"
    yield f"  by year from 2012  {_counts([day.year for day in launches], range(2012, 2026))}"
    yield ""
    yield "Months with an act of a kind, and the weight of the card (a point for 2 in 100, at least 2)"
    for card, kinds in CARDS.items():
        yield f"  {card:<18} {' or '.join(kinds):<17} {_percent(monthly(kinds)):<30} weight {weight(card)}"
    yield ""
    yield "Launches in a window, against the other days of the same years or months"
    for window, found in windows().items():
        told = f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f}; {found.hits} in {found.count} days)"
        yield f"  {NAMES[window]:<38} {told:<41} adds {added(window) if window != 'march' else '-'}"
    yield ""
    yield "The same season of other years: days with a launch, and with any act"
    for name, first, last, years in SEASONS:
        told = [(at, within([(first.format(at), last.format(at + years))])) for at in range(2019, 2025)]
        yield f"  {name:<22} " + "  ".join(
            f"{at}-{at - 1999} {len(launches & days)}/{len(acts & days)}" for at, days in told
        )


def _counts(values: Sequence[int], over: range) -> str:
    return " ".join(str(values.count(at)) for at in over)


def _percent(found: Estimate) -> str:
    low, high = 100 * found.low, 100 * found.high
    return f"{100 * found.value:.0f}% ({low:.0f}% to {high:.0f}%; {found.hits} of {found.count})"


if __name__ == "__main__":
    for line in lines():
        print(line)
