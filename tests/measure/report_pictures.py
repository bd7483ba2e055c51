"""The pictures of the report in docs/: `python -m tests.measure.report_pictures` takes them anew."""

import base64
import sys
import tempfile
from pathlib import Path

from tests.browser import Browser, found, started
from tests.measure.pictures import FOLDER
from wargame.__main__ import main

# A picture's name, whether it is dark, which part it begins with, and its width and height in pixels.
PICTURES = (
    ("report-tension-light", False, "#happened figure", 1040, 760),
    ("report-why-dark", True, "#why figure", 1040, 520),
    ("report-graph-light", False, "#graph figure", 1040, 560),
)
BEGIN = """
(() => {{
  const first = document.querySelector({part!r});
  const hit = first.querySelectorAll(".hit")[4];
  hit.dispatchEvent(new PointerEvent("pointerenter"));
  return first.getBoundingClientRect().top + scrollY;
}})()
"""


def take(browser: Browser, page: Path, name: str, dark: bool, part: str, width: int, height: int) -> None:
    """Take one picture."""
    browser.heard.clear()
    browser.ask(
        "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
    )
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.ask("Emulation.setEmulatedMedia", features=[scheme])
    browser.ask("Page.navigate", url=page.as_uri())
    browser.wait("Page.loadEventFired")
    top = browser.value(BEGIN.format(part=part))
    clip = {"x": 0, "y": top - 24, "width": width, "height": height, "scale": 1}
    shot = browser.ask("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
    (FOLDER / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
    print(name)


def run(program: str) -> None:
    """Play a game, write the report, and take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        save = Path(folder) / "game.jsonl"
        main(["play", "--plain", "--bots", "all", "--seed", "7", "--save", str(save)])
        main(["review", str(save)])
        with started(program) as browser:
            for picture in PICTURES:
                take(browser, save.with_name("game-report.html"), *picture)


if __name__ == "__main__":
    run(found(sys.argv[1:]))
