"""The one authority: commands go in, records come out, and each seat is told what it may see.

The table is synchronous. A command is decided, its record kept, and only then does the state move and is
anyone told. A seat's screen, line or bot never gets the table: it gets a `Connection`.
"""

from collections.abc import Callable

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.commands import Command, Holder
from wargame.engine.decide import decide
from wargame.engine.ending import Ending, ending
from wargame.engine.evolve import follow
from wargame.engine.ledger import Explained, explain
from wargame.engine.records import Record, Rejection
from wargame.engine.redact import Redacted, redact
from wargame.engine.sight import sight
from wargame.engine.sight_parts import Detail, Sight
from wargame.engine.state import State
from wargame.engine.well_formed import ill_formed
from wargame.journal.save import Journal
from wargame.play.clock import Clock

Listener = Callable[[tuple[Redacted, ...]], None]


class Table:
    """A game being played: its state, its journal and its clock."""

    def __init__(self, book: Book, journal: Journal, clock: Clock, state: State | None = None) -> None:
        self.book = book
        self.journal = journal
        self.clock = clock
        self.state = state or State()
        self._listeners: list[tuple[SeatId, Listener]] = []

    def say(self, command: Command) -> Record | Rejection:
        """Put a command; when a record comes back it is kept for good. Raises JournalError."""
        answer = decide(self.book, self.state, command)
        if isinstance(answer, Rejection):
            return answer
        self.journal.append(answer)
        self.state = follow(self.book, self.state, answer)
        for seat, listener in self._listeners:
            told = [redact(self.book, self.state, event, seat) for event in answer.events]
            listener(tuple(event for event in told if event is not None))
        return answer

    def listen(self, seat: SeatId, listener: Listener) -> None:
        """Tell a seat's listener of every event, as far as that seat may see it."""
        self._listeners.append((seat, listener))

    def connection(self, seat: SeatId, detail: Detail | None = None) -> "Connection":
        """Return the connection of a seat."""
        return Connection(self, seat, detail)

    def holder(self, seat: SeatId) -> Holder:
        """Return who sits in a seat; raises KeyError."""
        return self.state.setup.seats[seat]


class Connection:
    """All that a seat gets: its sight, the reasons of its numbers, and a way to say something."""

    def __init__(self, table: Table, seat: SeatId, detail: Detail | None = None) -> None:
        self.seat = seat
        self._table = table
        self._detail = detail

    def sight(self) -> Sight:
        """Return what the seat may know now."""
        return sight(self._table.book, self._table.state, self.seat, self._detail)

    def why(self, number: str) -> tuple[Explained, ...]:
        """Return what changed a number, newest first; nothing for one that the seat may not see."""
        return explain(self._table.book, self._table.state, self.seat, number)

    def ending(self) -> Ending:
        """Return the ending, open to all; raises ValueError while the game goes on."""
        return ending(self._table.book, self._table.state)

    def now(self) -> int:
        """Return the time of play, in milliseconds."""
        return self._table.clock.now()

    def say(self, command: Command) -> Rejection | None:
        """Put a command in this seat's name; returns the reason if it is refused. Raises JournalError."""
        if command.by != self.seat:
            return Rejection("not-you", f"this is the seat '{self.seat}', not '{command.by}'")
        no = ill_formed(command)
        if no is not None:
            return no
        answer = self._table.say(command)
        return answer if isinstance(answer, Rejection) else None
