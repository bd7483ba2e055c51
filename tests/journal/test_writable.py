"""Before long work it is asked whether its fruit can be written; asking changes nothing."""

from pathlib import Path

from wargame.journal.writable import why_no_file, why_no_folder, why_not_new


def test_a_place_in_folders_that_are_not_there_yet_will_do(tmp_path: Path) -> None:
    assert why_no_file(tmp_path / "new" / "er" / "odds.json") == ""
    assert why_no_folder(tmp_path / "new" / "er") == ""
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_may_be_written_over_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "odds.json"
    file.write_text("mine")
    assert why_no_file(file) == ""
    assert file.read_text() == "mine"


def test_below_a_file_nothing_can_be_written_nor_in_place_of_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "odds.json"
    file.write_text("mine")
    assert why_no_folder(file) and why_no_file(file / "odds.json") and why_no_folder(file / "more")
    assert why_no_file(tmp_path) == "that is a folder"


def test_one_new_folder_is_made_and_a_row_of_them_is_refused(tmp_path: Path) -> None:
    assert why_not_new(tmp_path) == why_not_new(tmp_path / "new") == ""
    assert why_not_new(tmp_path / "no" / "such") == f"there is no folder {tmp_path / 'no'}"
