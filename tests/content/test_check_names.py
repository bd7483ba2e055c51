"""A name that leads nowhere is told where it is written, with the name that was probably meant."""

from pathlib import Path

import pytest

from tests.content.small import DECK, told

ROWS = "; rows are declared in the rules file under 'rows'"
NORTH_SOUTH = "a relation is written in actor order: 'north-south', not 'south-north'"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("number: north-south, weight", "number: south-north, weight"),
        ("from: north-south, to", "from: south-north, to"),
        ("- {tension: {north-south: +5}}", "- {tension: {south-north: +5}}"),
        ('when: {tension: {north-south: ">= 95"}}', 'when: {tension: {south-north: ">= 95"}}'),
        ("title: Tension at the end, number: north-south", "title: Tension, number: south-north"),
    ],
)
def test_a_relation_out_of_actor_order_is_told_the_right_way_round(
    old: str, new: str, tmp_path: Path
) -> None:
    assert told(tmp_path, old, new) == NORTH_SOUTH


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "- {tension: {north-south: +5}}",
            "- {tension: {north-suth: +5}}",
            "relation 'north-suth'; did you mean 'north-south'?",
        ),
        (
            "costs: {north.unity: 2}",
            "costs: {north.unit: 2}",
            "track 'north.unit'; did you mean 'north.unity'?",
        ),
        (
            "number: north.unity, weight",
            "number: north.untiy, weight",
            "number 'north.untiy'; did you mean 'north.unity'?",
        ),
        ("set: [talks], for: 2", "set: [talk], for: 2", "flag 'talk'; did you mean 'talks'?"),
        ("{flag: talks, weight", "{flag: tolks, weight", "flag 'tolks'; did you mean 'talks'?"),
        ("when: {flags: [talks]}", "when: {flags: [taks]}", "flag 'taks'; did you mean 'talks'?"),
        ("set: [watched]", "set: [wached]", "flag 'wached'; did you mean 'watched'?"),
        ("when: {chosen: force}", "when: {chosen: frce}", "tag 'frce'; did you mean 'force'?"),
        ("label: Drill, tags: [force]", "label: Drill, tags: [forse]", "tag 'forse'; did you mean 'force'?"),
        ("covers: [A1]\n  tags: [force]", "tags: [farce]", "tag 'farce'; did you mean 'force'?"),
        ("{tag: force, weight", "{tag: forces, weight", "tag 'forces'; did you mean 'force'?"),
        ("{tag: force, more", "{tag: fors, more", "tag 'fors'; did you mean 'force'?"),
        ("when: {window: frost}", "when: {window: forst}", "window 'forst'; did you mean 'frost'?"),
        (
            "windows: [frost]",
            "windows: [thaw]",
            "window 'thaw'; windows are declared in the rules file under 'windows'",
        ),
        ("when: {late: south}", "when: {late: suoth}", "seat 'suoth'; did you mean 'south'?"),
        (
            "when: {not: {late: south}}",
            "when: {not: {late: east}}",
            "seat 'east'; the seats are 'north' and 'south'",
        ),
        ("seats: [south]", "seats: [souht]", "seat 'souht'; did you mean 'south'?"),
        ("known-to: [north]", "known-to: [noth]", "seat 'noth'; did you mean 'north'?"),
        ("seat: south\n", "seat: sout\n", "seat 'sout'; did you mean 'south'?"),
        (
            "when: {chosen: {north: force}}\n",
            "when: {chosen: {nort: force}}\n",
            "seat 'nort'; did you mean 'north'?",
        ),
        (
            "    when: {intent: {north: storm}}\n    resolves: end",
            "    when: {intent: {north: strom}}\n    resolves: end",
            "intent 'strom' of 'north'; did you mean 'storm'?",
        ),
        ("card: ice, in: 1", "card: icy, in: 1", "card 'icy'; did you mean 'ice'?"),
        ("length: full", "length: fll", "length 'fll'; did you mean 'full'?"),
        ("title: Drums\n    covers: [A1]", "title: Drums\n    covers: [A2]", f"row 'A2'{ROWS}"),
        ("covers: [A1]\n          when", "covers: [B1]\n          when", f"row 'B1'{ROWS}"),
        (
            "set: [talks], for: 2",
            "set: [cyberwar]",
            "flag 'cyberwar'; flags are declared in the rules file under 'flags'",
        ),
        (
            "{north: storm}}, in: 1",
            "{north: hail}}, in: 1",
            "intent 'hail' of 'north'; the intents are 'calm' and 'storm'",
        ),
        ("north-east: {start: 20}", "nort-east: {start: 20}", "actor 'nort'; did you mean 'north'?"),
    ],
)
def test_a_misspelt_name_is_told_with_the_likely_one(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    assert told(tmp_path, old, new) == f"there is no {sentence}"


def test_any_row_may_be_covered_where_the_rules_list_none(tmp_path: Path) -> None:
    said = told(tmp_path, "rows: {A1: Drums are heard at home.}", "oops: 1")
    assert said == "unknown field 'oops'; did you mean 'hops'?"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("turns: [1, 2, 3], turn", "turns: [1, 2, 4], turn"),
        ("turns: [1, 2]\n", "turns: [1, 4]\n"),
        ("double: [2]", "double: [4]"),
        ("resolves: within 2, turns: [1]", "resolves: within 2, turns: [4]"),
        ("from: 2, war", "from: 4, war"),
    ],
)
def test_a_turn_lies_within_the_calendar(old: str, new: str, tmp_path: Path) -> None:
    assert told(tmp_path, old, new) == "the calendar has turns 1 to 3, and this is 4"


def test_a_dated_card_lies_within_the_calendar(tmp_path: Path) -> None:
    said = told(tmp_path, "{on: 2024-12}", "{on: 2025-01}")
    assert said == "the calendar runs from 2024-10 to 2024-12, and this is 2025-01"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("{nroth: calm}", "there is no seat 'nroth'; did you mean 'north'?"),
        ("{north: [calm, strom]}", "there is no intent 'strom' of 'north'; did you mean 'storm'?"),
    ],
)
def test_a_measure_is_given_for_seats_and_intents_that_there_are(
    given: str, sentence: str, tmp_path: Path
) -> None:
    talked = "{id: talked, title: They talked, when: {flags: [talks]}, hold: ever}"
    assert told(tmp_path, talked, f"{talked[:-1]}, given: {given}}}") == sentence


def test_a_follow_up_that_only_another_deck_at_hand_has_is_told_with_that_deck(tmp_path: Path) -> None:
    card = DECK[DECK.index("- id: ice") :].replace("id: ice", "id: thaw")
    (tmp_path / "spring.yaml").write_text(card, encoding="utf-8")
    said = told(tmp_path, "card: ice", "card: thaw")
    assert said == "the card 'thaw' is in no deck of this scenario; add 'spring' to its 'decks'"
