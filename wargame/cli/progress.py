"""How far a long work has come, on one line of the terminal."""

import sys
from collections.abc import Callable

import click


def progress() -> Callable[[int, int], None] | None:
    """Return what rewrites one line of a terminal; None where errors go elsewhere, which stays quiet."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, games: int) -> None:
        click.echo(f"\r{done} of {games} games", err=True, nl=done == games)

    return tell
