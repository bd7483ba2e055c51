"""The screens as the command line opens them."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wargame.cli.screens import possible

PAINTED_BEFORE_LOADING = """
import sys
import wargame.cli.screens
from textual.app import App
from wargame.__main__ import main
from wargame.tui.app import WargameApp

wargame.cli.screens.possible = lambda: True
shown = set()
App._display = lambda app, screen, drawn: drawn is None or shown.add(screen.query_one("#opening").text)

def load(app):
    slow = {"pydantic", "yaml", "networkx", "wargame.engine", "wargame.plain"}
    print("painted", any("Opening" in text for text in shown), "slow", sorted(slow & set(sys.modules)))
    app.exit()

WargameApp._load = load
sys.exit(main(["play"]))
"""


def test_the_first_screen_is_painted_before_anything_of_the_game_is_imported(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", PAINTED_BEFORE_LOADING],
        cwd=tmp_path,
        env={
            **os.environ,
            "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
            "HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path),
            "LOCALAPPDATA": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.splitlines() == ["painted True slow []", "No game was begun."], told.stderr


@pytest.mark.parametrize("elsewhere", ["stdin", "stdout", "stderr"])
def test_there_are_no_screens_where_anything_goes_elsewhere_than_to_the_terminal(
    elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        stream = io.StringIO()
        monkeypatch.setattr(stream, "isatty", lambda name=name: name != elsewhere)
        monkeypatch.setattr(sys, name, stream)
    monkeypatch.setenv("TERM", "xterm")
    assert not possible()
    monkeypatch.setattr(getattr(sys, elsewhere), "isatty", lambda: True)
    assert possible()
