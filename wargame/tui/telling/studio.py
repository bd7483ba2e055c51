"""A card as its author sees it: as each seat reads it, what choices bring, where it leads, what is wrong."""

from collections.abc import Iterable, Mapping, Sequence

from wargame.content.base import SeatId
from wargame.content.cards import Card
from wargame.content.effects import FollowUp
from wargame.content.problems import Problem
from wargame.content.walk import walk
from wargame.engine.sight_parts import Sight
from wargame.lab.brought import facts, outcomes
from wargame.lab.trial import Trial
from wargame.play.names import Names
from wargame.tui.ink import GAP, Piece, heading, piece, points
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


def leads(own: Card, cards: Iterable[Card]) -> list[Piece]:
    """Return what leads to a card and where it leads, each card of which can be picked."""
    before = [(other, how) for other in cards for how, to in _ways(other) if to.card == own.id]
    after = [(str(to.card), how + _when(to)) for how, to in _ways(own)]
    known = {str(other.id): other.title for other in cards}
    told = [piece(("What leads here", "heading"))]
    told += [_link(str(other.id), other.title, f"{how} ──▶ ", "") for other, how in before]
    if own.deal is not None:
        told.append(piece(("the deal", "plain"), (" ──▶ ", "muted"), mark=("  ", "plain")))
    if not before and own.deal is None:
        told.append(piece("Nothing: it comes only when the facilitator injects it.", indent=2))
    told += [GAP, piece(("[ ", "muted"), (own.title, "title"), (" ]", "muted")), *heading("Where it leads")]
    told += [_link(name, known.get(name, name), "", f"──▶ {how}: ") for name, how in after]
    if not after:
        told.append(piece("Nowhere: it brings no other card about.", indent=2))
    return told


def _link(name: str, title: str, behind: str, before: str) -> Piece:
    parts = ((before, "muted"), (title, "strong"), (f" ({name}) ", "muted"), (behind, "muted"))
    return piece(*parts, mark=("  ", "plain"), key=f"{CARD}{name}")


def _ways(of: Card) -> list[tuple[str, FollowUp]]:
    """Return each follow-up of a card with the way to it: by which option, chance or combination."""
    found = []
    for place, model in walk(of):
        if not isinstance(model, FollowUp):
            continue
        words = [
            str(part) for part in place if isinstance(part, str) and part not in ("next", "asks", "options")
        ]
        if "asks" in place:
            at = place.index("asks")
            option = of.asks[SeatId(str(place[at + 1]))].options[int(place[at + 3])]
            words = [str(place[at + 1]), str(option.id), *words[1:]]
        found.append((" ".join(words) or "always", model))
    return found


def _when(to: FollowUp) -> str:
    later = {0: ", at once", 1: ", next turn"}.get(to.in_, f", in {to.in_} turns")
    return later + (" if a condition holds" if to.when is not None else "")


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
