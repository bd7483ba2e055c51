"""The saved games from which the set-up screen goes on."""

from collections.abc import Sequence

from wargame.journal.errors import shown
from wargame.journal.glance import Glance
from wargame.play import saved
from wargame.tui.ink import GAP, Piece, heading, piece


def saves(found: Sequence[Glance]) -> list[Piece]:
    """Return saved games, unfinished ones first, each of which can be picked unless it cannot be read."""
    if not found:
        return [piece("There is no saved game here yet.")]
    listed = saved.listed(found)
    told = [piece("Which game do you want to go on with? The one that was played last is first.")]
    if not listed.going:
        told = [piece("No game here can be played on.")]
    told += [part for save in listed.going for part in (GAP, *_game(save))]
    if listed.over:
        told += heading(saved.OVER)
        told.append(
            piece(
                (
                    "Enter shows the end. Outside the game, type: wargame replay SAVE, wargame review SAVE.",
                    "muted",
                )
            )
        )
        told += [part for save in listed.over for part in _game(save)]
    if listed.older:
        told += [*heading(saved.OLDER), *(_line(save) for save in listed.older)]
    if listed.faulty:
        told += [*heading(saved.NO_GAME), *(piece((save.fault, "warn")) for save in listed.faulty)]
    return told


def _game(save: Glance) -> list[Piece]:
    key = str(save.path)
    which, *more = saved.of(save)
    return [
        piece((which, "strong"), key=key),
        piece((" · ".join((*more, shown(save.path))), "muted"), indent=2, key=key),
    ]


def _line(save: Glance) -> Piece:
    parts = (saved.what(save), saved.last_played(save), shown(save.path))
    return piece((" · ".join(part for part in parts if part), "muted"))
