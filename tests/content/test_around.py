"""What stands around a fault tells what was meant: options there are, a field that a text has swallowed."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, told, write
from wargame.content.load import load_scenario
from wargame.content.problems import ContentError


def all_told(folder: Path, deck: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        load_scenario(write(folder, RULES, deck))
    return [str(problem).removeprefix(f"{folder / 'border.yaml'}:") for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("default: deny", "default:", "'default' must be one of 'deny', 'fire', and is empty"),
        ("default: deny", "default: ''", "'default' must be one of 'deny', 'fire', and is ''"),
        (
            "default: deny",
            "default: Deny it",
            "'default' must be one of 'deny', 'fire', and is 'Deny it'; did you mean 'deny'?",
        ),
        ("default: deny\n", "tags: [x]\n", "'default' is missing; it is one of 'deny', 'fire'"),
    ],
)
def test_of_a_default_that_is_none_the_options_are_told(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    assert sentence in [line.split(": ", 1)[1] for line in all_told(tmp_path, DECK.replace(old, new))]


def test_a_text_left_empty_is_not_told_to_stand_in_quotes(tmp_path: Path) -> None:
    assert told(tmp_path, "prompt: Who fired?", "prompt:") == "'prompt' must be text, and is empty"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "needs: {tracks: {north.force: ",
            "needs: {any: [], north.force: {x: ",
            "unknown field 'north.force'; put it under 'tracks:', as in tracks: {north.force: ...}",
        ),
        (
            "- {tension: {north-south: +5}}",
            "- {north-south: +5}",
            "unknown field 'north-south'; put it under 'tension:', as in tension: {north-south: ...}",
        ),
        (
            "needs: {tracks: {north.force: ",
            "needs: {tracks: {north-south: ",
            "the name 'north-south' must look like 'south.trust'; "
            "put it under 'tension:', as in tension: {north-south: ...}",
        ),
        ("deal: {weight: 2,", "deal: {weight: 2, north-south: 5,", "unknown field 'north-south'"),
    ],
)
def test_a_number_typed_as_a_field_is_told_where_it_belongs(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    assert told(tmp_path, old, new) == sentence


SWALLOWED = """\
- id: ice
  title: Ice
  situation: |
    The river froze over.

    Note: nobody crossed.
    asks:
      south:
        prompt: Close the bank?
        default: leave
"""


def test_a_field_that_a_text_has_swallowed_is_told_where_it_stands(tmp_path: Path) -> None:
    assert all_told(tmp_path, SWALLOWED) == [
        "7:5: 'asks:' looks like a field, but belongs to the text of 'situation': move it to the left"
    ]


def test_of_several_swallowed_fields_the_first_is_told(tmp_path: Path) -> None:
    deck = SWALLOWED.replace("    asks:", "    deal: {on: 2024-12}\n    asks:")
    assert all_told(tmp_path, deck) == [
        "7:5: 'deal:' looks like a field, but belongs to the text of 'situation': move it to the left"
    ]


def test_a_text_that_only_speaks_of_a_field_has_swallowed_none(tmp_path: Path) -> None:
    deck = SWALLOWED.replace("    asks:", "    He asks:")
    assert all_told(tmp_path, deck) == ["1:3: 'asks' is missing"]
