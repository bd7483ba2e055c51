"""What is told to everybody when the game is over: every secret, beside what came of it."""

from dataclasses import dataclass

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.score import ForecastScore, forecasts, mean_brier
from wargame.engine.state import State


@dataclass(frozen=True, slots=True)
class RelationEnd:
    """A relation from start to finish."""

    label: str
    start: int
    start_rung: str
    end: int
    end_rung: str


@dataclass(frozen=True, slots=True)
class ObjectiveEnd:
    """An objective, whether it was secret, survives war, and the points that it brought of those it could."""

    text: str
    secret: bool
    survives_war: bool
    points: int
    worth: int


@dataclass(frozen=True, slots=True)
class CableEnd:
    """A cable beside the truth; `true` is None for one that stays unresolved."""

    seat: SeatId
    turn: int
    text: str
    true: bool | None
    afterwards: str | None


@dataclass(frozen=True, slots=True)
class SeatEnd:
    """A seat laid open: its intent, its objectives, its points, its mean Brier score if it has one."""

    seat: SeatId
    who: str
    intent: tuple[str, str] | None
    objectives: tuple[ObjectiveEnd, ...]
    points: int
    worth: int
    brier: float | None


@dataclass(frozen=True, slots=True)
class Ending:
    """How the game ended, and everything that was secret in it."""

    reason: str
    text: str
    war: bool
    turn: int
    relations: tuple[RelationEnd, ...]
    seats: tuple[SeatEnd, ...]
    cables: tuple[CableEnd, ...]
    forecasts: tuple[ForecastScore, ...]
    crossings: tuple[tuple[int, str, str, str], ...]
    seed: str
    salt: str
    commitment: str


def ending(book: Book, state: State) -> Ending:
    """Return the ending of a game that has ended; raises ValueError for one that goes on."""
    if state.phase != "ended":
        raise ValueError("the game has not ended")
    terminal = next((t for t in book.rules.terminal if t.id == state.ending), None)
    scores = forecasts(book, state)
    return Ending(
        reason=terminal.title if terminal else "The calendar ran out",
        text=terminal.text.strip() if terminal else "",
        war=state.war,
        turn=state.turn,
        relations=tuple(_relation(book, state, at) for at in range(book.relations)),
        seats=tuple(_seat(book, state, seat, scores) for seat in book.seats),
        cables=_cables(book, state),
        forecasts=scores,
        crossings=tuple((turn, book.label(c.relation), c.before, c.after) for turn, c in state.crossings),
        seed=state.table.seed.hex(),
        salt=state.table.salt.hex(),
        commitment=state.table.commitment,
    )


def _relation(book: Book, state: State, at: int) -> RelationEnd:
    start, end = book.starts[at], state.numbers[at]
    return RelationEnd(book.label(book.numbers[at]), start, book.rung(start), end, book.rung(end))


def _seat(book: Book, state: State, seat: SeatId, scores: tuple[ForecastScore, ...]) -> SeatEnd:
    intent = book.intent(seat, state.intents.get(seat))
    public = book.seat(seat).objectives
    points = state.points.get(seat, {})
    objectives = tuple(
        ObjectiveEnd(o.text, o not in public, o.survives_war, points.get(o.id, 0), o.points)
        for o in book.objectives(seat, state.intents.get(seat))
    )
    return SeatEnd(
        seat=seat,
        who=book.scenario.actor(seat).name,
        intent=(intent.title, intent.brief.strip()) if intent else None,
        objectives=objectives,
        points=sum(objective.points for objective in objectives),
        worth=sum(objective.worth for objective in objectives),
        brier=mean_brier(scores, seat),
    )


def _cables(book: Book, state: State) -> tuple[CableEnd, ...]:
    written = {cable.id: cable for cable in book.rules.cables}
    found = []
    for sent in state.cables:
        cable = written[sent.cable]
        after = cable.afterwards
        told = after.unresolved if sent.true is None else after.true if sent.true else after.false
        found.append(CableEnd(sent.seat, sent.turn, cable.text, sent.true, told))
    return tuple(found)
