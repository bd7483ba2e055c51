"""`wargame whatif` prints the odds of what was not chosen, and says what it cannot ask."""

import csv
import io

import pytest

from wargame.__main__ import main
from wargame.journal import game

pytestmark = pytest.mark.usefixtures("among_saves")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    games = () if "--games" in arguments else ("--games", "4")
    code = main(["whatif", *arguments, *games, "--processes", "1"])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_odds_of_the_weightiest_turning_points_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "g2.jsonl", "--points", "2", "--figures")
    assert (code, err) == (0, "")
    assert "Bots played on, 4 games for each option, with the dice of seeds 1 to 4." in " ".join(out.split())
    assert out.count("\nTurn ") == 2
    assert " (as it was): " in out and "    War:" not in out and "  War:" in out
    assert all(len(line) < 80 for line in out.split("\n"))


def test_the_short_of_it_comes_first_and_figures_only_when_they_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = run(capsys, "g2.jsonl", "--points", "2", "--games", "40")
    assert (code, err) == (0, "")
    short, rest = out.split("\n\n", 1)
    assert short.startswith("In short:\n  Turn ") and short.count("\n  Turn ") == 2
    assert rest.count("Turn ") == 2 and "--figures prints every figure" in " ".join(rest.split())
    assert " (as it was)" not in out
    longer = run(capsys, "g2.jsonl", "--points", "2", "--games", "40", "--figures")[1]
    assert longer.startswith(short) and " (as it was): " in longer


def test_a_few_games_are_said_to_tell_no_option_from_another(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "g2.jsonl", "--games", "29")
    assert code == 0
    assert out.startswith("Fewer than 30 games tell no option from another") and "In short" not in out


def test_one_moment_one_seat_and_one_number_are_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("g2.jsonl", "--at", "1", "--seat", "north", "--measure", "south.nerve", "--seed-from", "9")
    asked += ("--figures",)
    code, out, _ = run(capsys, *asked)
    assert code == 0
    assert "North chose '" in out and "South chose" not in out
    assert "the dice of seeds 9 to 12" in " ".join(out.split())
    assert "at the end, on average:" in out
    assert run(capsys, *asked)[1] == out


def test_the_odds_are_a_table_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "g2.jsonl", "--at", "1", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {row["games"] for row in table} == {"4"}
    assert {row["kind"] for row in table} == {"war", "number", "objective"}
    assert {row["taken"] for row in table} == {"yes", "no"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["g2.jsonl", "--at", "9999"], "Give the number of a record from 0 to "),
        (["g2.jsonl", "--at", "1", "--seat", "nort"], "there is no seat 'nort'; did you mean 'north'?"),
        (["g2.jsonl", "--at", "1", "--measure", "south.nerv"], "Did you mean 'south.nerve'?"),
        (["g2.jsonl", "--points", "0"], "give a whole number from 1 to 100, and not '0'"),
        (["going.jsonl"], "If nobody plays it any more, --spoil tells them."),
        (["none.jsonl"], "The save none.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert sentence in err and err.count("\n") == 1


def test_a_game_that_goes_on_is_asked_about_with_spoil(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "going.jsonl", "--spoil", "--at", "1", "--figures")
    assert code == 0 and "chose '" in out


def test_a_game_of_older_rules_is_not_played_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(game, "RULES", 2)
    code, out, err = run(capsys, "g2.jsonl", "--at", "1")
    assert (code, out) == (2, "")
    assert "was made by another version of this program" in err
