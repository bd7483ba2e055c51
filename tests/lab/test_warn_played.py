"""What games between bots show of a scenario is told where it stands, and only when it is sure."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from wargame.content.audit import audit
from wargame.content.findings import Findings
from wargame.content.problems import Problem
from wargame.content.scenario import Scenario
from wargame.lab.warn_played import warn_played

FORD = DECK[: DECK.index("- id: ice")]


def played(folder: Path, rules: str = RULES, deck: str = DECK, games: int = 220) -> list[Problem]:
    found = audit([write(folder, rules, deck)])
    assert not found.problems
    ((gathered, _),) = found.scenarios
    assert gathered.rules.rules is not None and gathered.rules.document is not None
    cards, told = gathered.cards(), Findings()
    scenario = Scenario(rules=gathered.rules.rules, cards=tuple(laid.card for laid in cards))
    warn_played(scenario, gathered.rules.document, cards, games, told)
    return told.problems()


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wargame.lab.warn_played.usable_processes", lambda: 1)


def of(code: str, found: list[Problem]) -> list[Problem]:
    return [said for said in found if said.code == code]


def test_a_card_that_hardly_ever_comes(tmp_path: Path) -> None:
    rare = FORD.replace("id: ford", "id: rare").replace("id: fires", "id: bets")
    rare = rare.replace(
        '{weight: 2, when: {tension: {north-south: ">= 40"}}}', '{when: {tension: {north-south: "< 2"}}}'
    )
    deck = DECK + rare
    (said,) = of("rarely-dealt", played(tmp_path, deck=deck))
    assert said.sentence == "'rare' was dealt in 0 of 220 games"
    assert (Path(said.file).name, said.line) == (
        "border.yaml",
        deck[: deck.index("- id: rare")].count("\n") + 1,
    )
    assert of("rarely-dealt", played(tmp_path, deck=deck, games=60)) == []


def test_an_option_that_is_never_open(tmp_path: Path) -> None:
    deck = DECK.replace('needs: {tracks: {north.force: ">= 30"}}', 'needs: {tracks: {north.force: "> 99"}}')
    (said,) = of("rarely-chosen", played(tmp_path, deck=deck))
    assert said.sentence == "this was never open in 220 games"
    assert said.line == deck[: deck.index("- id: fire\n")].count("\n") + 1
    assert of("rarely-chosen", played(tmp_path, deck=deck, games=60)) == []


def test_an_option_that_nobody_chooses(tmp_path: Path) -> None:
    rules = RULES.replace("{number: north-south, weight: -1}", "{number: north-south, weight: -30}")
    (said,) = of("rarely-chosen", played(tmp_path, rules))
    assert said.sentence.startswith("this was chosen 0 times of the ")


def test_an_option_that_gives_the_intent_away(tmp_path: Path) -> None:
    storm = "{id: storm, title: Storm, weight: 1, brief: You want the line moved."
    rules = RULES.replace(f"{storm}}}", f"{storm}, wants: [{{tag: force, weight: 40}}]}}")
    told = of("telltale", played(tmp_path, rules))
    assert all("gives the intent away: with 'calm' it is " in said.sentence for said in told)
    assert {Path(said.file).name for said in told} == {"border.yaml", "small.yaml"}


def test_a_seat_that_is_seldom_asked(tmp_path: Path) -> None:
    months = "".join(f"  - {{month: 2025-0{month}, title: Month}}\n" for month in range(1, 8))
    rules = RULES.replace("windows: {frost: The", f"{months}windows: {{frost: The", 1)
    rules = rules.replace("turns: [1, 2, 3]", "turns: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]")
    told = of("rarely-asked", played(tmp_path, rules, games=40))
    assert [said.sentence.split(" times")[0] for said in told] == [
        "cards asked 'north' 1.0",
        "cards asked 'south' 2.0",
    ]


def test_a_remark_accepts_what_games_show(tmp_path: Path) -> None:
    deck = DECK.replace('needs: {tracks: {north.force: ">= 30"}}', 'needs: {tracks: {north.force: "> 99"}}')
    deck = deck.replace("- id: fire\n", "- id: fire  # accepted: rarely-chosen\n")
    assert of("rarely-chosen", played(tmp_path, deck=deck)) == []


UNITED = 'when: {tracks: {north.unity: ">= 50"}}'


def test_an_objective_that_is_out_of_reach_in_a_length_is_told_where_that_length_asks_it(
    tmp_path: Path,
) -> None:
    hard = '{lengths: [short], text: All., when: {tracks: {north.unity: "> 99"}}}'
    rules = RULES.replace(UNITED, f"{UNITED}\n          shorter: [{hard}]")
    (said,) = of("never-kept", played(tmp_path, rules))
    assert said.sentence == (
        "'united' was kept in 0 of 220 games of length 'short': ask less of it, or less in 'short': 'shorter'"
    )
    assert said.line == rules[: rules.index("shorter:")].count("\n") + 1
    assert of("never-kept", played(tmp_path, rules, games=20)) == []


def test_an_objective_that_is_a_gift_is_told_once_for_each_length(tmp_path: Path) -> None:
    rules = RULES.replace(UNITED, 'when: {tracks: {north.unity: ">= 1"}}\n          survives-war: true')
    told = of("always-kept", played(tmp_path, rules))
    ours = [said for said in told if said.sentence.startswith("'united'")]
    assert [said.sentence for said in ours] == [
        "'united' was kept in 220 of 220 games of length 'short': ask more of it",
        "'united' was kept in 220 of 220 games of length 'full': ask more of it",
    ]
