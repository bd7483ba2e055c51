"""The pictures of docs/studio.md: `python -m tests.measure.studio_pictures` edits a copy of the decks."""

import asyncio
import contextlib
import shutil
import tempfile
from pathlib import Path

from tests.measure.pictures import FOLDER, to_png
from tests.tui.studio.editing import checked, editing, keys, studio
from wargame.content.shipped import decks_folder, rules_folder
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
)


async def picture(theme: str, size: tuple[int, int], moment: str) -> str:
    """Return one moment of the studio as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        for source in (decks_folder(), rules_folder()):
            shutil.copytree(source, Path(folder) / source.name)
        deck = Path(folder) / decks_folder().name / "alliance.yaml"
        with contextlib.chdir(Path(folder)):
            async with editing(Path("decks") / deck.name, size, theme=theme) as (app, pilot):
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
                if moment == "versions":
                    await pilot.press("f3", "down", "enter", *keys(", at last"))
                    deck.write_text(
                        deck.read_text().replace("The signed agreement", "An agreement, signed", 1)
                    )
                    await pilot.press("ctrl+s")
                await pilot.pause()
                await checked(app, pilot)
                return app.export_screenshot(title="wargame")


def main() -> None:
    """Take all pictures."""
    for name, theme, size, moment in PICTURES:
        to_png(asyncio.run(picture(theme, size, moment)), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
