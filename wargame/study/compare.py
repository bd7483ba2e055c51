"""Games side by side: where they part, how tension went, what was decided, and what came of it.

Games of one scenario are compared in all; of a game of another scenario only how it ended. Of a game that
goes on only what all could see is told, unless its secrets may be shown.
"""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.ending import DecisionEnd, ExchangeEnd, exchanges, reason
from wargame.engine.score import forecasts, mean_brier
from wargame.study.alongside import alongside
from wargame.study.camps import at_ends
from wargame.study.objectives import lost_to_war
from wargame.study.parting import Parting, parting
from wargame.study.replay import Replay
from wargame.study.tables import Value
from wargame.study.viewing import countable

MOST = len(ascii_uppercase)
"""Games that are laid side by side at most."""


_MANNERS = {"late": "not decided in time", "vacant": "nobody sat there"}


class Side(NamedTuple):
    """A game of a comparison: its letter, what it is called, and whether its secrets may be read.

    `alike` says whether it is of the scenario of the first, so that all of it can be compared.
    """

    letter: str
    name: str
    replay: Replay
    told: bool
    alike: bool


class Row(NamedTuple):
    """One thing in every game, in the order of the sides; None where a game does not tell it.

    `turn` and `exchange` are 0, and `seat` is empty, where that has none. What was decided stands by card:
    its `exchange` is a place among the cards of the turn; which one it was in each game is a row of its own.
    """

    section: str
    turn: int
    exchange: int
    seat: str
    item: str
    values: tuple[Value, ...]


class Comparison(NamedTuple):
    """Games side by side; each but the first of its scenario with where it parts from that, if anywhere."""

    sides: tuple[Side, ...]
    partings: tuple[tuple[Side, Parting | None], ...]
    rows: tuple[Row, ...]

    def section(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a section."""
        return tuple(row for row in self.rows if row.section == name)


def compare(games: Sequence[tuple[str, Replay]], spoil: bool = False) -> Comparison:
    """Return games side by side, each given with what it is called; raises ValueError for too many."""
    if len(games) > MOST:
        raise ValueError(f"at most {MOST} games are laid side by side")
    first = countable(games[0][1], spoil)
    sides = tuple(
        Side(
            letter,
            name,
            countable(replay, spoil),
            spoil or replay.ended,
            replay.book.rules.id == first.book.rules.id,
        )
        for letter, (name, replay) in zip(ascii_uppercase, games, strict=False)
    )
    parted = tuple((side, parting(first, side.replay, spoil)) for side in sides[1:] if side.alike)
    rows = (
        *_outcomes(sides),
        *_intents(sides),
        *_tension(sides),
        *_decisions(sides),
        *_asked(sides),
        *_points(sides),
        *_numbers(sides),
    )
    return Comparison(sides, parted, rows)


def _outcomes(sides: Sequence[Side]) -> Iterator[Row]:
    def row(item: str, values: Iterator[Value]) -> Row:
        return Row("outcome", 0, 0, "", item, tuple(values))

    yield row("save", (side.name for side in sides))
    yield row("scenario", (side.replay.book.rules.title for side in sides))
    yield row("begun", (side.replay.begun or None for side in sides))
    yield row("length", (side.replay.book.length_name for side in sides))
    yield row("ending", (_ending(side) for side in sides))
    yield row("war", (side.replay.game.state.war if side.replay.ended else None for side in sides))
    yield row("turns", (side.replay.game.state.turn for side in sides))


def _ending(side: Side) -> str | None:
    return reason(side.replay.book, side.replay.game.state) if side.replay.ended else None


def _intents(sides: Sequence[Side]) -> Iterator[Row]:
    book = sides[0].replay.book
    for seat in book.seats:
        drawn = tuple(_intent(side.replay, seat) if side.alike and side.told else None for side in sides)
        if any(drawn):
            yield Row("intent", 0, 0, _short(book, seat), "intent", drawn)


def _intent(replay: Replay, seat: SeatId) -> str | None:
    intent = replay.book.intent(seat, replay.game.state.intents.get(seat))
    return intent.title if intent else None


def _tension(sides: Sequence[Side]) -> Iterator[Row]:
    book = sides[0].replay.book
    curves = [_curve(side.replay) for side in sides]
    turns = max(len(curve) for curve, side in zip(curves, sides, strict=True) if side.alike)
    for name in book.numbers[: book.relations]:
        for turn in range(turns):
            values = tuple(
                curve[turn][side.replay.book.index[name]] if _has(side, name) and turn in curve else None
                for side, curve in zip(sides, curves, strict=True)
            )
            yield Row("tension", turn, 0, "", book.label(name), values)


def _curve(replay: Replay) -> dict[int, tuple[int, ...]]:
    """Return all numbers at the start and at the end of each turn that has ended."""
    return dict(at_ends(replay.book, replay.game.state))


def _has(side: Side, number: str) -> bool:
    return side.alike and number in side.replay.book.index


def _decisions(sides: Sequence[Side]) -> Iterator[Row]:
    played = [exchanges(side.replay.book, side.replay.game.state) if side.alike else () for side in sides]
    for turn in range(1, max(here.turn for own in played for here in own) + 1 if any(played) else 1):
        beside = alongside([[here for here in own if here.turn == turn] for own in played])
        for place, here in enumerate(beside, 1):
            numbers = tuple(None if one is None else one.number for one in here)
            yield Row("exchange", turn, place, "", "exchange", numbers)
            titles = tuple(None if one is None else one.title or "no card" for one in here)
            yield Row("card", turn, place, "", "card", titles)
            yield from _choices(sides, turn, place, here)


def _choices(
    sides: Sequence[Side], turn: int, place: int, here: Sequence[ExchangeEnd | None]
) -> Iterator[Row]:
    decided = [{} if one is None else {d.seat: d for d in one.decisions} for one in here]
    for seat in sides[0].replay.book.seats:
        made = tuple(_choice(side, own.get(seat)) for side, own in zip(sides, decided, strict=True))
        if any(made):
            yield Row("choice", turn, place, _short(sides[0].replay.book, seat), "choice", made)


def _choice(side: Side, decision: DecisionEnd | None) -> str | None:
    if decision is None:
        return None
    label = decision.label if side.told else decision.shown
    how = _MANNERS.get(decision.manner)
    return f"{label} ({how})" if how else label


def _asked(sides: Sequence[Side]) -> Iterator[Row]:
    """Yield how what forecasts ask about came out, each time that it was asked.

    What comes out at the end of the game comes out once, however often it was asked.
    """
    book = sides[0].replay.book
    known = [side.replay.game.state.resolved if side.alike and side.told else {} for side in sides]
    for key, question in book.questions.items():
        once = question.resolves == "end"
        base = "" if question.base is None else f" (base rate {question.base}%)"
        came = [
            {
                (0, 0) if once else (turn, exchange): out
                for (of, turn, exchange), out in own.items()
                if of == key and out is not None
            }
            for own in known
        ]
        for turn, exchange in sorted({when for own in came for when in own}):
            values = tuple(own.get((turn, exchange)) for own in came)
            yield Row("question", turn, exchange, "", f"{question.question}{base}", values)


def _points(sides: Sequence[Side]) -> Iterator[Row]:
    book = sides[0].replay.book
    scored = [forecasts(side.replay.book, side.replay.game.state) if _over(side) else () for side in sides]
    for seat in book.seats:
        short = _short(book, seat)
        points = tuple(_sum(side, seat) if _over(side) else None for side in sides)
        yield Row("points", 0, 0, short, "points", points)
        worth = tuple(_worth(side, seat) if _over(side) else None for side in sides)
        yield Row("points", 0, 0, short, "points to be had", worth)
        lost = tuple(lost_to_war(side.replay, seat) if _over(side) else None for side in sides)
        if any(lost):
            yield Row("points", 0, 0, short, "points lost to the war", lost)
        means = [mean_brier(scores, seat) for scores in scored]
        briers = tuple(None if mean is None else round(mean, 3) for mean in means)
        if any(mean is not None for mean in means):
            yield Row("points", 0, 0, short, "mean Brier score", briers)


def _over(side: Side) -> bool:
    return side.alike and side.replay.ended


def _sum(side: Side, seat: SeatId) -> int:
    return sum(side.replay.game.state.points.get(seat, {}).values())


def _worth(side: Side, seat: SeatId) -> int:
    intent = side.replay.game.state.intents.get(seat)
    return sum(objective.points for objective in side.replay.book.objectives(seat, intent))


def _numbers(sides: Sequence[Side]) -> Iterator[Row]:
    """Yield every number where the games stand; those of single actors as far as they may be told."""
    book = sides[0].replay.book
    for name in book.numbers:
        public = book.owner(name) is None
        values = tuple(
            side.replay.game.state.numbers[side.replay.book.index[name]]
            if _has(side, name) and (public or side.told)
            else None
            for side in sides
        )
        yield Row("number", 0, 0, "", book.label(name), values)


def _short(book: Book, seat: SeatId) -> str:
    return book.scenario.actor(seat).short
