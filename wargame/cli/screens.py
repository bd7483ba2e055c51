"""Playing on screens from the command line, and leaving them in every way with the save named."""

import os
import sys
from typing import TYPE_CHECKING

import click

from wargame.cli.leaving import SAVE_FAILED, complain, tell_save
from wargame.journal.errors import JournalError

if TYPE_CHECKING:
    from wargame.tui.app import WargameApp


def possible() -> bool:
    """Say whether there is a terminal that screens can be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


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
    if app.host is None:
        if app.fault is not None:
            raise app.fault
        click.echo("No game was begun.")
        return 0
    if isinstance(app.fault, JournalError):
        complain(str(app.fault))
        return SAVE_FAILED
    tell_save(app.host, err=app.fault is not None or app.interrupted)
    if app.fault is not None:
        raise app.fault
    if app.interrupted:
        raise KeyboardInterrupt
    return 0
