"""The report as tables: numbers that add up, and cells that no spreadsheet runs."""

import csv
import io
from pathlib import Path

import pytest

from tests.study.games import HOSTILE, hostile, saved
from wargame.study.notes import Note
from wargame.study.replay import Replay
from wargame.study.report.tables import tables
from wargame.study.report.told import Told


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    return Replay.open(saved(tmp_path_factory.mktemp("saves") / "g.jsonl"))


def test_effects_and_changes_add_up_to_what_every_number_moved(replay: Replay) -> None:
    found = tables(Told(replay))
    effects, changes = read(found["effects.csv"]), read(found["changes.csv"])
    for at, number in enumerate(replay.book.numbers):
        moved = replay.game.state.numbers[at] - replay.book.starts[at]
        assert sum(int(row["total"]) for row in effects if row["number"] == number) == moved, number
        mine = [row for row in changes if row["number"] == number]
        assert sum(int(row["applied"]) for row in mine) == moved
        assert not mine or int(mine[-1]["after"]) == replay.game.state.numbers[at]


def test_every_decision_forecast_and_turn_is_there_once(replay: Replay) -> None:
    found = tables(Told(replay, notes=[Note(2, "Ana", "Here.")]))
    made = [here for _, here in replay.game.state.every_exchange() if here.choices]
    assert len(read(found["decisions.csv"])) == sum(len(here.choices) for here in made)
    stated = sum(len(e.forecasts) for here in made for e in here.envelopes.values())
    assert len(read(found["forecasts.csv"])) == stated > 0
    graph = [row for row in read(found["graph.csv"]) if row["measure"] == "weighted balance"]
    assert [int(row["turn"]) for row in graph] == list(range(replay.game.state.turn + 1))
    assert [row["reviewer"] for row in read(found["notes.csv"])] == ["Ana"]


def test_a_brier_score_in_the_table_is_that_of_its_row(replay: Replay) -> None:
    scored = [row for row in read(tables(Told(replay))["forecasts.csv"]) if row["brier"]]
    assert scored
    for row in scored:
        assert float(row["brier"]) == pytest.approx(
            (int(row["percent"]) / 100 - (row["outcome"] == "yes")) ** 2
        )


def test_no_cell_of_a_hostile_game_would_run_and_every_row_has_its_cells(tmp_path: Path) -> None:
    found = tables(Told(Replay.open(hostile(tmp_path / "g.jsonl"))))
    for name, text in found.items():
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
        assert len({len(row) for row in rows}) == 1, name
        for cell in (cell for row in rows for cell in row):
            number = cell.removeprefix("-").replace(".", "", 1).isdigit()
            assert number or not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")), (name, cell)
    (first, *_) = read(found["decisions.csv"])
    assert first["title"] == HOSTILE[0] and first["dissent"] == HOSTILE[0]
    assert first["chosen"] == f"'{HOSTILE[6]}"
