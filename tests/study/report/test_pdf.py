"""The report as PDF: set from data, in fonts that are there, or refused with what to do instead."""

import json
import sys
from pathlib import Path

import pytest

from tests.study.games import HOSTILE, hostile, saved
from wargame.__main__ import main
from wargame.content.text import visible
from wargame.study.replay import Replay
from wargame.study.report.keep import ReportError
from wargame.study.report.page import text_of
from wargame.study.report.parts import Report
from wargame.study.report.pdf import data, pdf
from wargame.study.report.told import Told
from wargame.study.report.typeset import KOREAN, LATIN, fonts
from wargame.study.report.write import report


def test_a_whole_game_and_a_hostile_one_are_set(tmp_path: Path) -> None:
    for save in (saved(tmp_path / "g.jsonl"), hostile(tmp_path / "h.jsonl")):
        made = pdf(report(Told(Replay.open(save))))
        assert made.startswith(b"%PDF-") and made.rstrip().endswith(b"%%EOF") and len(made) > 20_000


def test_what_people_typed_reaches_the_page_as_data_and_the_page_reads_no_data_as_markup(
    tmp_path: Path,
) -> None:
    told = json.dumps(data(report(Told(Replay.open(hostile(tmp_path / "h.jsonl")))), ["Arial"]))
    for said in HOSTILE:
        assert json.dumps(visible(said))[1:-1] in told, said
    assert "eval" not in text_of("parts.typ") + text_of("report.typ")


def test_one_family_for_latin_letters_and_one_for_korean_are_taken_of_those_that_are_there() -> None:
    assert fonts("Seoul", ["Arial", "DejaVu Sans", "Malgun Gothic"]) == ["Arial", "Malgun Gothic"]
    assert fonts("Seoul", ["Libertinus Serif"]) == ["Libertinus Serif"]
    assert fonts("서울, 東京", [LATIN[0], KOREAN[0]]) == [LATIN[0], KOREAN[0]]


@pytest.mark.parametrize(
    ("said", "there"), [("서울", "Arial"), ("東京", "Arial"), ("มี", KOREAN[0]), ("🙂", KOREAN[0])]
)
def test_a_letter_that_no_font_is_known_to_have_is_refused_with_what_to_do_instead(
    said: str, there: str
) -> None:
    with pytest.raises(
        ReportError, match=rf"letter '{said[0]}'.*print it into a PDF from a browser"
    ) as refused:
        fonts(f"Said: {said}", [there])
    assert (f"install the font {KOREAN[0]}" in str(refused.value)) == (there == "Arial")


def test_without_the_extra_a_pdf_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    save = saved(tmp_path / "g.jsonl", turns=2)
    assert main(["review", str(save), "--format", "pdf"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and "-m pip install typst" in said.err
    assert not (tmp_path / "g-report.pdf").exists()


def test_a_pdf_goes_beside_the_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save = saved(tmp_path / "g.jsonl", turns=2)
    assert main(["review", str(save), "--format", "pdf"]) == 0
    assert (tmp_path / "g-report.pdf").read_bytes().startswith(b"%PDF-")
    assert "g-report.pdf" in capsys.readouterr().out


def test_a_report_with_nothing_in_it_is_set_too() -> None:
    assert pdf(Report("A game", "Nothing.", (), ())).startswith(b"%PDF-")
