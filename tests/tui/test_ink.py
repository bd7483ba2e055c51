"""Text as it is laid out in whole columns: wrapping, marks, wide letters, and what may not be shown."""

from hypothesis import given
from hypothesis import strategies as st

from wargame.content.text import MARK, visible
from wargame.tui.ink import GAP, Piece, Run, firm, fitted, lay_out, measured, piece, prose, runs

HOSTILE = "\x1b]0;title\x07\x9b2J\u202eabc\u2066\u200b\x00"
WORDS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["북한은 기다린다", "a-very-long-word-that-fits-on-no-line-at-all", "two words", HOSTILE, " ", "\n"]
)
PARTS = st.lists(WORDS, max_size=6)


def texts(pieces: list[Piece], width: int) -> list[str]:
    """Return the lines of pieces as plain text."""
    return ["".join(run.text for run in line.runs) for line in lay_out(pieces, width)]


def letters(text: str) -> str:
    """Return a text without the blanks, which wrapping may change."""
    return "".join(text.split())


@given(PARTS, st.integers(0, 60), st.sampled_from(["", "· ", "12 "]), st.integers(0, 6))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(
    parts: list[str], width: int, mark: str, indent: int
) -> None:
    told = piece(*[(part, f"style-{at}") for at, part in enumerate(parts)], mark=mark, indent=indent)
    lines = lay_out([told], width)
    assert all(measured(line.runs) <= max(8, width) for line in lines)
    shown = "".join(run.text for line in lines for run in line.runs)
    written = visible("".join(parts))
    assert letters(shown).endswith(letters(written.replace("\N{NO-BREAK SPACE}", " ")))


@given(st.text())
def test_whatever_steers_a_terminal_is_a_mark_that_can_be_seen(text: str) -> None:
    shown = "".join(texts([piece(text, mark=text, key="k")], 20))
    assert shown == visible(shown)


def test_hostile_text_is_shown_as_text() -> None:
    (line,) = texts([piece(HOSTILE)], 60)
    assert line == f"{MARK}]0;title{MARK}{MARK}2J{MARK}abc{MARK}{MARK}{MARK}"


def test_text_is_wrapped_between_words() -> None:
    assert texts([piece("one two three four")], 9) == ["one two", "three", "four"]


def test_a_word_that_fits_on_no_line_is_broken_where_the_line_is_full() -> None:
    assert texts([piece("a bcdefghijklm")], 8) == ["a", "bcdefghi", "jklm"]
    parted = piece(("abcdefgh", "key"), ("ij", "muted"))
    assert texts([parted], 8) == ["abcdefgh", "ij"]


def test_korean_letters_take_two_cells_each() -> None:
    assert measured(runs("북한")) == 4
    assert texts([piece("북한은 기다린다")], 8) == ["북한은", "기다린다"]
    assert texts([piece("대한민국정부")], 9) == ["대한민국", "정부"]


def test_lines_after_the_first_hang_behind_the_mark() -> None:
    told = piece("one two three", mark="· ", indent=1)
    assert texts([told], 10) == [" · one two", "   three"]


def test_firm_text_is_kept_whole_and_as_wide_as_it_is_said_to_be() -> None:
    assert texts([piece("up ", firm("DPRK and ROK"), " down")], 14) == ["up", "DPRK and ROK", "down"]
    for text in ("", "two", "much too long", "한국어", "한국어 말"):
        assert measured([Run(firm(text, 5))]) == 5
    assert firm("much too long", 5).replace("\N{NO-BREAK SPACE}", " ") == "much…"


@given(PARTS, st.integers(1, 40))
def test_a_line_that_is_too_long_is_cut_with_an_ellipsis(parts: list[str], width: int) -> None:
    told = runs(*[(part, f"style-{at}") for at, part in enumerate(parts)])
    cut = fitted(told, width)
    assert measured(cut) <= width
    if measured(told) <= width:
        assert cut == told
    else:
        assert cut[-1].text.endswith("…")


def test_lines_say_which_item_they_belong_to() -> None:
    pieces = [piece("one two three", key="a"), piece("four", key="b"), GAP]
    assert [line.key for line in lay_out(pieces, 8)] == ["a", "a", "b", None]


def test_neighbours_of_one_style_are_one_run() -> None:
    (line,) = lay_out([piece(("one ", "key"), ("two", "key"), (" three", "muted"))], 40)
    assert line.runs == (Run("one two", "key"), Run(" three", "muted"))


def test_prose_is_freed_of_the_ends_of_lines_that_were_typed() -> None:
    assert texts(prose("One\nline.\n\n\nAnother\n  one.\n"), 40) == ["One line.", "", "Another one."]
