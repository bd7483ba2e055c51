"""`wargame deck new` writes a deck that every other command takes as it stands, and says what to do next."""

from pathlib import Path

import pytest

from wargame.__main__ import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def steps(told: str) -> list[list[str]]:
    """Return the arguments of the commands that are named, each on a line of its own."""
    named = [line.strip().partition("wargame ") for line in told.splitlines() if line.startswith("    ")]
    return [rest.split() for _, found, rest in named if found]


@pytest.mark.parametrize("scenario", ["", "practice"])
def test_each_step_that_is_named_can_be_taken(scenario: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "new", "storm", *(["--rules", scenario] if scenario else [])]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Written: storm.yaml, a deck of one card.")
    named = steps(told)
    assert [step[:2] for step in named[:3]] == [["deck", "check"], ["deck", "show"], ["deck", "try"]]
    for step in named[:3]:
        assert main(step) == 0, step
    assert named[3][0] == "play"
    assert main([*named[3], "--plain", "--bots", "all", "--seed", "1"]) == 0
    assert "Card: A letter that nobody signed" in capsys.readouterr().out


def test_a_file_that_is_there_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    Path("my-deck.yaml").write_text("mine", encoding="utf-8")
    assert main(["deck", "new"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "my-deck.yaml: this file is there already, and is left as it is: give another name\n"
    assert Path("my-deck.yaml").read_text("utf-8") == "mine"


def test_a_misspelt_scenario_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "new", "--rules", "practise"]) == 2
    assert "did you mean 'practice'?" in capsys.readouterr().err
    assert not Path("my-deck.yaml").exists()
