"""`wargame scenario new` writes rules and cards that can be played as they stand."""

from pathlib import Path

import pytest

from wargame.__main__ import main


def test_each_step_that_is_named_can_be_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["scenario", "new", "game/river"]) == 0
    told = capsys.readouterr().out
    river, cards = Path("game") / "river.yaml", Path("game") / "river-cards.yaml"
    assert told.startswith(f"Written: {river}, the rules, and {cards}, the cards.")
    for step in (["deck", "check", str(river)], ["odds", str(river), "--games", "4", "--processes", "1"]):
        assert f"wargame {' '.join(step[:3])}" in told
        assert main(step) == 0
    assert f"wargame play {river}" in told
    assert main(["play", str(river), "--plain", "--bots", "all", "--seed", "1"]) == 0
    assert "The game is over after 2 turns." in capsys.readouterr().out


def test_what_is_there_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["scenario", "new"]) == 0
    capsys.readouterr()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert main(["scenario", "new"]) == 2
    assert "my-scenario.yaml: this file is there already" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
