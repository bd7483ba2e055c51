from pathlib import Path

import pytest

from tests.content.small import broken
from wargame.content.dominance import Dominant, dominant
from wargame.content.load import load_scenario

DENY = "{id: deny, label: Deny it}"
WANTS = "{number: north-south, weight: -1}"


def all_of(rules: Path) -> list[Dominant]:
    scenario = load_scenario(rules)
    return list(dominant(scenario.rules, scenario.cards))


def found(folder: Path, old: str, new: str) -> list[Dominant]:
    rules, _, _ = broken(folder, old, new)
    return [entry for entry in all_of(rules) if entry.seat == "north"]


def on_the_ford(folder: Path, effects: str) -> list[tuple[str, tuple[str | None, ...]]]:
    new = f"{{id: deny, label: Deny it, {effects}}}"
    return [(entry.option, entry.intents) for entry in found(folder, DENY, new) if entry.ask == "ford"]


def test_an_option_that_is_better_on_all_that_is_wanted_has_no_rival(tmp_path: Path) -> None:
    better = on_the_ford(tmp_path, "tags: [force], effects: [{tension: {north-south: -1}}]")
    assert better == [("deny", ("calm", "storm"))]


@pytest.mark.parametrize(
    "effects",
    [
        "effects: [{tension: {north-south: -1}}]",
        "tags: [force], effects: [{tension: {north-south: +6}}]",
        "tags: [force], effects: [{tracks: {north.unity: -3}}]",
        "tags: [force], effects: [{tension: {north-south: +9}, when: {flags: [talks]}}]",
    ],
    ids=["lacks the tag", "more tension", "less unity", "no worse for certain"],
)
def test_an_option_with_a_price_has_one(tmp_path: Path, effects: str) -> None:
    expected = [("deny", ("calm", "storm"))] if "when" in effects else []
    assert on_the_ford(tmp_path, effects) == expected


def test_costs_count_like_effects(tmp_path: Path) -> None:
    level = "effects: [{tension: {north-south: +5}, tracks: {north.unity: -2}}]"
    assert on_the_ford(tmp_path, f"tags: [force], {level}") == []


def test_a_flag_that_is_wanted_counts_when_it_is_set(tmp_path: Path) -> None:
    flag = "tags: [force], effects: [{flags: {clear: [talks]}}]"
    assert on_the_ford(tmp_path, flag) == []
    flag = "tags: [force], effects: [{flags: {set: [talks]}}]"
    assert on_the_ford(tmp_path, flag) == [("deny", ("calm", "storm"))]


def test_a_number_wanted_up_here_and_down_there_gives_no_option_an_edge(tmp_path: Path) -> None:
    both_ways = (
        "{number: north-south, weight: 1, below: 50}\n        - {number: north-south, weight: -1, above: 70}"
    )
    rules, _, _ = broken(tmp_path, WANTS, both_ways)
    text = rules.with_name("border.yaml").read_text(encoding="utf-8")
    better = "{id: deny, label: Deny it, tags: [force], effects: [{tension: {north-south: -1}}]}"
    rules.with_name("border.yaml").write_text(text.replace(DENY, better), encoding="utf-8")
    assert all(entry.ask != "ford" for entry in all_of(rules))


def test_a_seat_without_wants_has_nothing_to_prefer(tmp_path: Path) -> None:
    assert all(entry.seat != "south" for entry in all_of(broken(tmp_path, DENY, DENY)[0]))
