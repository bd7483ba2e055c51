import io
import threading
from collections.abc import Callable

import pytest

from wargame.plain import terminal
from wargame.plain.keyboard import MOST, Keyboard, _Lines
from wargame.plain.voice import Countdown, EndOfInput, TimeUp, Voice


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
        Voice(io.StringIO(), Keyboard(never())).ask("?", countdown)


def test_one_warning_comes_in_the_last_minute() -> None:
    out = io.StringIO()
    left = iter([300.0, 59.0, 0.01, 0.0])
    keyboard = Keyboard(never())
    keyboard.line_within = lambda seconds: None  # type: ignore[method-assign]
    with pytest.raises(TimeUp):
        Voice(out, keyboard).ask("Well?", Countdown(lambda: next(left)))
    assert out.getvalue().count("Less than a minute is left.") == 1


def test_a_stopped_clock_waits_for_as_long_as_it_takes() -> None:
    assert Voice(io.StringIO(), typing("at last\n")).ask("?", Countdown(lambda: None)) == "at last"


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
