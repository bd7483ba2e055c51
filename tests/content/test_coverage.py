"""Each row of what the documents describe is carried by something that comes up in the game."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, told, write
from wargame.content.coverage import ENOUGH, KINDS, Carrier, coverage
from wargame.content.load import load_scenario
from wargame.content.shipped import rules_folder

WITH_ROWS = [path.stem for path in sorted(rules_folder().glob("*.yaml")) if load_scenario(path).rules.rows]


@pytest.mark.parametrize("scenario", WITH_ROWS)
def test_every_row_of_a_shipped_scenario_is_carried_twice_by_more_than_options(scenario: str) -> None:
    loaded = load_scenario(scenario)
    carried = coverage(loaded.rules, loaded.cards)
    assert carried
    thin = [
        row
        for row, carriers in carried.items()
        if sum(carrier.kind != "option" for carrier in carriers) < ENOUGH
    ]
    assert thin == []


def test_the_shipped_scenario_has_rows() -> None:
    assert len(coverage(load_scenario().rules, ())) == 35


def test_whatever_can_carry_a_row_is_found(tmp_path: Path) -> None:
    rules = RULES
    for old, new in (
        (
            "about: How far the North holds together.",
            "about: How far the North holds together., covers: [A1]",
        ),
        ("to: south-east, percent: 20", "to: south-east, percent: 20, covers: [A1]"),
        ("{id: drill, label: Drill,", "{id: drill, label: Drill, covers: [A1],"),
        ("            id: quiet\n", "            id: quiet\n            covers: [A1]\n"),
        ("{id: talked, title: They talked,", "{id: talked, title: They talked, covers: [A1],"),
        ("rows: {A1:", "rows: {A2: Nothing is heard., A1:"),
    ):
        assert rules.count(old) == 1, old
        rules = rules.replace(old, new)
    deck = DECK.replace("{id: close, label: Close it,", "{id: close, covers: [A1], label: Close it,")
    scenario = load_scenario(write(tmp_path, rules, deck))
    carried = coverage(scenario.rules, scenario.cards)
    assert list(carried) == ["A2", "A1"]
    assert carried["A2"] == ()
    assert carried["A1"] == (
        Carrier("card", "ford"),
        Carrier("option", "ice/south/close"),
        Carrier("option", "standing/north/drill"),
        Carrier("driver", "drums"),
        Carrier("track", "north.unity"),
        Carrier("coupling", "north-south to south-east"),
        Carrier("objective", "north/united"),
        Carrier("objective", "north/quiet"),
        Carrier("measure", "talked"),
    )
    assert {carrier.kind for carrier in carried["A1"]} == set(KINDS)


def test_an_option_adds_nothing_to_a_row_that_its_card_carries(tmp_path: Path) -> None:
    deck = DECK.replace("{id: deny, label: Deny it}", "{id: deny, label: Deny it, covers: [A1]}")
    scenario = load_scenario(write(tmp_path, deck=deck))
    kinds = [carrier.kind for carrier in coverage(scenario.rules, scenario.cards)["A1"]]
    assert kinds == ["card", "driver", "objective"]


@pytest.mark.parametrize("old", ["about: How far the North holds together.", "to: south-east, percent: 20"])
def test_a_row_that_is_not_declared_is_told(old: str, tmp_path: Path) -> None:
    assert "there is no row 'B9'" in told(tmp_path, old, f"{old}, covers: [B9]")
