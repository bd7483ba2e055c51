"""The pictures of docs/studio.md: `python -m tests.measure.studio_pictures` edits a copy of the decks."""

import asyncio
import contextlib
import shutil
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from tests.measure.pictures import FOLDER, to_png
from tests.tui.studio.editing import checked, editing, keys, studio
from wargame.content.shipped import decks_folder, rules_folder
from wargame.tui.studio.app import StudioApp
from wargame.tui.studio.needle import NeedlePanel
from wargame.tui.studio.yaml_pane import YamlPane

PICTURES = (
    ("studio-form-dark-120x40", "dark", (120, 40), "form"),
    ("studio-form-light-80x24", "light", (80, 24), "folded"),
    ("studio-preview-light-120x40", "light", (120, 40), "preview"),
    ("studio-stage-light-80x24", "light", (80, 24), "stage"),
    ("studio-try-dark-200x60", "dark", (200, 60), "try"),
    ("studio-yaml-dark-80x24", "dark", (80, 24), "yaml"),
    ("studio-leads-dark-120x40", "dark", (120, 40), "leads"),
    ("studio-leads-light-80x24", "light", (80, 24), "leads"),
    ("studio-versions-light-120x40", "light", (120, 40), "versions"),
    ("studio-odds-dark-120x40", "dark", (120, 40), "odds"),
    ("studio-odds-light-80x24", "light", (80, 24), "odds"),
)
INCIDENTS = "incidents.yaml"
GAMES = 600
"""Games after which the picture of the needle is taken."""


async def picture(theme: str, size: tuple[int, int], moment: str) -> str:
    """Return one moment of the studio as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        for source in (decks_folder(), rules_folder()):
            shutil.copytree(source, Path(folder) / source.name)
        deck = Path(folder) / decks_folder().name / "alliance.yaml"
        with contextlib.chdir(Path(folder)):
            async with editing(
                Path("decks") / (INCIDENTS if moment == "odds" else deck.name), size, theme=theme
            ) as (app, pilot):
                pane = studio(app).query_one("#yaml", YamlPane)
                if moment == "yaml":
                    await pilot.press("f4")
                    pane.move_cursor((8, 0))
                    await pilot.press("end", "enter", *keys("wieght: 3"))
                if moment == "form":
                    await pilot.press("f3", *["down"] * 4, "enter", *keys(", fo"))
                if moment == "folded":
                    await pilot.press("f3", "minus", *["right_square_bracket"] * 3, "right")
                    await pilot.press(*["right_square_bracket"] * 2, "right")
                if moment == "preview":
                    await pilot.press("f5")
                if moment in ("stage", "try"):
                    await pilot.press("f6", "s", *keys("turn 6"), "enter", *keys("dprk-rok 80"), "enter")
                if moment == "stage":
                    await pilot.press(*keys("rok"))
                if moment == "try":
                    await pilot.press("escape")
                if moment == "leads":
                    await pilot.press("slash", *keys("posture-report"), "enter", "enter", "f7")
                if moment == "odds":
                    await odds(app, pilot)
                if moment == "versions":
                    await pilot.press("f3", "down", "enter", *keys(", at last"))
                    deck.write_text(
                        deck.read_text().replace("The signed agreement", "An agreement, signed", 1)
                    )
                    await pilot.press("ctrl+s")
                await pilot.pause()
                await checked(app, pilot)
                return app.export_screenshot(title="wargame")


async def odds(app: StudioApp, pilot: Pilot[str]) -> None:
    """Make the clash at sea rarer and harder, and let so many games be played."""
    await pilot.press("slash", *keys("nll-clash"), "enter", "enter", "f4")
    pane = studio(app).query_one("#yaml", YamlPane)
    panel = studio(app).query_one("#odds", NeedlePanel)
    for old, new in ((": 100", ": 20"), ("dprk-rok: +8", "dprk-rok: +30")):
        row = next(row for row, line in enumerate(pane.text.split("\n")) if old in line)
        end = pane.document.get_line(row).index(old) + len(old)
        pane.replace(new, (row, end - len(old)), (row, end))
    await checked(app, pilot)
    await pilot.press("f9")
    while not any(f" {games:,} of" in panel.text for games in range(GAMES, 2001)):
        await pilot.pause(0.2)
    if app.size.width >= 100:
        pane.focus()


def main() -> None:
    """Take all pictures, or those that are named."""
    for name, theme, size, moment in PICTURES:
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        to_png(asyncio.run(picture(theme, size, moment)), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
