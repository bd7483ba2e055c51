"""The ledger: every change of every number, with its cause, and how causes are shared.

For every number at any moment, its start plus the sum of what was applied is what it is now. Spillover
has no cause of its own: it is shared among the causes of what spilled, in proportion to what each had
applied, by largest remainder, so that the shares are whole and add up to what was applied.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from wargame.content.base import SeatId
from wargame.engine.audience import eyes
from wargame.engine.book import Book
from wargame.engine.causes import tell
from wargame.engine.events import EXCHANGE_STEPS, Change
from wargame.engine.known import may_see
from wargame.engine.state import State

Moment = tuple[int, int]
"""A turn, and an exchange of it."""

_AFTER_EVERY_EXCHANGE = 99


class Entry(Struct, frozen=True):
    """One change, and where it lies in the game; exchange 0 is the end of the turn."""

    turn: int
    exchange: int
    step: str
    change: Change


def entries(state: State, turn: int | None = None) -> Iterator[Entry]:
    """Yield the entries of the ledger, or of one turn of it, in the order in which they were made."""
    for block in state.ledger:
        if turn is None or block.turn == turn:
            for row in block.changes:
                yield Entry(block.turn, block.exchange, block.step, Change(*row))


def apportion(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Split a whole number in proportion to signed weights by largest remainder; ties go to the first.

    Raises ValueError when the weights sum to zero.
    """
    whole = sum(weights.values())
    if whole == 0:
        raise ValueError("weights that sum to zero split nothing")
    sign = 1 if whole > 0 else -1
    divided = {key: divmod(sign * total * weight, sign * whole) for key, weight in weights.items()}
    shares = {key: quotient for key, (quotient, _) in divided.items()}
    left = total - sum(shares.values())
    for key in sorted(divided, key=lambda key: -divided[key][1])[:left]:
        shares[key] += 1
    return shares


def roots(ledger: list[Entry], entry: Entry) -> dict[str, int]:
    """Return the causes at the bottom of an entry, each with its share of what was applied."""
    parts = entry.change.cause.split("/")
    if entry.step != "spillover":
        return {entry.change.cause: entry.change.applied}
    _, _, source, _, hop = parts
    behind: dict[str, int] = {}
    for other in ledger:
        if other.turn == entry.turn and other.change.number == source and _fed(other, int(hop)):
            for cause, share in roots(ledger, other).items():
                behind[cause] = behind.get(cause, 0) + share
    return apportion(entry.change.applied, behind)


def _fed(other: Entry, hop: int) -> bool:
    """Say whether an entry was part of what a hop of spillover carried on."""
    if hop == 1:
        return other.step in EXCHANGE_STEPS
    return other.step == "spillover" and other.change.cause.endswith(f"/{hop - 1}")


class Explained(Struct, frozen=True):
    """An entry as a seat may read it; `shares` are the causes behind it, when it is not one alone."""

    turn: int
    exchange: int
    step: str
    number: str
    label: str
    before: int
    after: int
    wanted: int
    cause: str
    shares: tuple[tuple[str, int], ...]

    @property
    def moment(self) -> Moment:
        """When the change was made; the end of a turn comes after all of its exchanges."""
        return self.turn, self.exchange or _AFTER_EVERY_EXCHANGE


def explain(book: Book, state: State, seat: SeatId, number: str) -> tuple[Explained, ...]:
    """Return the entries of a number, newest first, each back to the decisions behind it.

    A number that the seat may not see has none.
    """
    seat = eyes(state, seat)
    if number not in book.index or not may_see(book, state, seat, number):
        return ()
    ledger = list(entries(state))
    own = [entry for entry in ledger if entry.change.number == number]
    return tuple(explained(book, state, seat, ledger, entry) for entry in reversed(own))


def explained(book: Book, state: State, seat: SeatId, ledger: list[Entry], entry: Entry) -> Explained:
    """Return one entry with its causes in words that this seat may read."""
    ended = state.phase == "ended"
    shares: tuple[tuple[str, int], ...] = ()
    if entry.step == "spillover" and entry.change.applied:
        found = roots(ledger, entry)
        shares = tuple((tell(book, cause, seat, ended), share) for cause, share in found.items() if share)
    change = entry.change
    return Explained(
        turn=entry.turn,
        exchange=entry.exchange,
        step=entry.step,
        number=change.number,
        label=book.label(change.number),
        before=change.before,
        after=change.after,
        wanted=change.wanted,
        cause=tell(book, change.cause, seat, ended),
        shares=shares,
    )
