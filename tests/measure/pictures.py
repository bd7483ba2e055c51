"""The pictures of docs/: `python -m tests.measure.pictures` plays to each moment and takes it.

A headless browser (`chromium` on the PATH, or the one that CHROMIUM names) turns Textual's SVG into PNG.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import by_keys, course, playing, table
from tests.tui.replay.walking import screen, walking
from wargame.__main__ import main as program
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WHY = "Our radars learn more from a film of dust than our guns would."
EXPECTS = "They cut their half and film it."
_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_SIZE = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')


def keys(text: str) -> list[str]:
    """Return a text as the keys that type it."""
    names = {" ": "space", ".": "full_stop", ",": "comma"}
    return [names.get(letter, letter) for letter in text]


async def write(pilot: Pilot[str]) -> None:
    """Take the first option and fill the form, with two forecasts."""
    await pilot.press("1", *keys(WHY), "tab", "tab", *keys(EXPECTS), "tab", "tab")
    await pilot.press("2", "0", "tab", "6", "5")


async def picture(name: str, theme: str, size: tuple[int, int], moment: str) -> str:
    """Return one moment of a short game as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        async with playing(Path(folder) / "game.jsonl", size=size, theme=theme, seed=7) as (app, pilot):
            await _go_to(app, pilot, moment)
            await pilot.pause(0.2)
            print(name, table(app).course.stage)
            return app.export_screenshot(title="wargame")


async def replayed(name: str, theme: str, size: tuple[int, int], moment: str) -> str:
    """Return one moment of the replay of a whole game between bots as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        save = Path(folder) / "game.jsonl"
        program(["play", "--plain", "--bots", "all", "--seed", "7", "--save", str(save)])
        async with walking(save, size) as (app, pilot):
            app.theme = theme
            shown = screen(app)
            reveals = [at.at for at in shown.replay.moments if at.kind == "reveal"]
            shown.go_to(reveals[2])
            if moment == "replay-why":
                await pilot.press("greater_than_sign", "g", "down", "enter", "end")
            await pilot.pause(0.2)
            print(name)
            return app.export_screenshot(title="wargame")


async def _go_to(app: WargameApp, pilot: Pilot[str], moment: str) -> None:
    await by_keys(app, pilot, Stage.DECIDE)
    if moment == "graph":
        await pilot.press("g")
    if moment in ("table", "graph"):
        return
    await write(pilot)
    if moment == "form":
        return
    await pilot.press("ctrl+s", "enter", "o", "a")
    assert course(app).stage is Stage.REVEAL
    if moment == "why":
        await pilot.press("enter", "a", "g", "down", "enter")
    if moment == "end":
        while course(app).stage is not Stage.END:
            await by_keys(app, pilot, Stage.DECIDE) if course(app).stage is Stage.CARD else None
            if course(app).stage is Stage.DECIDE:
                await write(pilot)
                await pilot.press("ctrl+s", "enter", "o", "a")
            await pilot.press("a", "enter")
        await pilot.press("right", "right")


PICTURES = (
    ("table-dark-120x40", "dark", (120, 40), "table"),
    ("table-light-120x40", "light", (120, 40), "table"),
    ("form-light-120x40", "light", (120, 40), "form"),
    ("reveal-dark-120x40", "dark", (120, 40), "reveal"),
    ("why-dark-80x24", "dark", (80, 24), "why"),
    ("graph-light-80x24", "light", (80, 24), "graph"),
    ("graph-no-colour-80x24", "no-colour", (80, 24), "graph"),
    ("end-dark-200x60", "dark", (200, 60), "end"),
    ("replay-reveal-dark-120x40", "dark", (120, 40), "replay-reveal"),
    ("replay-why-dark-120x40", "dark", (120, 40), "replay-why"),
)


def to_png(svg: str, target: Path) -> None:
    """Draw an SVG in a browser; raises SystemExit where there is none."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium")
    found = _SIZE.search(svg)
    if browser is None or found is None:
        sys.exit("a browser is needed: install chromium, or name one in CHROMIUM")
    width, height = (round(float(side)) + 1 for side in found.groups())
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "picture.svg"
        source.write_text(_FONT.sub("", svg).replace("Fira Code", "DejaVu Sans Mono"), encoding="utf-8")
        subprocess.run(
            [
                browser,
                *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
                *(
                    "--disable-sync",
                    "--no-first-run",
                    "--hide-scrollbars",
                    f"--user-data-dir={folder}/browser",
                ),
                *(f"--window-size={width},{height}", f"--screenshot={target}", source.as_uri()),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


def main(wanted: Sequence[str]) -> None:
    """Take the pictures named, or all."""
    FOLDER.mkdir(exist_ok=True)
    for name, theme, size, moment in PICTURES:
        if not wanted or name in wanted:
            shown = replayed if moment.startswith("replay") else picture
            to_png(asyncio.run(shown(name, theme, size, moment)), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
