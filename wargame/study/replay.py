"""A saved game that can be walked: the state after any record, and what anybody could see of it then.

A state holds what it grew from: to keep one for every record would cost a long game its square. One in so
many is kept, and the few records after it are folded anew.
"""

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from wargame.content.base import FACILITATOR, OBSERVER, SeatId
from wargame.engine.book import Book
from wargame.engine.ending import CableEnd, cables_sent, ending
from wargame.engine.evolve import fold
from wargame.engine.ledger import Explained, explain
from wargame.engine.records import Record
from wargame.engine.sight import sight
from wargame.engine.sight_parts import Sight
from wargame.engine.state import State, replace
from wargame.journal.game import Game, load
from wargame.play.words import counted
from wargame.study.begun import begun
from wargame.study.effects import Effect, effects
from wargame.study.moments import Moment, moments
from wargame.study.turning import TurningPoint, turning_points

TRUTH = SeatId(FACILITATOR)
"""Whose eyes see a game as it was."""

_EVERY = 32
_SEEN = 8
"""Sights that are kept: one moment is asked for several at a time."""


class Series(NamedTuple):
    """How a number went: the record of each change and the value from there on, the start at record 0."""

    number: str
    points: tuple[tuple[int, int], ...]


class Replay:
    """A game to be walked; a moment is the number of the record after which it is looked at, from 0.

    `numbers` are the numbers of its records in the save, where it leaves some of them out.
    """

    def __init__(self, game: Game, numbers: tuple[int, ...] | None = None) -> None:
        self.game = game
        self.numbers = numbers
        self._kept: list[State] = []
        self._seen: dict[tuple[int, SeatId, bool], Sight] = {}

    @classmethod
    def open(cls, path: Path) -> "Replay":
        """Read a save, finished or not; raises JournalError."""
        return cls(load(path))

    @property
    def book(self) -> Book:
        """The scenario made ready."""
        return self.game.book

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record of the save."""
        return self.game.records

    @property
    def counts(self) -> str:
        """What it numbers: every record of the save, or only the moments that all were told of."""
        return "record" if self.numbers is None else "moment"

    @property
    def promise(self) -> str:
        """The promise about the dice, by which a game is told from any other."""
        return self.game.state.setup.commitment

    @property
    def ended(self) -> bool:
        """Whether the game has ended, so that nothing in it is secret any more."""
        return self.game.state.phase == "ended"

    @property
    def begun(self) -> str:
        """When people began to play; nothing for a game of bots or of a script."""
        return begun(self.game.begin.started)

    @property
    def scripted(self) -> bool:
        """Whether the game was written by a facilitator's script, and not played by people at a time."""
        begin = self.game.begin
        return begin.facilitator and not begin.started

    @property
    def warning(self) -> str:
        """What is wrong with a save that can be walked all the same; nothing where nothing is."""
        if not self.game.torn:
            return ""
        dropped = counted(self.game.torn, "byte")
        return (
            f"The save ends within a record that was never finished: its end ({dropped}) "
            f"is left out, and the game is shown up to {self.counts} {len(self.records) - 1}."
        )

    @cached_property
    def reason(self) -> str:
        """Why the game ended, as a sentence; nothing while it goes on."""
        return f"{ending(self.book, self.game.state).reason}." if self.ended else ""

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """What happened, record by record, as far as it is worth stopping at."""
        return moments(self.book, self.records)

    def state(self, at: int) -> State:
        """Return the state after a record; raises IndexError for one that there is not."""
        if not 0 <= at < len(self.records):
            raise IndexError(f"there is no record {at}")
        while len(self._kept) <= at // _EVERY:
            done = len(self._kept) * _EVERY
            state = self._kept[-1] if self._kept else State()
            self._kept.append(fold(self.book, state, self.records[max(0, done - _EVERY + 1) : done + 1]))
        base = at - at % _EVERY
        return fold(self.book, self._kept[at // _EVERY], self.records[base + 1 : at + 1])

    def sight(self, at: int, seat: SeatId = TRUTH, in_play: bool = False) -> Sight:
        """Return what a seat could see after a record: `TRUTH` all of it, `OBSERVER` what was public.

        The end lays everything open to everybody, unless it is asked for what could be seen `in_play`.
        """
        key = at, seat, in_play
        if key not in self._seen:
            while len(self._seen) >= _SEEN:
                del self._seen[next(iter(self._seen))]
            self._seen[key] = sight(self.book, self._as_seen(at, seat, in_play), seat)
        return self._seen[key]

    def why(self, at: int, number: str, seat: SeatId = TRUTH, in_play: bool = False) -> tuple[Explained, ...]:
        """Return what had changed a number by then, newest first, as a seat could read it."""
        return explain(self.book, self._as_seen(at, seat, in_play), seat, number)

    def heading(self, turn: int) -> str:
        """Return what a turn is called: its month, or its day."""
        return self.book.rules.calendar[self.book.turns[turn - 1] - 1].title

    def viewers(self) -> tuple[SeatId, ...]:
        """Return whose eyes there are: the truth, what was public, and each seat."""
        return (TRUTH, SeatId(OBSERVER), *self.book.seats)

    @cached_property
    def series(self) -> dict[str, Series]:
        """How every number went, by its name."""
        book = self.book
        found: dict[str, list[tuple[int, int]]] = {
            name: [(0, start)] for name, start in zip(book.numbers, book.starts, strict=True)
        }
        for at, record in enumerate(self.records):
            for event in record.events:
                for number, _, _, after, _ in getattr(event, "changes", ()):
                    points = found[number]
                    if points[-1][0] == at:
                        points.pop()
                    points.append((at, after))
        return {name: Series(name, tuple(points)) for name, points in found.items()}

    def cables(self, at: int) -> tuple[CableEnd, ...]:
        """Return every cable sent by then beside the truth, which no seat knew."""
        return cables_sent(self.book, self.state(at))

    @cached_property
    def intents(self) -> tuple[tuple[SeatId, str], ...]:
        """What each seat was really after, as far as it drew an intent."""
        found = ((seat, self.book.intent(seat, key)) for seat, key in self.game.state.intents.items())
        return tuple((seat, intent.title) for seat, intent in found if intent is not None)

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """What everything did to every number, to the last record."""
        return effects(self.book, self.game.state)

    @cached_property
    def turning(self) -> tuple[TurningPoint, ...]:
        """The turning points, the weightiest first."""
        return turning_points(self.book, self.game.state)

    def moment_of(self, point: TurningPoint) -> int:
        """Return where a turning point lies: at its reveal, or at the end of its turn."""
        kinds = ("reveal",) if point.exchange else ("turn-end", "end")
        wanted = point.turn, point.exchange
        return next(
            one.at for one in self.moments if one.kind in kinds and (one.turn, one.exchange) == wanted
        )

    def _as_seen(self, at: int, seat: SeatId, in_play: bool = False) -> State:
        """Return the state with somebody at the table who sees all, where the truth is asked for."""
        state = self.state(at)
        if seat != TRUTH:
            ended = state.phase == "ended"
            return replace(state, phase="reveal") if in_play and ended else state
        return replace(state, setup=replace(state.setup, facilitator=True))
