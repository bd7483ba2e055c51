"""How far a long work has come, on one line of the terminal."""

import sys
from collections.abc import Callable

import click


def progress() -> Callable[[int, int], None] | None:
    """Return what rewrites one line of a terminal; None where errors go elsewhere, which stays quiet."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, games: int) -> None:
        told = f"{done} of {games} games"
        # Once it is done, what comes next takes its place: how many were read is not how many count.
        click.echo(f"\r{' ' * len(told)}\r" if done == games else f"\r{told}", err=True, nl=False)

    return tell
