"""Bare Textual apps to measure the screens beside: `beside.py empty`, and a board of tables: `board`."""

import sys

from textual.app import App, ComposeResult
from textual.containers import Grid
from textual.widgets import DataTable, Static

READY = "ready"

RELATIONS, NUMBERS, OPTIONS, NEWS = 15, 6, 4, 12


class Empty(App[None]):
    """An app that shows one word."""

    def compose(self) -> ComposeResult:
        """Show the word."""
        yield Static(READY)


class Board(App[None]):
    """The table's four panels, each as a table that ships with Textual; the last tells of the row chosen."""

    DEFAULT_CSS = "Grid { grid-size: 2 2; } DataTable { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """Lay the panels out, under the word that says that they are there."""
        yield Static(READY)
        with Grid():
            for rows in (RELATIONS, NUMBERS, OPTIONS, NEWS):
                table: DataTable[str] = DataTable(cursor_type="row")
                table.add_columns("name", "now", "before", "why")
                yield filled(table, rows)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Tell of another row."""
        told = list(self.query(DataTable[str]))[-1]
        if event.data_table is not told:
            filled(told.clear(), NEWS, f"what moved {event.cursor_row}")


def filled(table: DataTable[str], rows: int, why: str = "what moved it") -> DataTable[str]:
    """Fill a table with so many rows, and return it."""
    for row in range(rows):
        table.add_row(f"name {row}", str(row), str(row - 1), why)
    return table


APPS: dict[str, type[App[None]]] = {"empty": Empty, "board": Board}

if __name__ == "__main__":
    APPS[sys.argv[1]]().run()
