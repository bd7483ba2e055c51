"""The screens in a pseudo-terminal, beside bare Textual apps in another: first paint, keys, a long reveal."""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from tests.benchmarks import beside, watched
from tests.benchmarks.engine import SMALL
from tests.terminal.playing import ENTER, GIVE, LEAVE, come_to, go_on, press, stage
from tests.terminal.terminal import FRAME_END, Terminal

RUNS = 7
KEYS = 100
DOWN, UP = "\x1b[B", "\x1b[A"
WIDE = (120, 40)
QUIET = 0.1
"""Seconds without a byte after which a screen counts as drawn."""

SET_UP, STORY = "A crisis, in this terminal", "See what happens"
"""What the set-up screen says when it is first painted, and the table."""

PROGRAM = (sys.executable, "-m", "wargame")
TABLE = ("play", "korea-2025", "--human", "rok", "--length", "full", "--seed", "7", "--clock", "off")
CHANGES = 60


def run() -> Iterator[str]:
    """Yield the figures of the screens; wall time, since a person waits for them."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        empty = bare("empty")
        yield painted("first paint of the set-up screen", home, (*PROGRAM, "play"), SET_UP, empty, "1.5")
        yield painted("first paint of the table", home, (*PROGRAM, *TABLE), STORY, empty, "2.2")
        yield from keys(home)
        yield reveal(home)


def bare(app: str) -> tuple[str, ...]:
    """Return the command of one of the apps that are measured beside."""
    return (sys.executable, str(Path(beside.__file__)), app)


def painted(what: str, home: Path, ours: Sequence[str], says: str, theirs: Sequence[str], goal: str) -> str:
    """Return the figures of a first paint: from the start of the program until the screen says so."""
    pairs = [(first_paint(home, ours, says), first_paint(home, theirs, beside.READY)) for _ in range(RUNS)]
    mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / two for one, two in pairs)
    return (
        f"{what}: {mine:.2f} s; an empty Textual app beside it {other:.2f} s; ratio {ratio:.2f} (goal {goal})"
    )


def first_paint(home: Path, command: Sequence[str], says: str) -> float:
    """Return the seconds until a program has painted a text."""
    begun = time.perf_counter()
    game = Terminal([*command], home)
    try:
        wanted = says.encode()
        game.wait_until(lambda: wanted in game.received and game.received.rstrip().endswith(FRAME_END), says)
        return time.perf_counter() - begun
    finally:
        game.close()


def keys(home: Path) -> Iterator[str]:
    """Yield the figures of key presses: from the key until the frame that it changes has come."""
    with_tables = Terminal([*bare("board")], home, WIDE)
    game = Terminal([*PROGRAM, *TABLE, "--save", str(home / "keys.jsonl")], home, WIDE)
    try:
        with_tables.wait(beside.READY)
        at = come_to(game, "news")
        while at != "decide":
            at = go_on(game, at)
        game.settled()
        with_tables.settled()
        for what, focus in (("option", ""), ("relation", "g")):
            game.type(focus)
            game.settled()
            mine, other = [], []
            for _ in range(KEYS // 4):
                for key in (DOWN, DOWN, UP, UP):
                    mine.append(repainted(game, key))
                    other.append(repainted(with_tables, key))
            beside_it = f"a board of tables beside it {spread(other)}"
            yield f"a key to the next {what}: {spread(mine)} (goal 10 and 30); {beside_it}"
    finally:
        game.close()
        with_tables.close()


def repainted(terminal: Terminal, key: str) -> float:
    """Return the seconds from a key until its frame has come; raises AssertionError if none comes."""
    seen = len(terminal.received)
    begun = time.perf_counter()
    terminal.type(key)
    terminal.wait_until(lambda: FRAME_END in terminal.received[seen:], "a frame")
    took = time.perf_counter() - begun
    terminal.settled(QUIET)
    return took


def spread(times: Sequence[float]) -> str:
    """Return the median of some times and what 95 in 100 stay under."""
    cuts = statistics.quantiles(times, n=20)
    return f"median {statistics.median(times) * 1000:.1f} ms, 95% under {cuts[-1] * 1000:.1f} ms"


def reveal(home: Path) -> str:
    """Return the longest step of the loop while a reveal of many changes is told beat by beat."""
    scenario, log = many_changes(home), home / "steps.txt"
    arguments = ("play", str(scenario), "--human", "s0", "--length", "full", "--seed", "7", "--clock", "off")
    save = ("--save", str(home / "reveal.jsonl"))
    game = Terminal([sys.executable, str(Path(watched.__file__)), str(log), *arguments, *save], home, WIDE)
    try:
        at = come_to(game, "news")
        while at != "sealed":
            at = give(game) if at == "write" else go_on(game, at)
        game.settled()
        begun = time.perf_counter()
        at = go_on(game, at)
        beats = 1
        while at == "telling":
            game.settled()
            game.type(ENTER)
            game.settled()
            at = stage(game)
            beats += 1
        ended = time.perf_counter()
        game.type(LEAVE)
        game.ended()
    finally:
        game.close()
    steps = [tuple(map(float, line.split())) for line in log.read_text().splitlines()]
    told = sorted(took for start, took in steps if begun < start < ended)
    longest = f"longest of {len(told)} steps {told[-1] * 1000:.0f} ms (goal 50)"
    return f"a reveal of {CHANGES} changes in {beats} beats: {longest}"


def give(game: Terminal) -> str:
    """Write a reason and put the decision in the envelope; return what follows."""
    game.type("so")
    game.settled()
    return go_on(game, press(game, GIVE, "look"))


def many_changes(home: Path) -> Path:
    """Write the small game anew so that each exchange makes so many changes; return its rules file."""
    rules = yaml.safe_load(SMALL.read_text(encoding="utf-8"))
    cards = yaml.safe_load((SMALL.parent / "small-cards.yaml").read_text(encoding="utf-8"))
    names = list(rules["relations"])
    for card in cards:
        asks = card["asks"].values()
        each = CHANGES // len(asks)
        for at, ask in enumerate(asks):
            moved = [names[(at * each + step) % len(names)] for step in range(each)]
            for option in ask["options"]:
                option["effects"] = [{"tension": {name: 1 + step % 3}} for step, name in enumerate(moved)]
    folder = home / "many"
    folder.mkdir()
    for name, content in (("small.yaml", rules), ("small-cards.yaml", cards)):
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder / "small.yaml"
