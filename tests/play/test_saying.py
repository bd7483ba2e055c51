"""Conditions in words."""

import json

import pytest

from tests.engine.scenarios import Json, book, plain
from wargame.content.base import typed_name
from wargame.content.conditions import Condition
from wargame.play.saying import Saying

RULES: Json = {
    "windows": {"vote": "An election is near."},
    "flags": {"talks": {"about": "Talks are on."}},
    "tags": {"force": "Force.", "calm": "Calm."},
}
INTENTS = [{"id": key, "title": key.title(), "weight": 1, "brief": "Brief."} for key in ("attack", "bargain")]


SAID: list[tuple[Json, str]] = [
    ({"tension": {"north-south": ">= 40 and < 60"}}, "North-South tension is 40 or more and under 60"),
    ({"tracks": {"south.nerve": "< 50"}}, "South nerve is under 50"),
    ({"flags": ["talks"], "turn": "> 2"}, "“Talks are on” is true and the calendar's turn is over 2"),
    ({"window": "vote"}, "it is so: “An election is near”"),
    ({"choices": {"south": ["south-act", "other"]}}, "South chose “Label south-act” or “other”"),
    ({"chosen": "force"}, "somebody chose what is tagged “force”"),
    ({"late": ["north", "south"]}, "the clock of North or South ran out"),
    ({"intent": {"north": "attack"}}, "North's intent is “Attack”"),
    (
        {"any": [{"flags": ["talks"]}, {"late": "ally"}]},
        "“Talks are on” is true; or the clock of Ally ran out",
    ),
    (
        {"turn": "== 3", "any": [{"flags": ["talks"]}, {"late": "ally"}]},
        "the calendar's turn is exactly 3 and (“Talks are on” is true; or the clock of Ally ran out)",
    ),
    ({"not": {"flags": ["talks"]}}, "“Talks are on” is not true"),
]


@pytest.mark.parametrize(("written", "said"), SAID)
def test_a_condition_is_said_with_the_names_that_its_ids_stand_for(written: Json, said: str) -> None:
    ready = book(plain(seats={"north": {"intents": INTENTS}}, **RULES))
    condition = Condition.model_validate_json(json.dumps(written))
    assert Saying(ready).condition(condition) == said


def test_what_a_condition_asks_of_the_calendar_can_be_left_out() -> None:
    ready = book(plain(**RULES))
    condition = Condition(turn=">= 2", window=("vote",), flags=("talks",))  # type: ignore[arg-type]
    assert Saying(ready).condition(condition, but_turns=True) == "“Talks are on” is true"
    only = Condition(turn=">= 2")
    assert Saying(ready).condition(only, but_turns=True) == ""


def test_nothing_that_a_condition_can_ask_is_left_unsaid() -> None:
    assert {name for written, _ in SAID for name in written} == {
        typed_name(name) for name in Condition.model_fields
    }
