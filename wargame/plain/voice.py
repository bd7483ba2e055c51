"""The one boundary between the game and a person: all that is printed and all that is typed passes here."""

import re
import sys
from collections.abc import Callable, Iterable
from typing import TextIO

from wargame.content.text import visible
from wargame.plain.keyboard import Keyboard, standard_input
from wargame.plain.terminal import erase
from wargame.plain.wrap import wrap

LONGEST = 2000
"""Characters that one answer may have."""

TOO_LONG = f"That is too long: an answer may have {LONGEST} characters."
LAST_MINUTE = 60.0
_LOOK = 1.0


class EndOfInput(Exception):
    """Nobody types any more."""


class TimeUp(Exception):
    """The clock of a sitting ran out before the line was finished."""


class Countdown:
    """The time that is left of a sitting; `left` returns seconds, or None while no clock runs."""

    def __init__(self, left: Callable[[], float | None]) -> None:
        self.left = left
        seconds = left()
        self.warned = seconds is not None and seconds <= LAST_MINUTE


class Voice:
    """Says lines and asks for them; whatever others wrote leaves it as harmless text of 78 columns."""

    def __init__(self, out: TextIO, keyboard: Keyboard) -> None:
        self._out = out
        self._keyboard = keyboard

    @classmethod
    def of_terminal(cls) -> "Voice":
        """Return the voice of this process's own input and output."""
        return cls(sys.stdout, standard_input())

    def say(self, text: str = "", indent: int = 0) -> None:
        """Print one fact, or an empty line."""
        for line in wrap(visible(text), indent):
            self._out.write(f"{line}\n")

    def prose(self, text: str, indent: int = 0) -> None:
        """Print paragraphs, each freed of the line ends with which it was typed."""
        for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
            if number:
                self.say()
            for line in wrap(visible(paragraph.replace("\n", " ")), indent, hang=0):
                self._out.write(f"{line}\n")

    def list(self, heading: str, facts: Iterable[str]) -> None:
        """Print a heading and facts under it; nothing when there are none."""
        for number, fact in enumerate(facts):
            if number == 0:
                self.say()
                self.say(heading)
            self.say(fact, indent=2)

    def ask(self, prompt: str, countdown: Countdown | None = None, below: bool = False) -> str:
        """Ask for one line and return it bare, typed after the prompt or, for sentences, `below` it.

        Raises EndOfInput, and TimeUp when the countdown is over.
        """
        self._out.write("\n")
        while True:
            answer = self._line(prompt, countdown, below)
            if len(answer) <= LONGEST:
                return answer
            self.say(TOO_LONG)

    def clear(self) -> None:
        """Leave nothing on the screen, nor in what has scrolled off it."""
        erase(self._out)

    def flush(self) -> None:
        """Let all that was said so far be seen."""
        self._out.flush()

    def _line(self, prompt: str, countdown: Countdown | None, below: bool) -> str:
        *above, last = [*wrap(visible(prompt)), *([">"] if below else [])]
        for line in above:
            self._out.write(f"{line}\n")
        self._out.write(f"{last} ")
        self._out.flush()
        line = self._keyboard.line() if countdown is None else self._line_in_time(last, countdown)
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
            if left is not None and left <= LAST_MINUTE and not countdown.warned:
                countdown.warned = True
                self._out.write(f"\nLess than a minute is left.\n{prompt} ")
                self._out.flush()
            line = self._keyboard.line_within(_LOOK if left is None else min(left, _LOOK))
            if line is not None:
                return line
