"""A card is found in the scenario that has it; which one is meant is asked where several have it."""

from pathlib import Path

import pytest

from tests.content.small import DECK, write
from wargame.content import finding, gather
from wargame.content.finding import scenario_with


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (tmp_path / "decks").mkdir()
    write(folder)
    (folder / "border.yaml").rename(tmp_path / "decks" / "border.yaml")
    for module in (finding, gather):
        monkeypatch.setattr(module, "rules_folder", lambda: folder)
    return folder


def no(card: str, rules: str | None = None, decks: tuple[str, ...] = ()) -> str:
    with pytest.raises(ValueError) as refused:
        scenario_with(card, rules, decks)
    return str(refused.value)


def test_a_shipped_card_is_found_in_whichever_scenario_has_it() -> None:
    assert scenario_with("nll-clash", None, ()).rules.id == "korea-2025"
    assert scenario_with("the-weir", None, ()).rules.id == "practice"


def test_where_two_scenarios_have_a_card_the_rules_say_which(shipped: Path) -> None:
    rules = (shipped / "small.yaml").read_text("utf-8").replace("id: small", "id: second")
    (shipped / "second.yaml").write_text(rules, encoding="utf-8")
    assert no("ford") == "there is a card 'ford' in second and small; say which is meant with --rules"
    assert scenario_with("ford", "second", ()).rules.id == "second"


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("forf", "there is no card 'forf'; did you mean 'ford'?"),
        ("mine.yaml", "there is no card 'mine.yaml'; this names a file: give the id of a card, and the file"),
        ("moon", "there is no card 'moon'; for a card of your own add --deck FILE"),
    ],
)
def test_a_card_that_there_is_not_is_answered(shipped: Path, card: str, said: str) -> None:
    assert no(card, "small").startswith(said)


def test_of_a_card_that_no_shipped_scenario_has_deck_and_rules_are_named() -> None:
    assert no("ferry").endswith(
        "; for a card of your own add --deck FILE, and --rules FILE for rules of your own"
    )


def test_cards_that_share_a_word_are_named(shipped: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        DECK[DECK.index("- id: ice") :].replace("id: ice", "id: a-raft-downstream"), encoding="utf-8"
    )
    told = no("raft-of-logs-seen", "small", (str(mine),))
    assert told.endswith("'raft-of-logs-seen'; with one of these words there are: a-raft-downstream")


def test_a_deck_goes_with_the_rules_beside_it_that_name_it(tmp_path: Path) -> None:
    write(tmp_path)
    assert scenario_with("ford", None, (str(tmp_path / "border.yaml"),)).rules.id == "small"


def test_a_deck_that_no_rules_beside_it_name_goes_with_the_usual_scenario(
    shipped: Path, tmp_path: Path
) -> None:
    (shipped / "small.yaml").rename(shipped / "korea-2025.yaml")
    mine = tmp_path / "mine.yaml"
    mine.write_text(DECK[DECK.index("- id: ice") :].replace("id: ice", "id: raft"), encoding="utf-8")
    assert len(scenario_with("raft", None, (str(mine),)).cards) == 3
