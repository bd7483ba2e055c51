"""What is said never to hold never does: what some state fulfils is called possible."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.content.small import DECK, RULES
from wargame.content.base import SeatId, typed_name
from wargame.content.cards import Card
from wargame.content.conditions import Condition
from wargame.content.possible import ANYWHERE, Scene, World, offered
from wargame.content.reading import read_yaml
from wargame.content.rules import Rules
from wargame.content.walk import walk
from wargame.engine.conditions import Compiler, Seen

RULES_OF_IT = Rules.model_validate_json(read_yaml(RULES, "small.yaml").json)
CARDS = TypeAdapter(tuple[Card, ...]).validate_json(read_yaml(DECK, "border.yaml").json)
WORLD = World(RULES_OF_IT, CARDS, [model for _, model in walk((RULES_OF_IT, *CARDS))])
FORD = Scene({str(seat): offered(ask) for seat, ask in CARDS[0].asks.items()})

numbers = st.integers(0, 100)
comparisons = st.builds(
    lambda sign, level: f"{sign} {level}", st.sampled_from([">=", "<=", "==", "!=", ">", "<"]), numbers
)
turns = st.builds(lambda sign, turn: f"{sign} {turn}", st.sampled_from([">=", "<", "=="]), st.integers(1, 3))
single = st.one_of(
    st.builds(lambda text: {"tension": {"north-south": text}}, comparisons),
    st.builds(lambda text: {"tracks": {"north.unity": text}}, comparisons),
    st.sampled_from([{"flags": ["talks"]}, {"flags": ["watched"]}, {"window": "frost"}, {"late": "south"}]),
    st.builds(lambda text: {"turn": text}, turns),
    st.sampled_from(
        [{"choices": {"north": "fire"}}, {"choices": {"north": ["deny", "fire"], "south": "hold"}}]
    ),
    st.sampled_from([{"chosen": {"north": "force"}}, {"chosen": "talk"}, {"intent": {"north": "storm"}}]),
)
conditions = st.recursive(
    single,
    lambda inner: st.one_of(
        st.builds(lambda one: {"not": one}, inner),
        st.builds(lambda several: {"any": several}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda one, other: {**one, **other}, inner, inner),
    ),
    max_leaves=6,
)


def condition(fields: object) -> Condition:
    return Condition.model_validate(fields, strict=False)


@given(
    conditions, numbers, numbers, st.sets(st.sampled_from(["talks", "watched"])), st.integers(1, 3),
    st.sampled_from(["deny", "fire"]), st.sampled_from(["hold", "call"]), st.booleans(), st.booleans(),
)  # fmt: skip
def test_what_some_state_fulfils_is_possible(
    fields: object, tension: int, unity: int, flags: set[str], month: int, north: str, south: str, late: bool,
    storm: bool,
) -> None:  # fmt: skip
    wanted = condition(fields)
    index = {"north-south": 0, "north.unity": 1}
    facts = SimpleNamespace(
        numbers=(tension, unity),
        flags=dict.fromkeys(flags),
        month=month,
        intents={"north": "storm" if storm else "calm"},
    )
    choices = {"north": north, "south": south}
    tags = {seat: FORD.offered[seat][option] for seat, option in choices.items()}
    seen = Seen(choices, tags, frozenset(["south"] if late else []))
    if Compiler(index, {"frost": frozenset([1])}).test(wanted)(facts, seen):
        assert WORLD.why_never(wanted, FORD) == ""


SAMPLES: dict[str, object] = {
    "tension": {"north-south": ">= 60"},
    "tracks": {"north.unity": ">= 60"},
    "flags": ["talks"],
    "window": "frost",
    "turn": ">= 2",
    "choices": {"north": "fire"},
    "chosen": {"north": "force"},
    "late": "south",
    "intent": {"north": "storm"},
    "any": [{"turn": ">= 2"}],
    "not": {"turn": ">= 2"},
}


def test_all_that_a_condition_can_ask_can_be_so_and_not_so() -> None:
    assert list(SAMPLES) == [typed_name(name) for name in Condition.model_fields]
    for name, value in SAMPLES.items():
        assert WORLD.why_never(condition({name: value}), FORD) == "", name
        assert WORLD.why_never(condition({"not": {name: value}}), FORD) == "", name


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"tension": {"north-south": ">= 60"}, "not": {"tension": {"north-south": ">= 40"}}}, "contradict"),
        ({"any": [{"turn": ">= 2"}, {"turn": "== 3"}], "window": "frost"}, "contradict"),
        ({"flags": ["mined"]}, "nothing sets the flag 'mined'"),
        ({"chosen": {"south": "force"}}, "no option of 'south' has the tag 'force'"),
        ({"intent": {"north": "storm"}, "not": {"intent": {"north": ["storm", "calm"]}}}, "contradict"),
        ({"flags": ["talks"], "not": {"any": [{"flags": ["talks"]}, {"turn": "== 1"}]}}, "contradict"),
    ],
)
def test_what_can_never_hold_is_said_with_its_reason(fields: object, why: str) -> None:
    assert why in WORLD.why_never(condition(fields))


def test_what_is_settled_narrows_what_is_possible() -> None:
    fire = replace(FORD, chosen={SeatId("north"): ["fire"]})
    denied = condition({"choices": {"north": "deny"}})
    assert WORLD.why_never(denied, FORD) == ""
    assert WORLD.why_never(denied, fire)
    assert WORLD.why_never(condition({"chosen": {"north": "force"}}), fire) == ""


def test_a_cost_must_be_there_to_be_paid() -> None:
    poor = condition({"tracks": {"north.unity": "< 2"}})
    costs = CARDS[0].asks[SeatId("north")].options[1].costs
    assert WORLD.why_never(poor) == ""
    assert WORLD.why_never(poor, Scene(costs=costs))


def test_an_ending_may_come_too_late_for_its_condition() -> None:
    first = condition({"turn": "== 1"})
    assert WORLD.why_never(first, Scene(turn=1)) == ""
    assert WORLD.why_never(first, Scene(turn=2))


def test_a_condition_of_very_many_alternatives_is_taken_to_be_possible() -> None:
    wide = {"any": [{"tension": {"north-south": f"== {level}"}} for level in range(30)]}
    wider = {**wide, "not": {"not": {"any": [{"not": {"turn": "== 1"}}, wide]}}}
    assert WORLD.why_never(condition({**wider, "flags": ["mined"]}), ANYWHERE) == ""
