"""A deck belongs to the rules that name it, wherever these lie, for every command alike."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from wargame.content.audit import audit
from wargame.content.belonging import inside, naming, rules_for
from wargame.content.chosen import chosen
from wargame.content.finding import scenario_with
from wargame.content.load import load_scenario
from wargame.content.problems import ContentError
from wargame.content.shipped import decks_folder, rules_folder

PASS = DECK.replace("id: ford", "id: pass").replace("id: ice", "id: snow").replace("card: ice", "card: snow")


@pytest.fixture
def kr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with decks of two scenarios in `decks` and both scenarios in `rules`."""
    for name in ("decks", "rules"):
        (tmp_path / "kr" / name).mkdir(parents=True)
    write(tmp_path / "kr")
    (tmp_path / "kr" / "small.yaml").rename(tmp_path / "kr" / "rules" / "small.yaml")
    (tmp_path / "kr" / "border.yaml").rename(tmp_path / "kr" / "decks" / "border.yaml")
    (tmp_path / "kr" / "decks" / "mountain.yaml").write_text(PASS, encoding="utf-8")
    other = RULES.replace("id: small", "id: high").replace("[border]", "[mountain]")
    (tmp_path / "kr" / "rules" / "high.yaml").write_text(other, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("kr")


def test_rules_are_found_in_a_folder_rules_beside_the_deck_s_own(kr: Path) -> None:
    decks = [kr / "decks" / "border.yaml", kr / "decks" / "mountain.yaml"]
    assert naming(decks) == {decks[0]: kr / "rules" / "small.yaml", decks[1]: kr / "rules" / "high.yaml"}


def test_of_two_rules_files_the_one_beside_the_deck_is_taken(kr: Path) -> None:
    (kr / "decks" / "own.yaml").write_text(RULES, encoding="utf-8")
    assert rules_for([kr / "decks" / "border.yaml"]) == kr / "decks" / "own.yaml"


def test_a_deck_called_as_a_shipped_one_belongs_to_the_shipped_rules_that_name_it(tmp_path: Path) -> None:
    copy = tmp_path / "quarantine-line.yaml"
    copy.write_bytes((decks_folder() / copy.name).read_bytes())
    assert rules_for([copy]).resolve() == rules_folder() / "cuba-1962.yaml"


def test_a_deck_that_nothing_names_goes_with_those_beside_it_or_with_the_usual_rules(kr: Path) -> None:
    mine = kr / "decks" / "mine.yaml"
    assert rules_for([mine]).stem == "korea-2025"
    assert rules_for([mine, kr / "decks" / "border.yaml"]) == kr / "rules" / "small.yaml"


def test_decks_of_two_scenarios_do_not_go_together(kr: Path) -> None:
    with pytest.raises(ContentError, match="more than one scenario"):
        rules_for([kr / "decks" / "border.yaml", kr / "decks" / "mountain.yaml"])


def test_every_way_to_a_deck_finds_the_same_rules(kr: Path) -> None:
    deck = str(kr / "decks" / "mountain.yaml")
    assert load_scenario(None, [deck]).rules.id == "high"
    assert scenario_with("pass", None, [deck]).rules.id == "high"
    assert chosen([deck]).scenario.rules.id == "high"
    assert audit([Path(deck)]).scenarios[0][0].rules.path == kr / "rules" / "high.yaml"


def test_a_folder_of_decks_is_checked_scenario_by_scenario(kr: Path) -> None:
    found = audit([kr / "decks"])
    assert found.problems == ()
    assert [line.split(";")[0] for line in found.against] == [
        f"{kr / 'decks' / 'border.yaml'}: checked against {kr / 'rules' / 'small.yaml'}",
        f"{kr / 'decks' / 'mountain.yaml'}: checked against {kr / 'rules' / 'high.yaml'}",
    ]


def test_a_folder_that_holds_folders_of_decks_and_rules_stands_for_their_files(kr: Path) -> None:
    assert [path.name for path in inside(kr)] == ["high.yaml", "small.yaml", "border.yaml", "mountain.yaml"]
    found = audit([kr])
    assert (found.problems, len(found.files), found.against) == ((), 4, ())


def test_of_a_folder_with_nothing_in_it_the_folders_that_hold_something_are_named(kr: Path) -> None:
    with pytest.raises(ContentError) as refused:
        inside(Path())
    assert str(refused.value) == ".:1:1: this folder holds no file '*.yaml'"
    (kr / "rules").rename(kr.parent / "regeln")
    with pytest.raises(ContentError) as refused:
        inside(Path())
    assert refused.value.problems[0].sentence.endswith("; there are some in regeln: name that")
