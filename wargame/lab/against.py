"""Two scenarios played with the same seeds: which figures surely moved, and what became of changed cards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wargame.engine.book import Book
from wargame.lab import by_card
from wargame.lab.games import Outcome
from wargame.lab.options import FEW
from wargame.lab.report import Figure, Report, Section

BY_CHANCE = 0.0056
"""How often two 95% intervals of one and the same figure lie apart: a difference of 2.77 standard errors."""

_OPTIONS = "options"
# Sections that show people only what should be looked at have a title of that; here all figures count.
_TITLES = {
    "cards": "Games in which each card was dealt",
    _OPTIONS: "Options, how often they were chosen when they were open",
    "telling": "Options, how many times as likely with one intent as with the others",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of both runs: its section's title, what it is now, and what it was."""

    title: str
    now: Figure
    before: Figure

    def went(self, before: str, now: str) -> bool:
        """Say whether the figure's verdict went from one to the other."""
        return (self.before.verdict, self.now.verdict) == (before, now)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of two runs; `cards` are those of the first that the second lacks or has otherwise.

    `compared` counts the figures that both runs tell, from 30 observations each or more, or from as many as
    the figure needs for its interval to hold.
    """

    now: Report
    before: Report
    cards: tuple[Section, ...]
    compared: int
    moved: tuple[Moved, ...]

    def fields(self) -> dict[str, object]:
        """Return both runs and the names of what moved as plain values for JSON."""
        moved = [one.now.id for one in self.moved]
        return {"now": self.now.fields(), "before": self.before.fields(), "moved": moved}


def compare(book: Book, outcomes: Sequence[Outcome], now: Report, other: Book, before: Report) -> Comparison:
    """Return what moved between two runs: of `book`, whose games are `outcomes`, and of `other`."""
    known = {figure.id: figure for section in before.sections for figure in section.figures}
    pairs = [
        Moved(_TITLES.get(section.id, section.title), figure, known[figure.id])
        for section in now.sections
        for figure in section.figures
        if figure.id in known and _tells(figure) and _tells(known[figure.id])
    ]
    cards = tuple(_cards(book, outcomes, other, now))
    return Comparison(now, before, cards, len(pairs), tuple(filter(_apart, pairs)))


def _tells(figure: Figure) -> bool:
    return figure.estimate is not None and figure.estimate.count >= max(FEW, figure.fewest)


def _apart(pair: Moved) -> bool:
    one, other = pair.now.estimate, pair.before.estimate
    return one is not None and other is not None and (one.low > other.high or one.high < other.low)


def _cards(book: Book, outcomes: Sequence[Outcome], other: Book, now: Report) -> Iterator[Section]:
    """Yield the figures of each card that the other scenario has not, or has otherwise."""
    options = [figure for section in now.sections if section.id == _OPTIONS for figure in section.figures]
    for section in by_card.sections(book, outcomes):
        card = section.id.removeprefix("card/")
        own, theirs = (next((c for c in b.scenario.cards if c.id == card), None) for b in (book, other))
        if own == theirs:
            continue
        dealt = any(dealing.card == card for outcome in outcomes for dealing in outcome.dealt)
        told = [figure for figure in section.figures if figure.estimate is not None]
        # Of a card that never came, that is all there is to tell.
        told = told if dealt else told[:1]
        told += [_option(f, section.title) for f in options if dealt and f.id.startswith(f"chosen/{card}/")]
        yield Section(section.id, section.title, tuple(told))


def _option(figure: Figure, card: str) -> Figure:
    name = figure.label.removeprefix(f"{card}, ")
    if figure.estimate is None:
        return replace(figure, label=f"never open: {name}", finding=True)
    return replace(figure, label=f"chosen when open, {name}")
