"""A value is written anew in the style in which its author wrote it."""

import pytest

from wargame.content.editing.edits import Refused, add, append, put, remove
from wargame.content.editing.lines import Text
from wargame.content.editing.spans import Read


def after(raw: str, edit) -> str:
    read = Read.of(Text.of(raw))
    return read.text.after(edit(read)).raw


CASES = {
    "plain text stays plain": ("a: old # why\n", ("a",), "new", "a: new # why\n"),
    "quotes stay quotes": ("a: 'old'\n", ("a",), "it's", "a: 'it''s'\n"),
    "what plain text cannot hold stands in quotes": ("a: old\n", ("a",), "x: y", 'a: "x: y"\n'),
    "a sign stays a sign": ("a: {b: +3, c: -2}\n", ("a", "c"), 4, "a: {b: +3, c: +4}\n"),
    "a number without a sign has none": ("a: 3\n", ("a",), 4, "a: 4\n"),
    "a block keeps its lines": (
        "a: |\n  one\n  two\nb: 1\n",
        ("a",),
        "one\nthree\n",
        "a: |\n  one\n  three\nb: 1\n",
    ),
    "a block loses its last end": ("a: |\n  one\n", ("a",), "one", "a: |-\n  one\n"),
    "a folded block is folded": (
        "a: >-\n  one two\n  three four\n  five\n",
        ("a",),
        "one two 3 four five",
        "a: >-\n  one two\n  3 four\n  five\n",
    ),
    "plain text over lines stays over lines": (
        "a: one\n  two\n  three\n",
        ("a",),
        "one 2 three",
        "a: one\n  2\n  three\n",
    ),
    "a field without a value gets one": ("a:\nb: 1\n", ("a",), "x", "a: x\nb: 1\n"),
    "lines in place of a line become a block": ("a: one\n", ("a",), "one\ntwo\n", "a: |\n  one\n  two\n"),
}


@pytest.mark.parametrize(("raw", "place", "value", "wanted"), CASES.values(), ids=CASES)
def test_a_value_is_written_in_the_style_of_its_author(raw, place, value, wanted) -> None:
    assert after(raw, lambda read: put(read, place, value)) == wanted


def test_a_new_field_goes_where_fields_of_its_name_go() -> None:
    raw = "- id: x\n  # remark\n  title: y\n  asks: {}\n"
    order = ("id", "title", "tags", "asks")
    made = after(raw, lambda read: add(read, (0,), "tags", ["a", "b"], order))
    assert made == "- id: x\n  # remark\n  title: y\n  tags: [a, b]\n  asks: {}\n"


def test_a_new_item_goes_behind_the_last() -> None:
    raw = "a:\n  - id: x\n    label: one\n\nb: 1\n"
    made = after(raw, lambda read: append(read, ("a",), {"id": "z", "label": "it: is"}))
    assert made == 'a:\n  - id: x\n    label: one\n  - id: z\n    label: "it: is"\n\nb: 1\n'


def test_the_first_field_of_an_item_leaves_its_dash_to_the_next() -> None:
    assert after("- a: 1\n  b: 2\n", lambda read: remove(read, (0, "a"))) == "- b: 2\n"


def test_the_last_item_takes_its_field_with_it() -> None:
    assert after("a: 1\nb: [x]\n", lambda read: remove(read, ("b", 0))) == "a: 1\n"


def test_all_that_there_is_cannot_be_taken_away() -> None:
    with pytest.raises(Refused, match="all that there is"):
        after("- a: 1\n", lambda read: remove(read, (0, "a")))
