"""Tables for people who go on from there: rows of plain values, written so that a spreadsheet reads them.

A cell that begins like a formula is a text here, since what decks and players wrote stands in it: a mark
before it keeps every spreadsheet from reading it as anything else.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wargame.content.text import visible

Value = str | int | float | bool | None

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


class Table(NamedTuple):
    """A name, the names of the columns, and rows of as many values."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[Value]]) -> str:
    """Return rows as CSV (RFC 4180, with bare line feeds), every text on one line and harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_cell(column) for column in columns])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return harmless(value) if isinstance(value, str) else value


def harmless(text: str) -> str:
    """Return a text on one line, with a mark before it if a spreadsheet would take it for a formula."""
    mark = "'" if _FORMULA.match(text) else ""
    return mark + visible(" ".join(text.split()))
