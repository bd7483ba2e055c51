"""`wargame compare` lays saves side by side, as lines or as a table, and says what it cannot do."""

import csv
import io
from pathlib import Path

import pytest

from tests.study.games import saved
from wargame.__main__ import main

pytestmark = pytest.mark.usefixtures("among_saves")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["compare", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_games_stand_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "g1.jsonl", "g2.jsonl", "going.jsonl")
    assert (code, err) == (0, "")
    assert out.startswith("A is g1.jsonl: ")
    assert "A and B have other dice, and part in turn 1" in " ".join(out.split())
    assert "    A ▅" in out and "C is going.jsonl: it is not over, and is in turn 2." in out


def test_plain_draws_no_curves(capsys: pytest.CaptureFixture[str]) -> None:
    _, drawn, _ = run(capsys, "g1.jsonl", "g2.jsonl")
    _, plain, _ = run(capsys, "g1.jsonl", "g2.jsonl", "--plain")
    assert set(drawn) - set(plain) <= set("▁▂▃▄▅▆▇█")
    assert not set(plain) & set("▁▂▃▄▅▆▇█")


def test_a_table_has_a_column_for_each_game(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "g1.jsonl", "g2.jsonl", "--format", "csv")
    rows = list(csv.reader(io.StringIO(out)))
    assert code == 0
    assert rows[0] == ["section", "turn", "exchange", "seat", "item", "A", "B"]
    assert rows[1] == ["outcome", "0", "0", "", "save", "g1.jsonl", "g2.jsonl"]
    assert {len(row) for row in rows} == {7}


def test_secrets_of_a_game_that_goes_on_are_told_only_when_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    saved(Path("other.jsonl"), seed=4, turns=1)
    _, hidden, _ = run(capsys, "going.jsonl", "other.jsonl")
    _, spoilt, _ = run(capsys, "going.jsonl", "other.jsonl", "--spoil")
    assert "secret-" not in hidden and "Intents" not in hidden
    assert "Intents that were drawn:" in spoilt


def test_a_save_that_comes_with_the_program_is_known_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "history-2024-2025", "history-2024-2025.jsonl")
    assert code == 0
    text = " ".join(out.split())
    assert text.endswith("A and B have the same dice, and nothing in them differs.")


def test_a_torn_end_is_told_where_errors_go(capsys: pytest.CaptureFixture[str]) -> None:
    torn = Path("torn.jsonl")
    torn.write_bytes(Path("g1.jsonl").read_bytes() + b'{"n":')
    for command in (["compare", "g2.jsonl", "torn.jsonl"], ["graph", "torn.jsonl", "--out", "."]):
        assert main(command) == 0
        assert "torn.jsonl ends within a record that was never finished" in capsys.readouterr().err
    assert main(["study", "torn.jsonl"]) == 0
    assert "torn.jsonl ends within a record that was never finished" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["g1.jsonl"], "name from 2 to 26 saves to compare"),
        (["g1.jsonl"] * 27, "name from 2 to 26 saves to compare"),
        ([], "Missing argument"),
        (["g1.jsonl", "none.jsonl"], "The save none.jsonl cannot be read"),
        (["g1.jsonl", "g2.jsonl", "--format", "html"], "'html' is not one of"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert sentence in err and err.count("\n") == 1
