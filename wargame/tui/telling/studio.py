"""A card as its author sees it: what is wrong."""

from collections.abc import Sequence

from wargame.content.problems import Problem
from wargame.tui.ink import Piece, piece

CARD = "card/"
"""How the key of a card on a page begins."""


def problems(found: Sequence[Problem], warnings: Sequence[Problem]) -> list[Piece]:
    """Return what is wrong, or suspicious, each of which leads to its line."""
    if not found and not warnings:
        return [piece(("No problems.", "good"))]
    return [
        piece(
            (f"{each.line}:{each.column} ", "key"),
            (each.sentence, "bad" if not each.code else "warn"),
            (f" [{each.code}]" if each.code else "", "muted"),
            mark=("! " if not each.code else "? ", "bad" if not each.code else "warn"),
            key=f"line/{number}",
        )
        for number, each in enumerate((*found, *warnings))
    ]
