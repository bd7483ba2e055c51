"""Why a number is what it is: its entries in the ledger, newest first, back to the decisions."""

from collections.abc import Sequence

from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import NumberSight, Sight
from wargame.play.words import pair_name, when
from wargame.tui.ink import GAP, Piece, piece
from wargame.tui.telling.board import moved


def asked(sight: Sight | None, key: str | None) -> str:
    """Return the question that Enter asks of a number that is pointed at."""
    numbers = (*sight.relations, *sight.tracks) if sight is not None else ()
    number = next((number for number in numbers if number.id == key), None)
    return f"Why is {pair_name(number.label)} {number.value}?" if number else "Why is this number what it is?"


def why(
    number: NumberSight, entries: Sequence[Explained], leads: Sequence[Sequence[int]] = ()
) -> list[Piece]:
    """Return a number, where it stands, and every change of it with its cause.

    `leads` are the records to which each change and then each cause behind it leads, in a replay.
    """
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
    if leads:
        told += [piece(("Enter goes to where a cause arose; Backspace comes back.", "muted")), GAP]
    turn = None
    for at, entry in enumerate(entries):
        if (now := when(entry)) != turn:
            told.append(piece((now, "heading")))
            turn = now
        keys = [f"{at}.{part}/{record}" for part, record in enumerate(leads[at])] if leads else ()
        told += entry_pieces(entry, keys)
    return told


def _so_far(number: NumberSight) -> tuple[tuple[str, str], ...]:
    return ((", since then ", "muted"), *moved(number.gained, number.id)) if number.gained else ()


def entry_pieces(entry: Explained, keys: Sequence[str] = ()) -> list[Piece]:
    """Return one change: how far, its cause, and the decisions behind it; `keys` make items of them."""
    applied = entry.after - entry.before
    cut = "" if applied == entry.wanted else f" (of {entry.wanted:+d}: its limit)"
    told = [
        piece(
            *(moved(applied, entry.number) or (("unmoved", "muted"),)),
            (f" {entry.before} → {entry.after}{cut}  ", "muted"),
            entry.cause,
            mark=("· ", "muted"),
            key=keys[0] if keys else None,
        )
    ]
    told += [
        piece(
            *moved(share, entry.number),
            f" {cause}",
            mark=("from ", "muted"),
            indent=4,
            key=keys[at] if keys else None,
        )
        for at, (cause, share) in enumerate(entry.shares, 1)
    ]
    return told
