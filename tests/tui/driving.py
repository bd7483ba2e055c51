"""Playing the screens in tests: an app, and hands that know only keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot

from wargame.engine.commands import Commit
from wargame.journal.game import load
from wargame.play.game import resume_game
from wargame.play.wishes import Wishes
from wargame.tui import curtain
from wargame.tui.app import WargameApp
from wargame.tui.course import Course, Stage
from wargame.tui.memory import Memory
from wargame.tui.table import TableScreen

MANY = 600
"""Steps after which a game that is played by hand should long have ended."""
_PATIENCE = 4000
"""Looks after which what was begun should long have been done."""


@asynccontextmanager
async def playing(
    save: Path,
    human: str | None = "rok",
    size: tuple[int, int] = (80, 24),
    length: str | None = "short",
    seed: int = 7,
    clock: bool | None = None,
    theme: str = "dark",
    scenario: str | None = None,
    memory: Memory | None = None,
) -> AsyncIterator[tuple[WargameApp, Pilot[str]]]:
    """Yield an app and its pilot, at the table if nothing was left to be asked, else at the set-up screen."""
    if memory is None:
        memory = Memory(None)
        memory.theme, memory.practised = theme, True
    wishes = Wishes(scenario=scenario, human=human, length=length, seed=seed, save=save, clock=clock)
    async with showing(WargameApp(wishes, memory=memory), size) as shown:
        yield shown


@asynccontextmanager
async def resuming(
    save: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[WargameApp, Pilot[str]]]:
    """Yield an app that goes on with a saved game, and its pilot."""
    async with showing(WargameApp(host=resume_game(save), memory=Memory(None)), size) as shown:
        yield shown


@asynccontextmanager
async def showing(app: WargameApp, size: tuple[int, int]) -> AsyncIterator[tuple[WargameApp, Pilot[str]]]:
    """Yield an app that runs, without what moves on the screen for its own sake, and its pilot."""
    app.animation_level = "none"
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(app, pilot)
            yield app, pilot
    finally:
        if app.host is not None:
            app.host.close()


async def quiet(pilot: Pilot[str]) -> None:
    """Wait until everything that was said on the present screen is done, without waiting for time to pass."""
    app = pilot.app
    for _ in range(_PATIENCE):
        await pilot.pause(0)
        if not app.is_running:
            return
        if not any(pump.message_queue_size for pump in (app, *app.screen.walk_children(with_self=True))):
            return
    raise AssertionError("the screen never comes to rest")


async def press(pilot: Pilot[str], *keys: str) -> None:
    """Press keys one after the other; `Pilot.press` would wait between them until the machine is idle."""
    for name in keys:
        if pilot.app.is_running:
            pilot.app.post_message(key(name))
            await quiet(pilot)


def key(name: str) -> Key:
    """Return a key as a terminal sends it."""
    return Key("space" if name == " " else name, name if len(name) == 1 else None)


async def settle(app: WargameApp, pilot: Pilot[str]) -> None:
    """Wait until the content that loads behind the first screen is there."""
    for _ in range(_PATIENCE):
        if app.refusal or app.fault or app.ready:
            break
        await pilot.pause(0.01)
    await pilot.pause()


def table(app: WargameApp) -> TableScreen:
    """Return the table, whatever lies over it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, TableScreen))


def course(app: WargameApp) -> Course:
    """Return the course of the game."""
    return table(app).course


def given(save: Path, seat: str) -> list[Commit]:
    """Return the decisions that a save holds of a seat, the first of them first."""
    said = (record.command for record in load(save).records)
    return [command for command in said if isinstance(command, Commit) and command.by == seat]


async def by_keys(app: WargameApp, pilot: Pilot[str], until: Stage = Stage.END) -> None:
    """Play with keys alone until a stage is reached."""
    for _ in range(MANY):
        here = course(app).stage
        if here is until:
            return
        await key_step(app, pilot)
    raise AssertionError(f"the game did not come to '{until}'")


async def key_step(app: WargameApp, pilot: Pilot[str]) -> None:
    """Press what the screen asks for."""
    here = course(app).stage
    if here is Stage.DECIDE:
        await decide(app, pilot)
    elif here is Stage.SEALED:
        await press(pilot, "o")
    elif here is Stage.CURTAIN:
        await pilot.pause(curtain.SETTLES)
        await press(pilot, "enter")
    elif here in (Stage.REVEAL, Stage.TURN_END):
        await press(pilot, "a", "enter")
    else:
        await press(pilot, "enter")


def first_open(app: WargameApp) -> int:
    """Return the number of the first option that is not shut."""
    ask = course(app).sight().ask
    assert ask is not None
    return next(at for at, option in enumerate(ask.options, 1) if option.shut is None)


async def write(pilot: Pilot[str], text: str) -> None:
    """Type a text letter by letter."""
    await press(pilot, *text)


async def decide(app: WargameApp, pilot: Pilot[str], why: str = "so") -> None:
    """Take the first option that is open, give a reason, and put it in the envelope."""
    await press(pilot, str(first_open(app)))
    await write(pilot, why)
    await press(pilot, "ctrl+s", "enter")
