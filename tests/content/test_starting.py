"""A new deck or scenario is sound and playable as it stands, and never takes the place of a file."""

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from wargame.content.audit import audit
from wargame.content.dominance import dominant
from wargame.content.gather import Deck
from wargame.content.load import load_scenario
from wargame.content.problems import ContentError
from wargame.content.reading import read_yaml
from wargame.content.rules import Rules
from wargame.content.schema import schema_text
from wargame.content.shipped import rules_folder
from wargame.content.starting import new_deck, new_scenario
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

SCENARIOS = sorted(path.stem for path in rules_folder().glob("*.yaml"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def play(book: Book) -> Table:
    table = Table(book, Unsaved(), VirtualClock())
    seed = seed_from(5)
    table.begin(begin(book, seed, holders(book, seed, [], None)))
    play_out(table)
    return table


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_new_deck_has_no_problems_and_is_met_in_the_first_turn(scenario: str) -> None:
    made = new_deck(None, load_scenario(scenario).rules)
    assert made.path == Path("my-deck.yaml")
    found = audit([made.path], scenario)
    assert found.problems == ()
    assert {each.code for each in found.warnings} == {"stand-in"}
    book = Book(load_scenario(scenario, [made.path]))
    (first, *_) = play(book).state.every_exchange()
    assert (first[0], first[1].card) == (1, "my-deck-letter")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_option_of_a_new_deck_is_better_than_all_others(scenario: str) -> None:
    made = new_deck(None, load_scenario(scenario).rules)
    book = Book(load_scenario(scenario, [made.path]))
    assert [
        entry for entry in dominant(book.rules, book.scenario.cards) if entry.ask == "my-deck-letter"
    ] == []


def test_a_new_deck_lists_every_name_that_it_can_use() -> None:
    rules = load_scenario("practice").rules
    text = new_deck("d", rules).path.read_text("utf-8")
    remarks = " ".join(line.strip("# ") for line in text.splitlines() if line.startswith("#   "))
    for name in (
        *rules.relations,
        *rules.tags,
        *rules.flags,
        *(actor.id for actor in rules.actors if actor.seat),
    ):
        assert name in remarks


def test_a_seat_without_numbers_of_its_own_is_asked_without_them(tmp_path: Path) -> None:
    made = new_scenario("game")
    text = made.path.read_text("utf-8")
    begins, ends = (
        text.index("    tracks:\n", text.index("id: west")),
        text.index("    seat:\n", text.index("id: west")),
    )
    bare = text[:begins] + text[ends:]
    rules = Rules.model_validate_json(json.dumps(read_yaml(bare, "bare.yaml").value))
    written = new_deck("bare", rules).path.read_text("utf-8")
    assert "east.stores" in written
    assert "west." not in written
    deck = TypeAdapter(Deck).validate_json(json.dumps(read_yaml(written, "bare.yaml").value))
    assert [*deck[0].asks] == ["east", "west"]


def test_where_there_is_one_turn_nothing_comes_later() -> None:
    assert "in: 1" not in new_deck("short", load_scenario("practice").rules).path.read_text("utf-8")
    assert "in: 1" in new_deck("long", load_scenario().rules).path.read_text("utf-8")


def test_a_scenario_without_two_seats_has_no_new_deck(tmp_path: Path) -> None:
    rules = load_scenario("practice").rules
    with pytest.raises(ContentError, match="no two seats with a relation"):
        new_deck(None, rules.model_copy(update={"relations": {}}))
    assert list(tmp_path.iterdir()) == []


def test_a_new_scenario_has_no_problems_and_can_be_played() -> None:
    made = new_scenario(None)
    assert made.files == (Path("my-scenario.yaml"), Path("my-scenario-cards.yaml"))
    found = audit([made.path])
    assert found.problems == ()
    assert {each.code for each in found.warnings} == {"stand-in"}
    scenario = load_scenario(made.path)
    assert len(scenario.seats()) == 3
    book = Book(scenario)
    assert len(book.turns) == 2
    assert play(book).state.phase == "ended"
    assert [*dominant(scenario.rules, scenario.cards)] == []
    assert {card.id for card in scenario.cards} >= {
        exchange.card for _, exchange in play(book).state.every_exchange() if exchange.card
    }


def test_an_editor_finds_the_schemas_beside_new_files() -> None:
    for made in (new_scenario("game/mine"), new_deck("game/deck", load_scenario("practice").rules)):
        for file in made.files:
            kind = "rules" if file.name == "mine.yaml" else "deck"
            named = file.read_text("utf-8").split("\n")[0].partition("$schema=")[2]
            assert (file.parent / named).read_text("utf-8") == schema_text(kind)


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "my-deck.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / "my-scenario-cards.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / ".schema").mkdir()
    (tmp_path / ".schema" / "deck.json").write_text("{}", encoding="utf-8")
    rules = load_scenario("practice").rules
    for start in (lambda: new_deck(None, rules), lambda: new_scenario(None)):
        with pytest.raises(ContentError, match="is there already, and is left as it is"):
            start()
    assert not (tmp_path / "my-scenario.yaml").exists()
    new_deck("another", rules)
    kept = ("my-deck.yaml", "my-scenario-cards.yaml")
    assert {(tmp_path / name).read_text("utf-8") for name in kept} == {"mine"}
    assert (tmp_path / ".schema" / "deck.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize(
    ("where", "written"),
    [
        (None, "my-deck.yaml"),
        ("storm", "storm.yaml"),
        ("storm.yaml", "storm.yaml"),
        ("new/folder/storm", "new/folder/storm.yaml"),
        ("new/", "new/my-deck.yaml"),
        ("there", "there/my-deck.yaml"),
    ],
)
def test_a_path_is_a_file_or_a_folder(where: str | None, written: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    assert new_deck(where, load_scenario("practice").rules).path == Path(written)
    assert Path(written).is_file()


@pytest.mark.parametrize("where", ["My Deck", "deck.yml", "deck_1", "x" * 41, "dé", "-", "a/B.yaml"])
def test_a_name_that_no_rules_could_give_is_refused(where: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="lower-case letters, digits and hyphens"):
        new_deck(where, load_scenario("practice").rules)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    with pytest.raises(ContentError, match="cannot be written"):
        new_deck("file/storm", load_scenario("practice").rules)
