"""Turns are dated by months or by days, whatever the scenario needs."""

from pathlib import Path

import pytest

from tests.content.small import told, write
from wargame.content.load import load_scenario

NOVEMBER = "{month: 2024-11, title: November}"


def test_a_turn_of_the_calendar_may_be_a_day(tmp_path: Path) -> None:
    rules = write(tmp_path)
    text = rules.read_text(encoding="utf-8").replace(NOVEMBER, "{day: 2024-11-05, title: The day}")
    rules.write_text(text, encoding="utf-8")
    dates = [turn.date for turn in load_scenario(rules).rules.calendar]
    assert dates == ["2024-10", "2024-11-05", "2024-12"]


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ("{day: 2024-11-31, title: x}", "there is no day 2024-11-31"),
        ("{day: 2024-11, title: x}", "'day' must look like '2025-04-12', and is '2024-11'"),
        (
            "{month: 2024-11, day: 2024-11-05, title: x}",
            "a turn of the calendar has a 'month' (2025-04) or a 'day' (2025-04-12)",
        ),
        ("{title: x}", "a turn of the calendar has a 'month' (2025-04) or a 'day' (2025-04-12)"),
        (
            "{day: 2024-10-01, title: x}, {day: 2024-10-01, title: y}",
            "the dates of a calendar rise: 2024-10-01 cannot come after 2024-10-01",
        ),
    ],
)
def test_a_date_that_cannot_be_is_told(new: str, sentence: str, tmp_path: Path) -> None:
    new = new.replace("}, {", "}\n  - {")
    assert told(tmp_path, NOVEMBER, new) == sentence


def test_a_card_dated_between_two_turns_is_told_when_turns_begin(tmp_path: Path) -> None:
    said = told(tmp_path, "{on: 2024-12}", "{on: 2024-11-05}")
    assert said == "no turn of the calendar begins on 2024-11-05; they begin on 2024-10, 2024-11, 2024-12"


def test_a_seat_that_one_person_is_offered_must_be_there(tmp_path: Path) -> None:
    said = told(tmp_path, "decks: [border]", "decks: [border]\nseat: nroth")
    assert said == "there is no seat 'nroth'; did you mean 'north'?"
