"""What is legal but suspicious is told with its code and place, and can be accepted by a remark there."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, broken, write
from wargame.content.audit import audit
from wargame.content.problems import Problem

STRIKE = 'needs: {tracks: {north.force: ">= 30"}}'
CLOSE = "{id: close, label: Close it, effects: [{tracks: {south.trust: -1}}]}"


def warned(rules: Path) -> list[Problem]:
    found = audit([rules])
    assert not found.problems
    return [said for said in found.warnings if said.code != "rarely-asked"]


def told(folder: Path, old: str, new: str) -> tuple[str, str]:
    """Return code and sentence of the one warning of the scenario changed so, seen to be at the change."""
    path, name, line = broken(folder, old, new)
    (said,) = warned(path)
    assert said.file == str(folder / name)
    assert line <= said.line <= line + new.count("\n"), str(said)
    return said.code, said.sentence


def test_the_small_scenario_has_nothing_suspicious(tmp_path: Path) -> None:
    assert warned(write(tmp_path)) == []


@pytest.mark.parametrize(
    ("needs", "why"),
    [
        ('{tracks: {north.force: ">= 30"}, not: {tracks: {north.force: ">= 10"}}}', "its parts contradict"),
        ('{tracks: {north.unity: "< 2"}}', "its parts contradict each other"),
        ("{flags: [mined]}", "nothing sets the flag 'mined'"),
    ],
    ids=["contradicts itself", "is not enough to pay the cost", "waits for what never comes"],
)
def test_an_option_that_no_state_allows(needs: str, why: str, tmp_path: Path) -> None:
    code, said = told(tmp_path, STRIKE, f"needs: {needs}")
    assert code == "always-shut"
    assert said.startswith(f"this option is always shut: {why}")


def test_an_effect_whose_condition_never_holds(tmp_path: Path) -> None:
    code, said = told(tmp_path, "when: {choices: {north: deny}}", "when: {chosen: {north: talk}}")
    assert (code, said) == ("never-holds", "this never holds: no option of 'north' has the tag 'talk'")


def test_an_ending_that_cannot_come(tmp_path: Path) -> None:
    code, _ = told(tmp_path, 'when: {tension: {north-south: ">= 95"}}', "when: {flags: [mined]}")
    assert code == "never-holds"


def test_a_combination_behind_one_that_takes_all_its_cases(tmp_path: Path) -> None:
    hidden = "    - choices: {north: fire, south: call}\n      news: They called.\n"
    first = "  together:\n    - choices: {north: [deny, fire]}\n      news: A shot.\n"
    deck = DECK.replace("  together:\n", first + hidden)
    codes = [
        (said.code, said.line - deck[: deck.index(hidden)].count("\n"))
        for said in warned(write(tmp_path, deck=deck))
    ]
    assert codes == [("never-reached", 1), ("never-reached", 3)]


@pytest.mark.parametrize(
    ("old", "new"),
    [("{card: ice, in: 1,", "{card: ice, in: 3,"), ("when: {intent: {north: storm}}, in: 1}", "in: 12}")],
)
def test_what_comes_when_the_longest_game_is_over(old: str, new: str, tmp_path: Path) -> None:
    code, said = told(tmp_path, old, new)
    assert code == "too-late"
    assert "the longest game has 3" in said


@pytest.mark.parametrize(
    ("deal", "why"),
    [
        ('{weight: 2, when: {turn: ">= 3", window: frost}}', "its parts contradict each other"),
        ("{weight: 2, when: {flags: [mined]}}", "nothing sets the flag 'mined'"),
    ],
)
def test_a_card_that_can_never_be_dealt(deal: str, why: str, tmp_path: Path) -> None:
    code, said = told(tmp_path, '{weight: 2, when: {tension: {north-south: ">= 40"}}}', deal)
    assert (code, said) == ("never-dealt", f"'ford' is never dealt: {why}")


def test_a_card_dated_after_every_game(tmp_path: Path) -> None:
    rules = RULES.replace("turns: [1, 3]", "turns: [1, 2]").replace("turns: [1, 2, 3]", "turns: [1, 2]")
    deck = DECK.replace(", next: [{card: ice, in: 1, when: {chosen: {north: force}}}]", ", news: Ice.")
    deck = deck.replace("next: [{card: ice, in: 1, when: {chosen: {north: force}}}]", "news: Ice.")
    (said,) = warned(write(tmp_path, rules, deck))
    assert said.code == "never-dealt"
    assert said.sentence == "'ice' is never dealt: no length plays 2024-12 or a later turn"


def test_a_dated_card_whose_condition_holds_only_before(tmp_path: Path) -> None:
    deck = DECK.replace(", next: [{card: ice, in: 1, when: {chosen: {north: force}}}]", ", news: Ice.")
    deck = deck.replace("next: [{card: ice, in: 1, when: {chosen: {north: force}}}]", "news: Ice.")
    deck = deck.replace("deal: {on: 2024-12}", "deal: {on: 2024-12, when: {turn: '<= 1'}}")
    (said,) = warned(write(tmp_path, RULES, deck))
    assert said.code == "never-dealt"
    assert said.sentence == "'ice' is never dealt: 'when' holds in no turn from 2024-12 on"


def test_a_card_that_only_dead_content_brings(tmp_path: Path) -> None:
    deck = DECK.replace("  deal: {on: 2024-12}\n", "").replace(
        "when: {chosen: {north: force}}", "when: {flags: [mined]}"
    )
    said = warned(write(tmp_path, deck=deck))
    assert [warning.code for warning in said] == ["never-holds", "never-dealt"]
    assert said[1].sentence == "'ice' is never dealt: nothing that brings it can come about"


def test_a_card_that_comes_only_by_inject(tmp_path: Path) -> None:
    deck = DECK.replace("  deal: {on: 2024-12}\n", "")
    deck = deck.replace("next: [{card: ice, in: 1, when: {chosen: {north: force}}}]", "news: A quiet night.")
    (said,) = warned(write(tmp_path, deck=deck))
    assert said.code == "only-by-inject"


def test_a_seat_that_too_few_cards_ask(tmp_path: Path) -> None:
    rules = RULES.replace(
        "  - {month: 2024-12, title: December}\n",
        "".join(f"  - {{month: 2025-0{month}, title: Month}}\n" for month in range(1, 8)),
    ).replace("turns: [1, 2, 3]", "turns: [1, 2, 3, 4, 5, 6, 7, 8, 9]")
    deck = DECK.replace("on: 2024-12", "on: 2025-01")
    found = [said for said in audit([write(tmp_path, rules, deck)]).warnings if said.code == "rarely-asked"]
    assert [said.sentence for said in found] == [
        "only 1 card can ask 'north' in a game of 9 turns; 4 or more give it something to decide",
        "only 2 cards can ask 'south' in a game of 9 turns; 4 or more give it something to decide",
    ]


def test_an_option_better_than_its_siblings_on_all_that_is_wanted(tmp_path: Path) -> None:
    better = "{id: deny, label: Deny it, tags: [force], effects: [{tension: {north-south: -1}}]}"
    code, said = told(tmp_path, "{id: deny, label: Deny it}", better)
    assert code == "without-rival"
    assert said == "this is better than every other option on all that 'north' wants: let it cost something"


def test_a_situation_that_does_not_fit_the_smallest_screen(tmp_path: Path) -> None:
    long = " ".join(["The river froze over."] * 60)
    code, said = told(tmp_path, "situation: The river froze over.", f"situation: {long}")
    assert (code, said.split(",")[0]) == ("too-long", "this takes 18 lines of a screen of 80 by 24")


def test_a_label_is_measured_in_columns(tmp_path: Path) -> None:
    code, said = told(tmp_path, "label: Close it", f"label: {'강' * 37}")
    assert (code, said.split(",")[0]) == ("too-long", "this is 74 columns wide")


def test_a_card_without_a_source_where_the_rules_name_theirs(tmp_path: Path) -> None:
    rules = RULES.replace("question: Who", "sources: [The border archive]\nquestion: Who")
    deck = DECK.replace("- id: ice\n", "- id: ice\n  source: The almanac.\n")
    (said,) = warned(write(tmp_path, rules, deck))
    assert (said.code, said.sentence.split(",")[0]) == ("no-source", "'ford' has no 'source'")


@pytest.mark.parametrize(
    "remark",
    [
        "{needs}  # accepted: always-shut",
        "{needs}  # accepted: too-long, always-shut, since the facilitator may open it",
        "# accepted: always-shut\n          {needs}",
    ],
)
def test_a_remark_where_it_stands_accepts_a_warning(remark: str, tmp_path: Path) -> None:
    path, _, _ = broken(tmp_path, STRIKE, remark.format(needs="needs: {flags: [mined]}"))
    assert warned(path) == []


@pytest.mark.parametrize(
    "remark",
    ["{needs}  # accepted: too-long", "{needs}\n          # accepted: always-shut", "{needs}  # always-shut"],
)
def test_a_remark_about_something_else_or_elsewhere_accepts_nothing(remark: str, tmp_path: Path) -> None:
    path, _, _ = broken(tmp_path, STRIKE, remark.format(needs="needs: {flags: [mined]}"))
    assert [said.code for said in warned(path)] == ["always-shut"]


def test_a_scenario_with_problems_is_told_no_warnings(tmp_path: Path) -> None:
    rules = RULES.replace("length: full", "length: fll")
    deck = DECK.replace(STRIKE, "needs: {flags: [mined]}")
    found = audit([write(tmp_path, rules, deck)])
    assert found.problems and not found.warnings


def test_a_deck_by_itself_is_told_its_own_warnings_only(tmp_path: Path) -> None:
    rules = write(
        tmp_path, RULES.replace('when: {tension: {north-south: ">= 95"}}', "when: {flags: [mined]}")
    )
    assert [said.code for said in warned(rules)] == ["never-holds"]
    assert audit([tmp_path / "border.yaml"]).warnings == ()


def test_a_warning_is_one_line_with_its_code() -> None:
    said = str(Problem("deck.yaml", 3, 5, "this never holds: x", "never-holds"))
    assert said == "deck.yaml:3:5: warning: this never holds: x [never-holds]"
