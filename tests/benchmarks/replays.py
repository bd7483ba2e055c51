"""Replaying the longest game that people can play: first paint, jumps, and loading beside pydantic.

A save may hold 10,000 records, so that 100,000 are read from as many copies of one save as hold so many.
"""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import mirrored
from tests.benchmarks.long import played
from tests.benchmarks.measure import side_by_side
from tests.benchmarks.screens import PROGRAM, RUNS, STORY, WIDE, first_paint, repainted, spread
from tests.terminal.terminal import Terminal
from wargame.content.uncollected import uncollected
from wargame.journal.game import load
from wargame.journal.reading import read, read_lines

RECORDS = 100_000
JUMPS = 40
SEED = ("--length", "whole", "--seed", "7", "--clock", "off")
MOMENT, SET_UP = "record 0", "Who sits where"
"""What a replay says when it is first painted, and the set-up screen once the scenario is read."""

FAR, NEAR = ("<", "x", "]", ">", "[", "X"), ("\x1b[C", ".", ",", "\x1b[D")
"""Keys that jump to another turn, an end or a rung crossed, and to the next moment or decision and back."""


def run() -> Iterator[str]:
    """Yield the figures of replaying; wall time where a person waits for it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        rules, save, records = played(home / "long")
        yield from paints(home, rules, save, records)
        yield from jumps(home, save)
        yield from loading(save, records)


def paints(home: Path, rules: Path, save: Path, records: int) -> Iterator[str]:
    """Yield the figures of the first paint, each beside a first paint of the game."""
    replay = (*PROGRAM, "replay", str(save))
    table = (*PROGRAM, "play", str(rules), "--human", "s0", *SEED)
    for what, theirs, says in (("set-up", (*PROGRAM, "play", str(rules)), SET_UP), ("table", table, STORY)):
        pairs = [(first_paint(home, replay, MOMENT), first_paint(home, theirs, says)) for _ in range(RUNS)]
        mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(one / two for one, two in pairs)
        yield (
            f"opening {records:,} records: {mine:.2f} s to the first moment; first paint of the {what} of "
            f"the same scenario beside it {other:.2f} s; ratio {ratio:.2f} (goal 1.5)"
        )


def jumps(home: Path, save: Path) -> Iterator[str]:
    """Yield the figures of jumps: from the key until the moment is painted."""
    game = Terminal([*PROGRAM, "replay", str(save)], home, WIDE)
    try:
        game.wait(MOMENT)
        game.settled()
        game.type("]" * 30)
        game.settled()
        for what, keys in (("far jump", FAR), ("step", NEAR)):
            times = [repainted(game, key) for _ in range(JUMPS // len(keys)) for key in keys]
            yield f"a {what}: {spread(times)} (goal 50)"
    finally:
        game.close()


def loading(save: Path, records: int) -> Iterator[str]:
    """Yield the figures of loading many records beside pydantic, which makes models of the same lines."""
    copies = -(-RECORDS // records)
    reader = mirrored.lines()
    lines = [line for _, line in read_lines(save)]

    def loaded() -> int:
        return sum(len(load(save).records) for _ in range(copies))

    def checked() -> int:
        with uncollected():
            return sum(len(list(read(save))) for _ in range(copies))

    def alone() -> int:
        with uncollected():
            return sum(len([reader.validate_json(line) for line in lines]) for _ in range(copies))

    whole = copies * records
    yield f"{whole:,} records are {copies} saves of {records:,}: a save may hold 10,000"
    for what, ours, goal in (("chain and types checked", checked, ""), ("loaded", loaded, " (goal 1.5)")):
        mine, other, ratio = side_by_side(ours, alone, runs=3)
        yield (
            f"{what}: {whole / mine:.2f} s; pydantic alone beside it {whole / other:.2f} s; "
            f"ratio {1 / ratio:.2f}{goal}"
        )
