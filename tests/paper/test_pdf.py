"""The sheets as PDF: set from data, on the paper that is named."""

import json
import re

import pytest

from tests.engine.rich import rich
from tests.engine.scenarios import book, card, on, plain
from tests.paper.test_html import hostile
from tests.study.games import HOSTILE, STEERING
from wargame.content.text import visible
from wargame.paper.page import text_of
from wargame.paper.pdf import data, pdf
from wargame.paper.write import WHAT, printed
from wargame.study.report.keep import ReportError


@pytest.mark.parametrize(("paper", "size"), [("A4", b"595.27"), ("Letter", b"612")])
def test_all_sheets_are_set_on_the_paper_that_is_named(paper: str, size: bytes) -> None:
    made = pdf(printed(book(rich()), paper=paper))
    assert made.startswith(b"%PDF-") and made.rstrip().endswith(b"%%EOF")
    assert set(re.findall(rb"/MediaBox ?\[0 0 ([0-9]+(?:[.][0-9]{2})?)", made)) == {size}


def test_each_part_can_be_set_alone() -> None:
    for what in WHAT:
        assert pdf(printed(book(rich()), (what,))).startswith(b"%PDF-")


def test_what_decks_say_reaches_the_page_as_data_and_the_page_reads_no_data_as_markup() -> None:
    made = printed(book(hostile()))
    assert pdf(made).startswith(b"%PDF-")
    told = json.dumps(data(made, ["Arial"]))
    for said in (*HOSTILE, STEERING):
        assert json.dumps(visible(said))[1:-1] in told, said
    assert "eval" not in text_of("sheets.typ")


def test_a_card_of_any_length_is_set_and_a_letter_without_a_font_is_refused() -> None:
    long = plain([card("clash", situation="A long sentence. " * 230, deal=on(1))])
    assert pdf(printed(book(long))).startswith(b"%PDF-")
    strange = plain([card("clash", situation="\N{CUNEIFORM SIGN A}", deal=on(1))])
    with pytest.raises(ReportError, match="print it into a PDF from a browser"):
        pdf(printed(book(strange)))
