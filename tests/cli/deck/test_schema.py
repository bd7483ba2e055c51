"""`wargame deck schema` prints a schema, or writes both where an editor looks for them."""

import json
from pathlib import Path

import pytest

from wargame.__main__ import main
from wargame.content.schema import schema


def test_both_schemas_are_written_into_a_folder_that_it_makes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine" / ".schema"
    assert main(["deck", "schema", "--write", str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [f"Written: {folder / 'deck.json'}", f"Written: {folder / 'rules.json'}"]
    assert json.loads((folder / "deck.json").read_text("utf-8")) == schema("deck")
    assert json.loads((folder / "rules.json").read_text("utf-8")) == schema("rules")


def test_one_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "schema", "rules"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("rules")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("kept", encoding="utf-8")
    assert main(["deck", "schema", "--write", str(file / "inside")]) == 2
    told = capsys.readouterr().err
    assert "cannot be written" in told and len(told.splitlines()) == 1
    assert file.read_text("utf-8") == "kept"
    assert main(["deck", "schema", "--write", str(file)]) == 2


def test_which_schema_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "schema"]) == 2
    assert "say which schema to print" in capsys.readouterr().err
