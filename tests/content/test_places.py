import json
from collections.abc import Mapping
from typing import Annotated, Literal, NewType

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from wargame.content.places import problems_of
from wargame.content.reading import read_yaml

SeatId = NewType("SeatId", str)
Seat = Annotated[SeatId, Field(pattern="^[a-z][a-z0-9]*$")]


class Strict(BaseModel):
    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        validate_by_name=True,
        validate_by_alias=True,
    )


def comparison(text: str) -> str:
    if not text.startswith(">="):
        raise ValueError("a comparison looks like '>= 40'")
    return text


def listed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else (value,)


Comparison = Annotated[str, AfterValidator(comparison)]
Words = Annotated[tuple[str, ...], BeforeValidator(listed)]


class Push(Strict):
    kind: Literal["push"]
    by: Annotated[int, Field(ge=-10, le=10)]
    push: "Option | None" = None


class Shift(Strict):
    kind: Literal["shift"]
    to: Literal["home", "abroad"] = "home"


Move = Annotated[Push | Shift, Field(discriminator="kind")]


class Option(Strict):
    label: Annotated[str, Field(min_length=1, max_length=20)]
    shown_as: str | None = None
    weight: int = 1
    open_: bool = True
    moves: tuple[Move, ...] = ()
    when: int | Comparison | tuple[str, ...] | None = None
    either: Push | Shift | None = None
    words: Words = ()
    months: tuple[Annotated[str, Field(pattern=r"^\d{4}-\d\d$")], ...] = ()
    code: Annotated[str, Field(pattern=r"^\d+$")] | None = None

    @model_validator(mode="after")
    def _is_not_forbidden(self) -> "Option":
        if self.label == "forbidden":
            raise ValueError("this label is forbidden")
        return self


class Card(Strict):
    title: str
    asks: Mapping[Seat, Annotated[tuple[Option, ...], Field(min_length=2)]] = {}
    spare: dict[str, Option] = {}


class Deck(RootModel[tuple[Card, ...]]):
    pass


def problems(source: str, model: object) -> list[str]:
    document = read_yaml(source, "deck.yaml")
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(model).validate_json(json.dumps(document.value))
    return [str(problem).removeprefix("deck.yaml:") for problem in problems_of(caught.value, document, model)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("label: x\nlabl: y", ["2:1: unknown field 'labl'; did you mean 'label'?"]),
        ("label: x\nshown_us: y", ["2:1: unknown field 'shown_us'; did you mean 'shown-as'?"]),
        ("label: x\nzebra: y", ["2:1: unknown field 'zebra'"]),
        ("weight: 2", ["1:1: 'label' is missing"]),
        ("label: x\nweight: three", ["2:9: 'weight' must be a whole number, such as 3, and is 'three'"]),
        ("label: x\nweight: 1.5", ["2:9: 'weight' must be a whole number, such as 3, and is '1.5'"]),
        ("label: x\nweight: true", ["2:9: 'weight' must be a whole number, such as 3, and is true"]),
        ("label: x\nweight:", ["2:1: 'weight' must be a whole number, such as 3, and is empty"]),
        ("label: x\nweight: [1]", ["2:9: 'weight' must be a whole number, such as 3, and is a list"]),
        (
            "label: x\nmoves: [{kind: push, by: far}]",
            ["2:26: 'by' must be a whole number from -10 to 10, and is 'far'"],
        ),
        ("label: x\nopen: no", ["2:7: 'open' must be true or false, and is 'no'"]),
        ("label: 5", ["1:8: 'label' must be text, and is 5; put text in quotes"]),
        ("label: ''", ["1:8: 'label' must not be empty"]),
        ("label: aaaaaaaaaaaaaaaaaaaaa", ["1:8: 'label' must have at most 20 characters, and has 21"]),
        ("label: x\nmoves: y", ["2:8: 'moves' must be a list, and is 'y'; write [y]"]),
        ("label: x\nmoves: [y]", ["2:9: item 1 of 'moves' must be fields ('name: value'), and is 'y'"]),
        ("label: x\nmonths: [12:30]", ["2:10: item 1 of 'months' must look like '2025-04', and is '12:30'"]),
        ("label: x\ncode: x", [r"2:7: 'code' must match the pattern ^\d+$, and is 'x'"]),
        ("label: forbidden", ["1:1: this label is forbidden"]),
        ("- a", ["1:1: this file must be fields ('name: value'), and is a list"]),
        ("label: x\nwords: 3", ["2:8: 'words' must be text, and is 3; put text in quotes"]),
        ("label: x\nwords: [a, 3]", ["2:12: item 2 of 'words' must be text, and is 3; put text in quotes"]),
    ],
)
def test_a_fault_is_told_in_plain_words_at_its_place(source: str, expected: list[str]) -> None:
    assert problems(source, Option) == expected


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        ("{by: 1}", ["2:9: 'kind' is missing"]),
        (
            "{kind: pusch, by: 1}",
            ["2:16: 'kind' must be one of 'push', 'shift', and is 'pusch'; did you mean 'push'?"],
        ),
        ("{kind: push}", ["2:9: 'by' is missing"]),
        ("{kind: push, by: 11}", ["2:26: 'by' must be at most 10, and is 11"]),
        (
            "{kind: push, bye: 1, by: -11}",
            ["2:22: unknown field 'bye'; did you mean 'by'?", "2:34: 'by' must be at least -10, and is -11"],
        ),
        (
            "{kind: shift, to: hom}",
            ["2:27: 'to' must be one of 'home', 'abroad', and is 'hom'; did you mean 'home'?"],
        ),
        # The tag `push` is also the name of a field: the place must not slip into it.
        ("{kind: push, push: {label: x}}", ["2:9: 'by' is missing"]),
        ("{kind: push, by: 1, push: {label: x, by: 1}}", ["2:46: unknown field 'by'"]),
    ],
)
def test_the_tag_of_a_union_is_no_part_of_the_place(move: str, expected: list[str]) -> None:
    assert problems(f"label: x\nmoves: [{move}]", Option) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("'= 40'", "2:7: a comparison looks like '>= 40'"),
        ("true", "2:7: 'when' must be a whole number or text or a list, and is true; put text in quotes"),
        ("[x, 4]", "2:11: item 2 of 'when' must be text, and is 4; put text in quotes"),
    ],
)
def test_of_the_shapes_that_a_value_may_have_the_nearest_one_speaks(value: str, expected: str) -> None:
    assert problems(f"label: x\nwhen: {value}", Option) == [expected]


def test_of_two_kinds_of_fields_the_nearest_one_speaks() -> None:
    assert problems("label: x\neither: {kind: push, by: 99}", Option) == [
        "2:26: 'by' must be at most 10, and is 99"
    ]
    assert problems("label: x\neither: {kind: shift, too: home}", Option) == [
        "2:23: unknown field 'too'; did you mean 'to'?"
    ]
    assert problems("label: x\neither: 4", Option) == [
        "2:9: 'either' must be fields ('name: value'), and is 4"
    ]


DECK = """\
- title: One
  asks:
    rok:
      - label: a
      - {label: b, wieght: 2}
    R0K: [{label: c}, {label: d}]
    usa: [{label: e}]
- titel: Two
  spare:
    x: {weight: 1}
"""


@pytest.mark.parametrize(
    "model", [Deck, tuple[Card, ...], list[Card], Annotated[tuple[Card, ...], Field(min_length=1)]]
)
def test_all_faults_of_a_deck_are_told_in_order(model: object) -> None:
    assert problems(DECK, model) == [
        "5:20: unknown field 'wieght'; did you mean 'weight'?",
        "6:5: the name 'R0K' must be lower-case letters and digits, a letter first; did you mean 'r0k'?",
        "7:10: 'usa' must have at least 2 items, and has 1",
        "8:3: unknown field 'titel'; did you mean 'title'?",
        "10:8: 'label' is missing",
    ]


def test_items_that_are_wrong_still_count_as_items() -> None:
    assert problems("title: x\nasks: {rok: [{label: 1}, {label: 2}]}", Card) == [
        "2:22: 'label' must be text, and is 1; put text in quotes",
        "2:34: 'label' must be text, and is 2; put text in quotes",
    ]


def test_hostile_values_are_cut_and_made_visible() -> None:
    (told,) = problems('label: x\nweight: "\\e[2J\\n' + "a" * 100_000 + '"', Option)
    assert told.startswith("2:9: 'weight' must be a whole number, such as 3, and is '\ufffd[2J aaa")
    assert len(told) < 120
    (told,) = problems('label: x\n"\\u202e' + "b" * 900 + '": 1', Option)
    assert told.startswith("2:1: unknown field '\ufffdbbb")
    assert len(told) < 80


def test_of_very_many_faults_the_first_hundred_are_told_and_the_rest_counted() -> None:
    source = "label: x\n" + "".join(f"labl{number}: 1\n" for number in range(20_000))
    told = problems(source, Option)
    assert told[0] == "2:1: unknown field 'labl0'; did you mean 'label'?"
    assert told[100:] == ["102:1: and 19900 more problems"]
