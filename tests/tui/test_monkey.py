"""Whatever is pressed, pasted, clicked and resized: no screen breaks, and every save can be trusted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.engine.rich import rich
from tests.engine.scenarios import scenario
from tests.play.test_host import Hands, play_on
from tests.tui.driving import playing, showing
from tests.tui.monkey import Monkey
from wargame.content.scenario import Scenario
from wargame.journal.verify import verify
from wargame.play.game import new_game
from wargame.play.wishes import Plan
from wargame.tui.app import WargameApp
from wargame.tui.memory import Memory
from wargame.tui.themes import NAMES

Playing = AsyncIterator[tuple[WargameApp, Pilot[str]]]


@cache
def richest() -> Scenario:
    return scenario(rich())


@asynccontextmanager
async def with_a_clock(save: Path, hands: Hands) -> Playing:
    """Yield the rich game with two seats and a clock that is turned by hand."""
    plan = Plan(people=richest().seats()[:2], length="short", save=save, seed=3, clock=True)
    async with showing(
        WargameApp(host=new_game(richest(), plan, hands), memory=Memory(None)), (80, 24)
    ) as shown:
        yield shown


@asynccontextmanager
async def at_the_end(save: Path, hands: Hands) -> Playing:
    """Yield the rich game of one seat in its last month."""
    plan = Plan(people=richest().seats()[1:2], length="short", save=save, seed=3)
    host = new_game(richest(), plan, hands)
    while host.public.sight().turn < 3:
        play_on(host)
    async with showing(WargameApp(host=host, memory=Memory(None)), (80, 24)) as shown:
        yield shown


async def let_loose(folder: Path, seed: int, events: int) -> None:
    """Let a monkey play, game after game: with a clock, in the last month, from the start."""
    hands = Hands()
    monkey = Monkey(seed, wait=hands.turn)
    done = games = 0
    while done < events:
        save, theme = folder / f"{games}.jsonl", NAMES[(games + seed) % len(NAMES)]
        begun = (
            with_a_clock(save, hands),
            at_the_end(save, hands),
            playing(save, theme=theme),
            playing(save, human=None, length=None, theme=theme),
        )[(games + seed) % 4]
        try:
            async with begun as (app, pilot):
                done += await monkey.play(app, pilot, events - done)
                assert (app.fault, app.refusal) == (None, None)
        except Exception as fault:
            fault.add_note(f"seed {seed}, game {games}, after {done}: {' '.join(monkey.did)}")
            raise
        games += 1
        if save.exists():
            verify(save)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at the clock often."""
    monkeypatch.setattr("wargame.tui.table._TICK", 0.1)


@pytest.mark.parametrize("seed", range(4))
async def test_a_monkey_breaks_nothing(tmp_path: Path, seed: int) -> None:
    await let_loose(tmp_path, seed, 500)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(100, 110))
async def test_ten_monkeys_break_nothing(tmp_path: Path, seed: int) -> None:
    await let_loose(tmp_path, seed, 1000)
