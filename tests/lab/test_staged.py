"""A card on the stage while it is edited: what is set there stays, and what was sound is kept."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.content.small import DECK, write
from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.lab.stage import Setting
from wargame.lab.staged import LastSound, Scenery, Staged, staged

NORTH = SeatId("north")
WEAK = Scenery(Setting(numbers={"north.force": 20}))


@dataclass(frozen=True)
class Spot:
    id: str
    at: int = 0
    of: int = 2
    deck: Path = Path("border.yaml")


def on_stage(scenario: Scenario, card: str = "ford", scenery: Scenery = WEAK) -> Staged:
    found = staged(scenario, card, scenery)
    assert found is not None
    return found


def test_what_opens_a_shut_option_is_the_nearest_state_in_which_it_is_open(crisis: Scenario) -> None:
    shut = on_stage(crisis)
    assert shut.openings == {(NORTH, "fire"): Setting(numbers={"north.force": 30})}
    opened = on_stage(crisis, scenery=WEAK.with_set(shut.openings[NORTH, "fire"]))
    assert opened.openings == {}
    assert len(opened.tried().tried) == 4


def test_costs_and_flags_are_among_what_opens_an_option(tmp_path) -> None:
    needs = 'needs: {tracks: {north.force: ">= 30"}}'
    deck = DECK.replace(needs, 'needs: {flags: [talks], tension: {north-south: "< 50 and != 49"}}')
    poor = Scenery(Setting(numbers={"north.unity": 1}))
    found = on_stage(load_scenario(write(tmp_path, deck=deck)), scenery=poor)
    assert found.openings == {
        (NORTH, "fire"): Setting(numbers={"north.unity": 2, "north-south": 48}, flags=("talks",))
    }


def test_an_option_that_waits_for_something_else_has_nothing_that_opens_it(tmp_path) -> None:
    deck = DECK.replace('needs: {tracks: {north.force: ">= 30"}}', 'needs: {turn: ">= 3"}')
    scenario = load_scenario(write(tmp_path, deck=deck))
    assert on_stage(scenario).openings == {}
    assert on_stage(scenario).tried().shut


def test_choices_that_a_card_does_not_have_are_left_for_the_cards_that_do(crisis: Scenario) -> None:
    scenery = Scenery(vary=("north",), held={"south": "call"})
    assert (on_stage(crisis, "ford", scenery).vary, on_stage(crisis, "ford", scenery).held) == (
        ("north",),
        {"south": "call"},
    )
    other = on_stage(crisis, "ice", scenery)
    assert (other.vary, other.held) == ((), {})
    assert len(other.tried().tried) == 2


def test_a_choice_that_is_shut_cannot_be_held(crisis: Scenario) -> None:
    scenery = Scenery(WEAK.setting, held={"north": "fire"})
    with pytest.raises(ValueError, match="'north' cannot choose 'fire' in this state"):
        on_stage(crisis, scenery=scenery).tried()


def test_a_trial_ends_when_it_is_told_to(crisis: Scenario) -> None:
    answers = iter([True, True, False])
    found = on_stage(crisis, scenery=Scenery()).tried(lambda: next(answers))
    assert (len(found.tried), found.left) == (2, 2)


def test_a_card_that_is_no_longer_sound_is_as_it_was_and_in_the_state_set_now(crisis: Scenario) -> None:
    sound = LastSound()
    now = sound.staged(Spot("ford"), Scenery(), crisis, lambda: None)
    assert now is not None
    assert now.as_of == "now"
    then = sound.staged(Spot("ford"), WEAK, None, lambda: None)
    assert then is not None
    assert (then.as_of, then.card, then.scenery) == ("before", "ford", WEAK)


def test_a_card_whose_id_is_the_problem_is_known_by_its_place(crisis: Scenario) -> None:
    sound = LastSound()
    sound.staged(Spot("ford", 0), Scenery(), crisis, lambda: None)
    sound.staged(Spot("ice", 1), Scenery(), crisis, lambda: None)
    found = sound.staged(Spot("", 1), Scenery(), crisis, lambda: None)
    assert found is not None
    assert found.card == "ice"


def test_a_card_that_was_never_sound_here_is_as_it_was_saved_if_it_was(crisis: Scenario) -> None:
    found = LastSound().staged(Spot("ford"), Scenery(), None, lambda: crisis)
    assert found is not None
    assert found.as_of == "saved"
    assert LastSound().staged(Spot("fnord"), Scenery(), None, lambda: crisis) is None
    assert LastSound().staged(Spot("ford"), Scenery(), None, lambda: None) is None
