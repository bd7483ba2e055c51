"""What the page of the decks shows works as shown, and its tables of fields are complete."""

import json
import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tests.pages import blocks, rows, section, write_example
from wargame.content import calendar, cards, conditions, effects, measures, rules, seats
from wargame.content.audit import audit
from wargame.content.base import Model, typed_name
from wargame.content.cards import Card
from wargame.content.codes import CODES
from wargame.content.load import load_scenario
from wargame.content.reading import read_yaml
from wargame.content.rules import Rules
from wargame.content.schema import meanings
from wargame.content.shipped import rules_folder
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

TABLES: dict[str, type[Model]] = {
    "Card": cards.Card,
    "Deal": cards.Deal,
    "Ask": cards.Ask,
    "Option": cards.Option,
    "Combination": cards.Together,
    "Forecast": cards.Question,
    "Condition": conditions.Condition,
    "Effect": effects.Effect,
    "Flag change": effects.FlagChange,
    "Chance": effects.Chance,
    "Addition": effects.More,
    "Follow-up": effects.FollowUp,
    "Rules": rules.Rules,
    "Actor": rules.Actor,
    "Track": rules.Track,
    "Seat": seats.Seat,
    "Want": seats.Want,
    "Objective": seats.Objective,
    "Shorter": seats.Shorter,
    "Intent": seats.Intent,
    "Relation": rules.RelationRule,
    "Coupling": rules.Coupling,
    "Driver": rules.Driver,
    "Rung": rules.Rung,
    "Signs": rules.Signs,
    "Turn of the calendar": calendar.CalendarTurn,
    "Flag": rules.Flag,
    "Length": calendar.Length,
    "Deal rules": rules.DealRules,
    "Tag weight": rules.TagWeight,
    "Standing forecast": rules.StandingQuestion,
    "Cable": seats.Cable,
    "Reliability": seats.Reliability,
    "Afterwards": seats.Afterwards,
    "Ending": rules.Terminal,
    "Measure": measures.Measure,
    "Wanted": measures.Wanted,
}
DECKS = ("yaml deck", "yaml korea deck")


def test_the_deck_of_the_page_is_valid() -> None:
    document = read_yaml(blocks("decks.md", "yaml deck")[0], "clash.yaml")
    deck = TypeAdapter(tuple[Card, ...]).validate_json(json.dumps(document.value))
    assert [card.id for card in deck] == ["line-shots", "island-shells"]


def test_the_rules_of_the_page_are_valid() -> None:
    document = read_yaml(blocks("decks.md", "yaml rules")[0], "sea-line.yaml")
    assert Rules.model_validate_json(json.dumps(document.value)).id == "sea-line"


def test_the_scenario_of_the_page_has_no_problems_and_nothing_to_note(tmp_path: Path) -> None:
    found = audit([write_example(tmp_path)])
    assert (found.problems, found.warnings) == ((), ())


def test_the_cards_of_the_page_have_ids_that_no_shipped_card_has() -> None:
    shipped = {str(card.id) for card in load_scenario().cards}
    shown = [read_yaml(block, "deck.yaml").value for kind in DECKS for block in blocks("decks.md", kind)]
    cards = [card for deck in shown if isinstance(deck, list) for card in deck if isinstance(card, dict)]
    assert cards and not shipped & {str(card["id"]) for card in cards}


def test_every_code_of_a_warning_is_in_the_table() -> None:
    assert [row[0].strip("`") for row in rows(section("decks.md", "Warnings"))] == list(CODES)


def korean_game_with_a_deck(folder: Path) -> Path:
    """Do what the page says under 'Add my deck to the Korean game'; return the rules file."""
    (deck,), (lines,), (flag,) = (
        blocks("decks.md", f"yaml korea {kind}") for kind in ("deck", "rules", "flags")
    )
    (folder / "sea-cable.yaml").write_text(deck, encoding="utf-8")
    rules = (rules_folder() / "korea-2025.yaml").read_text(encoding="utf-8")
    for line in lines.splitlines():
        rules, changed = re.subn(rf"^{line.split()[0]}.*$", line, rules, flags=re.MULTILINE)
        assert changed == 1, line
    rules, added = re.subn(r"^flags:\n", f"flags:\n{flag}", rules, flags=re.MULTILINE)
    assert added == 1
    path = folder / "my-korea.yaml"
    path.write_text(rules, encoding="utf-8")
    return path


def test_a_deck_is_added_to_the_korean_game_as_the_page_says(tmp_path: Path) -> None:
    path = korean_game_with_a_deck(tmp_path)
    found = audit([tmp_path])
    assert (found.problems, found.warnings) == ((), ())
    shipped, scenario = load_scenario(), load_scenario(path)
    assert len(scenario.cards) == len(shipped.cards) + 1
    book = Book(scenario)
    seed = seed_from(7)
    table = Table(book, Unsaved(), VirtualClock())
    table.begin(begin(book, seed, holders(book, seed, [], None)))
    play_out(table)
    assert "cable-silent" in table.state.piles.discard


@pytest.mark.parametrize("which", [0, 1])
def test_the_check_says_of_a_broken_deck_what_the_page_says(tmp_path: Path, which: int) -> None:
    path = write_example(tmp_path)
    (tmp_path / "clash.yaml").write_text(blocks("decks.md", "yaml broken")[which], encoding="utf-8")
    told = [
        str(problem).replace(f"{tmp_path / 'clash.yaml'}", "clash.yaml") for problem in audit([path]).problems
    ]
    assert told == blocks("decks.md", "text broken")[which].splitlines()


@pytest.mark.parametrize("heading", TABLES)
def test_the_table_of_fields_names_every_field_and_which_are_required(heading: str) -> None:
    listed = {row[0].strip("`"): row[2] == "required" for row in rows(section("decks.md", heading))}
    model = TABLES[heading]
    inherited = cards.Question.model_fields if model is rules.StandingQuestion else {}
    fields = {
        typed_name(name): field.is_required()
        for name, field in model.model_fields.items()
        if name not in inherited
    }
    assert listed == fields


@pytest.mark.parametrize("heading", TABLES)
def test_the_table_of_fields_gives_the_right_default(heading: str) -> None:
    listed = {row[0].strip("`"): row[2] for row in rows(section("decks.md", heading))}
    for name, field in TABLES[heading].model_fields.items():
        told = listed.get(typed_name(name))
        if isinstance(field.default, bool):
            assert told == str(field.default).lower(), name
        elif isinstance(field.default, int | str):
            assert told == str(field.default), name


@pytest.mark.parametrize("heading", TABLES)
def test_the_table_of_fields_explains_each_as_an_editor_does(heading: str) -> None:
    listed = {row[0].strip("`"): row[3] for row in rows(section("decks.md", heading))}
    model = TABLES[heading]
    inherited = meanings(cards.Question) if model is rules.StandingQuestion else {}
    assert listed == {name: text for name, text in meanings(model).items() if name not in inherited}


def test_every_model_of_the_content_has_its_table() -> None:
    modules = (calendar, cards, conditions, effects, measures, rules, seats)
    models = {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Model) and thing.__module__ == module.__name__
    }
    assert models == set(TABLES.values())
