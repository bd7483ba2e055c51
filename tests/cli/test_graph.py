"""`wargame graph` writes a file for each turn, and says in a sentence what it cannot do."""

from pathlib import Path

import pytest

from tests.study.games import saved
from wargame.__main__ import main
from wargame.study.replay import Replay


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    saved(tmp_path / "g.jsonl", turns=1)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["graph", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_folder_that_cannot_be_written_is_refused_before_the_save_is_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Replay, "open", None)
    assert run(capsys, "g.jsonl", "--out", "g.jsonl/graphs")[0] == 2


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_file_for_each_turn_is_written_and_named(capsys: pytest.CaptureFixture[str], form: str) -> None:
    code, out, err = run(capsys, "g.jsonl", "--format", form, "--out", "graphs")
    assert (code, err) == (0, "")
    assert out == f"Graphs written to graphs:\n  g-turn-0.{form}\n  g-turn-1.{form}\n"
    assert Path(f"graphs/g-turn-1.{form}").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["g.jsonl"], "Missing option '--out'"),
        (["g.jsonl", "--out", "g.jsonl"], "No graph can be written in g.jsonl"),
        (["none.jsonl", "--out", "graphs"], "The save none.jsonl cannot be read"),
        (["g.jsonl", "--out", "graphs", "--format", "dot"], "'dot' is not one of"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert sentence in err and err.count("\n") == 1
