"""What can be typed to set the stage, and what is said of a mistake."""

import pytest

from tests.content.small import write
from wargame.content.load import load_scenario
from wargame.lab.stage import Setting
from wargame.lab.staged import Scenery
from wargame.tui.studio.scenery import Props

ASKS = {"north": {"deny": "Deny it", "fire": "Fire again"}}


@pytest.fixture(scope="module")
def props(tmp_path_factory: pytest.TempPathFactory) -> Props:
    return Props(load_scenario(write(tmp_path_factory.mktemp("small"))).rules, ASKS)


@pytest.mark.parametrize(
    ("typed", "set_to"),
    [
        ("turn 3", Scenery(Setting(turn=3))),
        ("north.force 20", Scenery(Setting(numbers={"north.force": 20}))),
        ("north-south=91", Scenery(Setting(numbers={"north-south": 91}))),
        ("talks", Scenery(Setting(flags=("talks",)))),
        ("vary north", Scenery(vary=("north",))),
        ("north fire", Scenery(held={"north": "fire"})),
        ("intent north storm", Scenery(intents={"north": "storm"})),
    ],
)
def test_everything_is_set_by_its_words_and_shown_as_set(props: Props, typed: str, set_to: Scenery) -> None:
    now = props.with_typed(Scenery(), typed)
    assert now == set_to
    before = {prop.typed for prop in props.rows(Scenery()) if prop.is_set}
    assert before == {"turn 1"}
    shown = {prop.typed for prop in props.rows(now) if prop.is_set}
    (words,) = props.told(now)
    assert words.split(" ")[0] in " ".join(shown - before)
    (row,) = shown - before
    assert props.without(now, row) == Scenery()


@pytest.mark.parametrize("typed", ["talks", "vary north", "north fire", "intent north storm"])
def test_what_is_set_once_more_is_taken_away(props: Props, typed: str) -> None:
    assert props.with_typed(props.with_typed(Scenery(), typed), typed) == Scenery()


def test_what_is_as_at_the_start_is_not_set(props: Props) -> None:
    now = props.with_typed(props.with_typed(Scenery(), "north.force 20"), "turn 2")
    assert props.with_typed(props.with_typed(now, "north.force 50"), "turn 1") == Scenery()


def test_what_is_not_set_cannot_be_taken_away(props: Props) -> None:
    for prop in props.rows(Scenery()):
        assert props.without(Scenery(), prop.typed) == Scenery()


def test_a_number_is_moved_by_steps_and_stays_between_0_and_100(props: Props) -> None:
    now = Scenery()
    for _ in range(30):
        now = props.nudged(now, "north.force", 5)
    assert now.setting.numbers == {"north.force": 100}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tlks", "nothing that can be set is called 'tlks'; did you mean 'talks'?"),
        ("turn 9", "the longest game plays the turns 1, 2, 3, and this is '9'"),
        ("north.force", "write a value from 0 to 100 behind it, as in 'north.force 60'"),
        ("north.force 101", "'north.force' takes a whole number from 0 to 100, and not '101'"),
        ("north.force x", "'north.force' takes a whole number from 0 to 100, and not 'x'"),
        ("north.force \u0663", "'north.force' takes a whole number from 0 to 100, and not '\u0663'"),
        ("north fier", "'north' has no option 'fier' on this card; did you mean 'fire'?"),
        ("vary south", "this card does not ask 'south': it asks north"),
        ("vary east", "there is no seat 'east'"),
        ("intent north clam", "there is no intent 'clam' of 'north'; did you mean 'calm'?"),
        ("turn", "write one of the turns behind it: 1, 2, 3"),
        ("vary", "write a seat behind it: north"),
        ("intent north", "write a seat and its intent behind it"),
        ("north", "write one of its options behind it, or 'vary north'"),
        ("talks watched", "what stands behind 'talks' does not belong to it; write one thing at a time"),
        ("", "write a name, or pick one below"),
    ],
)
def test_a_mistake_is_answered_by_one_sentence(props: Props, typed: str, said: str) -> None:
    with pytest.raises(ValueError) as no:
        props.with_typed(Scenery(), typed)
    assert str(no.value).startswith(said)
    assert "\n" not in str(no.value)
