"""JSON Schemas of decks and rules, by which an editor completes, explains and underlines what is typed.

They are as strict as the loader, as far as a schema can say it; `wargame deck check` says the rest. Draft 7
is what every editor reads. A field is explained by the text below it in its model.
"""

import ast
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from inspect import getsource
from itertools import pairwise
from typing import Any, Literal

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from wargame.content.base import Model, by_seat, one_or_more, one_row, typed_name
from wargame.content.calendar import CalendarTurn
from wargame.content.cards import in_the_calendar
from wargame.content.conditions import Condition, checked, signed
from wargame.content.effects import Effect, FlagChange
from wargame.content.gather import Deck
from wargame.content.rules import Rules
from wargame.content.seats import Want

Kind = Literal["deck", "rules"]

FOLDER = ".schema"
"""Where files look for their schema, beside themselves."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
KINDS: Mapping[Kind, Any] = {"deck": Deck, "rules": Rules}
"""Each kind of file, and what it holds."""

_COMPARISON = "(>=|<=|==|!=|>|<) ?[0-9]{1,4}"
# What a function of a model adds to the type that it guards; nothing where no pattern can say it.
_PATTERNS: Mapping[Callable[..., object], str] = {
    one_row: r"^[^\n\t]*[^\s][^\n\t]*$",
    in_the_calendar: "",
    checked: rf"^ *{_COMPARISON} *( and *{_COMPARISON} *)*$",
}
# What a model asks of its fields together.
_TOGETHER: Mapping[type[Model], JsonSchemaValue] = {
    Condition: {"minProperties": 1},
    Effect: {
        "anyOf": [{"required": [name]} for name in ("tension", "tracks", "flags")],
        "dependencies": {"else": ["when"]},
    },
    CalendarTurn: {"oneOf": [{"required": [name]} for name in ("month", "day")]},
    FlagChange: {
        "anyOf": [{"required": [name]} for name in ("set", "clear")],
        "dependencies": {"for": ["set"]},
    },
    Want: {
        "oneOf": [{"required": [name]} for name in ("number", "flag", "tag")],
        "dependencies": {"above": ["number"], "below": ["number"]},
    },
}


def modeline(kind: Kind) -> str:
    """Return the remark at the top of a file by which an editor finds the schema."""
    return f"# yaml-language-server: $schema={FOLDER}/{kind}.json"


def schema_text(kind: Kind) -> str:
    """Return the schema of a kind of file as it is kept in a file of its own."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"


def schema(kind: Kind) -> JsonSchemaValue:
    """Return the JSON Schema of a deck or of a rules file."""
    made = TypeAdapter(KINDS[kind]).json_schema(
        by_alias=True, ref_template="#/definitions/{model}", schema_generator=_Generator
    )
    definitions = made.pop("$defs")
    return {"$schema": _DRAFT, **made, "definitions": definitions}


def meanings(model: type[Model]) -> dict[str, str]:
    """Return what each field of a model means, by its name as it is typed."""
    found: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if issubclass(part, Model):
            found.update(_written(part.__module__).get(part.__name__, {}))
    return found


@cache
def _written(module: str) -> Mapping[str, Mapping[str, str]]:
    """Return the text below each field of each class of a module, read from its source."""
    classes = (
        node for node in ast.parse(getsource(import_module(module))).body if isinstance(node, ast.ClassDef)
    )
    return {node.name: dict(_texts(node)) for node in classes}


def _texts(model: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(model.body):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            yield typed_name(field.target.id), " ".join(str(text.value.value).split())


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with what it cannot see: texts below fields, short forms, names of entries."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model = schema["cls"]
        made.pop("title", None)
        for name, text in meanings(model).items():
            made["properties"][name]["description"] = text
        return {**made, **_TOGETHER.get(model, {})}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        names = self.generate_inner(schema["keys_schema"])
        entries = self.generate_inner(schema["values_schema"])
        made = {"type": "object", "propertyNames": names, "additionalProperties": entries}
        return {**made, **({"minProperties": schema["min_length"]} if "min_length" in schema else {})}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        # An editor types a default in: only one that says something is of use.
        made = super().default_schema(schema)
        if not isinstance(made.get("default"), bool | int | str):
            made.pop("default", None)
        return made

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        made = super().function_after_schema(schema)
        function = _function(schema)
        # What pydantic checks itself, it says itself.
        if schema["schema"]["type"] == "model" or isinstance(function, partial):
            return made
        pattern = _PATTERNS[function]
        return {**made, "pattern": pattern} if pattern else made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        made = super().function_before_schema(schema)
        function = _function(schema)
        if function is one_or_more:
            return {"anyOf": [made["items"], {**made, "minItems": 1}]}
        if function is by_seat:
            return {"anyOf": [*made["additionalProperties"]["anyOf"], made]}
        if function is not signed:
            raise TypeError(f"a schema cannot say what {function} lets pass")
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _function(schema: Any) -> Callable[..., object]:
    """Return the function that a core schema calls."""
    found: Callable[..., object] = schema["function"]["function"]
    return found
