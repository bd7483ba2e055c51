"""A monkey at the keyboard: seeded keys, pastes, clicks, turns of the wheel, resizes and passing time."""

import random
from collections import deque
from collections.abc import Callable
from string import ascii_letters, digits, punctuation

from textual.events import (
    Event,
    Key,
    MouseDown,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
    Paste,
    Resize,
)
from textual.geometry import Size
from textual.pilot import Pilot

from tests.tui.driving import course, quiet
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage
from wargame.tui.curtain import Curtain
from wargame.tui.table import TableScreen

MOVES = ("up", "down", "left", "right", "tab", "shift+tab", "home", "end", "pageup", "pagedown", "space")
COMMANDS = ("ctrl+s", "ctrl+p", "o", "a", "d", "b", "g", "n", "t", "c", "p", "question_mark", "f1", "q", "w")
EDITS = (*(f"ctrl+{letter}" for letter in "adefkuvwxyz"), "backspace", "delete", "shift+left", "ctrl+right")
ODD = (*(f"f{at}" for at in range(2, 13)), "insert", "ctrl+j", "ctrl+m", "ctrl+i", "shift+f3", "ctrl+end")
PASTES = (
    "북한은 기다린다",
    "\x1b]52;c;aGVsbG8=\x07\x1b[2J",
    "first\r\nsecond\rthird\n\n",
    "\u202eright to left\u2066",
    "[/bold] [@click=app.bell]x[/]",
    "🇰🇷👨‍👩‍👧 a\u0301",
    "long " * 700,
    "",
)
SMALLEST, LARGEST = Size(20, 5), Size(220, 70)


class Monkey:
    """Does one thing after another to an app; `did` is what it did last, to be read when something breaks."""

    def __init__(self, seed: int, wait: Callable[[int], None] = lambda _: None) -> None:
        self._chance = random.Random(seed)
        self._wait = wait
        self.did: deque[str] = deque(maxlen=40)

    async def play(self, app: WargameApp, pilot: Pilot[str], events: int) -> int:
        """Do so many things, or fewer if the game is left; return how many were done."""
        done = self._ended = 0
        while done < events and app.is_running and not self._sated(app):
            burst = min(self._chance.choice((1, 3, 6, 12, 20)), events - done)
            for _ in range(burst):
                for event in self._something(app):
                    app.post_message(event)
            done += burst
            await quiet(pilot)
            if app.is_running:
                self._look(app)
                if app.size != app.screen.size:
                    await pilot.pause(0.02)
        return done

    def _sated(self, app: WargameApp) -> bool:
        """Say whether an end was looked at long enough."""
        at_table = any(isinstance(screen, TableScreen) for screen in app.screen_stack)
        if at_table and course(app).stage is Stage.END:
            self._ended += 1
        return self._ended > 15

    def _look(self, app: WargameApp) -> None:
        """See that a curtain hangs where one seat follows another, and nowhere else."""
        curtains = sum(isinstance(screen, Curtain) for screen in app.screen_stack)
        tables = sum(isinstance(screen, TableScreen) for screen in app.screen_stack)
        assert tables <= 1 and curtains == (tables == 1 and course(app).stage is Stage.CURTAIN)

    def _something(self, app: WargameApp) -> list[Event]:
        kind = self._chance.choices(
            (self._key, self._mouse, self._paste, self._resize, self._time), (60, 22, 3, 3, 12)
        )[0]
        return kind(app)

    def _key(self, app: WargameApp) -> list[Event]:
        keys = self._chance.choices(
            (("enter",), MOVES, COMMANDS, digits, ascii_letters + punctuation, EDITS, ODD, ("escape",)),
            (30, 20, 20, 8, 14, 4, 2, 4),
        )[0]
        key = self._chance.choice(keys)
        self.did.append(key)
        return [Key(key, key if len(key) == 1 else None)]

    def _mouse(self, app: WargameApp) -> list[Event]:
        x, y = self._spot(app)
        self.did.append(f"click {x},{y}")
        turn = self._chance.random()
        if turn < 0.2:
            kind = MouseScrollDown if turn < 0.12 else MouseScrollUp
            return [kind(None, x, y, 0, 1, 0, False, False, False, x, y)]
        to = self._spot(app) if turn < 0.28 else (x, y)
        button = 1 if turn < 0.95 else 3
        return [
            kind(None, *at, 0, 0, button, False, False, False, *at)
            for kind, at in ((MouseMove, (x, y)), (MouseDown, (x, y)), (MouseMove, to), (MouseUp, to))
        ]

    def _spot(self, app: WargameApp) -> tuple[int, int]:
        width, height = app.size
        return self._chance.randrange(width), self._chance.choice(
            (self._chance.randrange(height), height - 2)
        )

    def _paste(self, app: WargameApp) -> list[Event]:
        text = self._chance.choice(PASTES)
        self.did.append(f"paste {text[:12]!r}")
        return [Paste(text)]

    def _resize(self, app: WargameApp) -> list[Event]:
        width = self._chance.choice((80, 80, 80, 100, self._chance.randint(SMALLEST.width, LARGEST.width)))
        height = self._chance.choice((24, 24, 24, 38, self._chance.randint(SMALLEST.height, LARGEST.height)))
        self.did.append(f"resize {width}x{height}")
        size = Size(width, height)
        return [Resize(size, size)]

    def _time(self, app: WargameApp) -> list[Event]:
        seconds = self._chance.choice((1, 5, 30))
        self.did.append(f"wait {seconds}")
        self._wait(seconds * 1000)
        return []
