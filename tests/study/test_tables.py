"""Tables are read by spreadsheets, and nothing in them runs."""

import csv
import io

import pytest

from wargame.study.tables import as_csv


def cells(value: object) -> list[str]:
    return list(csv.reader(io.StringIO(as_csv(("name",), [(value,)]))))[1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n@x", "＝1", "\u200b=1"]
)
def test_a_text_that_begins_like_a_formula_is_a_text(text: str) -> None:
    (cell,) = cells(text)
    assert cell[0] in "'\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("value", [-3, 0, 2.5, -0.25])
def test_numbers_stay_numbers(value: float) -> None:
    assert float(cells(value)[0]) == value


def test_yes_no_and_nothing_are_said_so() -> None:
    assert (cells(True), cells(False), cells(None)) == (["yes"], ["no"], [""])


def test_a_text_is_one_cell_on_one_line_and_steers_no_terminal() -> None:
    text = 'He said "no, never",\r\nand\u2028left\x1b[2J; <b>'
    written = as_csv(("a", "b"), [(text, 1)])
    assert written.count("\n") == 2 and "\x1b" not in written and "\u2028" not in written
    rows = list(csv.reader(io.StringIO(written)))
    assert rows[1] == [
        'He said "no, never", and left\N{REPLACEMENT CHARACTER}[2J; <b>',
        "1",
    ]
