"""Tables as files: CSV for spreadsheets, and Parquet, through an extra, for whoever goes on in code."""

from collections.abc import Callable, Iterable
from pathlib import Path

from wargame.journal.errors import reason_of, shown
from wargame.journal.writable import why_no_folder, why_not_new
from wargame.play.typed import python
from wargame.study.tables import Table, Value, as_csv


class NotWritten(Exception):
    """Tables that cannot be written; its text is one sentence for people."""


def ready(folder: Path, form: str) -> None:
    """Refuse a folder, or a form that lacks its package, before games are read for it; raises NotWritten."""
    _put(form)
    if why := why_not_new(folder) or why_no_folder(folder):
        raise NotWritten(f"No table can be written in {shown(folder)} ({why}).")


def write(folder: Path, tables: Iterable[Table], form: str) -> tuple[Path, ...]:
    """Write each table into a folder, as `csv` or `parquet`, in place of an older one; raises NotWritten."""
    put = _put(form)
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in tables:
            path = folder / f"{table.name}.{form}"
            put(path, table)
            written.append(path)
    except OSError as error:
        raise NotWritten(f"No table can be written in {shown(folder)} ({reason_of(error)}).") from None
    return tuple(written)


def _put(form: str) -> Callable[[Path, Table], None]:
    return _put_parquet() if form == "parquet" else _put_csv


def _put_csv(path: Path, table: Table) -> None:
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    path.write_text(as_csv(table.columns, table.rows), encoding="utf-8-sig", newline="\n")


def _put_parquet() -> Callable[[Path, Table], None]:
    """Return what writes a table as Parquet; the package for it is an extra."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        command = f"{python()} -m pip install pyarrow"
        raise NotWritten(
            f"Parquet needs one more package: install it with '{command}', or choose '--format csv'."
        ) from None

    def put(path: Path, table: Table) -> None:
        kinds = {bool: pyarrow.bool_(), int: pyarrow.int64(), float: pyarrow.float64(), str: pyarrow.string()}
        columns = []
        for at in range(len(table.columns)):
            values = [row[at] for row in table.rows]
            kind = kinds[_kind(values)]
            columns.append(pyarrow.array(values, kind))
        parquet.write_table(pyarrow.table(columns, names=list(table.columns)), path)

    return put


def _kind(values: Iterable[Value]) -> type:
    """Return the type that all values of a column fit, text if there is none."""
    found = {type(value) for value in values if value is not None}
    return float if found == {int, float} else found.pop() if len(found) == 1 else str
