"""A card as its author sees it: as each seat reads it, what choices bring, what is wrong."""

from collections.abc import Mapping, Sequence

from wargame.content.base import SeatId
from wargame.content.problems import Problem
from wargame.engine.sight_parts import Sight
from wargame.lab.brought import facts, outcomes
from wargame.lab.trial import Trial
from wargame.play.names import Names
from wargame.tui.ink import GAP, Piece, piece, points
from wargame.tui.telling import card

CARD = "card/"
"""How the key of a card on a page begins."""


def preview(sights: Mapping[SeatId, Sight], names: Names) -> list[Piece]:
    """Return a card as each seat that it asks reads it."""
    told: list[Piece] = []
    for seat, sight in sights.items():
        told += [GAP] if told else []
        told.append(piece(("To ", "muted"), (names.full.get(seat, str(seat)), "key")))
        told += [Piece(own.runs, own.mark, own.indent) for own in card.question(sight)]
    return told


def trial(found: Trial, turn: int) -> list[Piece]:
    """Return what every combination of choices moves at once, and what else it brings."""
    told = [piece(("What combinations of choices move at once, as the game begins.", "muted"))]
    told += points(f"{seat} {option}: shut, {why}." for seat, option, why in found.shut)
    for number, each in enumerate(found.tried, 1):
        chosen = " · ".join(f"{seat} {option}" for seat, option in each.choices.items())
        told += [GAP, piece((chosen, "strong"), mark=(f"{number} ", "key"))]
        moves = [(n, after - before) for n, (before, after) in each.sure.moves.items() if after != before]
        parts = [part for n, by in moves for part in ((f"{n} ", "plain"), (f"{by:+d}   ", _way(by)))]
        told.append(piece(*parts, indent=2) if parts else piece(("No number moves.", "muted"), indent=2))
        told += [piece((fact, "plain"), indent=2) for fact in facts(each.sure, turn)]
        ways = outcomes(each, turn) if each.outcomes else ()
        told += [piece((way, "muted"), mark=("· ", "muted"), indent=2) for way in ways]
    if found.left:
        told += [GAP, piece((f"{found.left} more combinations: 'wargame deck try' tries those.", "muted"))]
    return told


def _way(by: int) -> str:
    return "up" if by > 0 else "down"


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
