"""`wargame study` takes files, folders and patterns, and names what it leaves out."""

import sys
from pathlib import Path

import pytest

from tests.engine.rich import rich
from tests.study.games import saved
from wargame.__main__ import main
from wargame.journal.places import found
from wargame.study.replay import Replay


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for seed in (2, 4):
        saved(tmp_path / "saves" / f"g{seed}.jsonl", seed=seed)
    (tmp_path / "saves" / "g2.torn-1.jsonl").write_text("torn")
    (tmp_path / "saves" / "note.txt").write_text("a note")
    return tmp_path / "saves"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["study", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(
    "words",
    [
        ["saves"],
        ["saves/*.jsonl"],
        ["saves/g?.jsonl"],
        ["saves/g2.jsonl", "saves/g4.jsonl"],
        ["saves/g[24].jsonl", "saves", "saves/../saves/g2.jsonl"],
    ],
)
def test_files_folders_and_patterns_name_saves_and_each_is_read_once(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, err) == (0, "")
    assert out.startswith("Rich: 2 games.")


def test_a_broken_save_is_named_and_left_out(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "broken.jsonl").write_bytes((folder / "g2.jsonl").read_bytes()[:-200] + b"}\n")
    code, out, err = run(capsys, "saves", "none.jsonl", "x*")
    assert code == 1
    assert out.startswith("Rich: 2 games.")
    assert [line.split(" ")[2] for line in err.splitlines()] == ["x*", "saves/broken.jsonl", "none.jsonl"]
    assert err.count("is damaged at record") == 1


def test_where_nothing_can_be_read_there_is_nothing_to_study(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "none.jsonl")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == "There is no game to study."


def test_a_copy_and_a_game_that_goes_on_are_left_out_and_named(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "copy.jsonl").write_bytes((folder / "g4.jsonl").read_bytes())
    saved(folder / "going.jsonl", seed=3, turns=1)
    code, out, err = run(capsys, "saves")
    assert code == 0 and out.startswith("Rich: 2 games.")
    assert err.splitlines() == [
        "saves/g4.jsonl is a copy of saves/copy.jsonl, and is left out.",
        "saves/going.jsonl is not over, and is left out: --spoil takes it in.",
    ]
    assert run(capsys, "saves", "--spoil")[1].startswith("Rich: 3 games.")


def test_on_a_terminal_what_is_left_out_breaks_between_words_and_no_count_stays_above_the_tables(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "a-game-with-a-name-so-long-that-a-line-has-no-room-for-it"
    saved(folder / f"{name}.jsonl", seed=3, turns=1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    code, out, err = run(capsys, "saves")
    assert code == 0 and out.startswith("Rich: 2 games.")
    counted, _, said = err.rpartition("\r")
    assert counted.endswith(" " * len("3 of 3 games"))
    assert said.count("\n") == 2 and all(len(line) < 80 for line in said.splitlines())
    assert " ".join(said.split()) == f"saves/{name}.jsonl is not over, and is left out: --spoil takes it in."


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_are_written_to_a_folder(capsys: pytest.CaptureFixture[str], form: str) -> None:
    code, out, err = run(capsys, "saves", "--format", form, "--out", "tables")
    assert (code, err) == (0, "")
    written = {path.name for path in Path("tables").iterdir()}
    assert f"choices.{form}" in written and len(written) == 10
    assert all(f"  {name}\n" in out for name in written)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["saves", "--format", "csv"], "are written to a folder: --out FOLDER"),
        (["saves", "--out", "tables"], "are written to a folder: --out FOLDER"),
        (
            ["saves", "--format", "csv", "--out", "saves/note.txt"],
            "No table can be written in saves/note.txt",
        ),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert sentence in err and err.count("\n") == 1


def test_tables_that_cannot_be_written_are_refused_before_a_save_is_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Replay, "open", None)
    assert run(capsys, "saves", "--format", "csv", "--out", "saves/note.txt")[0] == 2
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = run(capsys, "saves", "--format", "parquet", "--out", "tables")
    assert code == 2 and "Parquet needs one more package" in err
    assert not Path("tables").exists()


def test_a_game_with_the_dice_of_another_and_one_that_was_written_count_only_on_demand(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    other = rich()
    other["rules"]["about"] = "The same dice."
    saved(folder / "z.jsonl", other, seed=2)
    code, out, err = run(capsys, "saves")
    assert (code, out.partition(".")[0]) == (0, "Rich: 2 games")
    assert "--forks takes it in" in err and err.count("\n") == 1
    code, out, err = run(capsys, "saves", "--forks")
    assert (code, out.partition(".")[0], err) == (0, "Rich: 3 games", "")
    assert run(capsys, "history-2024-2025")[1].startswith("Korea, October 2024 to June 2025: 1 game")
    (folder / "history.jsonl").write_bytes(found(Path("history-2024-2025")).read_bytes())
    code, out, err = run(capsys, "saves")
    assert "saves/history.jsonl was written and not played" in err


def test_a_game_that_is_not_over_takes_no_finished_one_with_it(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    saved(folder / "a.jsonl", seed=2, turns=2)
    code, out, err = run(capsys, "saves")
    assert (code, out.partition(".")[0]) == (0, "Rich: 2 games")
    assert "saves/a.jsonl is not over" in err
