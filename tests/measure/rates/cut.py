"""Cut the list of events anew: `python -m tests.measure.rates.cut PROVOCATIONS.csv MISSILE_TESTS.csv`.

The two files are those that NOTICE.md names. What is kept: one line a Korean day and kind of act, from 2012
to June 2025. The list of launches gives hours in UTC, to which nine are added; that of acts is dated by hand,
mostly in Korean time. A launch that the one list dates a day off the other is one launch.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

FIRST, LAST = "2012-01-01", "2025-06-30"
KEPT = Path(__file__).with_name("events.csv")
LAUNCHES = ("short", "medium", "long", "submarine", "cruise", "space", "unknown")
"""Kinds of launch, by range or way; `medium` holds intermediate ranges, `unknown` what neither list tells."""

# The missile list gives these by the hour in UTC and by the day in Korea.
KOREAN_DAYS = {"2016-04-15", "2017-05-14"}
CLASSES = {"SRBM": "short", "MRBM": "medium", "IRBM": "medium", "HGV": "medium", "ICBM": "long"}
CLASSES |= {"SLBM": "submarine", "SLV": "space", "Unknown": "unknown"}
LABELS = {
    "Satellite Launch": "space",
    "ruise": "cruise",
    "Submarine Launched": "submarine",
    "Intercontinental": "long",
    "Intermediate-range": "medium",
    "Medium-range": "medium",
    "Short-range": "short",
    "Ballistic Missile Launch": "unknown",
    "Exchange of Fire": "line",
    "Enroachment": "line",
    "Artillery Fire": "line",
    "Land Mine": "line",
    "Balloon": "balloons",
    "Nuclear Test": "nuclear-test",
}
"""What a label of the list of acts holds, and the kind that it is then; all else is `other`."""


def rows(path: str) -> Iterator[Mapping[str, str]]:
    """Yield the lines of a file that are in the time that is kept."""
    with open(path, encoding="utf-8", newline="") as source:
        yield from (row for row in csv.DictReader(source) if FIRST <= row["date"] <= LAST)


def korean_day(row: Mapping[str, str]) -> str:
    """Return the day in Korea of a launch whose hour is known."""
    if row["date"] in KOREAN_DAYS:
        return row["date"]
    hour = row["time"].removesuffix(" (UTC)")
    return (datetime.fromisoformat(f"{row['date']}T{hour}") + timedelta(hours=9)).date().isoformat()


def kind(event: str) -> str:
    """Return the kind of an act by its label."""
    return next((kind for part, kind in LABELS.items() if part in event), "other")


def merged(acts: str, missiles: str) -> dict[str, set[str]]:
    """Return the kinds of act of each day, from both files."""
    days: dict[str, set[str]] = defaultdict(set)
    launched: dict[str, set[str]] = defaultdict(set)
    for row in rows(acts):
        days[row["date"]].add(kind(row["event"]))
    tests = list(rows(missiles))
    # A missile without an hour flew with the others of its day.
    korean = {row["date"]: korean_day(row) for row in tests if "UTC" in row["time"]}
    for row in tests:
        launched[korean.get(row["date"], row["date"])].add(CLASSES[row["missile_class"]])
    for day in sorted(launched):
        if not days[day] & set(LAUNCHES):
            _moved(day, days, launched, known=day in korean.values())
    for day, classes in launched.items():
        told = {kind for kind in days[day] if kind in LAUNCHES}
        sure = classes - {"unknown"} or told or classes
        days[day] = (days[day] - told) | sure | ({"cruise"} & told)
    return {day: kinds for day, kinds in sorted(days.items()) if kinds}


def _moved(day: str, days: dict[str, set[str]], launched: dict[str, set[str]], *, known: bool) -> None:
    """Put a launch that the lists date a day apart on one day: the later list's where it knows the hour."""
    for step in (-1, 1):
        near = (date.fromisoformat(day) + timedelta(days=step)).isoformat()
        told = days.get(near, set()) & set(LAUNCHES)
        if told and near not in launched:
            if known:
                days[near] -= told
                days[day] |= told
            else:
                launched[near] = launched.pop(day)
            return


def main(acts: str, missiles: str) -> None:
    """Write the list."""
    with KEPT.open("w", encoding="utf-8", newline="") as kept:
        writer = csv.writer(kept, lineterminator="\n")
        writer.writerow(("date", "kind"))
        writer.writerows(
            (day, kind) for day, kinds in merged(acts, missiles).items() for kind in sorted(kinds)
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
