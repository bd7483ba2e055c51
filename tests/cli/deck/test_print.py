"""`wargame deck print`: what is printed of which files, and what is refused."""

import sys
from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from wargame.__main__ import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path)
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one sentence with which printing is refused."""
    assert main(["deck", "print", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    return said.err


def test_a_scenario_is_printed_into_one_file_here_and_says_what_to_do_with_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deck", "print", "small.yaml"]) == 0
    said = capsys.readouterr().out
    assert said == "Written: small-print.html. Open it in a browser, and print it on A4.\n"
    text = (here / "small-print.html").read_text(encoding="utf-8")
    for sheet in ("situations", "cards-north", "slips-south", "brief-north", "facilitator"):
        assert f'id="{sheet}"' in text


def test_only_what_is_asked_for_is_printed_on_the_paper_that_is_named(here: Path) -> None:
    arguments = ["--what", "slips, Briefs", "--paper", "letter", "--out", "some/where.html"]
    assert main(["deck", "print", "small.yaml", *arguments]) == 0
    text = (here / "some" / "where.html").read_text(encoding="utf-8")
    assert 'id="slips-north"' in text and 'id="brief-north"' in text and "size: Letter" in text
    assert 'id="situations"' not in text and 'id="facilitator"' not in text


def test_of_a_deck_its_own_cards_are_printed_with_the_rules_beside_it(here: Path) -> None:
    (here / "more.yaml").write_text(
        (here / "border.yaml").read_text(encoding="utf-8").split("- id: ice")[0]
        .replace("id: ford", "id: bridge").replace("Shots at the ford", "Shots at the bridge")
        .replace("id: fires", "id: fires-too").replace("card: ice", "card: bridge"),
        encoding="utf-8",
    )  # fmt: skip
    assert main(["deck", "print", "more.yaml", "--rules", "small.yaml", "--what", "cards"]) == 0
    text = (here / "more-print.html").read_text(encoding="utf-8")
    assert "Shots at the bridge" in text and "Shots at the ford" not in text
    assert main(["deck", "print", "border.yaml", "--what", "cards"]) == 0
    text = (here / "border-print.html").read_text(encoding="utf-8")
    assert "Shots at the ford" in text and "Ice on the river" in text


def test_of_a_deck_no_briefs_are_printed_unless_they_are_asked_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deck", "print", "border.yaml"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1:] == [
        "Of a deck, briefs are not printed; for these too: --what cards,slips,briefs,facilitator"
    ]
    text = (here / "border-print.html").read_text(encoding="utf-8")
    assert all(
        f'id="{sheet}"' in text for sheet in ("situations", "cards-north", "slips-south", "facilitator")
    )
    assert 'id="brief-north"' not in text
    assert main(["deck", "print", "border.yaml", "--what", "briefs,slips", "--force"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert 'id="brief-north"' in (here / "border-print.html").read_text(encoding="utf-8")


def test_only_the_seats_the_length_and_the_cards_that_are_named_are_printed(here: Path) -> None:
    assert main(["deck", "print", "small.yaml", "--seat", "The South"]) == 0
    text = (here / "small-print.html").read_text(encoding="utf-8")
    for sheet in ("situations", "cards-south", "slips-south", "brief-south", "facilitator"):
        assert f'id="{sheet}"' in text
    assert not any(f'id="{sheet}-north' in text for sheet in ("cards", "slips", "brief", "intent"))
    assert main(["deck", "print", "small.yaml", "--card", "ice", "--what", "cards", "--force"]) == 0
    text = (here / "small-print.html").read_text(encoding="utf-8")
    assert "Ice on the river" in text and "Shots at the ford" not in text
    write(here, RULES.replace("turns: [1, 3]", "turns: [1, 2]"), DECK.replace("{card: ice", "{card: ford"))
    assert main(["deck", "print", "small.yaml", "--length", "20 minutes", "--force"]) == 0
    text = (here / "small-print.html").read_text(encoding="utf-8")
    assert "Shots at the ford" in text and "Ice on the river" not in text and "December" not in text


def test_a_brief_for_one_length_asks_what_that_length_asks_and_nothing_else(here: Path) -> None:
    when = 'when: {tracks: {north.unity: ">= 50"}}'
    less = '{lengths: [short], text: At the end unity is 40 or more., when: {tracks: {north.unity: ">= 40"}}}'
    rules = RULES.replace(when, f"{when}\n          shorter: [{less}]")
    told = {}
    for usual in ("full", "short"):
        write(here, rules.replace("length: full", f"length: {usual}"))
        for length in ("full", "short", None):
            chosen = [] if length is None else ["--length", length]
            assert main(["deck", "print", "small.yaml", "--what", "briefs", "--force", *chosen]) == 0
            text = (here / "small-print.html").read_text(encoding="utf-8")
            told[usual, length] = ("50 or more" in text, "40 or more" in text)
    for usual in ("full", "short"):
        assert told[usual, "full"] == (True, False)
        assert told[usual, "short"] == (False, True)
        assert told[usual, None] == (True, True)


def test_a_shipped_scenario_and_a_shipped_deck_go_by_their_names(here: Path) -> None:
    assert main(["deck", "print", "practice", "--what", "cards"]) == 0
    assert "Beams on the weir" in (here / "practice-print.html").read_text(encoding="utf-8")
    assert main(["deck", "print", "quarantine-line", "--what", "slips"]) == 0
    assert "Decision slips of Cuba" in (here / "quarantine-line-print.html").read_text(encoding="utf-8")


def test_what_is_there_is_written_over_only_when_that_is_asked_for_and_a_deck_never(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "small-print.html").write_text("mine")
    said = refused(capsys, "small.yaml")
    assert "is not overwritten" in said and "--force" in said
    assert (here / "small-print.html").read_text() == "mine"
    assert main(["deck", "print", "small.yaml", "--force"]) == 0
    capsys.readouterr()
    assert (here / "small-print.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    for kept in ("small.yaml", "border.yaml"):
        before = (here / kept).read_bytes()
        assert "stays as it is" in refused(capsys, "small.yaml", "border.yaml", "--out", kept, "--force")
        assert (here / kept).read_bytes() == before


def test_a_pdf_is_written_where_the_extra_is_installed_and_refused_with_what_to_type_where_it_is_not(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["deck", "print", "small.yaml", "--format", "pdf", "--paper", "letter"]) == 0
    assert capsys.readouterr().out == "Written: small-print.pdf. Print it on Letter.\n"
    assert (here / "small-print.pdf").read_bytes().startswith(b"%PDF-")
    monkeypatch.setitem(sys.modules, "typst", None)
    out = ["--out", "other.pdf"]
    assert "-m pip install typst" in refused(capsys, "small.yaml", "--format", "pdf", *out)
    assert not (here / "other.pdf").exists()


def test_what_cannot_be_printed_is_refused_in_one_sentence(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "did you mean 'slips'?" in refused(capsys, "small.yaml", "--what", "slip")
    assert "names nothing" in refused(capsys, "small.yaml", "--what", ",")
    assert "did you mean 'south'?" in refused(capsys, "small.yaml", "--seat", "souht")
    assert "the seats are north, south" in refused(capsys, "small.yaml", "--seat", "none")
    assert "did you mean 'short'?" in refused(capsys, "small.yaml", "--length", "shrot")
    assert "did you mean 'ford'?" in refused(capsys, "small.yaml", "--card", "frod")
    assert "no card 'x'; the facilitator's sheet has" in refused(capsys, "small.yaml", "--card", "x")
    assert "neither such a scenario nor such a file" in refused(capsys, "nowhere")
    assert "more than one scenario" in refused(capsys, "practice", "small.yaml")
    (here / "empty").mkdir()
    assert "this folder holds no file" in refused(capsys, "empty")
    (here / "broken.yaml").write_text("- id: [", encoding="utf-8")
    assert refused(capsys, "broken.yaml").startswith("broken.yaml:2:1: ")
    write(here, RULES.replace("turns: [1, 3]", "turns: [1, 2]"), DECK.replace("{card: ice", "{card: ford"))
    said = refused(capsys, "small.yaml", "--card", "ice", "--length", "short")
    assert said == "none of these cards can come in the length 'short'\n"
    for place in (here, Path("new"), Path("new/"), Path("sheets.pdf")):
        said = refused(capsys, "small.yaml", "--out", str(place))
        assert "is no name for what is written" in said and "'.html'" in said
    assert "'.pdf'" in refused(capsys, "small.yaml", "--out", "sheets.html", "--format", "pdf")
    assert "cannot be written" in refused(capsys, "small.yaml", "--out", "border.yaml/x.html")
