"""Editing decks in tests, by keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from wargame.tui.memory import Memory
from wargame.tui.studio.app import StudioApp
from wargame.tui.studio.screen import StudioScreen

_PATIENCE = 2000


@asynccontextmanager
async def editing(
    where: Path, size: tuple[int, int] = (120, 40), rules: str | None = None, theme: str | None = None
) -> AsyncIterator[tuple[StudioApp, Pilot[str]]]:
    """Yield a studio and its pilot, once the decks are read and checked; let go of them at the end."""
    app = StudioApp(str(where), rules, Memory(None))
    app.animation_level = "none"
    if theme is not None:
        app.theme = theme
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            for _ in range(_PATIENCE):
                if app.ready or app.refusal or app.fault:
                    break
                await pilot.pause(0.01)
            await pilot.pause()
            if app.ready:
                await checked(app, pilot)
            yield app, pilot
    finally:
        app.close()
    if app.fault is not None:
        raise app.fault


def studio(app: StudioApp) -> StudioScreen:
    """Return the studio, whatever lies over it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, StudioScreen))


async def checked(app: StudioApp, pilot: Pilot[str]) -> None:
    """Wait until what was typed last is checked, and tried if the trial is in sight."""
    for _ in range(_PATIENCE):
        screen = studio(app)
        tried = screen.staged is None or screen.is_tried or not screen.shows("try")
        if (screen.is_checked and tried) or app.fault:
            break
        await pilot.pause(0.01)
    await pilot.pause()


def keys(text: str) -> list[str]:
    """Return a text as the keys that type it."""
    names = {
        " ": "space",
        ".": "full_stop",
        ",": "comma",
        ":": "colon",
        "-": "minus",
        "\n": "enter",
        "[": "left_square_bracket",
    }
    return [names.get(letter, letter) for letter in text]
