"""What a new field of a condition needs: every room that has to know of one knows of them all.

A field without a sample here fails first. Others hold who knows its answer (`test_what_shows.py`), what it
leaves possible (`test_possible.py`), how it is said (`test_saying.py`), its row in the page of the decks
(`test_docs_decks.py`).
"""

from types import SimpleNamespace

import pytest

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.engine.scenarios import Json, plain, scenario
from wargame.content.base import SeatId, typed_name
from wargame.content.check_conditions import Conditions, Setting
from wargame.content.check_names import uses
from wargame.content.conditions import Condition
from wargame.content.findings import Findings, Unplaced
from wargame.content.walk import walk
from wargame.engine.conditions import Compiler, Seen
from wargame.engine.sight import sight
from wargame.engine.state import replace

SAMPLES: dict[str, object] = {
    "tension": {"north-south": ">= 60"},
    "tracks": {"south.nerve": ">= 60"},
    "flags": ["talks"],
    "window": "vote",
    "turn": ">= 2",
    "choices": {"south": "south-act"},
    "chosen": {"south": "force"},
    "late": "south",
    "intent": {"south": "attack"},
    "any": [{"turn": ">= 2"}],
    "not": {"turn": "< 2"},
}
"""A condition of each field: it holds of what is YES below, and not of what is NO."""

SOUTH = SeatId("south")
FACTS = {
    "yes": SimpleNamespace(numbers=(70, 70), flags={"talks": None}, month=2, intents={"south": "attack"}),
    "no": SimpleNamespace(numbers=(10, 10), flags={}, month=1, intents={"south": "bargain"}),
}
SEEN = {
    "yes": Seen({SOUTH: "south-act"}, {SOUTH: frozenset({"force"})}, frozenset({SOUTH})),
    "no": Seen({SOUTH: "south-wait"}, {SOUTH: frozenset({"calm"})}, frozenset()),
}
RULES: Json = {
    "windows": {"vote": "An election is near."},
    "flags": {"talks": {"about": "Talks are on."}},
    "tags": {"force": "Force.", "calm": "Calm."},
}
INTENTS = [{"id": key, "title": key.title(), "weight": 1, "brief": "Brief."} for key in ("attack", "bargain")]
NAMELESS = {"turn", "any", "not"}
BY_CARD = {"choices"}
"""Names of options are each card's own, and so are checked with the card."""

fields = pytest.mark.parametrize("field", [typed_name(name) for name in Condition.model_fields])


def asking(field: str) -> Condition:
    """Return the sample condition of a field."""
    return Condition.model_validate({field: SAMPLES[field]}, strict=False)


def answer(field: str, facts: str, seen: str) -> bool:
    """Say what the engine answers to the sample of a field."""
    compiler = Compiler({"north-south": 0, "south.nerve": 1}, {"vote": frozenset({2})})
    return compiler.test(asking(field))(FACTS[facts], SEEN[seen])


def of_choices(field: str) -> bool:
    """Say whether the answer changes with what was chosen, as conditions see it, and nothing else."""
    return answer(field, "no", "yes") != answer(field, "no", "no")


@fields
def test_the_engine_asks_every_field(field: str) -> None:
    assert answer(field, "yes", "yes") and not answer(field, "no", "no")


@fields
def test_what_rests_on_choices_is_asked_only_where_there_are_some(field: str) -> None:
    found = Findings()
    rules = scenario(plain(**RULES)).rules
    Conditions(Unplaced("file"), rules, found).check(asking(field), ("when",), Setting("here", intent=True))
    assert bool(found.problems()) == of_choices(field)


@fields
def test_no_seat_is_told_that_an_objective_holds_which_rests_on_choices(field: str) -> None:
    objective = {"id": "goal", "text": "Goal.", "points": 1, "hold": "ever", "when": {field: SAMPLES[field]}}
    game = Game(plain(seats={"south": {"objectives": [objective], "intents": INTENTS}}, **RULES))
    over = replace(game.state, phase="ended")
    assert (sight(game.book, over, SOUTH).objectives[0].holds is None) == of_choices(field)


@fields
def test_every_name_in_a_condition_is_looked_up(field: str) -> None:
    named = {use.at[0] for use in uses(asking(field))}
    assert named == (set() if field in NAMELESS | BY_CARD else {field})


@fields
def test_the_rich_scenario_asks_every_field(field: str) -> None:
    """Only then do the tests of secrets, replays and saves try it."""
    conditions = [model for _, model in walk(scenario(rich())) if isinstance(model, Condition)]
    assert any(field in map(typed_name, one.model_fields_set) for one in conditions)
