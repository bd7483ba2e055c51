import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.content.text import ELLIPSIS, MARK, one_line, visible


@pytest.mark.parametrize(
    "character",
    [
        "\x1b",
        "\x07",
        "\r",
        "\x7f",
        "\x9b",
        "\x00",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\ud800",
    ],
)
def test_a_character_that_could_steer_the_terminal_becomes_a_visible_mark(character: str) -> None:
    assert visible(f"a{character}b") == f"a{MARK}b"


def test_prose_in_any_script_is_left_as_it_is() -> None:
    prose = "Shots at the line — 북방한계선,\n\tsaid “Seoul”…"
    assert visible(prose) == prose


def test_a_text_of_several_lines_is_put_on_one() -> None:
    assert one_line(" one\n\n two\t\x1b[2J ") == f"one two {MARK}[2J"


def test_a_long_text_is_cut_visibly() -> None:
    assert one_line("a" * 9, limit=5) == "aaaa" + ELLIPSIS


@given(st.text(st.characters()))
def test_what_has_been_made_visible_stays_as_it_is(text: str) -> None:
    once = visible(text)
    assert len(once) == len(text)
    assert visible(once) == once
