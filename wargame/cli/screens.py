"""Playing on screens from the command line, and leaving them in every way with the save named."""

import os
import sys
from typing import TYPE_CHECKING

import click

from wargame.cli.leaving import SAVE_FAILED, SIGNALLED, complain, tell_save
from wargame.journal.errors import JournalError

if TYPE_CHECKING:
    from wargame.tui.app import WargameApp
    from wargame.tui.reading import ReadsFirst


def possible() -> bool:
    """Say whether there is a terminal that screens can be drawn on."""
    # Screens are drawn where errors go, so that this must be the terminal, too.
    terminals = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return terminals and os.environ.get("TERM") != "dumb"


def on_screens(app: "WargameApp") -> int:
    """Run the screens to their end and return the exit code.

    Raises what made a game impossible, KeyboardInterrupt, and what was not foreseen, once it is said where
    the save is.
    """
    try:
        app.run()
    finally:
        if app.host is not None:
            app.host.close()
    if app.refusal is not None:
        raise app.refusal
    if isinstance(app.fault, JournalError):
        complain(str(app.fault))
        return SAVE_FAILED
    stopped = app.fault is not None or app.interrupted or app.stopped != 0
    if app.host is not None:
        tell_save(app.host, err=stopped)
    elif app.fault is None:
        click.echo("No game was begun.", err=stopped)
    if app.fault is not None:
        raise app.fault
    if app.interrupted:
        raise KeyboardInterrupt
    return SIGNALLED + app.stopped if app.stopped else 0


def walk(app: "ReadsFirst") -> int:
    """Run a replay or the studio to its end and return the exit code.

    Raises what made it impossible, KeyboardInterrupt, and what was not foreseen.
    """
    app.run()
    if app.refusal is not None:
        raise app.refusal
    if app.fault is not None:
        raise app.fault
    if app.interrupted:
        raise KeyboardInterrupt
    return SIGNALLED + app.stopped if app.stopped else 0
