"""Walking a saved game in tests, by keys and by mouse."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from wargame.tui.memory import Memory
from wargame.tui.replay.app import ReplayApp
from wargame.tui.replay.screen import ReplayScreen

_PATIENCE = 4000


@asynccontextmanager
async def walking(
    save: Path,
    size: tuple[int, int] = (120, 40),
    by: str = "Kim",
    notes: tuple[Path, ...] = (),
    viewer: str | None = None,
    spoil: bool = False,
) -> AsyncIterator[tuple[ReplayApp, Pilot[str]]]:
    """Yield a replay and its pilot, once the save is read."""
    app = ReplayApp(save, by, notes, viewer, spoil, Memory(None))
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        for _ in range(_PATIENCE):
            if app.ready or app.refusal or app.fault:
                break
            await pilot.pause(0.01)
        await pilot.pause()
        yield app, pilot


def screen(app: ReplayApp) -> ReplayScreen:
    """Return the replay, whatever lies over it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, ReplayScreen))
