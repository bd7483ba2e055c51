import io
import os
import threading
from collections.abc import Callable

import pytest

from wargame.plain import terminal
from wargame.plain.countdown import Countdown
from wargame.plain.keyboard import MOST, Keyboard, _Lines
from wargame.plain.voice import EndOfInput, Leave, TimeUp, Voice


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def typing(text: str) -> Keyboard:
    return Keyboard(io.StringIO(text).readline)


def never() -> Callable[[], str]:
    """Return a way to read a line that nobody types."""

    def wait() -> str:
        threading.Event().wait(60)
        return ""

    return wait


def ask_in_time(voice: Voice, countdown: Countdown) -> str:
    with voice.timed(countdown):
        return voice.ask("?")


def test_text_of_others_is_printed_without_what_steers_a_terminal() -> None:
    out = io.StringIO()
    voice = Voice(out, typing(""))
    voice.say("a\x1b[2Jb \u202ec")
    voice.prose("one\nline\x07\n\nanother")
    voice.list("heading\x1b", ["fact\x9b"])
    assert out.getvalue() == "a�[2Jb �c\none line�\n\nanother\n\nheading�\n  fact�\n"


def test_a_prompt_is_answered_by_one_line_without_its_ends() -> None:
    out = io.StringIO()
    assert Voice(out, typing("  yes \r\nno\n")).ask("Sure?") == "yes"
    assert out.getvalue() == "\nSure? \n"


def test_the_end_of_the_input_ends_the_asking() -> None:
    voice = Voice(io.StringIO(), typing("last"))
    assert voice.ask("?") == "last"
    with pytest.raises(EndOfInput):
        voice.ask("?")


def test_a_terminal_that_is_gone_is_the_end_of_input() -> None:
    def gone() -> str:
        raise OSError("Input/output error")

    with pytest.raises(EndOfInput):
        Voice(io.StringIO(), Keyboard(gone)).ask("?")


def test_an_answer_that_is_too_long_is_asked_for_again() -> None:
    out = io.StringIO()
    assert Voice(out, typing("x" * 2001 + "\nshort\n")).ask("?") == "short"
    assert "That is too long" in out.getvalue()


def test_a_clock_ends_the_asking_though_nobody_types() -> None:
    left = iter([0.01, 0.01])
    countdown = Countdown(lambda: next(left, 0.0))
    with pytest.raises(TimeUp):
        ask_in_time(Voice(io.StringIO(), Keyboard(never())), countdown)


def test_one_warning_comes_a_minute_before_the_end_and_one_at_twenty_seconds() -> None:
    out = io.StringIO()
    left = iter([300.0, 299.0, 59.0, 58.0, 19.0, 0.01, 0.0])
    keyboard = Keyboard(never())
    keyboard.line_within = lambda seconds: None  # type: ignore[method-assign]
    with pytest.raises(TimeUp):
        ask_in_time(Voice(out, keyboard), Countdown(lambda: next(left)))
    assert out.getvalue() == "\n? \nA minute is left.\n? \n20 seconds are left.\n? \n"


def test_every_prompt_says_the_time_when_little_is_left() -> None:
    out = io.StringIO()
    left = iter([119.0, 119.0, 40.0, 40.0])
    voice, countdown = Voice(out, typing("a\nb\n")), Countdown(lambda: next(left))
    with voice.timed(countdown):
        assert [voice.ask("?"), voice.ask("?")] == ["a", "b"]
    assert out.getvalue() == "Time left: 1 minute and 59 seconds.\n\n? \nTime left: 40 seconds.\n\n? \n"


def test_a_mark_that_a_sitting_began_below_is_not_told() -> None:
    countdown = Countdown(lambda: 45.0)
    assert [countdown.passed(left) for left in (45.0, 30.0, 20.0, 10.0)] == [
        "",
        "",
        "20 seconds are left.",
        "",
    ]


def paged(out: io.StringIO, typed: str, rows: int = 10) -> Voice:
    return Voice(out, typing(typed), lambda: os.terminal_size((80, rows)))


def test_a_terminal_stops_before_what_was_not_read_scrolls_off() -> None:
    out = io.StringIO()
    voice = paged(out, "\n\n\n")
    for number in range(20):
        voice.say(str(number))
    pages = out.getvalue().split("Press Enter for more. ")
    assert [len(page.split()) for page in pages] == [9, 9, 2]
    voice.ask("?")
    for number in range(9):
        voice.say(str(number))
    assert out.getvalue().count("Press Enter for more.") == 2


def test_a_stop_keeps_a_paragraph_whole_and_begins_no_page_with_an_empty_line() -> None:
    out = io.StringIO()
    voice = paged(out, "\n\n")
    for number in range(7):
        voice.say(str(number))
    voice.prose("word " * 40)
    assert "6\nPress Enter for more. \nword" in out.getvalue()
    for _ in range(6):
        voice.say("x")
    voice.list("heading", ["fact"])
    assert "x\nPress Enter for more. \nheading\n  fact\n" in out.getvalue()


def test_a_prompt_never_pushes_off_what_was_said_before_it() -> None:
    for said in range(1, 10):
        out = io.StringIO()
        voice = paged(out, "\n\n")
        for number in range(said):
            voice.say(str(number))
        voice.ask("Why?", below=True)
        last = out.getvalue().removesuffix("\n").split("Press Enter for more. ")[-1]
        assert last.count("\n") < 10
        assert ("for more" in out.getvalue()) == (said == 9)


def test_an_empty_line_at_the_top_may_scroll_off() -> None:
    out = io.StringIO()
    voice = paged(out, "\n\n")
    voice.say()
    for number in range(9):
        voice.say(str(number))
    voice.ask("?")
    assert "for more" not in out.getvalue()


def test_a_line_wider_than_the_terminal_takes_more_of_its_rows() -> None:
    out = io.StringIO()
    voice = Voice(out, typing("\n"), lambda: os.terminal_size((20, 6)))
    voice.command("Type:", "x" * 70)
    voice.say("more")
    assert "x\nPress Enter for more. \nmore\n" in out.getvalue()


def test_a_stop_can_be_answered_by_quit_and_by_the_end_of_input_alone() -> None:
    out = io.StringIO()
    voice = paged(out, "help\nquit\n", rows=6)
    with pytest.raises(Leave):
        for _ in range(9):
            voice.say("x")
    assert "Press Enter alone for more, or type quit." in out.getvalue()
    voice = paged(io.StringIO(), "", rows=6)
    with pytest.raises(EndOfInput):
        for _ in range(9):
            voice.say("x")


def test_a_clock_ends_a_sitting_also_while_a_stop_waits() -> None:
    keyboard = Keyboard(never())
    voice = Voice(io.StringIO(), keyboard, lambda: os.terminal_size((80, 6)))
    left = iter([0.01, 0.0])
    with pytest.raises(TimeUp), voice.timed(Countdown(lambda: next(left, 0.0))):
        for _ in range(9):
            voice.say("x")


def test_where_nobody_reads_nothing_stops() -> None:
    out = io.StringIO()
    voice = paged(out, "")
    voice.never_stop()
    for _ in range(50):
        voice.say("x")
    assert out.getvalue() == "x\n" * 50


def test_a_command_stands_on_one_line_however_long_it_is() -> None:
    out = io.StringIO()
    Voice(out, typing("")).command("Type:", "wargame verify " + "x" * 200)
    assert out.getvalue() == f"Type:\n  wargame verify {'x' * 200}\n"


def test_a_stopped_clock_waits_for_as_long_as_it_takes() -> None:
    assert ask_in_time(Voice(io.StringIO(), typing("at last\n")), Countdown(lambda: None)) == "at last"


def test_a_line_that_came_too_late_answers_the_next_prompt() -> None:
    go = threading.Event()

    def slow() -> str:
        go.wait(60)
        return "late\n"

    keyboard = Keyboard(slow)
    assert keyboard.line_within(0.01) is None
    go.set()
    assert keyboard.line() == "late\n"


def test_lines_are_cut_from_bytes_of_any_grain() -> None:
    class Grains(io.RawIOBase):
        def __init__(self, grains: list[bytes]) -> None:
            self.grains = grains

        def read(self, size: int = -1) -> bytes:
            return self.grains.pop(0) if self.grains else b""

    text = "한국\nzwei\xff".encode()
    grains = [text[:2], text[2:5], text[5:], b"\xff\n", b"x" * 5000, b"y" * 9000, b"\nend"]
    lines = _Lines(Grains(grains), "utf-8")
    assert lines.readline() == "한국\n"
    assert lines.readline() == "zwei\xff�\n"
    assert len(lines.readline()) == MOST + 1
    assert [lines.readline(), lines.readline()] == ["end", ""]


def test_a_terminal_is_cleared_with_what_has_scrolled_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    out = Terminal()
    terminal.erase(out)
    assert out.getvalue() == "\x1b[2J\x1b[3J\x1b[H"


def test_a_dumb_terminal_is_pushed_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    out = Terminal()
    terminal.erase(out)
    assert not out.getvalue().strip()
    assert out.getvalue().count("\n") > 100


def test_what_is_no_terminal_is_told_that_a_screen_would_be_cleared() -> None:
    out = io.StringIO()
    Voice(out, typing("")).clear()
    assert out.getvalue().strip() == terminal.NO_SCREEN
