"""The command that is told is the one that works as typed."""

import os
import shlex
import sys
from pathlib import Path

import pytest

from wargame.play import typed
from wargame.play.typed import command, program, quoted

posix = os.name != "nt"


def started(patch: pytest.MonkeyPatch, path: Path, on_path: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    path.chmod(0o755)
    patch.setattr(sys, "argv", [str(path)])
    patch.setenv("PATH", str(path.parent) if on_path else "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def script(folder: Path) -> Path:
    return folder / "wargame" if posix else folder / "wargame.exe"


def test_a_program_that_is_found_by_its_name_is_called_by_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(monkeypatch, script(folder / "bin"), on_path=True)
    assert program() == "wargame"


def test_a_program_that_is_not_on_the_path_is_called_by_where_it_lies(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = script(folder / ".venv" / "bin")
    started(monkeypatch, path)
    assert program() == os.path.relpath(path)
    assert command("resume", Path("g.jsonl")) == f"{os.path.relpath(path)} resume g.jsonl"


def test_a_program_in_this_very_folder_is_not_looked_for_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(monkeypatch, script(folder))
    assert program() == os.path.join(os.curdir, script(folder).name)


def test_a_program_elsewhere_is_called_by_its_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = script(folder / "my tools")
    started(monkeypatch, path)
    (folder / "here").mkdir()
    monkeypatch.chdir(folder / "here")
    assert program() == quoted(str(path))
    assert program()[0] in "'\""


def test_another_wargame_on_the_path_is_not_meant(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started(monkeypatch, script(folder / "other"), on_path=True)
    path = script(folder / ".venv" / "bin")
    path.parent.mkdir(parents=True)
    path.write_text("")
    monkeypatch.setattr(sys, "argv", [str(path)])
    assert program() == os.path.relpath(path)


def test_a_module_is_started_as_one_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = folder / "bin" / ("python" if posix else "python.exe")
    started(monkeypatch, python, on_path=True)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setattr(sys, "argv", [str(folder / "wargame" / "__main__.py")])
    assert program() == "python -m wargame"
    monkeypatch.setenv("PATH", "")
    assert program() == f"{os.path.relpath(python)} -m wargame"


def test_a_save_with_a_space_in_its_name_is_one_word() -> None:
    told = command("resume", Path("my game.jsonl"))
    assert told.endswith("resume 'my game.jsonl'" if posix else 'resume "my game.jsonl"')
    if posix:
        assert shlex.split(told)[-1] == "my game.jsonl"


@pytest.mark.parametrize("mark", " &^(),;=!'`")
def test_a_word_that_the_command_prompt_would_split_or_change_is_quoted(
    mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed, "WINDOWS", True)
    name = f"R{mark}D.jsonl"
    assert quoted(name) == f'"{name}"'
    assert command("resume", Path(name)) == f'wargame resume "{name}"'
    assert quoted(r"C:\games\한국-1_a.jsonl") == r"C:\games\한국-1_a.jsonl"


def test_a_name_that_cannot_be_typed_is_not_told_as_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("resume", Path("a\u202eb.jsonl")) == "wargame resume with that file"
    monkeypatch.setattr(typed, "WINDOWS", True)
    assert command("resume", Path("100%PATH%.jsonl")) == "wargame resume with that file"
    monkeypatch.setattr(typed, "WINDOWS", False)
    assert command("resume", Path("100%.jsonl")) == f"wargame resume {shlex.quote('100%.jsonl')}"
