"""Playing a game in a terminal by keys: what the screen says tells where the game stands."""

import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.terminal.terminal import Terminal
from wargame.tui.curtain import SETTLES

ENTER, ESCAPE, TAB, PAGE_DOWN = "\r", "\x1b", "\t", "\x1b[6~"
LEAVE, INTERRUPT, GIVE, PALETTE = "\x11", "\x03", "\x13", "\x10"
COPY, PASTE, UNDO, ALL = "\x03", "\x16", "\x1a", "\x01"

WARNING = "would be lost"

STAGES = {
    "See what happens": "news",
    "We have all read": "card",
    "On to the envelopes": "card",
    "Decide": "card",
    "We are alone": "curtain",
    "We have read our": "brief",
    "Take option": "decide",
    "Look it over": "write",
    "Put it in": "look",
    "Open the": "sealed",
    "Next (": "telling",
    "Go on": "told",
    "Next page": "page",
    "Leave the game": "end",
    "Begin the game": "set-up",
    "Read on": "more",
}
"""The stage at which the line above the keys says so, by how its words begin."""

_DOING = {
    "news": ("a turn begins",),
    "card": ("a card is dealt",),
    "brief": ("its brief",),
    "decide": (" decides",),
    "write": (" decides",),
    "look": (" decides",),
    "sealed": ("decisions are in",),
    "telling": ("are open", " ends"),
    "told": ("are open", " ends"),
    "page": ("the end",),
    "end": ("the end",),
}
"""What the line at the top says at a stage; a frame in which it says another thing is of two stages."""

_GO = re.compile(r"▶ \S+  (.+)")


@contextmanager
def terminal(
    folder: Path,
    *arguments: str,
    size: tuple[int, int] = (80, 24),
    program: tuple[str, ...] = ("-m", "wargame"),
    environment: Mapping[str, str] | None = None,
) -> Iterator[Terminal]:
    """Yield a terminal in which a command of the program runs, by default a game."""
    opened = Terminal([sys.executable, *program, *arguments], folder, size, environment)
    try:
        yield opened
    finally:
        opened.close()


def stage(game: Terminal) -> str:
    """Return the stage that a game is at, or nothing between two of them."""
    return stage_of(game.screen)


def stage_of(screen: str) -> str:
    """Return the stage that a screen shows, or nothing."""
    label, top = _GO.search(screen), screen.partition("\n")[0]
    at = next((at for words, at in STAGES.items() if label and label[1].startswith(words)), "")
    return at if at not in _DOING or any(words in top for words in _DOING[at]) else ""


def come_to(game: Terminal, *wanted: str) -> str:
    """Wait until the game is at one of some stages, reading on where there is more; return which."""
    read: set[str] = set()

    def arrived() -> bool:
        at, shown = stage(game), game.screen
        if at == "more" and shown not in read:
            read.add(shown)
            game.type(PAGE_DOWN)
        return at in wanted

    game.wait_until(arrived, f"one of the stages {wanted}")
    return stage(game)


def press(game: Terminal, keys: str, *wanted: str) -> str:
    """Press keys and wait until the game is at one of some stages; return which."""
    if stage(game) == "curtain":
        raise_curtain(game)
    else:
        game.type(keys)
    return come_to(game, *wanted)


def raise_curtain(game: Terminal) -> None:
    """Press Enter until the curtain, which hears none at first, is gone."""
    time.sleep(2 * SETTLES)
    insist(game, ENTER, lambda: stage(game) != "curtain")


def insist(game: Terminal, keys: str, done: Callable[[], bool], every: float = 5) -> None:
    """Press keys every so many seconds until something holds, where they may come too early to be heard."""
    due = 0.0

    def insisted() -> bool:
        nonlocal due
        if done():
            return True
        if time.monotonic() > due:
            due = time.monotonic() + every
            game.type(keys)
        return False

    game.wait_until(insisted, "what was insisted on")


AFTER = {
    "set-up": ("news",),
    "news": ("card",),
    "card": ("curtain", "decide", "brief", "sealed"),
    "curtain": ("brief", "decide"),
    "brief": ("decide",),
    "look": ("curtain", "sealed"),
    "told": ("card", "telling", "told", "news", "page"),
    "page": ("page", "end"),
}
"""What follows a stage at Enter."""


def go_on(game: Terminal, at: str) -> str:
    """Take the next step of a game by its key, and the first option that there is; return what follows."""
    if at == "decide":
        return press(game, "1", "write")
    if at == "sealed":
        return press(game, "o", "telling", "told")
    if at == "telling":
        return press(game, "a", "told")
    if at not in AFTER[at]:
        return press(game, ENTER, *AFTER[at])
    shown = game.settled()
    game.type(ENTER)
    game.wait_until(lambda: game.screen != shown, f"what follows {at}")
    return come_to(game, *AFTER[at])


def leave(game: Terminal) -> None:
    """Leave a game by its key, and once more where something is written that would be lost."""
    game.type(LEAVE)
    game.wait_until(lambda: game.process.poll() is not None or WARNING in game.screen, "the end or a warning")
    if game.process.poll() is None:
        game.type(LEAVE)
    assert game.ended() == 0


def command(game: Terminal, name: str) -> None:
    """Run a command of the palette by its name."""
    game.type(PALETTE)
    game.wait("🔎")
    game.type(name)
    game.wait_until(lambda: game.screen.count(name) > 1, f"the command {name}")
    game.type(ENTER)
    game.wait_until(lambda: "🔎" not in game.screen, "the end of the palette")


def window(game: Terminal, keys: str, says: str, paste: str = "") -> None:
    """Open a window by keys, wait for what it says, paste something into it, and close it."""
    game.type(keys)
    game.wait(says)
    if paste:
        before = game.screen
        game.paste(paste)
        game.wait_until(lambda: game.screen != before, "what was pasted")
    game.type(ESCAPE)
    game.wait_until(lambda: says not in game.screen, "the end of the window")
