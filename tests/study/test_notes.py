"""Notes on a saved game: kept beside it, read with those of others, and never lost to a fault."""

import json
from pathlib import Path

import pytest

from wargame.study import notes
from wargame.study.notes import Note, Notebook, NotesError, beside, open_notebook, read

GAME = "a" * 64


def test_a_note_is_in_the_file_as_soon_as_it_is_written_and_the_save_is_as_it_was(tmp_path: Path) -> None:
    save = tmp_path / "game.jsonl"
    save.write_bytes(b"as it was\n")
    book = open_notebook(save, GAME, "Kim Lee")
    book.write(7, "  Why so late?  ")
    book.write(3)
    assert beside(save, "Kim Lee").name == "game.notes-kim-lee.json"
    assert read(beside(save, "Kim Lee"), GAME) == (Note(3, "Kim Lee"), Note(7, "Kim Lee", "Why so late?"))
    book.write(7, "Better.")
    book.erase(3)
    assert open_notebook(save, GAME, "Kim Lee").notes == (Note(7, "Kim Lee", "Better."),)
    assert save.read_bytes() == b"as it was\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["game.jsonl", "game.notes-kim-lee.json"]


def test_several_reviewers_are_read_together_and_only_ones_own_are_written(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.json"
    notes.keep(theirs, GAME, [Note(2, "Ana", "Here."), Note(9, "Ben")])
    before = theirs.read_bytes()
    book = open_notebook(tmp_path / "game.jsonl", GAME, "Kim", [theirs])
    book.write(2, "Here too.")
    assert book.at(2) == (Note(2, "Ana", "Here."), Note(2, "Kim", "Here too."))
    assert book.reviewers == ("Ana", "Kim", "Ben")
    assert (book.own(2), book.own(9)) == (Note(2, "Kim", "Here too."), None)
    assert theirs.read_bytes() == before
    assert read(beside(tmp_path / "game.jsonl", "Kim"), GAME) == (Note(2, "Kim", "Here too."),)


def test_what_another_wrote_into_ones_file_stays_in_it(tmp_path: Path) -> None:
    path = tmp_path / "shared.json"
    notes.keep(path, GAME, [Note(2, "Ana", "Here.")])
    book = Notebook(path, GAME, "Kim")
    book.write(4, "There.")
    assert read(path, GAME) == (Note(2, "Ana", "Here."), Note(4, "Kim", "There."))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"game": "a", "notes": 3}',
        json.dumps({"game": GAME, "notes": [{"at": -1, "by": "Kim"}]}),
        json.dumps({"game": GAME, "notes": [{"at": 1, "by": ""}]}),
        json.dumps({"game": GAME, "notes": [{"at": 1, "by": "Kim", "text": "x" * 2001}]}),
        json.dumps({"game": GAME, "notes": [{"at": 1, "by": "Kim", "more": 1}]}),
        json.dumps({"game": GAME, "notes": [{"at": 10**30, "by": "Kim"}]}),
        "[" * 100_000,
        "\ud800",
    ],
)
def test_a_file_that_holds_no_notes_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(NotesError, match=r"notes\.json"):
        read(path, GAME)


def test_notes_on_another_game_and_none_at_all_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    notes.keep(path, "b" * 64, [])
    with pytest.raises(NotesError, match="another game"):
        read(path, GAME)
    with pytest.raises(NotesError, match="cannot be read"):
        read(tmp_path / "none.json", GAME)
    with pytest.raises(NotesError, match="cannot be read"):
        read(tmp_path, GAME)


def test_a_note_that_cannot_be_kept_leaves_the_file_and_the_notebook_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_notebook(tmp_path / "game.jsonl", GAME, "Kim")
    book.write(1, "Kept.")
    before = beside(tmp_path / "game.jsonl", "Kim").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("wargame.study.notes.os.fsync", full)
    with pytest.raises(NotesError, match="cannot be kept"):
        book.write(2, "Lost.")
    assert book.notes == (Note(1, "Kim", "Kept."),)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]
