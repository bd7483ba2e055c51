"""`wargame review`: where the report goes, and what is refused."""

import os
from pathlib import Path

import pytest

from tests.study.games import saved
from wargame.__main__ import main
from wargame.study.notes import Note, keep
from wargame.study.replay import Replay


@pytest.fixture
def save(tmp_path: Path) -> Path:
    return saved(tmp_path / "g.jsonl", turns=3)


@pytest.fixture
def ended(tmp_path: Path) -> Path:
    return saved(tmp_path / "e.jsonl", seed=6)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one sentence with which a report is refused."""
    assert main(["review", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1
    return captured.err


def test_the_report_goes_beside_the_save_and_says_whose_eyes_it_is_told_with(
    ended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ended.read_bytes()
    assert main(["review", str(ended)]) == 0
    assert capsys.readouterr().out.rstrip().endswith("e-report.html\nThe game is told as it was.")
    assert main(["review", str(ended), "--format", "markdown"]) == 0
    assert main(["review", str(ended), "--format", "csv"]) == 0
    assert {path.name for path in ended.parent.iterdir()} == {
        "e.jsonl", "e-report.html", "e-report.md", "e-report"
    }  # fmt: skip
    assert {path.name for path in (ended.parent / "e-report").iterdir()} >= {"decisions.csv", "graph.csv"}
    assert ended.read_bytes() == before


def test_what_the_report_says_to_type_for_a_check_works_as_it_is_typed(
    ended: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ended.parent.parent)
    named = str(Path(ended.parent.name) / ended.name)
    assert main(["review", named, "--format", "markdown"]) == 0
    text = ended.with_name("e-report.md").read_text("utf-8").replace("\\", "")
    capsys.readouterr()
    command = next(line for line in text.splitlines() if "wargame verify" in line)
    words = command.partition("wargame ")[2].strip("`* |").split()
    assert words[1] == named and main(words) == 0
    assert "It is the digest that was noted." in capsys.readouterr().out


def test_what_is_there_is_written_over_only_when_that_is_asked_for(
    save: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form, name in (("html", "out.html"), ("csv", "out")):
        out = save.parent / name
        if form == "csv":
            out.mkdir()
            (out / "graph.csv").write_text("mine")
        else:
            out.write_text("mine")
        sentence = refused(capsys, str(save), "--format", form, "--out", str(out))
        assert "is not overwritten" in sentence and "--force" in sentence
        kept = out / "graph.csv" if form == "csv" else out
        assert kept.read_text() == "mine"
        assert main(["review", str(save), "--format", form, "--out", str(out), "--force"]) == 0
        capsys.readouterr()
        assert kept.read_text(encoding="utf-8") != "mine"


def test_a_place_that_will_not_do_is_refused_before_the_save_is_read(
    save: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Replay, "open", None)
    for form in ("html", "csv"):
        out = str(save / "report")
        assert "name another place with --out" in refused(capsys, str(save), "--format", form, "--out", out)
    for force in ([], ["--force"]):
        sentence = refused(capsys, str(save), "--out", str(save.parent), *force)
        assert "cannot be written (that is a folder)" in sentence


def test_a_save_that_comes_with_the_program_is_found_by_its_name_and_the_report_goes_here(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(save.parent)
    assert main(["review", "history-2024-2025", "--format", "markdown"]) == 0
    assert Path("history-2024-2025-report.md").exists()


def test_a_game_that_goes_on_is_told_as_all_saw_it_unless_it_may_be_spoilt(
    save: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(save)]) == 0
    assert "as all saw it" in capsys.readouterr().out
    assert "secret-" not in (save.parent / "g-report.html").read_text(encoding="utf-8")
    assert "--spoil" in refused(capsys, str(save), "--for", "south", "--out", str(save.parent / "s.html"))
    assert main(["review", str(save), "--for", "south", "--spoil", "--force"]) == 0
    assert "as South saw it" in capsys.readouterr().out


def test_what_cannot_be_reviewed_is_refused_in_one_sentence(
    save: Path, ended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = save.parent / "ana.json"
    keep(notes, Replay.open(ended).promise, [Note(1, "Ana", "Here.")])
    assert "cannot be read" in refused(capsys, str(save.parent / "none.jsonl"))
    assert "did you mean 'south'?" in refused(capsys, str(ended), "--for", "suoth").lower()
    assert "another game" in refused(capsys, str(save), "--spoil", "--for", "truth", "--notes", str(notes))
    assert "--notes" in refused(capsys, str(ended), "--for", "south", "--notes", str(notes))
    assert "--anonymous" in refused(capsys, str(ended), "--name", "Ana")
    assert "cannot be written" in refused(capsys, str(ended), "--out", str(save / "no.html"))
    for kept in (save, notes):
        before = kept.read_bytes()
        where = ["--out", str(kept), "--force", "--spoil", "--for", "truth"]
        given = ["--notes", str(notes)] if kept == notes else []
        assert "stays as it is" in refused(capsys, str(ended if given else save), *where, *given)
        assert kept.read_bytes() == before
    assert not list(save.parent.glob(".report-*"))


def test_notes_stand_in_the_report_and_a_name_can_be_left_out(
    ended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = ended.parent / "ana.json"
    keep(notes, Replay.open(ended).promise, [Note(1, "Ana", "Bo slept.")])
    assert main(["review", str(ended), "--notes", str(notes)]) == 0
    out = ended.parent / "e-report.html"
    assert "Ana: Bo slept." in out.read_text(encoding="utf-8")
    hidden = ["--anonymous", "--name", "Bo", "--force"]
    assert main(["review", str(ended), "--notes", str(notes), *hidden]) == 0
    assert "read it before you hand it on" in capsys.readouterr().out
    text = out.read_text(encoding="utf-8")
    assert "Reviewer 1: [name] slept." in text and "Ana" not in text


def test_a_report_may_be_read_by_whoever_may_read_the_owners_other_files(ended: Path) -> None:
    other = ended.parent / "other"
    other.touch()
    assert main(["review", str(ended)]) == 0
    assert os.stat(ended.parent / "e-report.html").st_mode == os.stat(other).st_mode


def test_a_torn_save_is_told_up_to_its_last_whole_record_with_a_warning(
    save: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = save.read_bytes()
    save.write_bytes(whole + b'{"n": 1, "torn')
    assert main(["review", str(save)]) == 0
    said = capsys.readouterr()
    assert "Written: " in said.out
    assert "ends within a record that was never finished: its end is left out." in said.err
    assert save.read_bytes().endswith(b"torn")


def test_a_damaged_save_is_told_before_the_report_that_is_there(
    ended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ended.parent / "e-report.html").write_text("A report.")
    ended.write_bytes(ended.read_bytes().replace(b'"at":', b'"At":', 1))
    assert main(["review", str(ended)]) == 2
    assert "is damaged at record 0" in capsys.readouterr().err


def test_no_more_than_one_new_folder_is_made_for_a_report(
    ended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    far = ended.parent / "no" / "such" / "x.html"
    assert main(["review", str(ended), "--out", str(far)]) == 2
    assert "there is no folder" in capsys.readouterr().err
    assert not (ended.parent / "no").exists()
    assert main(["review", str(ended), "--out", str(ended.parent / "new" / "x.html")]) == 0


def test_notes_that_are_none_are_refused_in_plain_words(
    ended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = ended.parent / "n.json"
    foreign.write_text('{"n": 1}')
    assert main(["review", str(ended), "--notes", str(foreign)]) == 2
    said = capsys.readouterr().err
    assert "holds no reviewer's notes" in said and "field" not in said
