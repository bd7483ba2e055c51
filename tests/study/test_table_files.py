"""Tables as files: CSV that spreadsheets know as UTF-8, Parquet with the types of the columns."""

import builtins
import csv
from pathlib import Path

import pytest
from pyarrow import parquet

from wargame.study.table_files import NotWritten, write
from wargame.study.tables import Table

TABLE = Table(
    "mixed",
    ("name", "count", "share", "yes", "maybe", "never"),
    [("=Kim", 1, 0.5, True, 2, None), ("최", -2, 1, False, 0.25, None), (None, None, None, None, None, None)],
)


def test_a_table_is_a_file_of_its_name_in_a_folder_that_is_made(tmp_path: Path) -> None:
    (path,) = write(tmp_path / "new" / "tables", [TABLE], "csv")
    assert path == tmp_path / "new" / "tables" / "mixed.csv"
    assert path.read_bytes().startswith("\ufeffname,".encode())
    with open(path, encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert read == [
        list(TABLE.columns),
        ["'=Kim", "1", "0.5", "yes", "2", ""],
        ["최", "-2", "1", "no", "0.25", ""],
        [""] * 6,
    ]


def test_parquet_keeps_types_and_texts_as_they_are(tmp_path: Path) -> None:
    (path,) = write(tmp_path, [TABLE], "parquet")
    read = parquet.read_table(path)
    assert read.column_names == list(TABLE.columns)
    assert [str(field.type) for field in read.schema] == [
        "string",
        "int64",
        "double",
        "bool",
        "double",
        "string",
    ]
    assert [tuple(row.values()) for row in read.to_pylist()] == list(TABLE.rows)


def test_a_table_without_rows_is_a_file_too(tmp_path: Path) -> None:
    empty = Table("empty", ("a", "b"), [])
    assert [path.name for form in ("csv", "parquet") for path in write(tmp_path, [empty], form)] == [
        "empty.csv",
        "empty.parquet",
    ]
    assert parquet.read_table(tmp_path / "empty.parquet").column_names == ["a", "b"]


def test_without_the_package_parquet_is_refused_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = builtins.__import__

    def without(name: str, *more: object) -> object:
        if name.split(".")[0] == "pyarrow":
            raise ImportError(name)
        return load(name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NotWritten, match="-m pip install pyarrow', or choose '--format csv'"):
        write(tmp_path / "tables", [TABLE], "parquet")
    assert not (tmp_path / "tables").exists()
    write(tmp_path / "tables", [TABLE], "csv")


def test_a_place_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritten, match="No table can be written in"):
        write(tmp_path / "file", [TABLE], "csv")
