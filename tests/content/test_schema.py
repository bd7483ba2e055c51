"""The schemas that editors use say what the loader says, and explain every field."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from tests.content.small import DECK, RULES
from tests.content.test_load_fuzz import WAYS
from wargame.content.gather import Deck
from wargame.content.problems import ContentError
from wargame.content.reading import read_file, read_yaml
from wargame.content.rules import Rules
from wargame.content.schema import KINDS, Kind, modeline, schema, schema_text
from wargame.content.shipped import decks_folder, rules_folder

TOP = Path(__file__).parents[2]
SHIPPED: list[tuple[Kind, Path]] = [
    *(("deck", path) for path in sorted(decks_folder().glob("*.yaml"))),
    *(("rules", path) for path in sorted(rules_folder().glob("*.yaml"))),
]
VALIDATORS = {kind: Draft7Validator(schema(kind)) for kind in KINDS}
LOADERS = {"deck": TypeAdapter(Deck), "rules": TypeAdapter(Rules)}
SOUND = {"deck": DECK, "rules": RULES}


def loads(kind: Kind, value: object) -> bool:
    try:
        LOADERS[kind].validate_json(json.dumps(value))
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("kind", "folder"), [("deck", decks_folder()), ("rules", rules_folder())])
def test_the_schemas_in_the_tree_are_those_that_the_command_writes(kind: Kind, folder: Path) -> None:
    advice = f"the models have changed: run `wargame deck schema {kind} --write {folder.name}/.schema`"
    assert (folder / ".schema" / f"{kind}.json").read_text("utf-8") == schema_text(kind), advice


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_itself(kind: Kind) -> None:
    Draft7Validator.check_schema(schema(kind))


def all_fields(kind: Kind) -> list[tuple[str, str, dict[str, Any]]]:
    made = schema(kind)
    models = {**made["definitions"], **({"Rules": made} if "properties" in made else {})}
    return [
        (model, name, field) for model, its in models.items() for name, field in its["properties"].items()
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_and_every_part_is_explained(kind: Kind) -> None:
    found = all_fields(kind)
    assert len(found) > 40
    assert [(model, name) for model, name, field in found if not field.get("description")] == []
    assert [name for name, part in schema(kind)["definitions"].items() if not part["description"]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_fields_are_named_as_they_are_typed(kind: Kind) -> None:
    names = {name for _, name, _ in all_fields(kind)}
    assert {"in", "not", "else", "any", "for"} <= names
    assert not [name for name in names if "_" in name]


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda value: getattr(value, "name", value))
def test_shipped_files_keep_to_their_schema(kind: Kind, path: Path) -> None:
    assert [error.message for error in VALIDATORS[kind].iter_errors(read_file(path).value)] == []


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda value: getattr(value, "name", value))
def test_an_editor_finds_the_schema_of_each_shipped_file(kind: Kind, path: Path) -> None:
    first = path.read_text("utf-8").split("\n")[0]
    assert first == modeline(kind), f"let {path.name} begin with: {modeline(kind)}"
    named = re.search(r"\$schema=(\S+)", first)
    assert named and json.loads((path.parent / named[1]).read_text("utf-8")) == schema(kind)


BROKEN: list[tuple[Kind, str, str]] = [
    ("deck", "  title: Shots", "  titel: Shots"),
    ("deck", "  title: Shots at the ford\n", ""),
    ("deck", "  title: Shots at the ford", "  title: 2024"),
    ("deck", "  title: Shots at the ford", "  title: true"),
    ("deck", "  title: Shots at the ford", '  title: " "'),
    ("deck", "  title: Shots at the ford", '  title: "two\\nlines"'),
    ("deck", "  title: Shots at the ford", f"  title: {'long ' * 20}"),
    ("deck", "id: ford", "id: The ford"),
    ("deck", "covers: [A1]", "covers: [a1]"),
    ("deck", "covers: [A1]", "covers: A1"),
    ("deck", "weight: 2, when", "weight: 0, when"),
    ("deck", "weight: 2, when", 'weight: "2", when'),
    ("deck", "weight: 2, when", "weight: two, when"),
    ("deck", '">= 40"', "40"),
    ("deck", '">= 40"', '"=> 40"'),
    ("deck", '">= 40"', '">= 40 or < 10"'),
    ("deck", "north-south: +5", "north-south: +500"),
    ("deck", "north-south: +5", "north south: +5"),
    ("deck", "{tension: {north-south: +5}}", "{when: {late: south}}"),
    ("deck", "in: 1}\n    south:", "in: 13}\n    south:"),
    ("deck", "{flags: {set: [talks], for: 2}}", "{flags: {clear: [talks], for: 2}}"),
    ("deck", "{flags: {set: [talks], for: 2}}", "{flags: {}}"),
    ("deck", "              when: {choices: {north: deny}}\n", ""),
    ("deck", "when: {not: {late: south}}", "when: {}"),
    ("deck", "when: {not: {late: south}}", "when: {not: {late: []}}"),
    ("deck", "resolves: reveal", "resolves: within 9"),
    ("deck", "on: 2024-12", "on: 2024-13"),
    ("deck", "on: 2024-12", "on: no"),
    ("deck", "        - {id: leave, label: Leave it open}\n", ""),
    ("rules", "side: abroad", "side: outside"),
    ("rules", "short: North", "short: The northern one"),
    ("rules", "{flag: talks, weight: 5}", "{flag: talks, tag: force, weight: 5}"),
    ("rules", "{flag: talks, weight: 5}", "{flag: talks, weight: 5, above: 3}"),
    ("rules", "{flag: talks, weight: 5}", "{weight: 5}"),
    ("rules", "war: true", "war: yes"),
    ("rules", "secret: true}", "secret: no}"),
    ("rules", "length: full", "length: on and off"),
    ("rules", "decks: [border]", "decks: []"),
    ("rules", "rungs:\n  - {name: Calm, at: 0}\n  - {name: Clash, at: 80}", "rungs: []"),
]


@pytest.mark.parametrize(("kind", "old", "new"), BROKEN)
def test_what_is_broken_is_refused_by_the_schema_as_by_the_loader(kind: Kind, old: str, new: str) -> None:
    text = SOUND[kind]
    assert old in text
    value = read_yaml(text.replace(old, new, 1), "broken.yaml").value
    assert not loads(kind, value)
    assert not VALIDATORS[kind].is_valid(value)


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_loader_reads_as_text_is_text_to_the_schema(kind: Kind) -> None:
    text = re.sub(r"(title: ).*", r"\1no", SOUND[kind], count=1)
    text = re.sub(r"(prompt: ).*", r"\g<1>12:30", text, count=1)
    value = read_yaml(text, "text.yaml").value
    assert loads(kind, value) and VALIDATORS[kind].is_valid(value)


@given(st.sampled_from(list(KINDS)), st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_schema_refuses_nothing_that_the_loader_takes(
    kind: Kind, dice: random.Random, times: int
) -> None:
    text = SOUND[kind]
    for _ in range(times):
        text = dice.choice(WAYS)(text, dice)
    try:
        value = read_yaml(text, "spoilt.yaml").value
    except ContentError:
        return
    if loads(kind, value):
        assert [error.message for error in VALIDATORS[kind].iter_errors(value)] == []
