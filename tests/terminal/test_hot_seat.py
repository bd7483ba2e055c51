"""Two seats at one keyboard: from the curtain on, nothing of a sitting reaches the terminal again."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.engine.rich import rich
from tests.engine.scenarios import scenario
from tests.terminal.playing import (
    ENTER,
    ESCAPE,
    GIVE,
    PALETTE,
    come_to,
    go_on,
    leave,
    press,
    stage_of,
    terminal,
    window,
)
from tests.terminal.reading import text
from tests.terminal.terminal import Terminal
from wargame.content.base import SeatId
from wargame.play.game import new_game
from wargame.play.wishes import Plan

ALL, CUT, PASTE, UNDO, RIGHT = "\x1b[18~", "\x18", "\x16", "\x1a", "\x1b[C"
PEOPLE = (SeatId("north"), SeatId("south"))
WORDS = {"north": ("zebrafinch", "quokka", "wombat"), "south": ("basalt", "gneiss", "schist")}
"""What a seat writes: why, what it expects, who disagreed."""

_CURTAIN = re.compile(r"Pass the keyboard to\s+The (\w+)")


def sitting(game: Terminal, at: str, seat: str) -> str:
    """Take the next step; a seat opens all that it may see, and writes."""
    if at == "curtain":
        window(game, PALETTE, "🔎", seat)
    if at == "decide":
        window(game, "b", "Your objectives")
        window(game, PALETTE, "🔎", seat)
        window(game, "?", "How to read the table")
        for key in "ngtc":
            game.change(key)
    if at == "write":
        write(game, seat)
        return press(game, GIVE, "look")
    return go_on(game, at)


def write(game: Terminal, seat: str) -> None:
    """Look in each field for what another seat left there, then write, cut and paste in each."""
    game.type(UNDO + UNDO + PASTE + ENTER + PASTE + ENTER)
    several(game)
    game.type(ENTER + PASTE + GIVE)
    game.wait("A reason is needed")
    press(game, ESCAPE, "decide")
    press(game, "1", "write")
    why, expects, dissent = WORDS[seat]
    twice(game, why)
    game.type(ENTER)
    twice(game, expects)
    game.type(ENTER + ENTER)
    twice(game, dissent)


def several(game: Terminal) -> None:
    """Say that several people decided, so that dissent is asked for."""
    game.type(RIGHT)
    game.wait("(•) consensus")


def twice(game: Terminal, word: str) -> None:
    """Write a word, cut it out, and paste it twice."""
    game.type(word)
    game.wait(word)
    game.type(ALL + CUT)
    game.wait_until(lambda: word not in game.screen, f"the end of {word}")
    game.type(PASTE + PASTE)
    game.wait(word + word)


def frames(game: Terminal) -> Iterator[tuple[str, str, str]]:
    """Yield each frame that was received: whose sitting it belongs to, its text, the screen after it."""
    owner = coming = ""
    drawn = list(game.replayed())
    stages = ["curtain" if _CURTAIN.search(screen) else stage_of(screen) for _, screen in drawn]
    for at, (received, screen) in enumerate(drawn):
        # A stage may be drawn in two frames, of which the first has no line yet that names it.
        here = next(filter(None, stages[at:]), "") if coming else stages[at]
        if found := _CURTAIN.search(screen):
            owner, coming = "", found[1]
        elif coming and here in ("brief", "decide", "write"):
            owner, coming = coming, ""
        elif here == "sealed":
            owner = ""
        yield owner, text(received), screen


def test_nothing_of_a_sitting_is_in_anything_that_the_terminal_receives_after_it(tmp_path: Path) -> None:
    plan = Plan(people=PEOPLE, length="short", seed=5, save=tmp_path / "g.jsonl", clock=False)
    new_game(scenario(rich()), plan).close()
    with terminal(tmp_path, "resume", "g.jsonl") as game:
        at, seat, opened = come_to(game, "news"), "", 0
        while opened < 2:
            if found := _CURTAIN.search(game.screen):
                seat = found[1]
            opened += at == "sealed"
            at = sitting(game, at, seat)
        leave(game)
    sittings = []
    for owner, received, screen in frames(game):
        sittings.append(owner)
        for seat in ("north", "south", "ally", "nobody"):
            if seat != owner:
                for word in (f"secret-{seat}", *WORDS.get(seat, ())):
                    assert word not in received, (owner, screen)
                    assert word not in screen, owner
    assert [owner for owner, _ in groupby(sittings)] == ["", *2 * ["north", "", "south", ""]]
