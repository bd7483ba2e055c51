"""Playing the screens in tests: an app, and hands that know only keys or only the mouse."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from wargame.play.wishes import Wishes
from wargame.tui.app import WargameApp
from wargame.tui.course import Course, Stage
from wargame.tui.memory import Memory
from wargame.tui.table import TableScreen

MANY = 4000
"""Steps after which a game that is played by hand should long have ended."""


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
) -> AsyncIterator[tuple[WargameApp, Pilot[str]]]:
    """Yield an app and its pilot, at the table if nothing was left to be asked, else at the set-up screen."""
    memory = Memory(None)
    memory.theme, memory.practised = theme, True
    wishes = Wishes(scenario=scenario, human=human, length=length, seed=seed, save=save, clock=clock)
    app = WargameApp(wishes, memory=memory)
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        yield app, pilot
    if app.host is not None:
        app.host.close()


async def settle(app: WargameApp, pilot: Pilot[str]) -> None:
    """Wait until the content that loads behind the first screen is there."""
    for _ in range(MANY):
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
        await pilot.press("o")
    elif here in (Stage.REVEAL, Stage.TURN_END):
        await pilot.press("a", "enter")
    else:
        await pilot.press("enter")


async def decide(app: WargameApp, pilot: Pilot[str], why: str = "so it is") -> None:
    """Take the first option that is open, give a reason, and put it in the envelope."""
    ask = course(app).sight().ask
    assert ask is not None
    number = next(at for at, option in enumerate(ask.options, 1) if option.shut is None)
    await pilot.press(str(number))
    await pilot.press(*("space" if letter == " " else letter for letter in why))
    await pilot.press("ctrl+s", "enter")
