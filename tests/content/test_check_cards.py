"""What a card's parts say of each other must be so."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, told, write
from wargame.content.load import load_scenario
from wargame.content.problems import ContentError

TOGETHER = "choices: {north: fire, south: [hold, call]}"


def test_a_combination_names_only_seats_that_the_card_asks(tmp_path: Path) -> None:
    said = told(tmp_path, TOGETHER, "choices: {north: fire, east: hold}")
    assert said == "the card does not ask 'east'; it asks 'north', 'south'"


def test_a_combination_names_only_options_that_are_offered(tmp_path: Path) -> None:
    said = told(tmp_path, TOGETHER, "choices: {north: fire, south: [hold, cal]}")
    assert said == "there is no option 'cal' of 'south'; did you mean 'call'?"


def test_a_condition_names_only_options_that_are_offered(tmp_path: Path) -> None:
    said = told(tmp_path, "when: {choices: {north: deny}}", "when: {choices: {north: dney}}")
    assert said == "there is no option 'dney' of 'north'; did you mean 'deny'?"


def test_an_option_costs_only_tracks_of_its_seat(tmp_path: Path) -> None:
    said = told(tmp_path, "costs: {north.unity: 2}", "costs: {south.trust: 2}")
    assert said == "an option of 'north' can cost only tracks of 'north', and not 'south.trust'"


def test_a_standing_option_costs_only_tracks_of_its_seat(tmp_path: Path) -> None:
    said = told(tmp_path, "label: Drill, tags", "label: Drill, costs: {south.trust: 1}, tags")
    assert said.startswith("an option of 'north' can cost only tracks of 'north'")


def test_no_two_cards_of_a_deck_have_one_id(tmp_path: Path) -> None:
    deck = DECK.replace("- id: ice", "- id: ford").replace("card: ice", "card: ford")
    with pytest.raises(ContentError, match=r"there is already a card 'ford': .*border.yaml, line 1$"):
        load_scenario(write(tmp_path, deck=deck))


def test_no_two_cards_of_different_decks_have_one_id(tmp_path: Path) -> None:
    path = write(tmp_path, RULES.replace("decks: [border]", "decks: [border, other]"))
    (tmp_path / "other.yaml").write_text(DECK[DECK.index("- id: ice") :], encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_scenario(path)
    (problem,) = refused.value.problems
    assert (Path(problem.file).name, problem.line) == ("other.yaml", 1)
    line = DECK[: DECK.index("- id: ice")].count("\n") + 1
    assert problem.sentence == f"there is already a card 'ice': {tmp_path / 'border.yaml'}, line {line}"


def test_no_card_has_a_forecast_that_the_rules_have(tmp_path: Path) -> None:
    assert told(tmp_path, "- id: fires", "- id: storm") == "there is already a forecast 'storm'"


def test_a_card_that_asks_a_seat_which_there_is_not_is_told_that_and_nothing_that_follows(
    tmp_path: Path,
) -> None:
    deck = DECK.replace("    north:\n", "    north-land:\n").replace("{north: ", "{north-land: ")
    deck = deck.replace("intent: {north-land: storm}", "intent: {north: storm}")
    deck = deck.replace("choices: {north-land: fire}", "choices: {north: fire}")
    with pytest.raises(ContentError) as refused:
        load_scenario(write(tmp_path, deck=deck))
    assert [problem.sentence for problem in refused.value.problems] == [
        "there is no seat 'north-land'; did you mean 'north'?"
    ]
