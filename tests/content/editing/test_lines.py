"""A text is taken apart and put together letter for letter, and every change can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.content.editing.history import History
from wargame.content.editing.lines import Change, Text

LINES = st.lists(st.text("ab ", max_size=3), max_size=6)
RAW = st.text("ab \r\n\ufeff", max_size=30)


@given(RAW)
def test_a_text_gives_back_what_it_was_made_of(raw) -> None:
    assert Text.of(raw).raw == raw


@given(RAW, st.integers(0, 6), st.integers(0, 6), LINES)
def test_a_change_puts_new_lines_in_place_of_old_ones_and_can_be_taken_back(raw, at, more, new) -> None:
    text = Text.of(raw)
    start = min(at, len(text.lines))
    stop = min(start + more, len(text.lines))
    change = text.change(start, stop, new)
    after = text.after(change)
    wanted = [*text.bare[:start], *new, *text.bare[stop:]]
    while wanted and not wanted[-1] and len(wanted) > len(after.bare):
        wanted.pop()  # an empty last line without an end is no line
    assert list(after.bare) == wanted
    assert after.after(change.back).raw == raw


def test_new_lines_end_as_the_lines_of_the_file_do() -> None:
    text = Text.of("a\r\nb\r\n")
    assert text.after(text.change(1, 2, ["b", "c"])).raw == "a\r\nb\r\nc\r\n"


def test_lines_behind_one_without_an_end_give_it_one() -> None:
    text = Text.of("a\nb")
    assert text.after(text.change(2, 2, ["c"])).raw == "a\nb\nc"


def test_a_change_is_refused_where_its_lines_are_not() -> None:
    with pytest.raises(ValueError, match="not there"):
        Text.of("a\n").after(Change(0, ("b\n",), ("c\n",)))


@given(st.lists(st.tuples(st.integers(0, 5), LINES, st.booleans()), max_size=12))
def test_undo_leads_back_to_the_beginning_and_redo_to_the_end(edits) -> None:
    history = History(Text.of("one\ntwo\nthree\n"))
    for at, new, typed in edits:
        start = min(at, len(history.text.lines))
        history.do(history.text.change(start, min(start + 1, len(history.text.lines)), new), typed=typed)
    end = history.text
    while history.undo() is not None:
        pass
    assert history.text.raw == "one\ntwo\nthree\n"
    while history.redo() is not None:
        pass
    assert history.text == end


def test_letters_typed_one_behind_the_other_are_taken_back_word_by_word() -> None:
    history = History(Text.of("\n"))
    typed = ""
    for letter in "two words":
        typed += letter
        history.do(history.text.change(0, 1, [typed]), typed=True)
    found = []
    while history.undo() is not None:
        found.append(history.text.bare[0])
    assert found == ["two ", ""]


def test_a_change_that_joins_the_last_step_is_taken_back_with_it() -> None:
    history = History(Text.of("1\n"))
    for typed, joins in (("", False), ("lo", True), ("lots", True)):
        history.do(history.text.change(0, 1, [typed]), joins=joins)
    assert history.steps == (1, 0)
    history.undo()
    assert history.text.raw == "1\n"
    history.redo()
    assert history.text.raw == "lots\n"


def test_a_step_that_came_to_nothing_is_taken_back_with_the_one_before() -> None:
    history = History(Text.of("1\n"))
    history.do(history.text.change(0, 1, ["2"]))
    for typed, joins in (("23", False), ("2", True)):
        history.do(history.text.change(0, 1, [typed]), joins=joins)
    history.undo()
    assert history.text.raw == "1\n"
