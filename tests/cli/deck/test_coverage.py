"""`wargame deck coverage` prints each row with its title and what carries it."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from wargame.__main__ import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_each_row_is_told_with_what_carries_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, RULES.replace("rows: {", "rows: {B2: Nothing is heard., "))
    assert main(["deck", "coverage", "small.yaml"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "B2   Nothing is heard.",
        "     nothing carries it",
        "A1   Drums are heard at home.",
        "     card: ford",
        "     driver: drums",
        "     objective: north/united",
        "",
        "2 rows, fewer than two carriers: B2.",
    ]


def test_without_a_name_it_is_the_korean_scenario_in_lines_that_fit(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["deck", "coverage"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("A1   ")
    assert lines[-1] == "35 rows, each with two carriers or more."
    assert max(map(len, lines)) < 80


def test_a_deck_of_ones_own_carries_rows_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    mine = DECK[DECK.index("- id: ice") :].replace("- id: ice", "- id: raft\n  covers: [A1]")
    (tmp_path / "mine.yaml").write_text(mine, encoding="utf-8")
    assert main(["deck", "coverage", "small.yaml", "--deck", "mine.yaml"]) == 0
    assert "card: raft, ford" in capsys.readouterr().out


def test_a_scenario_without_rows_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "coverage", "practice"]) == 0
    assert capsys.readouterr().out == "'practice' declares no 'rows': there is nothing to cover.\n"


def test_a_scenario_that_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "coverage", "korea-2052"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "there is neither such a scenario nor such a file" in said.err


def test_nothing_from_the_rules_reaches_the_terminal_as_an_escape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RULES.replace("id: drums", 'id: "dr\\x1b[2Jums"'))
    assert main(["deck", "coverage", "small.yaml"]) == 2
    assert "\x1b" not in capsys.readouterr().err
