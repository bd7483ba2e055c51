"""`wargame deck leads` draws what leads to a card and where it leads."""

from pathlib import Path

import pytest

from tests.content.small import write
from wargame.__main__ import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path)


ICE = """
What leads here
     ┌─ the deal · weight 2, any turn
     ▼
  ┌─ [ Shots at the ford (ford) ]
 ┌┴─ North fire and South hold or call, chance 1 in 2, next turn, if it is not
 │   so that the clock of South ran out and North chose what is tagged “force”
 │
 │┌─ the deal
 ├┴─ dated 2024-12, turn 3
 ▼
┏━━━━━━━━━━━━━━━━━━┓
┃ Ice on the river ┃
┃ ice · asks South ┃
┗━━━━━━━━━━━━━━━━━━┛
Where it leads
Nowhere: it brings no other card about, and opens none.
"""


def test_the_graph_around_a_card_is_drawn_with_ids_to_go_on_with(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["deck", "leads", "ice", "--rules", "small.yaml"])
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    assert said.out == ICE


def test_a_card_that_is_not_there_is_answered_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["deck", "leads", "ise", "--rules", "small.yaml"])
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert "there is no card 'ise'; did you mean 'ice'?" in said.err


def test_a_shipped_card_needs_nothing_but_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", "leads", "the-weir"]) == 0
    assert "What leads here" in capsys.readouterr().out
