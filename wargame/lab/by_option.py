"""Option by option: how often it was open and chosen, and what came with it, set beside passing it over."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wargame.engine.book import Book
from wargame.lab.by import difference, order, relation, wars
from wargame.lab.estimates import mean, share
from wargame.lab.games import Outcome
from wargame.lab.options import Option, named, written
from wargame.lab.report import Figure, Section


@dataclass(slots=True)
class _Met:
    """Games in which an option was chosen or only open, and what the watched relation did each time."""

    chosen: dict[int, Outcome] = field(default_factory=dict)
    open: dict[int, Outcome] = field(default_factory=dict)
    moved: list[int] = field(default_factory=list)
    moved_without: list[int] = field(default_factory=list)

    def note(self, outcome: Outcome, took_it: bool, moved: int) -> None:
        self.open[outcome.seed] = outcome
        if took_it:
            self.chosen[outcome.seed] = outcome
        (self.moved if took_it else self.moved_without).append(moved)


def sections(book: Book, outcomes: Sequence[Outcome]) -> tuple[Section, ...]:
    """Return the options: first those that surely go with more wars or fewer, then those open most often.

    What a clock or an empty seat decided is left out.
    """
    met: dict[Option, _Met] = defaultdict(_Met)
    for outcome in outcomes:
        moved = {(dealing.turn, dealing.exchange): dealing.moved for dealing in outcome.dealt}
        for choice in outcome.decisions:
            for key in choice.offered if choice.manner == "chosen" else ():
                here = moved.get((choice.turn, choice.exchange), 0)
                met[choice.ask, choice.seat, key].note(outcome, key == choice.option, here)
    made = [(option, tuple(_figures(book, option, met[option]))) for option in written(book)]
    made.sort(key=lambda entry: order(entry[1][3].estimate, len(met[entry[0]].open)))
    return tuple(
        Section(f"option/{'/'.join(option)}", named(book, option), figures) for option, figures in made
    )


def _figures(book: Book, option: Option, met: _Met) -> Iterator[Figure]:
    key = f"option/{'/'.join(option)}"
    with_it = list(met.chosen.values())
    without = [outcome for seed, outcome in met.open.items() if seed not in met.chosen]
    times = len(met.moved) + len(met.moved_without)
    yield Figure(f"{key}/chosen", "chosen, when it was open", "share", share(len(met.moved), times))
    label = "war, in games in which it was chosen"
    yield Figure(f"{key}/war", label, "share", share(wars(with_it), len(with_it)))
    label = "war, in games in which it was open and never chosen"
    yield Figure(f"{key}/war-without", label, "share", share(wars(without), len(without)))
    yield difference(f"{key}/apart", with_it, without)
    watching = relation(book)
    if watching is not None:
        label = f"{watching}, moved at that reveal, when it was chosen"
        yield Figure(f"{key}/moved", label, "change", mean(met.moved))
        label = "the same, when it was open and not chosen"
        yield Figure(f"{key}/moved-without", label, "change", mean(met.moved_without))
