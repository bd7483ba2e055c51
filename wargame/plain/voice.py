"""The one boundary between the game and a person: all that is printed and all that is typed passes here."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from wargame.content.text import visible
from wargame.engine.commands import LONGEST
from wargame.plain.countdown import Countdown
from wargame.plain.keyboard import Keyboard, standard_input
from wargame.plain.terminal import erase
from wargame.plain.wrap import columns, wrap

TOO_LONG = f"That is too long: an answer may have {LONGEST} characters."
MORE = "Press Enter for more."
_LOOK = 1.0
_FEWEST_ROWS = 6

Size = Callable[[], os.terminal_size]


class EndOfInput(Exception):
    """Nobody types any more."""


class Leave(Exception):
    """Someone asked to leave the game."""


class TimeUp(Exception):
    """The clock of a sitting ran out before the line was finished."""


class Voice:
    """Says lines and asks for them; whatever others wrote leaves it as harmless text of 78 columns.

    With a `size`, that of the terminal, it stops before lines scroll off that nobody has read.
    """

    def __init__(self, out: TextIO, keyboard: Keyboard, size: Size | None = None) -> None:
        self._out = out
        self._keyboard = keyboard
        self._size = size
        self._countdown: Countdown | None = None
        self._rows_said = 0
        self._new_page = False

    @classmethod
    def of_terminal(cls) -> "Voice":
        """Return the voice of this process's own input and output."""
        keyboard = standard_input()
        return cls(
            sys.stdout,
            keyboard,
            shutil.get_terminal_size if keyboard.echoes and sys.stdout.isatty() else None,
        )

    def never_stop(self) -> None:
        """Say all without a stop from now on, where nobody is there to press Enter."""
        self._size = None

    @contextmanager
    def timed(self, countdown: Countdown | None) -> Iterator[None]:
        """Let a countdown run over all that is asked meanwhile; what is asked may then raise TimeUp."""
        self._countdown = countdown
        try:
            yield
        finally:
            self._countdown = None

    def say(self, text: str = "", indent: int = 0) -> None:
        """Print one fact, or an empty line."""
        self._write(wrap(visible(text), indent))

    def command(self, heading: str, text: str, indent: int = 0) -> None:
        """Print what can be typed in a shell on a line of its own, however long, so that it can be copied."""
        self._write([*wrap(visible(heading), indent), f"{' ' * indent}  {visible(text)}"])

    def block(self, facts: Iterable[tuple[str, int]]) -> None:
        """Print facts that belong together, each with its indent, after an empty line."""
        self._write(["", *(line for text, indent in facts for line in wrap(visible(text), indent))])

    def rows(self, lines: Iterable[str]) -> None:
        """Print the rows of a table, after an empty line, with their columns as they are."""
        self._write(["", *(visible(line) for line in lines)])

    def prose(self, text: str, indent: int = 0) -> None:
        """Print paragraphs, each freed of the line ends with which it was typed."""
        for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
            if number:
                self.say()
            self._write(wrap(visible(paragraph.replace("\n", " ")), indent, hang=0))

    def list(self, heading: str, facts: Iterable[str]) -> None:
        """Print a heading and facts under it; nothing when there are none."""
        for number, fact in enumerate(facts):
            lines = wrap(visible(fact), 2)
            if number == 0:
                self._write(["", *wrap(visible(heading)), *lines])
            else:
                self._write(lines)

    def ask(self, prompt: str, below: bool = False) -> str:
        """Ask for one line and return it bare, typed after the prompt or, for sentences, `below` it.

        Raises EndOfInput, TimeUp when the countdown is over, and Leave where it had to stop before.
        """
        self._tell_time()
        lines = [*wrap(visible(prompt)), *([">"] if below else [])]
        if self._is_full(len(lines) - 2):
            self._stop()
        if not self._is_full(len(lines) - 1):
            self._out.write("\n")
        while True:
            answer = self._line(lines)
            if len(answer) <= LONGEST:
                return answer
            self.say(TOO_LONG)

    def clear(self) -> None:
        """Leave nothing on the screen, nor in what has scrolled off it."""
        erase(self._out)
        self._rows_said = 0

    def flush(self) -> None:
        """Let all that was said so far be seen."""
        self._out.flush()

    def _write(self, lines: Sequence[str]) -> None:
        """Print lines, kept on one page if they fit on one; a page never begins with an empty line."""
        if self._is_full(sum(map(self._rows, lines)) - 1) and not self._is_long(lines):
            self._stop()
        for line in lines:
            if self._is_full(self._rows(line) - 1):
                self._stop()
            if line or not self._new_page:
                self._out.write(f"{line}\n")
                # An empty first line may scroll off.
                self._rows_said += self._rows(line) if line or self._rows_said else 0
                self._new_page = False

    def _rows(self, line: str) -> int:
        """Return how many rows of the screen a line takes."""
        return 1 if self._size is None else max(1, -(-columns(line) // max(1, self._size().columns)))

    def _most(self) -> int:
        """Return how many rows can be said under a prompt and above the next."""
        assert self._size is not None
        return max(_FEWEST_ROWS, self._size().lines) - 1

    def _is_full(self, more: int) -> bool:
        """Say whether so many rows and one would push off the screen what was said since a prompt."""
        return self._size is not None and self._rows_said > 0 and self._rows_said + more >= self._most()

    def _is_long(self, lines: Sequence[str]) -> bool:
        return sum(map(self._rows, lines)) > self._most()

    def _stop(self) -> None:
        """Wait until all that was said is read; raises what `ask` does, and Leave."""
        prompt = MORE
        while answer := self._line([prompt]):
            if answer.casefold() == "quit":
                raise Leave
            prompt = "Press Enter alone for more, or type quit."
        self._new_page = True

    def _tell_time(self) -> None:
        if self._countdown is not None and (told := self._countdown.nearly()):
            self.say(told)

    def _line(self, lines: Sequence[str]) -> str:
        for line in lines[:-1]:
            self._out.write(f"{line}\n")
        self._out.write(f"{lines[-1]} ")
        self._out.flush()
        countdown = self._countdown
        line = self._keyboard.line() if countdown is None else self._line_in_time(lines[-1], countdown)
        self._rows_said, self._new_page = 0, False
        if not line:
            self._out.write("\n")
            raise EndOfInput
        if not (line.endswith("\n") and self._keyboard.echoes):
            self._out.write("\n")
        return line.strip()

    def _line_in_time(self, prompt: str, countdown: Countdown) -> str:
        while True:
            left = countdown.left()
            if left is not None and left <= 0:
                self._out.write("\n")
                raise TimeUp
            if left is not None and (told := countdown.passed(left)):
                self._out.write(f"\n{told}\n{prompt} ")
                self._out.flush()
            line = self._keyboard.line_within(_LOOK if left is None else min(left, _LOOK))
            if line is not None:
                return line
