"""A report in a real browser with the network off: `python -m tests.browser [BROWSER]`.

The browser is told what to do over two pipes, in its own protocol of developers. Nothing may be fetched but
the page itself, nothing may be complained of, every chart must be drawn, and answer the mouse and the keys.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tests.study.games import hostile
from wargame.__main__ import main

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
COMPLAINTS = ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
DRAWN = """
[...document.querySelectorAll("figure.chart svg")].map((svg) => {
  const box = svg.getBoundingClientRect();
  const shapes = svg.querySelectorAll(".line, .edge, .bar");
  const inked = [...shapes].every((shape) => getComputedStyle(shape).stroke !== "none");
  return shapes.length > 0 && inked && box.width > 50 && box.height > 30;
})
"""
POINTED = """
[...document.querySelectorAll("figure.chart")].map((chart) => {
  chart.scrollIntoView({ block: "center" });
  const hit = chart.querySelector(".hit");
  hit.dispatchEvent(new PointerEvent("pointerenter"));
  const pointed = [chart.querySelector(".say").textContent, chart.querySelectorAll(".at.on").length];
  chart.focus();
  chart.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  return [...pointed, chart.querySelector(".say").textContent];
})
"""


class Browser:
    """One page of a browser, asked question by question."""

    def __init__(self, writes: int, reads: int) -> None:
        self._writes, self._reads, self._rest = writes, os.fdopen(reads, "rb", buffering=0), b""
        self._numbers = count(1)
        self._session: str | None = None
        self.heard: list[dict[str, Any]] = []

    def ask(self, method: str, **params: Any) -> Any:
        """Return the answer to one request; what else is said meanwhile is kept in `heard`."""
        number = next(self._numbers)
        said: dict[str, Any] = {"id": number, "method": method, "params": params}
        if self._session:
            said["sessionId"] = self._session
        os.write(self._writes, json.dumps(said).encode() + b"\0")
        while (message := self._next()).get("id") != number:
            self.heard.append(message)
        assert "error" not in message, message["error"]
        return message["result"]

    def wait(self, method: str) -> None:
        """Wait until something is said."""
        while not any(message.get("method") == method for message in self.heard):
            self.heard.append(self._next())

    def open_page(self) -> None:
        """Open an empty page, cut off from any network."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")
        self.ask(
            "Network.emulateNetworkConditions",
            offline=True,
            latency=0,
            downloadThroughput=0,
            uploadThroughput=0,
        )

    def value(self, script: str) -> Any:
        """Return what a script in the page comes to."""
        return self.ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = self._reads.read(1 << 16)
            assert more, "the browser has gone"
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def started(program: str) -> Iterator[Browser]:
    """Start a browser without a window, and end it."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        switches = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        line = [program, *switches, "--remote-debugging-pipe"]
        process = subprocess.Popen(
            ["sh", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "sh", *line],
            pass_fds=(theirs_in, theirs_out),
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            browser = Browser(ours_out, ours_in)
            browser.open_page()
            yield browser
        finally:
            process.kill()
            process.wait()


def faults(browser: Browser, page: Path) -> Iterator[str]:
    """Open a page and yield what is wrong with it."""
    browser.ask("Page.navigate", url=page.as_uri())
    browser.wait("Page.loadEventFired")
    drawn, pointed = browser.value(DRAWN), browser.value(POINTED)
    print(f"{page.name}: {len(drawn)} drawings in {len(pointed)} charts")
    if len(drawn) < 10 or not all(drawn):
        yield f"of {len(drawn)} drawings {sum(map(bool, drawn))} are drawn"
    for said, lit, stepped in pointed:
        if not (said and lit and stepped):
            yield f"a chart does not answer: {said!r}, {lit} lit, {stepped!r}"
    if browser.value("document.querySelectorAll('main script, main b, main img').length"):
        yield "markup that somebody typed has become part of the page"
    for message in browser.heard:
        if message.get("method") in COMPLAINTS:
            yield f"complained: {message['params']}"
        if message.get("method") == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            if url != page.as_uri():
                yield f"asked for {url[:200]}"


def run(program: str) -> int:
    """Check the reports on a whole game, and on one full of hostile text; return the exit code."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        games = [folder / "bots.jsonl", hostile(folder / "hostile.jsonl")]
        main(["play", "--plain", "--bots", "all", "--seed", "7", "--save", str(games[0])])
        for game in games:
            assert main(["review", str(game)]) == 0
            with started(program) as browser:
                wrong += faults(browser, game.with_name(f"{game.stem}-report.html"))
    for fault in wrong:
        print(f"in the browser: {fault}", file=sys.stderr)
    return 1 if wrong else 0


def found(named: Sequence[str]) -> str:
    """Return the browser that was named, else the first that is there; ends the program without any."""
    program = next(filter(None, map(shutil.which, named or NAMES)), None)
    if program is None:
        sys.exit(f"no browser was found; looked for {', '.join(named or NAMES)}")
    return program


if __name__ == "__main__":
    sys.exit(run(found(sys.argv[1:])))
