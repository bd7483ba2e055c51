"""What each decision did to each number, directly and by way of others; with what was no decision, the whole.

Every entry of the ledger is led back to the causes at its bottom (`ledger.roots`): spillover is shared among
what spilled. What a choice set going later, and what chance made of it, counts as its own. What a combination
of choices brought stays joint: it is shared by those who made it. So for each number the sums over all
sources are the change from start to end, exactly.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import Literal, NamedTuple

from wargame.content.base import CardId, SeatId
from wargame.engine.book import Book
from wargame.engine.causes import ready_option
from wargame.engine.ledger import entries, roots
from wargame.engine.state import State

SourceKind = Literal["decision", "joint", "situation", "rule", "drift", "ruling"]


class Source(NamedTuple):
    """What stands at the bottom of a change: when it lay, whose it was, and what it is called.

    `seats` are who decided: one for a decision, several for what they brought about together, none for the
    rest. `exchange` is 0 for what the end of a turn brought.
    """

    kind: SourceKind
    turn: int
    exchange: int
    seats: tuple[SeatId, ...]
    key: str
    label: str


class Effect(NamedTuple):
    """What one source added to one number in all, in points: at once or later, and through spillover."""

    source: Source
    number: str
    direct: int
    indirect: int

    @property
    def total(self) -> int:
        """Everything that it added."""
        return self.direct + self.indirect


def effects(book: Book, state: State) -> tuple[Effect, ...]:
    """Return every effect of a game so far, in the order in which they first came.

    For each number the totals add up to its value less its start.
    """
    found: dict[tuple[Source, str], list[int]] = {}
    for _, of_a_turn in groupby(entries(state), key=lambda entry: entry.turn):
        ledger = list(of_a_turn)  # what spills over in a turn began in it
        for entry in ledger:
            if not entry.change.applied:
                continue
            for cause, share in roots(ledger, entry).items():
                sums = found.setdefault((source(book, cause), entry.change.number), [0, 0])
                sums[entry.step == "spillover"] += share
    return tuple(Effect(one, number, *sums) for (one, number), sums in found.items())


def by_source(found: tuple[Effect, ...]) -> Mapping[Source, tuple[Effect, ...]]:
    """Return effects gathered by their sources."""
    gathered: dict[Source, list[Effect]] = {}
    for effect in found:
        gathered.setdefault(effect.source, []).append(effect)
    return {one: tuple(own) for one, own in gathered.items()}


def source(book: Book, cause: str) -> Source:
    """Return what stands behind a cause of the ledger: a chance counts as what it was the chance of."""
    when, *parts = cause.split("/")
    turn, _, exchange = when.partition(".")
    if parts[0] == "chance":
        parts = parts[1:-1]
    kind, seats, label = _named(book, parts)
    return Source(kind, int(turn), int(exchange or 0), seats, "/".join(parts), label)


def _named(book: Book, parts: list[str]) -> tuple[SourceKind, tuple[SeatId, ...], str]:
    match parts:
        case ["option" | "standing", *_]:
            found = ready_option(book, parts)
            assert found is not None
            return "decision", (found[0],), found[1].option.label
        case ["together", card, at]:
            entry = book.cards[CardId(card)].together[int(at)]
            named = {owner for owner, _ in entry.choices}
            seats = tuple(seat for seat in book.seats if seat in named)
            return "joint", seats, entry.news or book.cards[CardId(card)].card.title
        case ["card", card]:
            return "situation", (), book.cards[CardId(card)].card.title
        case ["driver", key]:
            return "rule", (), book.driver(key).driver.title
        case ["decay", number]:
            return "drift", (), f"Drift back toward {book.baseline(number)}"
        case ["ruling", *_]:
            return "ruling", (), "The facilitator's ruling"
        case _:
            raise ValueError(f"no cause is written so: {'/'.join(parts)}")
