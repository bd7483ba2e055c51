"""What the odds report: sections of figures, each with its uncertainty and with what is wanted of it."""

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from wargame.lab.estimates import Estimate

Unit = Literal["share", "points", "times", "area", "ratio", "change", "apart"]
Verdict = Literal["as wanted", "not as wanted", "cannot be told yet"]
ENOUGH = 1000
"""Games from which on most figures of the shipped scenario can be told from what is wanted of them."""


@dataclass(frozen=True, slots=True)
class Range:
    """What is wanted of a figure, ends included; `text` says it to people."""

    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `estimate` is None where no game tells. A `finding` is one that should be looked at.

    Of a number whose median is the estimate, `tenths` are the 10th and the 90th percentile. With fewer than
    `fewest` observations the estimate is off by more than its interval says, and is not judged.
    """

    id: str
    label: str
    unit: Unit
    estimate: Estimate | None
    wanted: Range | None = None
    finding: bool = False
    tenths: tuple[Estimate, Estimate] | None = None
    fewest: int = 0

    @property
    def verdict(self) -> Verdict | None:
        """Whether the figure is as wanted.

        Open is one of too few observations, one whose interval reaches beyond the range on both sides, and
        one out of range whose interval reaches into it.
        """
        if self.wanted is None or self.estimate is None:
            return None
        low, value, high = self.estimate.low, self.estimate.value, self.estimate.high
        if self.estimate.count < self.fewest or (low < self.wanted.low and high > self.wanted.high):
            return "cannot be told yet"
        if self.wanted.low <= value <= self.wanted.high:
            return "as wanted"
        apart = high < self.wanted.low or low > self.wanted.high
        return "not as wanted" if apart else "cannot be told yet"


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one kind; where `only_findings`, people are shown the findings alone, if there are any.

    `note` says what the figures are, or what else there is to know; `wanted` is wanted of the section.
    """

    id: str
    title: str
    figures: tuple[Figure, ...]
    note: str = ""
    wanted: str = ""
    only_findings: bool = False

    def shown(self) -> Iterator[Figure]:
        """Yield the figures that people are shown."""
        return (figure for figure in self.figures if figure.finding or not self.only_findings)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything about one run of many games: what was played, and its figures."""

    scenario: str
    title: str
    digest: str
    length: str
    turns: int
    games: int
    first_seed: int
    intents: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    note: str = ""

    def fields(self) -> dict[str, object]:
        """Return the report as plain values for JSON; an end of an interval that is not known is None."""
        plain = asdict(self)
        for section, written in zip(self.sections, plain["sections"], strict=True):
            for figure, row in zip(section.figures, written["figures"], strict=True):
                row["verdict"] = figure.verdict
                for estimate in filter(None, (row["estimate"], *(row["tenths"] or ()))):
                    for end in ("low", "high"):
                        estimate[end] = estimate[end] if math.isfinite(estimate[end]) else None
        return plain
