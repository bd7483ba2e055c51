"""The needle: from an edit to an answer, from a stop to the end of games, and keys meanwhile."""

import asyncio
import contextlib
import shutil
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

from textual.pilot import Pilot

from tests.benchmarks.screens import spread
from tests.tui.studio.editing import checked, editing, studio
from wargame.content.load import load_scenario
from wargame.content.shipped import decks_folder, rules_folder
from wargame.engine.book import Book
from wargame.lab.blocks import SEEDS
from wargame.lab.games import play
from wargame.lab.needle import FIRST, Needle
from wargame.tui.studio.app import StudioApp
from wargame.tui.studio.needle import NeedlePanel
from wargame.tui.studio.yaml_pane import YamlPane

RUNS = 5
ROUNDS, KEYS = 6, 20
PATIENCE = 120
"""Seconds after which something is broken."""
WEIGHT = "weight: 100"


def run() -> Iterator[str]:
    """Yield the figures of the needle; wall time, since a person waits for it."""
    yield from asyncio.run(answers())
    yield asyncio.run(keys())


async def answers() -> list[str]:
    """Return how long first answers took, and how long games of before went on after a stop."""
    cold, warm, beside, ends = [], [], [], []
    book = Book(load_scenario(None))
    for _ in range(RUNS):
        async with korean() as (app, pilot, made):
            panel = studio(app).query_one("#odds", NeedlePanel)
            await to_weight(app, pilot)
            await pilot.press("backspace")
            await checked(app, pilot)
            begun = time.perf_counter()
            await pilot.press("f9")
            await until(pilot, lambda panel=panel: panel.short)
            cold.append(time.perf_counter() - begun)
            await to_weight(app, pilot, "weight: 10")
            begun = time.perf_counter()
            await pilot.press("backspace")
            await until(pilot, lambda panel=panel: panel.short and "earlier" not in panel.short)
            warm.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            made[0].stop()
            await until(pilot, lambda made=made: not made[0].playing)
            ends.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        for seed in range(1, 2 * FIRST * SEEDS + 1):
            play(book, seed)
        beside.append(time.perf_counter() - begun)
    told = [first("no process started", cold, beside), first("at the next edit", warm, beside)]
    return [*told, f"from a stop to the end of the games at hand: longest {max(ends):.2f} s"]


def first(what: str, times: list[float], beside: list[float]) -> str:
    """Return how long first answers took."""
    ratio = statistics.median(one / other for one, other in zip(times, beside, strict=True))
    return (
        f"first answer, {what}: median {statistics.median(times):.2f} s, longest {max(times):.2f} s, "
        f"goal 3, from {FIRST * SEEDS} games of each; as many in one process beside it "
        f"{statistics.median(beside):.2f} s; ratio {ratio:.2f}"
    )


@contextlib.asynccontextmanager
async def korean() -> AsyncIterator[tuple[StudioApp, Pilot[str], list[Needle]]]:
    """Yield a studio with a copy of the Korean decks, and whatever needle it makes."""
    made: list[Needle] = []
    before = NeedlePanel.makes

    def makes() -> Needle:
        made.append(Needle())
        return made[-1]

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for source in (decks_folder(), rules_folder()):
            shutil.copytree(source, source.name)
        NeedlePanel.makes = makes
        try:
            async with editing(Path("rules") / "korea-2025.yaml") as (app, pilot):
                yield app, pilot, made
        finally:
            NeedlePanel.makes = before


async def to_weight(app: StudioApp, pilot: Pilot[str], text: str = WEIGHT) -> None:
    """Go to the end of the first card's weight in the YAML."""
    await pilot.press("f4")
    pane = studio(app).query_one("#yaml", YamlPane)
    row = next(row for row, line in enumerate(pane.text.split("\n")) if text in line)
    pane.move_cursor((row, len(pane.document.get_line(row))))


async def until(pilot: Pilot[str], holds: Callable[[], object]) -> None:
    """Wait until something holds; raises AssertionError if it never does."""
    begun = time.perf_counter()
    while not holds():
        assert time.perf_counter() - begun < PATIENCE
        await pilot.pause(0.005)


async def keys() -> str:
    """Return how long a key to the next line took while games were played, and while none were."""
    times: dict[str, list[float]] = {"f9": [], "f3": []}
    async with korean() as (app, pilot, _):
        for _ in range(ROUNDS):
            for panel, found in times.items():
                found += await pressed(app, pilot, panel)
    ratios = [one / other for one, other in zip(*times.values(), strict=True)]
    return (
        f"a key while games are played: {spread(times['f9'])}; while none are, in turn with it: "
        f"{spread(times['f3'])}; ratio {statistics.median(ratios):.2f}"
    )


async def pressed(app: StudioApp, pilot: Pilot[str], panel: str) -> list[float]:
    """Return how long some keys took beside a panel; games are played beside the odds alone."""
    await pilot.press(panel, "f4")
    odds = studio(app).query_one("#odds", NeedlePanel)
    if panel == "f9":
        await until(pilot, lambda: odds.short and "playing" in odds.text)
    studio(app).query_one("#yaml", YamlPane).move_cursor((0, 0))
    await pilot.pause(0.5)
    found = []
    for _ in range(KEYS):
        begun = time.perf_counter()
        await pilot.press("down")
        found.append(time.perf_counter() - begun)
    return found
