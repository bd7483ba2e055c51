import json
from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, broken, write
from wargame.content import gather, shipped
from wargame.content.load import load_deck, load_scenario, scenario_from
from wargame.content.problems import ContentError
from wargame.content.scenario import canonical


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def problems(where: str | Path | None) -> list[str]:
    with pytest.raises(ContentError) as refused:
        load_scenario(where)
    return [str(problem) for problem in refused.value.problems]


def test_a_rules_file_is_loaded_with_the_decks_it_names(tmp_path: Path) -> None:
    scenario = load_scenario(write(tmp_path))
    assert scenario.rules.id == "small"
    assert scenario.seats() == ("north", "south")
    assert [card.id for card in scenario.cards] == ["ford", "ice"]


def test_without_a_word_the_shipped_scenario_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path).rename(tmp_path / "korea-2025.yaml")
    monkeypatch.setattr(gather, "rules_folder", lambda: tmp_path)
    assert load_scenario().rules.id == load_scenario("korea-2025").rules.id == "small"


MINE = """\
- id: raft
  title: A raft
  deal: {on: 2024-10}
  situation: A raft drifts by.
  asks:
    south:
      prompt: Whose is it?
      default: wait
      options:
        - {id: wait, label: Wait}
        - {id: row, label: Row out}
"""


def test_decks_are_added_before_those_of_the_scenario(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(MINE, encoding="utf-8")
    scenario = load_scenario(write(tmp_path), [mine, str(mine)])
    assert [card.id for card in scenario.cards] == ["raft", "ford", "ice"]


def test_a_deck_that_is_added_takes_the_place_of_one_of_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "border.yaml").write_text(MINE, encoding="utf-8")
    scenario = load_scenario(write(tmp_path), [folder / "border.yaml"])
    assert [card.id for card in scenario.cards] == ["raft"]


def test_a_deck_that_is_added_is_checked_with_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path)
    mine = tmp_path / "mine.yaml"
    for old, new, said in (
        ("south:", "soth:", "mine.yaml:6:5: there is no seat 'soth'; did you mean 'south'?"),
        ("id: raft", "id: ford", "mine.yaml:1:7: there is already a card 'ford'"),
        (MINE, RULES, "mine.yaml:1:1: this is not a deck: it has the fields of a rules file"),
    ):
        mine.write_text(MINE.replace(old, new), encoding="utf-8")
        with pytest.raises(ContentError) as refused:
            load_scenario(path, [mine])
        assert said in str(refused.value)


def test_a_misspelt_scenario_is_answered_with_the_nearest_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    monkeypatch.setattr(gather, "rules_folder", lambda: tmp_path)
    assert problems("smal") == [
        "smal: there is neither such a scenario nor such a file; did you mean 'small'?"
    ]


def test_a_path_that_leads_nowhere_is_told() -> None:
    assert problems("rules/none.yaml") == [
        "rules/none.yaml: there is neither such a scenario nor such a file; "
        "the scenarios of the program are cuba-1962, korea-2025, practice"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("To whom it may concern:\n  greetings\n", "none of the fields of one, such as 'title'"),
        (DECK, "it is a list, as a deck is"),
    ],
)
def test_what_is_no_rules_file_at_all_is_told_in_one_sentence(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "letter.yaml").write_text(text, encoding="utf-8")
    (told,) = problems("letter.yaml")
    assert told.startswith("letter.yaml:1:")
    assert f"this is not a rules file: {said}" in told.replace("it has ", "")


def test_rules_of_which_every_field_is_misspelt_are_told_field_by_field(tmp_path: Path) -> None:
    (tmp_path / "slips.yaml").write_text("titel: A crisis\nactrs: []\n", encoding="utf-8")
    told = problems("slips.yaml")
    assert "slips.yaml:1:1: unknown field 'titel'; did you mean 'title'?" in told
    assert "slips.yaml:2:1: unknown field 'actrs'; did you mean 'actors'?" in told


def test_a_save_is_told_to_be_one_however_large_it_is(tmp_path: Path) -> None:
    record = '{"n":0,"prev":"' + "0" * 64 + '","command":"' + "x" * 600_000 + '"}\n'
    (tmp_path / "game.jsonl").write_text(record, encoding="utf-8")
    said = "this is the save of a game, neither a deck nor rules; 'wargame resume' goes on with it"
    assert problems("game.jsonl") == [f"game.jsonl: {said}"]


def test_a_deck_is_found_in_the_folder_beside_that_of_the_rules(tmp_path: Path) -> None:
    for folder in ("rules", "decks"):
        (tmp_path / folder).mkdir()
    path = write(tmp_path / "rules")
    (tmp_path / "rules" / "border.yaml").rename(tmp_path / "decks" / "border.yaml")
    assert len(load_scenario(path).cards) == 2


def test_a_deck_is_found_among_the_shipped_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "shipped"
    elsewhere.mkdir()
    path = write(tmp_path)
    (tmp_path / "border.yaml").rename(elsewhere / "border.yaml")
    monkeypatch.setattr(gather, "decks_folder", lambda: elsewhere)
    assert len(load_scenario(path).cards) == 2


def test_a_deck_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    path, name, line = broken(tmp_path, "decks: [border]", "decks: [bordr, border]")
    assert problems(path) == [f"{tmp_path / name}:{line}:9: there is no deck 'bordr'; did you mean 'border'?"]


@pytest.mark.parametrize("deck", ["../border", "border.yaml", "/border"])
def test_a_deck_is_named_without_folder_and_ending(deck: str, tmp_path: Path) -> None:
    path, _, _ = broken(tmp_path, "decks: [border]", f"decks: [{deck}]")
    assert "a deck is named like 'sea-line'" in problems(path)[0]


def test_a_scenario_has_not_any_number_of_decks(tmp_path: Path) -> None:
    path, _, _ = broken(tmp_path, "decks: [border]", f"decks: [{', '.join(['border'] * 51)}]")
    assert any("a scenario has at most 50 decks" in line for line in problems(path))


def test_the_problems_of_all_files_are_told_at_once_in_order_of_place(tmp_path: Path) -> None:
    rules = RULES.replace("start: 60", "start: 600").replace("id: war,", "id: war, wra: 1,")
    deck = DECK.replace("title: Ice", "titel: Ice").replace("weight: 2", "weight: two")
    said = problems(write(tmp_path, rules, deck))
    files = [line.split(":")[0] for line in said]
    assert files == sorted(files)
    assert {Path(file).name for file in files} == {"border.yaml", "small.yaml"}
    assert len(said) == 4


def test_a_broken_card_does_not_hide_what_is_wrong_with_the_others(tmp_path: Path) -> None:
    deck = DECK.replace("title: Ice on the river", "title: 3").replace("north.unity: 2", "north.unti: 2")
    said = problems(write(tmp_path, deck=deck))
    assert [line.split(": ", 1)[1] for line in said] == [
        "there is no track 'north.unti'; did you mean 'north.unity'?",
        "'title' must be text, and is 3; put text in quotes",
    ]


def test_a_card_by_itself_needs_no_rules(tmp_path: Path) -> None:
    write(tmp_path)
    assert [card.id for card in load_deck(tmp_path / "border.yaml")] == ["ford", "ice"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("[]", "must not be empty"), ("id: x", "must be a list"), ("- 1", "must be fields"), ("", "empty")],
)
def test_what_is_no_deck_is_told_in_a_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=sentence):
        load_deck(tmp_path / "deck.yaml")


def test_the_content_kept_in_a_save_gives_the_same_scenario(tmp_path: Path) -> None:
    scenario = load_scenario(write(tmp_path))
    assert scenario_from(canonical(scenario)) == scenario


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"id":"small"', '"id":7'),
        ('"flags":["talks"]', '"flags":["tlaks"]'),
        ('"length":"full"', '"length":"fall"'),
        ('"turns":[1,3]', '"turns":[1,4]'),
        ("{", "["),
    ],
)
def test_damaged_content_of_a_save_is_refused_in_one_sentence(old: str, new: str, tmp_path: Path) -> None:
    text = canonical(load_scenario(write(tmp_path)))
    assert old in text
    with pytest.raises(ContentError) as refused:
        scenario_from(text.replace(old, new, 1))
    (problem,) = refused.value.problems
    assert problem.sentence.startswith("the content kept in the save is damaged: ")


def test_content_nested_without_end_is_refused(tmp_path: Path) -> None:
    data = json.loads(canonical(load_scenario(write(tmp_path))))
    data["rules"]["terminal"][0]["when"] = "DEEP"
    text = json.dumps(data).replace('"DEEP"', '{"not":' * 5000 + '{"flags":["talks"]}' + "}" * 5000)
    with pytest.raises(ContentError):
        scenario_from(text)


def test_the_shipped_scenario_has_no_problems() -> None:
    assert load_scenario(shipped.rules_folder() / "korea-2025.yaml").cards
