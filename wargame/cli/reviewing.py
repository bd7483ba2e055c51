"""Options that are the same in every command that reads a saved game."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from wargame.study.replay import Replay

Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def spoil(what: str) -> Option:
    """Return `--spoil`, for the secrets of a game that is not over; `what` says what it does with them."""
    return click.option("--spoil", is_flag=True, help=what)


def notes(what: str) -> Option:
    """Return `--notes`, which names files of reviewers' notes; `what` says what becomes of them."""
    path = click.Path(path_type=Path)
    return click.option(
        "--notes", multiple=True, metavar="FILE", type=path, help=f"{what} May be given several times."
    )


def tell_torn(path: Path, replay: "Replay") -> None:
    """Say where errors go that the end of a save is torn, and left out; nothing of one that is whole."""
    from wargame.cli.leaving import complain
    from wargame.journal.errors import shown

    if replay.game.torn:
        complain(f"The save {shown(path)} ends within a record that was never finished: its end is left out.")
