"""A whole course as tables: rows for each game, seat, decision, forecast, objective and number.

Every table begins with the name of the save, so that they can be joined. What was said in envelopes is not in
them: that is in each game's own report.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

from wargame.study import course_rows as row
from wargame.study.replay import Replay
from wargame.study.tables import Table, Value

Rows = tuple[tuple[Value, ...], ...]

_OF = ("save", "scenario")

COLUMNS = {
    "games": _OF + row.GameRow._fields,
    "seats": _OF + row.SeatRow._fields,
    "decisions": _OF + row.DecisionRow._fields,
    "forecasts": _OF + row.ForecastRow._fields,
    "objectives": _OF + row.ObjectiveRow._fields,
    "numbers": _OF + row.NumberRow._fields,
}
"""The tables, and the columns of each."""


def rows(save: str, replay: Replay) -> dict[str, Rows]:
    """Return the rows of a game for each table, under the name of its save."""
    found: dict[str, Iterable[tuple[Value, ...]]] = {
        "games": row.games(replay),
        "seats": row.seats(replay),
        "decisions": row.decisions(replay),
        "forecasts": row.stated_forecasts(replay),
        "objectives": row.objectives(replay),
        "numbers": row.numbers(replay),
    }
    scenario = replay.book.rules.id
    return {name: tuple((save, scenario, *one) for one in own) for name, own in found.items()}


def tables(games: Iterable[Mapping[str, Rows]]) -> dict[str, Table]:
    """Return the tables of a course by name, made of the rows of its games."""
    every = tuple(games)
    return {
        name: Table(name, columns, tuple(chain.from_iterable(game[name] for game in every)))
        for name, columns in COLUMNS.items()
    }
