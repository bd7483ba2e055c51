"""`wargame deck try` prints a table of what each combination of choices moves, and what else it brings."""

from pathlib import Path

import pytest

from tests.content.small import write
from wargame.__main__ import main
from wargame.lab import trial as trials


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path)


def tried(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["deck", "try", "ford", "--rules", "small.yaml", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


TABLE = """\
   north  south  north-south  north.unity  south.trust
1  deny   hold             .            .            .
2  deny   call            -3            .            .
3  fire   hold            +5           -2      -2 to 0
4  fire   call            +4           -2      -2 to 0

What else they bring, by row:
  2 and 4: Sets talks for 2 turns.
  3 and 4: “The South was seen to wait.”
  3 and 4: In 1 turn: north.force +1.
  3 and 4: chance.
     1 in 2: south.trust -2.
     1 in 2: Brings the card ice in 1 turn.
"""


def test_every_combination_is_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = tried(capsys, "--intent", "north=storm")
    assert (code, err) == (0, "")
    assert out.endswith(f"\n\n{TABLE}")
    heading = " ".join(out.removesuffix(TABLE).split())
    assert heading.startswith("Shots at the ford: October, the numbers as the game begins. Here is what")
    assert "The intent of north counts here, and is 'storm'." in heading


def test_the_state_is_told_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = tried(
        capsys, "--set", "north.force=10", "--set", "north-south=98", "--flag", "talks", "--turn", "2"
    )
    said = " ".join(out.split())
    assert (
        "November, the numbers as the game begins, except north.force 10, north-south 98 and talks set."
        in said
    )
    assert "north fire: 'Fire again' is shut: it needs North force 30 or more, and it is 10." in said
    assert "2 deny call -3" in said


def test_choices_are_fixed_and_seats_varied_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = tried(capsys, "--choose", "north=fire")
    rows = [line.split()[1:3] for line in out.splitlines() if line[:1].isdigit()]
    assert rows == [["fire", "hold"], ["fire", "call"]]
    _, out, _ = tried(capsys, "--seat", "north")
    rows = [line.split()[1:3] for line in out.splitlines() if line[:1].isdigit()]
    assert rows == [["deny", "hold"], ["fire", "hold"]]


def test_of_many_combinations_it_is_told_which_were_tried(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "MOST", 3)
    _, out, _ = tried(capsys)
    said = " ".join(out.split())
    assert (
        "These are each seat's options while all others take their default; 1 more combination can be" in said
    )


def test_a_card_that_moves_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = tmp_path / "border.yaml"
    deck.write_text(
        deck.read_text("utf-8").replace(", effects: [{tracks: {south.trust: -1}}]", ""), encoding="utf-8"
    )
    assert main(["deck", "try", "ice", "--rules", "small.yaml"]) == 0
    assert "No number moves." in capsys.readouterr().out


def test_a_table_too_wide_for_a_line_names_options_by_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "try", "nll-clash"]) == 0
    out = capsys.readouterr().out
    assert "Options, by number:" in out
    assert max(map(len, out.splitlines())) <= 78


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--choose", "north=fir"], "'north' has no option 'fir' on this card; did you mean 'fire'?"),
        (["--choose", "north"], "'--choose' is given as SEAT=OPTION, and not as 'north'"),
        (["--seat", "sout"], "this card does not ask 'sout'; did you mean 'south'?"),
        (["--set", "north.force=1", "--choose", "north=fire"], "'north' cannot choose 'fire' in this state"),
        (["--set", "north.froce=1"], "there is no number 'north.froce'; did you mean 'north.force'?"),
    ],
)
def test_what_cannot_be_tried_is_one_sentence_and_two(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = tried(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
