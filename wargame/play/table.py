"""The one authority: commands go in, records come out, and each seat is told what it may see.

The table is synchronous. A command is decided, its record kept, and only then does the state move and is
anyone told. Every command bears the time of the table's own clock, never that of the one who speaks. Nobody
gets the table: a seat's screen or line gets a `Connection`, the people at a screen a `Host`, a bot a sight.
"""

from collections.abc import Callable

from msgspec import structs

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.commands import Begin, Command, Commit, Holder
from wargame.engine.decide import decide
from wargame.engine.evolve import follow
from wargame.engine.records import Record, Rejection
from wargame.engine.redact import Redacted, told
from wargame.engine.state import State
from wargame.engine.well_formed import well_formed
from wargame.journal.save import Journal
from wargame.play.clock import Clock
from wargame.play.connection import Connection

Said = Callable[[int], Command]
"""A command, as soon as it is given the time."""

Listener = Callable[[tuple[Redacted, ...]], None]


class Table:
    """A game being played: its state, its journal and its clock."""

    def __init__(self, book: Book, journal: Journal, clock: Clock, state: State | None = None) -> None:
        self.book = book
        self.journal = journal
        self.clock = clock
        self.state = state or State()
        self._listeners: list[tuple[SeatId, Listener]] = []

    def begin(self, command: Begin) -> Record | Rejection:
        """Begin the game, and with it its time; held to its type as what comes from outside is."""
        # Without the content, which is long, and which is refused unless it is the book's own.
        read = well_formed(structs.replace(command, content=""))
        return read if isinstance(read, Rejection) else self._put(command)

    def say(self, said: Said) -> Record | Rejection:
        """Put a command of the program's own; a record is kept for good. Raises JournalError."""
        return self._put(said(self.clock.now()))

    def hear(self, said: Said) -> Record | Rejection:
        """Put a command that comes from outside: one that a save would not give back as it is, is refused."""
        read = well_formed(said(self.clock.now()))
        if isinstance(read, Rejection):
            return read
        # A save may hold it, in a fork: a person took the seat after the bot had decided.
        if isinstance(read, Commit) and read.decided == "bot" and self.holder(read.by).kind != "bot":
            return Rejection("not-a-bot", f"'{read.by}' is not held by a bot")
        return self._put(read)

    def listen(self, seat: SeatId, listener: Listener) -> None:
        """Tell a seat's listener of every event that it may see anything of, as far as it may."""
        self._listeners.append((seat, listener))

    def connection(self, seat: SeatId) -> Connection:
        """Return the connection of a seat."""
        return Connection(self, seat)

    def holder(self, seat: SeatId) -> Holder:
        """Return who sits in a seat; raises KeyError."""
        return self.state.setup.seats[seat]

    def _put(self, command: Command) -> Record | Rejection:
        book, before = self.book, self.state
        answer = decide(book, before, command)
        if not isinstance(answer, Record):
            return answer
        self.journal.append(answer)
        self.state = follow(book, before, answer)
        for seat, listener in self._listeners:
            if heard := told(book, before, answer, seat):
                listener(heard)
        return answer
