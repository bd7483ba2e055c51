"""Where things stand, on one page: for people who go on with a game that was played before."""

from wargame.engine.sight_parts import Sight
from wargame.tui.ink import Piece, heading, piece
from wargame.tui.telling import reveal
from wargame.tui.telling.board import moved

_HOTTEST = 5


def stands(sight: Sight, last: Sight | None) -> list[Piece]:
    """Return the turn, what everybody did last, and the hottest tensions; `last` is the last reveal."""
    told = [
        piece((f"Turn {sight.turn} of {sight.turns}: {sight.heading}", "title")),
        piece(("Up to here it was played before; from here on it is yours. R looks back.", "muted")),
    ]
    if last is not None:
        told += [*heading("What everybody did last"), *reveal.choices(last)]
    told += heading("Tension, the hottest first")
    for number in sorted(sight.relations, key=lambda number: -number.value)[:_HOTTEST]:
        rung = f", {number.rung}" if number.rung else ""
        told.append(
            piece(
                f"{number.label} ", (f"{number.value}", "strong"), f"{rung} ", *moved(number.moved, number.id)
            )
        )
    return told
