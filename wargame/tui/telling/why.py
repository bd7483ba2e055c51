"""Why a number is what it is: its entries in the ledger, newest first, back to the decisions."""

from collections.abc import Sequence

from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import NumberSight
from wargame.play.words import when
from wargame.tui.ink import GAP, Piece, piece
from wargame.tui.telling.board import moved


def why(number: NumberSight, entries: Sequence[Explained]) -> list[Piece]:
    """Return a number, where it stands, and every change of it with its cause."""
    rung = f", {number.rung}" if number.rung else ""
    told = [
        piece((f"{number.label} {number.value}{rung}", "title")),
        piece((f"{number.value - number.gained} at the start of the game", "muted"), *_so_far(number)),
    ]
    if number.about:
        told += [GAP, piece(number.about)]
    told.append(GAP)
    if not entries:
        return [*told, piece("It has not moved since the game began.")]
    turn = None
    for entry in entries:
        if (now := when(entry)) != turn:
            told.append(piece((now, "heading")))
            turn = now
        told += entry_pieces(entry)
    return told


def _so_far(number: NumberSight) -> tuple[tuple[str, str], ...]:
    return ((", since then ", "muted"), *moved(number.gained, number.id)) if number.gained else ()


def entry_pieces(entry: Explained) -> list[Piece]:
    """Return one change: how far, its cause, and the decisions behind it."""
    applied = entry.after - entry.before
    cut = "" if applied == entry.wanted else f" (of {entry.wanted:+d}: its limit)"
    told = [
        piece(
            *(moved(applied, entry.number) or (("unmoved", "muted"),)),
            (f" {entry.before} → {entry.after}{cut}  ", "muted"),
            entry.cause,
            mark=("· ", "muted"),
        )
    ]
    told += [
        piece(*moved(share, entry.number), f" {cause}", mark=("from ", "muted"), indent=4)
        for cause, share in entry.shares
    ]
    return told
