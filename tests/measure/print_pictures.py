"""The pictures of the sheets in docs/: `python -m tests.measure.print_pictures` takes them anew."""

import base64
import sys
import tempfile
from pathlib import Path

from tests.browser import Browser, found, started
from tests.measure.pictures import FOLDER
from wargame.__main__ import main

KOREAN = Path(__file__).parents[1] / "paper" / "korean.yaml"
# A picture, what is printed, the sheet that it begins with, and its width and height in pixels of the page.
PICTURES = (
    ("print-cards", "korea-2025", "cards-rok", 764, 640),
    ("print-slip", "korea-2025", "slips-rok", 764, 560),
    ("print-brief", "korea-2025", "brief-rok", 764, 660),
    ("print-korean", str(KOREAN), "cards-rok", 764, 420),
)
ALONE = """
for (const one of document.querySelectorAll("header, .sheet")) one.hidden = one.id !== {sheet!r};
document.querySelector(".sheet:not([hidden])").getBoundingClientRect().top + scrollY
"""


def take(browser: Browser, page: Path, name: str, sheet: str, width: int, height: int) -> None:
    """Take one picture, of one sheet alone."""
    browser.heard.clear()
    browser.ask(
        "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1.4, mobile=False
    )
    browser.ask("Page.navigate", url=page.as_uri())
    browser.wait("Page.loadEventFired")
    top = browser.value(ALONE.format(sheet=sheet))
    clip = {"x": 0, "y": top + 16, "width": width, "height": height, "scale": 1}
    shot = browser.ask("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
    (FOLDER / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
    print(name)


def run(program: str) -> None:
    """Write the sheets, and take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "print.html"
        with started(program) as browser:
            for name, printed, *picture in PICTURES:
                assert main(["deck", "print", printed, "--out", str(page), "--force"]) == 0
                take(browser, page, name, *picture)


if __name__ == "__main__":
    run(found(sys.argv[1:]))
