"""Whatever the bytes, a file is read or refused in sentences, and both of PyYAML's parsers agree which."""

import json
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wargame.content.problems import ContentError
from wargame.content.reading import Document, read_yaml
from wargame.content.values import Value

PIECES = [
    *"abc019 \n\t:-?[]{},#&*!|>'\"%@`\\~=+.<",
    *(
        "\n  ",
        "\n    ",
        ": ",
        "- ",
        "? ",
        "--- ",
        "...",
        "<<: ",
        "true",
        "null",
        "12:30",
        "+14",
        "|\n",
        ">-\n",
    ),
    *(
        "\\x",
        "\\u202e",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "북",
        "𝄞",
        "key: ",
        "\r\n",
        "a: b\n",
        "- x\n",
        "!!int ",
    ),
]
yaml_like = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def outcome(source: str | bytes, *, own_parser: bool) -> Document | None:
    try:
        return read_yaml(source, "deck.yaml", own_parser=own_parser)
    except ContentError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert str(problem).isprintable()
        return None


def places(document: Document, value: Value, location: tuple[str | int, ...] = ()) -> list[object]:
    found: list[object] = [location, document.place(location), document.place(location, key=True)]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, item in inner:
        found += places(document, item, (*location, part))
    return found


def agree(source: str | bytes) -> Document | None:
    library, own = outcome(source, own_parser=False), outcome(source, own_parser=True)
    assert (library is None) == (own is None)
    if library is None or own is None:
        return None
    assert repr(library.value) == repr(own.value)
    assert places(library, library.value) == places(own, own.value)
    return library


@given(yaml_like)
@example("[a: , b]")
@example("{a: why?}")
@example("[a:?b]")
@example("-\n- ?")
@example("a: |# b")
def test_both_parsers_read_yaml_like_text_alike(source: str) -> None:
    agree(source)


@given(st.text(st.characters()))
def test_any_text_is_read_or_refused(source: str) -> None:
    agree(source)


@given(st.binary())
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    agree(source)


plain_values: st.SearchStrategy[Value] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-999_999_999, 999_999_999)
    | st.text(st.characters(max_codepoint=0xD7FF)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("ab<~:- \n", max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain_values.filter(lambda value: value is not None))
def test_a_value_written_as_json_is_read_back(value: Value) -> None:
    document = agree(json.dumps(value))
    assert document is not None
    assert repr(document.value) == repr(value)


@pytest.mark.parametrize("number", [math.nan, math.inf, 1.5, 10**12])
def test_numbers_that_are_not_small_and_whole_stay_text(number: float) -> None:
    assert agree(json.dumps(number)).value == json.dumps(number)  # type: ignore[union-attr]
