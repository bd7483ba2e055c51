"""A game that goes on, as all may count it: the moments that were told to everybody, and no others.

The numbers of records would tell what their lines leave out. A changed envelope, a sitting or a ruling is a
record of its own, and so is a gap. So each seat that has decided counts once, in the order of the scenario.
"""

from collections.abc import Iterator
from dataclasses import replace

from wargame.content.base import OBSERVER, SeatId
from wargame.engine.book import Book
from wargame.engine.commands import Commit
from wargame.engine.evolve import follow
from wargame.engine.records import Record
from wargame.engine.redact import told
from wargame.engine.state import State
from wargame.study.replay import Replay

_Numbered = tuple[int, Record]


def openly(replay: Replay) -> Replay:
    """Return a game of those records alone that all were told of, in an order that tells nothing."""
    found = tuple(_told(replay))
    numbers, records = tuple(at for at, _ in found), tuple(record for _, record in found)
    return Replay(replace(replay.game, records=records), numbers)


def _told(replay: Replay) -> Iterator[_Numbered]:
    book, state = replay.book, State()
    decided: dict[SeatId, _Numbered] = {}
    for moment, record in zip(replay.moments, replay.records, strict=True):
        seat, command = moment.seat, record.command
        if isinstance(command, Commit) and command.by in decided:
            # The last envelope counts, and that it is not the first is for its seat alone to know.
            decided[command.by] = decided[command.by][0], record
        elif moment.kind != "aside" and told(book, state, record, SeatId(OBSERVER)):
            if seat is None:
                yield from _in_order(book, decided)
                decided = {}
                yield moment.at, record
            else:
                decided[seat] = moment.at, record
        state = follow(book, state, record)
    yield from _in_order(book, decided)


def _in_order(book: Book, decided: dict[SeatId, _Numbered]) -> Iterator[_Numbered]:
    return (decided[seat] for seat in book.seats if seat in decided)
