"""Where the causes of a number lie in a saved game, so that a reviewer can go there."""

from itertools import chain
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.engine.commands import RuleNumber
from wargame.engine.ledger import Explained, entries, roots
from wargame.study.replay import TRUTH, Replay


class Origin(NamedTuple):
    """A change of a number, the record at which its cause arose, and that of each cause behind it."""

    entry: Explained
    at: int
    shares: tuple[int, ...]


def origins(replay: Replay, at: int, number: str, viewer: SeatId) -> tuple[Origin, ...]:
    """Return what had changed a number by a record, newest first, as these eyes read it.

    A cause arose at the reveal of what was chosen, at the record of a ruling, or at the end of its turn. To
    the eyes of a seat it arose where the number moved: when something secret was decided would tell of it.
    """
    found = replay.why(at, number, viewer, in_play=viewer != TRUTH)
    if not found:
        return ()
    ledger = list(entries(replay.state(at)))
    own = [
        (entry, made)
        for entry, made in zip(ledger, _made(replay, at), strict=True)
        if entry.change.number == number
    ]
    told = []
    for explained, (entry, made) in zip(found, reversed(own), strict=True):
        if viewer != TRUTH:
            told.append(Origin(explained, made, (made,) * len(explained.shares)))
            continue
        behind = [cause for cause, share in roots(ledger, entry).items() if share]
        shares = tuple(_arose(replay, cause, made) for cause in behind) if explained.shares else ()
        told.append(Origin(explained, _arose(replay, entry.change.cause, made), shares))
    return tuple(told)


def _made(replay: Replay, at: int) -> list[int]:
    """Return the record that made each change of the ledger, in its order."""
    events = ((n, event) for n, record in enumerate(replay.records[: at + 1]) for event in record.events)
    return list(chain.from_iterable([n] * len(getattr(event, "changes", ())) for n, event in events))


def _arose(replay: Replay, cause: str, made: int) -> int:
    """Return the record at which a cause arose; where none is its own, the one that made the change."""
    when, *parts = cause.split("/")
    turn, _, exchange = when.partition(".")
    if parts[0] == "ruling":
        ruled = [
            one.at
            for one in replay.moments
            if one.turn == int(turn) and isinstance(replay.records[one.at].command, RuleNumber)
        ]
        return ruled[int(parts[1])]
    if not exchange:
        return made
    here = int(turn), int(exchange)
    return next(
        (one.at for one in replay.moments if one.kind == "reveal" and (one.turn, one.exchange) == here), made
    )
