"""Decks as they are being typed: what is wrong with one card leaves the others on the table."""

from pathlib import Path

import pytest

from tests.content.small import DECK, write
from wargame.content.gather import read_rules
from wargame.lab.checking import Checker, Found

MORE = """\
- id: thaw
  title: The thaw
  situation: The ice breaks.
  asks:
    south:
      prompt: Wait?
      default: wait
      options: [{id: wait, label: Wait}, {id: go, label: Go, next: [{card: ice}]}]
"""


def checked(folder: Path, deck: str) -> Found:
    return Checker(read_rules(write(folder))).check({folder / "border.yaml": deck})


def on_the_table(found: Found) -> list[str]:
    return [str(card.id) for card in found.scenario.cards] if found.scenario else []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Ice on the river", "ttile: Ice on the river"),
        ("south.trust: -1}", "south.turst: -1}"),
        ("title: Ice on the river", "title: Ice: [on the river"),
        ("deal: {on: 2024-12}", "deal: {on: 2024-12"),
        ("default: leave", "default: stay"),
        ("situation: The river", "situation: 'The river"),
    ],
)
def test_a_problem_of_one_card_leaves_those_before_behind_and_leading_to_it(tmp_path, old, new) -> None:
    deck = DECK + MORE
    assert deck.count(old) == 1
    found = checked(tmp_path, deck.replace(old, new))
    assert found.problems
    assert on_the_table(found) == ["ford", "thaw"]


def test_a_deck_without_a_problem_has_all_its_cards_on_the_table(tmp_path) -> None:
    found = checked(tmp_path, DECK + MORE)
    assert (found.problems, on_the_table(found)) == ((), ["ford", "ice", "thaw"])


def test_of_a_deck_that_cannot_be_read_the_rest_keeps_its_lines(tmp_path) -> None:
    deck = (DECK + MORE).replace("title: Shots", "title: Shots: [").replace("label: Go,", "label: '',")
    lines = {problem.line for problem in checked(tmp_path, deck).problems}
    at = deck[: deck.index("label: ''")].count("\n") + 1
    assert at in lines


@pytest.mark.parametrize("deck", ["", "- {", "a: *x\n", "- |\n  x\n- 5\n", "\x1b[2J"])
def test_a_deck_of_which_nothing_can_be_read_puts_nothing_on_the_table(tmp_path, deck) -> None:
    found = checked(tmp_path, deck)
    assert found.problems
    assert on_the_table(found) == []
