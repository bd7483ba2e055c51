"""What each table of a course holds of one game, row by row; the fields of a row are the table's columns."""

from collections.abc import Iterator
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.content.laid import STANDING
from wargame.engine.ending import reason
from wargame.engine.events import Choice, Committed
from wargame.engine.evolve import stated
from wargame.engine.score import ForecastScore, forecasts, mean_brier
from wargame.study.camps import by_turn
from wargame.study.replay import Replay


class GameRow(NamedTuple):
    """A game; how it ended is None while it goes on."""

    title: str
    length: str
    started: str
    ended: bool
    ending: str | None
    how: str | None
    war: bool | None
    turns: int
    records: int
    digest: str


def games(replay: Replay) -> Iterator[GameRow]:
    """Yield the game."""
    book, begin, state = replay.book, replay.game.begin, replay.game.state
    yield GameRow(
        title=book.rules.title,
        length=book.length_name,
        started=begin.started,
        ended=replay.ended,
        ending=state.ending if replay.ended else None,
        how=reason(book, state) if replay.ended else None,
        war=state.war if replay.ended else None,
        turns=state.turn,
        records=len(replay.records),
        digest=replay.game.digest,
    )


class SeatRow(NamedTuple):
    """A seat, who held it, and what came of it."""

    seat: SeatId
    short: str
    holder: str
    style: str | None
    intent: str | None
    points: int | None
    worth: int
    brier: float | None


def seats(replay: Replay) -> Iterator[SeatRow]:
    """Yield every seat."""
    book, state = replay.book, replay.game.state
    scores = forecasts(book, state) if replay.ended else ()
    for seat, holder in replay.game.begin.seats.items():
        intent = state.intents.get(seat)
        yield SeatRow(
            seat=seat,
            short=book.scenario.actor(seat).short,
            holder=holder.kind,
            style=holder.style,
            intent=intent,
            points=sum(state.points[seat].values()) if replay.ended else None,
            worth=sum(objective.points for objective in book.objectives(seat, intent)),
            brier=_rounded(mean_brier(_own(scores, holder.kind), seat)),
        )


class DecisionRow(NamedTuple):
    """A decision: on what, whose, which option it was, and how it came about."""

    turn: int
    exchange: int
    card: str
    card_title: str
    seat: SeatId
    holder: str
    option: str
    label: str
    manner: str
    decided: str | None


def decisions(replay: Replay) -> Iterator[DecisionRow]:
    """Yield every decision whose envelope was opened."""
    book = replay.book
    for turn, here in replay.game.state.every_exchange():
        for seat, choice in here.choices.items():
            card = here.card if here.card is not None and here.asked[seat] == "card" else None
            envelope = here.envelopes.get(seat)
            yield DecisionRow(
                turn=turn,
                exchange=here.number,
                card=card or STANDING,
                card_title=book.cards[card].card.title if card is not None else "Standing question",
                seat=seat,
                holder=_decider(envelope, choice, _holder(replay, seat)),
                option=choice.option,
                label=book.asks[here.card][seat].options[choice.option].option.label,
                manner=choice.manner,
                decided=envelope.decided if envelope else None,
            )


class ForecastRow(NamedTuple):
    """A forecast, how it came out, and its Brier score beside that of the base rate and the room's median."""

    turn: int
    exchange: int
    seat: SeatId
    holder: str
    question: str
    text: str
    percent: int
    outcome: bool | None
    brier: float | None
    base: int | None
    base_brier: float | None
    room_brier: float | None


def stated_forecasts(replay: Replay) -> Iterator[ForecastRow]:
    """Yield every forecast that was stated."""
    book, state = replay.book, replay.game.state
    scores = {score.stated: score for score in forecasts(book, state)}
    for given in stated(state):
        question, score = book.questions[given.question], scores.get(given)
        yield ForecastRow(
            turn=given.turn,
            exchange=given.exchange,
            seat=given.seat,
            holder="bot" if given.bot else "human",
            question=given.question,
            text=question.question,
            percent=given.percent,
            outcome=score.outcome if score else None,
            brier=_rounded(score.brier) if score else None,
            base=question.base,
            base_brier=_rounded(score.base) if score else None,
            room_brier=_rounded(score.room) if score else None,
        )


class ObjectiveRow(NamedTuple):
    """An objective of a seat, the points that it brought, and what it was worth."""

    seat: SeatId
    holder: str
    objective: str
    text: str
    secret: bool
    points: int | None
    worth: int


def objectives(replay: Replay) -> Iterator[ObjectiveRow]:
    """Yield every objective of every seat."""
    book, state = replay.book, replay.game.state
    for seat in book.seats:
        public = book.seat(seat).objectives
        for one in book.objectives(seat, state.intents.get(seat)):
            yield ObjectiveRow(
                seat=seat,
                holder=_holder(replay, seat),
                objective=one.id,
                text=one.text,
                secret=one not in public,
                points=state.points[seat][one.id] if replay.ended else None,
                worth=one.points,
            )


class NumberRow(NamedTuple):
    """A number at the start (turn 0) or at the end of a turn."""

    turn: int
    number: str
    label: str
    value: int


def numbers(replay: Replay) -> Iterator[NumberRow]:
    """Yield every number at the start and at the end of each turn that is over."""
    book, state = replay.book, replay.game.state
    whole = state.turn if replay.ended else state.turn - 1
    for turn, values in by_turn(book, state):
        if turn <= whole:
            for name, value in zip(book.numbers, values, strict=True):
                yield NumberRow(turn=turn, number=name, label=book.label(name), value=value)


def _own(scores: tuple[ForecastScore, ...], holder: str) -> tuple[ForecastScore, ...]:
    """Return the scores of what was stated by those who hold the seat at the end."""
    return tuple(score for score in scores if score.stated.bot == (holder == "bot"))


def _decider(envelope: Committed | None, choice: Choice, holder: str) -> str:
    """Return who held a seat when it decided: in a fork others may hold it since."""
    if envelope is not None:
        return "bot" if envelope.decided == "bot" else "human"
    return "human" if choice.manner == "late" else holder


def _holder(replay: Replay, seat: SeatId) -> str:
    return replay.game.begin.seats[seat].kind


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
