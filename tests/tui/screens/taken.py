"""The journeys on which the screens are seen that are kept as text, and how each screen is reached."""

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, closing
from functools import partial
from pathlib import Path

from textual.pilot import Pilot

from tests.play.test_host import Hands
from tests.tui.driving import by_keys, first_open, playing, press, showing, table, write
from tests.tui.reading import seen
from tests.tui.replay.walking import screen, walking
from wargame.content import load
from wargame.content.base import SeatId
from wargame.play.game import new_game
from wargame.play.wishes import Plan
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage
from wargame.tui.frame import Frame
from wargame.tui.memory import Memory

FOLDER = Path(__file__).parent
SMALL, LARGE = (80, 24), (120, 40)
Screens = dict[str, str]
Shown = AbstractAsyncContextManager[tuple[WargameApp, Pilot[str]]]

_DIGITS = re.compile("[0-9a-f]{16,}")
"""Digests, which change with every word of the content: only their places are kept."""


class Album:
    """The screens of one size, as they were seen."""

    def __init__(self, app: Frame, size: tuple[int, int]) -> None:
        self._app, self._size = app, "x".join(map(str, size))
        self.screens: Screens = {}

    def take(self, name: str) -> None:
        """Keep what stands on the screen now."""
        text = _DIGITS.sub(lambda found: "x" * len(found[0]), seen(self._app))
        self.screens[f"{name}-{self._size}"] = f"{text}\n"


def begun(size: tuple[int, int], *people: str) -> Shown:
    """Return a short game of these people that begins, at a clock that stands still."""
    scenario = load.load_scenario()
    plan = Plan(
        tuple(map(SeatId, people)), length="short", seed=7, save=Path("game.jsonl"), clock=len(people) > 1
    )
    return showing(WargameApp(host=new_game(scenario, plan, Hands()), memory=Memory(None)), size)


async def opening(size: tuple[int, int]) -> Screens:
    """Come to the set-up screen for the first time, and begin the practice turn."""
    async with playing(Path("game.jsonl"), human=None, length=None, memory=Memory(None), size=size) as (
        app,
        pilot,
    ):
        album = Album(app, size)
        album.take("set-up")
        await press(pilot, "t")
        album.take("practice")
    return album.screens


async def turn(size: tuple[int, int]) -> Screens:
    """Play one turn alone, with a look at everything that can be asked."""
    async with begun(size, "rok") as (app, pilot):
        album = Album(app, size)
        for stage in (Stage.NEWS, Stage.CARD, Stage.BRIEF, Stage.DECIDE):
            await by_keys(app, pilot, until=stage)
            album.take(stage)
        await press(pilot, "question_mark")
        album.take("help")
        await press(pilot, "escape", str(first_open(app)))
        await write(pilot, "A film will do.")
        await press(pilot, "enter", *"They wait.", "enter", "right", "enter", "enter", "2", "0")
        album.take("form")
        await press(pilot, "ctrl+s")
        album.take("look")
        await press(pilot, "enter")
        album.take("sealed")
        await press(pilot, "o", *["enter"] * 4)
        album.take("reveal")
        await by_keys(app, pilot, until=Stage.TURN_END)
        await press(pilot, "a")
        album.take("turn-end")
        table(app).query_one("#map").focus()
        await press(pilot, "down", "enter")
        album.take("why")
    return album.screens


async def curtain(size: tuple[int, int]) -> Screens:
    """Hand the keyboard from one seat to the next, with the clock running."""
    async with begun(size, "dprk", "rok") as (app, pilot):
        album = Album(app, size)
        await by_keys(app, pilot, until=Stage.CURTAIN)
        album.take("curtain")
        await by_keys(app, pilot, until=Stage.DECIDE)
        album.take("clock")
    return album.screens


async def end(size: tuple[int, int]) -> Screens:
    """Play a whole game, and turn the pages of its end."""
    async with begun(size, "rok") as (app, pilot):
        album = Album(app, size)
        await by_keys(app, pilot)
        for name in (
            "relations",
            "intents",
            "forecasts",
            "cables",
            "dice",
            "numbers",
            "envelopes",
            "discuss",
            "trust",
        ):
            album.take(f"end-{name}")
            await press(pilot, "right")
    return album.screens


async def replay(size: tuple[int, int]) -> Screens:
    """Walk a short game between bots: a reveal as it was and as one seat saw it, a number, turning points."""
    save = Path("replay.jsonl")
    plan = Plan((), length="short", seed=7, save=save)
    with closing(new_game(load.load_scenario(), plan, Hands())) as host:
        while host.phase != "ended":
            host.bots_decide()
            host.lead()
    async with walking(save, size) as (app, pilot):
        album = Album(app, size)
        screen(app).go_to(next(m.at for m in screen(app).replay.moments if m.kind == "reveal"))
        await pilot.pause()
        album.take("replay-reveal")
        await press(pilot, "v", "v", "v")
        album.take("replay-seat")
        await press(pilot, "V", "V", "V", "greater_than_sign", "n", "g", "down", "enter", "end")
        album.take("replay-why")
        if size == SMALL:
            await press(pilot, "escape", "u")
            album.take("replay-turning")
    return album.screens


JOURNEYS: Mapping[str, Callable[[], Awaitable[Screens]]] = {
    **{
        f"{way.__name__}-{'x'.join(map(str, size))}": partial(way, size)
        for way in (opening, turn, curtain, replay)
        for size in (SMALL, LARGE)
    },
    "end-80x24": partial(end, SMALL),
}


def path(name: str) -> Path:
    """Return the file in which a screen is kept."""
    return FOLDER / f"{name}.txt"
