"""A field is explained where it is filled, and what may stand in it is offered."""

from pathlib import Path

import pytest

from tests.content.small import DECK, write
from wargame.content.cards import Card
from wargame.content.editing.lines import Text
from wargame.content.editing.meaning import choices, explained, other_names
from wargame.content.editing.spans import Read
from wargame.content.gather import read_rules
from wargame.content.rules import Rules
from wargame.content.schema import meanings

FIRE = (0, "asks", "north", "options", 1)
READ = Read.of(Text.of(DECK))


@pytest.fixture
def rules(tmp_path: Path) -> Rules:
    found = read_rules(write(tmp_path)).rules
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0, "tags"), ["force", "talk"]),
        ((0, "asks", "south", "default"), ["hold", "call"]),
        ((0, "together", 0, "choices", "north"), ["deny", "fire"]),
        ((0, "together", 0, "chances", 1, "next", 0, "card"), ["ford", "ice"]),
        ((*FIRE, "effects", 1, "when", "intent", "north"), ["calm", "storm"]),
        ((0, "asks", "south", "options", 1, "effects", 1, "flags", "set"), ["talks", "watched", "mined"]),
        ((0, "deal", "on"), ["2024-10", "2024-11", "2024-12"]),
        ((0, "title"), []),
        ((0, "nowhere", 3), []),
    ],
)
def test_a_field_of_names_offers_those_that_there_are(rules, place, expected) -> None:
    assert [each.name for each in choices(READ, place, rules, {"ford": "F", "ice": "I"})] == expected


def test_what_a_name_stands_for_is_said(rules) -> None:
    assert dict(choices(READ, (0, "tags"), rules, {}))["talk"] == "Words are used."
    assert dict(choices(READ, (0, "asks", "north", "default"), rules, {}))["deny"] == "Deny it"


def test_a_field_is_explained_as_its_model_does_with_the_bounds_of_a_number(rules) -> None:
    assert explained((0, "title"), rules) == meanings(Card)["title"]
    assert explained((0, "copies"), rules).startswith("1 to 5. ")
    assert explained((*FIRE, "effects", 0, "tension", "north-south"), rules) == (
        "The North and The South. By how much it changes, from -100 to +100."
    )
    assert explained((0, "nowhere"), rules) == ""


def test_a_relation_can_be_called_by_any_other_that_is_not_there_yet(rules) -> None:
    others = other_names(READ, (*FIRE, "effects", 0, "tension", "north-south"), rules)
    assert [each.name for each in others] == ["north-east", "south-east"]
    assert other_names(READ, (0, "title"), rules) == []
