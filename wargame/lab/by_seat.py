"""Seat by seat: what it is asked, how it chooses, what it keeps, and how well it foresees."""

from collections.abc import Iterator, Sequence
from statistics import fmean

from wargame.content.base import CardId, SeatId
from wargame.content.laid import STANDING
from wargame.engine.book import Book
from wargame.lab.estimates import mean, share
from wargame.lab.games import Decision, Outcome
from wargame.lab.report import Figure, Section


def sections(book: Book, outcomes: Sequence[Outcome]) -> tuple[Section, ...]:
    """Return the seats, the one that cards ask least first."""
    made = [(seat, tuple(_figures(book, seat, outcomes))) for seat in book.seats]
    made.sort(key=lambda entry: entry[1][0].estimate.value if entry[1][0].estimate else 0.0)
    return tuple(Section(f"seat/{seat}", book.scenario.actor(seat).name, figures) for seat, figures in made)


def _figures(book: Book, seat: SeatId, outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    key = f"seat/{seat}"
    each = [[made for made in outcome.decisions if made.seat == seat] for outcome in outcomes]
    by_card = [sum(made.ask != STANDING for made in game) for game in each]
    yield Figure(f"{key}/asked", "decisions that cards ask, a game", "times", mean(by_card))
    standing = [len(game) - cards for game, cards in zip(each, by_card, strict=True)]
    yield Figure(f"{key}/standing", "standing moves, a game", "times", mean(standing))
    chosen = [made for game in each for made in game if made.manner == "chosen"]
    options = mean([len(made.offered) for made in chosen])
    yield Figure(f"{key}/open", "options open at a decision, on average", "times", options)
    usual = share(sum(made.option == _default(book, made) for made in chosen), len(chosen))
    yield Figure(f"{key}/default", "the default chosen, standing moves included", "share", usual)
    yield from _scored(book, seat, outcomes)


def _default(book: Book, made: Decision) -> str:
    seat = SeatId(made.seat)
    ready = book.standing[seat] if made.ask == STANDING else book.cards[CardId(made.ask)].asks[seat]
    return ready.ask.default


def _scored(book: Book, seat: SeatId, outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    key = f"seat/{seat}"
    points = [sum(outcome.points.get(seat, {}).values()) for outcome in outcomes]
    yield Figure(f"{key}/points", "points of its objectives, a game", "times", mean(points))
    had = [point for outcome in outcomes for point in outcome.points.get(seat, {}).values()]
    kept = share(sum(point > 0 for point in had), len(had))
    yield Figure(f"{key}/kept", "objectives kept, of those that it had", "share", kept)
    # Forecasts of one game rest on the same course of events: a game is one observation.
    own = [[given for given in outcome.forecasts if given.seat == seat] for outcome in outcomes]
    brier = mean([fmean(given.brier for given in game) for game in own if game])
    label = "Brier score, a game (0 is perfect, 0.25 what 50% always gets)"
    yield Figure(f"{key}/brier", label, "area", brier)
