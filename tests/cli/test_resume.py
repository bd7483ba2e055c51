"""`wargame resume` without a name lists the saved games, which is what it was asked for."""

from pathlib import Path

import pytest

from tests.study.games import saved
from wargame.__main__ import main


def test_the_list_is_no_fault_and_stands_where_output_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    (tmp_path / "saves").mkdir()
    saved(tmp_path / "saves" / "g.jsonl")
    saved(tmp_path / "saves" / "g-fork-3.jsonl", turns=1)
    assert main(["resume"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    going, _, over = " ".join(said.out.split()).partition("Finished games")
    assert "a fork, turn 2 of " in going and "g-fork-3.jsonl" in going
    assert ", over in turn " in over and ("ran out" in over or "(war)" in over)
