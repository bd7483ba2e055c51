"""What the guide for facilitators shows, done in its order: `python -m tests.guide` writes the answers anew.

A block of commands is run, and the block `text said` below it is what was answered; `[...]` in one stands
for what is left out, and such a block is not written. `yaml before` and `yaml after` change the file of the
page, and `yaml own card` is written in its place.
"""

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from wargame.__main__ import main
from wargame.content.shipped import rules_folder

PAGE = Path(__file__).parents[1] / "docs" / "own-cards.md"
FILE = Path("my-game") / "buoy.yaml"
LEFT_OUT = "[...]"
_BLOCK = re.compile(r"^```([a-z ]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def answers(page: str) -> Iterator[tuple[str, str, str]]:
    """Do what the page says, in this folder; yield each command, its answer on the page, and the real one."""
    asked, told, before = "", "", ""
    for kind, text in _BLOCK.findall(page):
        if kind == "" and text.startswith("wargame "):
            asked, told = text.strip(), ""
            if "--plain" in asked or "play" not in asked:
                told = _said(shlex.split(asked)[1:])
        elif kind == "text said":
            yield asked, text, told
        elif kind == "yaml before":
            before = text
        elif kind == "yaml after":
            written = FILE.read_text("utf-8")
            assert written.count(before) == 1, before
            FILE.write_text(written.replace(before, text), encoding="utf-8")
        elif kind == "yaml own card":
            FILE.write_text(text, encoding="utf-8")


def _said(arguments: list[str]) -> str:
    """Return what a command says, with the shipped rules as they are seen from the folder of the game."""
    said = io.StringIO()
    with (
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        mock.patch("wargame.play.typed.program", lambda: "wargame"),
    ):
        main(arguments)
    return said.getvalue().replace(f"{rules_folder()}{os.sep}", "rules/").replace("\\", "/").lstrip("\n")


def written() -> str:
    """Return the page with each answer as it is now."""
    page = PAGE.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        said = iter([answer for _, _, answer in answers(page)])

    def renewed(block: re.Match[str]) -> str:
        if block[1] != "text said":
            return block[0]
        now = next(said)
        return block[0] if LEFT_OUT in block[2] else f"```text said\n{now}```"

    return _BLOCK.sub(renewed, page)


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE.name} shows what the commands say now\n")
