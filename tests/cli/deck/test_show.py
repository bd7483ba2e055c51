"""`wargame deck show` tells a card as the plain game tells it, to one seat or to each that it asks."""

from pathlib import Path

import pytest

from tests.content.small import write
from wargame.__main__ import main

Shown = tuple[int, str, str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path)


def show(capsys: pytest.CaptureFixture[str], *arguments: str) -> Shown:
    code = main(["deck", "show", "ford", "--rules", "small.yaml", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


SHOWN = """
Card: Shots at the ford

Shots were heard at the ford.

The card asks North and South.

The North (North) reads:

Who fired?

  1. Deny it
     This is what happens if you do not decide.

  2. Fire again
     Raises North-South tension; lowers North unity. Later may raise North
       force.
     Open: it needs North force 30 or more, and it is 50.

Forecast 1 of 1: Is force used?

The South (South) reads:

Do you answer?

  1. Hold
     This is what happens if you do not decide.

  2. Call them
     May lower North-South tension. Makes this true: Talks are on.

Forecast 1 of 2: Is a storm meant?
  Usually (base rate): 33%.

Forecast 2 of 2: Will the North fire?

When the envelopes are open:

The others read what a seat chose by its label, except here:
  North: 'Fire again' is read as 'Answer'.
"""


def test_each_seat_that_is_asked_is_shown_its_own_question(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = show(capsys)
    assert (code, err) == (0, "")
    assert out == SHOWN


def test_one_seat_is_shown_nothing_of_what_others_are_asked(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = show(capsys, "--seat", "south")
    assert code == 0
    assert "Do you answer?" in out
    assert "Who fired?" not in out


def test_in_another_state_an_option_is_shut(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = show(capsys, "--seat", "north", "--set", "north.force=10")
    assert "Shut: it needs North force 30 or more, and it is 10." in out


def test_a_flag_that_an_open_option_needs_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = tmp_path / "border.yaml"
    text = deck.read_text("utf-8").replace(
        "label: Call them\n", f"label: Call them\n{' ' * 10}needs: {{flags: [talks]}}\n"
    )
    deck.write_text(text, encoding="utf-8")
    _, out, _ = show(capsys, "--seat", "south", "--flag", "talks")
    assert "Open: it needs this: Talks are on." in out


def test_markup_in_a_card_is_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = tmp_path / "border.yaml"
    deck.write_text(
        deck.read_text("utf-8").replace("Shots were", "The [bold]shots[/] were"), encoding="utf-8"
    )
    _, out, _ = show(capsys)
    assert "The [bold]shots[/] were heard" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--seat", "sout"], "there is no seat 'sout'; did you mean 'south'?"),
        (["--seat", "moon"], "there is no seat 'moon'; the seats are north, south"),
        (["--set", "north.force"], "'--set' is given as NUMBER=VALUE, and not as 'north.force'"),
        (["--set", "north.force=many"], "'--set' takes a whole number from 0 to 100, and not 'many'"),
        (["--set", "north.force=1", "--set", "north.force=2"], "'--set' is given twice for 'north.force'"),
        (["--flag", "talk"], "there is no flag 'talk'; did you mean 'talks'?"),
        (["--turn", "9"], "the calendar has turns 1 to 3, and this is 9"),
        (["--turn", "soon"], "give a whole number from 1 to 60, and not 'soon'"),
        (["--intent", "north=strm"], "'north' has no intent 'strm'"),
        (["--deck", "none.yaml"], "none.yaml: there is no such file"),
        (["--deck", "small.yaml"], "this is not a deck: it has the fields of a rules file"),
    ],
)
def test_what_cannot_be_shown_is_one_sentence_and_two(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = show(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
