import os
from pathlib import Path

import pytest

from wargame.journal import places
from wargame.journal.errors import SaveUnreadable
from wargame.journal.places import (
    data_folder,
    fork_path,
    found,
    new_save_path,
    newest_saves,
    saves_in,
)

NAME = "korea-2025-20250401-1200.jsonl"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(places, "data_folder", lambda *_: tmp_path / "data")


def test_a_new_save_goes_to_the_saves_folder_here():
    assert new_save_path("korea-2025", "20250401-1200") == Path("saves") / NAME
    assert os.listdir("saves") == []


def test_a_name_that_is_taken_gets_a_number():
    for expected in (NAME, NAME.replace(".", "-2."), NAME.replace(".", "-3.")):
        path = new_save_path("korea-2025", "20250401-1200")
        assert path.name == expected
        path.touch()


def test_where_nothing_can_be_written_here_it_goes_to_the_account_s_data(tmp_path):
    Path("saves").write_text("not a folder")
    assert new_save_path("korea-2025", "20250401-1200") == tmp_path / "data" / "saves" / NAME


def test_a_folder_that_refuses_files_is_passed_over(tmp_path, monkeypatch):
    def refused(**_):
        raise PermissionError

    monkeypatch.setattr(places.tempfile, "TemporaryFile", refused)
    assert new_save_path("korea-2025", "20250401-1200").parent == tmp_path / "data" / "saves"


def test_a_fork_goes_beside_its_save_or_else_where_new_saves_go(tmp_path, monkeypatch):
    save = tmp_path / "here" / "elsewhere" / "Monday 3.jsonl"
    save.parent.mkdir()
    assert fork_path(save, 12) == save.with_name("Monday 3-fork-12.jsonl")
    save.with_name("Monday 3-fork-12.jsonl").touch()
    assert fork_path(save, 12) == save.with_name("Monday 3-fork-12-2.jsonl")
    tried = places.tempfile.TemporaryFile

    def refused_beside_it(dir):
        if dir == save.parent:
            raise PermissionError
        return tried(dir=dir)

    monkeypatch.setattr(places.tempfile, "TemporaryFile", refused_beside_it)
    assert fork_path(save, 12) == Path("saves/Monday 3-fork-12.jsonl")
    assert fork_path(found(Path("history-2024-2025")), 3) == Path("saves/history-2024-2025-fork-3.jsonl")


def test_the_newest_saves_come_first_with_their_times_and_one_that_is_gone_is_left_out(tmp_path, monkeypatch):
    data = tmp_path / "data" / "saves"
    data.mkdir(parents=True)
    for at, folder in enumerate([Path("saves"), data, Path("saves")]):
        folder.mkdir(exist_ok=True)
        save = folder / f"{at}.jsonl"
        save.touch()
        os.utime(save, (at, at))
    Path("saves/2.torn-1.jsonl").touch()
    listed = Path.glob

    def list_and_lose_one(folder, pattern):
        (data / "gone.jsonl").touch()
        found = list(listed(folder, pattern))
        (data / "gone.jsonl").unlink()
        return found

    monkeypatch.setattr(Path, "glob", list_and_lose_one)
    assert newest_saves() == [
        (Path("saves/2.jsonl"), 2.0),
        (data / "1.jsonl", 1.0),
        (Path("saves/0.jsonl"), 0.0),
    ]
    assert len(newest_saves(most=1)) == 1


@pytest.mark.parametrize(
    ("scenario", "stamp", "name"),
    [
        ("../../etc/passwd", "12:30", "etc-passwd-12-30.jsonl"),
        ("CON", "1", "con-1.jsonl"),
        ("한국", "", "game.jsonl"),
        ("한국", "7", "7.jsonl"),
        ("x" * 500, "1", "x" * 60 + "-1.jsonl"),
    ],
)
def test_any_text_makes_a_plain_name(scenario, stamp, name):
    assert new_save_path(scenario, stamp) == Path("saves") / name


def test_the_data_folder_follows_each_platform_s_custom(tmp_path):
    home = Path(os.path.expanduser("~"))
    named = {"XDG_DATA_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    assert data_folder("linux", named) == tmp_path / "wargame"
    assert data_folder("win32", named) == tmp_path / "wargame"
    assert data_folder("darwin", named) == home / "Library" / "Application Support" / "wargame"
    assert data_folder("linux", {"XDG_DATA_HOME": "relative"}) == home / ".local" / "share" / "wargame"
    assert data_folder("win32", {}) == home / "AppData" / "Local" / "wargame"


def test_a_word_names_a_file_a_folder_of_saves_or_all_that_fits_a_pattern():
    folder = Path("course")
    folder.mkdir()
    for name in ("b.jsonl", "a.jsonl", "a.torn-1.jsonl", "a.txt", "[x].jsonl"):
        (folder / name).touch()
    assert saves_in("course") == [folder / "[x].jsonl", folder / "a.jsonl", folder / "b.jsonl"]
    assert saves_in("course/[ab].jsonl") == [folder / "a.jsonl", folder / "b.jsonl"]
    assert saves_in("course/[x].jsonl") == [folder / "[x].jsonl"]
    assert saves_in("course/none.jsonl") == [folder / "none.jsonl"]
    for nothing in ("course/z*", "saves*"):
        with pytest.raises(SaveUnreadable, match="no save is there"):
            saves_in(nothing)


def test_a_save_that_comes_with_the_program_is_found_by_its_name_unless_one_of_that_name_is_here():
    (shipped,) = {found(Path("history-2024-2025")), found(Path("history-2024-2025.jsonl"))}
    assert shipped.exists() and shipped.name == "history-2024-2025.jsonl"
    assert found(Path("elsewhere/history-2024-2025")) == Path("elsewhere/history-2024-2025")
    Path("history-2024-2025.jsonl").touch()
    assert found(Path("history-2024-2025.jsonl")) == Path("history-2024-2025.jsonl")
