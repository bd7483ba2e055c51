"""The report as Markdown, read back by a Markdown reader that knows tables, bare addresses and the rest."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.study.games import HOSTILE, STEERING, hostile, saved
from tests.study.report.pages import Page
from wargame.content.text import visible
from wargame.study.replay import Replay
from wargame.study.report.markdown import markdown, opening, text
from wargame.study.report.told import Told
from wargame.study.report.write import report

OURS = {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "li",
    "strong",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}


def rendered(said: str) -> Page:
    return Page(MarkdownIt("gfm-like").render(said))


def test_the_page_holds_no_element_but_those_that_the_report_makes(tmp_path: Path) -> None:
    page = rendered(markdown(report(Told(Replay.open(hostile(tmp_path / "g.jsonl"))))))
    assert page.tags <= OURS and {"table", "h2", "ul"} <= page.tags
    for said in HOSTILE:
        assert " ".join(said.split()) in page.text, said
    assert " ".join(visible(STEERING).split()) in page.text


def test_every_row_of_a_table_has_as_many_cells_as_its_head(tmp_path: Path) -> None:
    written = markdown(report(Told(Replay.open(hostile(tmp_path / "g.jsonl")))))
    page = rendered(written)
    rows = sum(line.startswith("|") for line in written.splitlines())
    rules = sum(line.startswith("| ---") for line in written.splitlines())
    assert sum(tag == "tr" for tag, _ in page.elements) == rows - rules
    assert rules == sum(tag == "table" for tag, _ in page.elements) > 10


@pytest.mark.timeout(600)
@given(st.text(alphabet=st.sampled_from("ab1 .)-+=*_`<>[]()#|~&;:/\\!@w{}$^\"'"), min_size=1))
def test_any_text_reads_as_itself_at_the_start_of_a_line_and_in_a_cell(said: str) -> None:
    meant = " ".join(said.split())
    if meant:
        page = rendered(opening(said))
        assert page.tags == {"p"} and page.text == meant
    page = rendered(f"| a | b |\n| --- | --- |\n| {text(said)} | x |\n")
    assert page.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert page.text.split("b", 1)[1].strip().removesuffix("x").strip() == meant


def test_the_game_is_told_in_full(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl"))
    written = markdown(report(Told(replay)))
    assert replay.game.digest in written
    assert written.count("\n## ") == 8
