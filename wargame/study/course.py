"""A whole course as tables: rows for each game, seat, decision, forecast, objective and number.

Every table begins with the name of the save, so that they can be joined. What was said in envelopes is not in
them: that is in each game's own report.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from wargame.content.base import SeatId
from wargame.content.laid import STANDING
from wargame.engine.ending import reason
from wargame.engine.evolve import stated
from wargame.engine.score import forecasts, mean_brier
from wargame.study.camps import by_turn
from wargame.study.replay import Replay
from wargame.study.tables import Table, Value

Rows = tuple[tuple[Value, ...], ...]

COLUMNS = {
    "games": (
        "save", "scenario", "title", "length", "started", "ended", "ending", "how", "war", "turns", "records",
        "digest",
    ),
    "seats": ("save", "scenario", "seat", "short", "holder", "style", "intent", "points", "worth", "brier"),
    "decisions": (
        "save", "scenario", "turn", "exchange", "card", "card_title", "seat", "holder", "option", "label",
        "manner", "decided",
    ),
    "forecasts": (
        "save", "scenario", "turn", "exchange", "seat", "holder", "question", "text", "percent", "outcome",
        "brier", "base", "base_brier", "room_brier",
    ),
    "objectives": ("save", "scenario", "seat", "holder", "objective", "text", "secret", "points", "worth"),
    "numbers": ("save", "scenario", "turn", "number", "label", "value"),
}  # fmt: skip
"""The tables, and the columns of each."""


def rows(save: str, replay: Replay) -> dict[str, Rows]:
    """Return the rows of a game for each table, under the name of its save."""
    found = {
        "games": _game(replay),
        "seats": _seats(replay),
        "decisions": _decisions(replay),
        "forecasts": _forecasts(replay),
        "objectives": _objectives(replay),
        "numbers": _numbers(replay),
    }
    scenario = replay.book.rules.id
    return {name: tuple((save, scenario, *row) for row in own) for name, own in found.items()}


def tables(games: Iterable[Mapping[str, Rows]]) -> dict[str, Table]:
    """Return the tables of a course by name, made of the rows of its games."""
    every = tuple(games)
    return {
        name: Table(name, columns, tuple(chain.from_iterable(game[name] for game in every)))
        for name, columns in COLUMNS.items()
    }


def _game(replay: Replay) -> Iterator[tuple[Value, ...]]:
    book, begin, state = replay.book, replay.game.begin, replay.game.state
    yield (
        book.rules.title,
        book.length_name,
        begin.started,
        replay.ended,
        state.ending if replay.ended else None,
        reason(book, state) if replay.ended else None,
        state.war if replay.ended else None,
        state.turn,
        len(replay.records),
        replay.game.digest,
    )


def _seats(replay: Replay) -> Iterator[tuple[Value, ...]]:
    book, state = replay.book, replay.game.state
    scores = forecasts(book, state) if replay.ended else ()
    for seat, holder in replay.game.begin.seats.items():
        intent = state.intents.get(seat)
        worth = sum(objective.points for objective in book.objectives(seat, intent))
        points = sum(state.points[seat].values()) if replay.ended else None
        brier = mean_brier(scores, seat)
        short = book.scenario.actor(seat).short
        yield seat, short, holder.kind, holder.style, intent, points, worth, _rounded(brier)


def _decisions(replay: Replay) -> Iterator[tuple[Value, ...]]:
    book = replay.book
    for turn, here in replay.game.state.every_exchange():
        for seat, choice in here.choices.items():
            card = here.card if here.card is not None and here.asked[seat] == "card" else None
            title = book.cards[card].card.title if card is not None else "Standing question"
            label = book.asks[here.card][seat].options[choice.option].option.label
            envelope = here.envelopes.get(seat)
            decided = envelope.decided if envelope else None
            what = (card or STANDING, title, seat, _holder(replay, seat))
            yield turn, here.number, *what, choice.option, label, choice.manner, decided


def _forecasts(replay: Replay) -> Iterator[tuple[Value, ...]]:
    book, state = replay.book, replay.game.state
    scores = {score.stated: score for score in forecasts(book, state)}
    for given in stated(state):
        question, score = book.questions[given.question], scores.get(given)
        yield (
            given.turn,
            given.exchange,
            given.seat,
            _holder(replay, given.seat),
            given.question,
            question.question,
            given.percent,
            score.outcome if score else None,
            _rounded(score.brier) if score else None,
            question.base,
            _rounded(score.base) if score else None,
            _rounded(score.room) if score else None,
        )


def _objectives(replay: Replay) -> Iterator[tuple[Value, ...]]:
    book, state = replay.book, replay.game.state
    for seat in book.seats:
        public = book.seat(seat).objectives
        for one in book.objectives(seat, state.intents.get(seat)):
            points = state.points[seat][one.id] if replay.ended else None
            yield seat, _holder(replay, seat), one.id, one.text, one not in public, points, one.points


def _numbers(replay: Replay) -> Iterator[tuple[Value, ...]]:
    book, state = replay.book, replay.game.state
    whole = state.turn if replay.ended else state.turn - 1
    for turn, values in by_turn(book, state):
        if turn <= whole:
            for name, value in zip(book.numbers, values, strict=True):
                yield turn, name, book.label(name), value


def _holder(replay: Replay, seat: SeatId) -> str:
    return replay.game.begin.seats[seat].kind


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
