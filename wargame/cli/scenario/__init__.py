"""`wargame scenario`: scenarios of one's own, one module a command."""

import click

from wargame.cli.lazy import LazyGroup

_COMMANDS = {
    "new": "Write a small scenario to begin with.",
}


@click.group("scenario", cls=LazyGroup, package=__name__, summaries=_COMMANDS)
def command() -> None:
    """Start a scenario of your own."""
