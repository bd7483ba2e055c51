"""A deck that is edited is whole on disk at any moment, and no step of an edit is lost."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from wargame.journal import manuscript
from wargame.journal.manuscript import ChangedMeanwhile, EditError, Manuscript
from wargame.journal.side_file import beside

RAW = "- id: one\r\n  title: One # mine\r\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "my.yaml"
    path.write_bytes(RAW.encode())
    return path


def type_title(edited: Manuscript, title: str) -> None:
    edited.do(edited.text.change(1, 2, [f"  title: {title} # mine"]))


def test_looking_at_a_deck_writes_nothing(deck) -> None:
    Manuscript(deck).close()
    assert os.listdir(deck.parent) == ["my.yaml"]


def test_a_saved_deck_differs_in_the_edited_line_alone(deck) -> None:
    os.chmod(deck, 0o640)
    edited = Manuscript(deck)
    type_title(edited, "Two")
    assert deck.read_bytes() == RAW.encode()
    edited.save()
    edited.close()
    assert deck.read_bytes() == RAW.replace("One", "Two").encode()
    assert os.stat(deck).st_mode & 0o777 == 0o640
    assert os.listdir(deck.parent) == ["my.yaml"]


def test_edits_that_were_not_saved_are_there_again_and_can_be_taken_back(deck) -> None:
    edited = Manuscript(deck)
    type_title(edited, "Two")
    edited.save()
    type_title(edited, "Three")
    type_title(edited, "Four")
    edited.undo()
    edited.close()
    again = Manuscript(deck)
    assert again.recovered
    assert "Three" in again.text.raw
    again.redo()
    assert "Four" in again.text.raw
    while again.undo() is not None:
        pass
    assert again.text.raw == RAW
    again.close()


def test_what_was_saved_and_taken_back_is_taken_back_after_a_crash_too(deck) -> None:
    edited = Manuscript(deck)
    type_title(edited, "Two")
    edited.save()
    edited.undo()
    edited.close()
    assert Manuscript(deck).text.raw == RAW


def torn(kept: bytes) -> bytes:
    return kept[:-5]


def damaged(kept: bytes) -> bytes:
    base, first, second, *_ = kept.split(b"\n")
    return b"\n".join([base, first, b"{" + second[5:], b""])


@pytest.mark.parametrize("broken", [torn, damaged])
def test_a_step_that_cannot_be_read_is_left_out_and_the_next_one_follows_the_last_whole_one(
    deck, broken
) -> None:
    edited = Manuscript(deck)
    type_title(edited, "Two")
    type_title(edited, "Three")
    edited.close()
    side = beside(deck)
    side.write_bytes(broken(side.read_bytes()))
    again = Manuscript(deck)
    assert "Two" in again.text.raw
    type_title(again, "Four")
    again.close()
    last = Manuscript(deck)
    assert "Four" in last.text.raw
    last.close()


def test_a_deck_that_another_program_changed_is_not_overwritten(deck) -> None:
    edited = Manuscript(deck)
    type_title(edited, "Two")
    deck.write_text("- id: theirs\n")
    with pytest.raises(ChangedMeanwhile) as caught:
        edited.save()
    assert caught.value.theirs == deck.read_text() == "- id: theirs\n"
    assert sorted(os.listdir(deck.parent)) == [".my.yaml.edits", ".my.yaml.edits.lock", "my.yaml"]


def test_of_two_versions_either_can_be_taken_and_the_other_is_not_lost(deck) -> None:
    edited = Manuscript(deck)
    type_title(edited, "Two")
    deck.write_text("- id: theirs\n")
    edited.take_theirs()
    assert edited.text.raw == "- id: theirs\n"
    edited.undo()
    assert "Two" in edited.text.raw
    edited.save()
    assert "Two" in deck.read_text()
    deck.write_text("- id: theirs\n")
    type_title(edited, "Three")
    edited.keep_mine()
    edited.save()
    assert "Three" in deck.read_text()
    edited.close()


def test_edits_of_a_deck_changed_since_then_say_what_the_file_holds(deck) -> None:
    edited = Manuscript(deck)
    type_title(edited, "Two")
    edited.close()
    deck.write_text("- id: theirs\n")
    again = Manuscript(deck)
    assert again.theirs == "- id: theirs\n"
    assert "Two" in again.text.raw
    with pytest.raises(ChangedMeanwhile):
        again.save()
    again.close()


def test_a_deck_is_edited_in_one_window_at_a_time(deck) -> None:
    one, other = Manuscript(deck), Manuscript(deck)
    type_title(one, "Two")
    with pytest.raises(EditError, match="another window"):
        type_title(other, "Three")
    one.close()


def test_a_full_disk_leaves_deck_and_edits_as_they_were(deck, monkeypatch) -> None:
    edited = Manuscript(deck)
    type_title(edited, "Two")

    def full(fd: int, data: bytes) -> None:
        os.write(fd, data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(manuscript, "write_all", full)
    monkeypatch.setattr("wargame.journal.side_file.write_all", full)
    with pytest.raises(EditError, match="No space left"):
        type_title(edited, "Three")
    with pytest.raises(EditError, match="No space left"):
        edited.save()
    monkeypatch.undo()
    assert deck.read_bytes() == RAW.encode()
    type_title(edited, "Four")
    edited.close()
    again = Manuscript(deck)
    assert "Four" in again.text.raw
    again.close()


WRITER = """
import sys
from pathlib import Path
from wargame.journal.manuscript import Manuscript
edited = Manuscript(Path(sys.argv[1]))
at = int(sys.argv[2])
while True:
    at += 1
    edited.do(edited.text.change(1, 2, [f"  title: {at}"]))
    print(at, flush=True)
    if at % 3 == 0:
        edited.save()
"""


def killed(path: Path, dice: random.Random, kills: int) -> None:
    """Kill a writer again and again: no more than the step that it was at is lost, and the file is whole."""
    known = 0
    for _ in range(kills):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(known)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for _ in range(dice.randrange(1, 40)):
                known = int(writer.stdout.readline())
            writer.kill()
            rest = writer.stdout.read().split("\n")[:-1]
            known = int(rest[-1]) if rest else known
        on_disk = path.read_text()
        assert on_disk.startswith("- id: one\n  title: ")
        assert on_disk.endswith("\n")
        found = Manuscript(path)
        title = int(found.text.bare[1].split()[1])
        found.close()
        assert title in (known, known + 1)
        known = title


def test_a_killed_editor_loses_at_most_its_last_step(tmp_path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text("- id: one\n  title: 0\n")
    killed(path, random.Random(5), 6)


@pytest.mark.full
def test_an_editor_killed_a_hundred_times_loses_at_most_its_last_step_each_time(tmp_path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text("- id: one\n  title: 0\n")
    killed(path, random.Random(6), 100)
