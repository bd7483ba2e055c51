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


HIDDEN = [
    *range(0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    *(0xAD, 0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    *(0x3164, 0xFEFF, 0xD800, 0xDFFF, 0xE0000, 0xE0041, 0xE007F),
]


def test_every_control_bidi_and_invisible_character_becomes_a_mark() -> None:
    assert visible("".join(map(chr, HIDDEN))) == MARK * len(HIDDEN)


def test_every_modern_korean_syllable_and_letter_is_left_as_it_is() -> None:
    for first, last in (
        (0xAC00, 0xD7A3),
        (0x1100, 0x1112),
        (0x1161, 0x1175),
        (0x11A8, 0x11C2),
        (0x3131, 0x3163),
    ):
        letters = "".join(map(chr, range(first, last + 1)))
        assert visible(letters) == letters
