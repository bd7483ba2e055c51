"""What is said on leaving a game."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from wargame.cli.leaving import say, tell_save
from wargame.play import typed

DIGEST = "d" * 64


def left(capsys: pytest.CaptureFixture[str], save: str, phase: str = "ended") -> list[str]:
    host: Any = SimpleNamespace(save=Path(save), phase=phase, digest=DIGEST)
    tell_save(host, err=False)
    return capsys.readouterr().out.splitlines()


def test_a_finished_game_names_what_can_be_done_with_its_save(capsys: pytest.CaptureFixture[str]) -> None:
    lines = left(capsys, "g.jsonl")
    assert "  wargame replay g.jsonl" in lines and "  wargame review g.jsonl" in lines
    assert f"  {DIGEST}" in lines
    assert not any("replay" in line for line in left(capsys, "g.jsonl", "decide"))


@pytest.mark.parametrize("windows", [False, True])
def test_a_digest_is_never_broken_where_the_shell_can_go_on_in_another_line(
    windows: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed, "WINDOWS", windows)
    lines = left(capsys, "saves/2025-01-01-korea.jsonl")
    assert any(DIGEST in line and "--against" in line for line in lines)
    assert windows or all(len(line) <= 78 for line in lines)


def test_prose_ends_its_lines_between_words(capsys: pytest.CaptureFixture[str]) -> None:
    say("word " * 40, indent=2)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 and all(len(line) <= 78 and set(line.split()) == {"word"} for line in lines)
