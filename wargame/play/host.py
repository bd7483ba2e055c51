"""What the people at one screen are handed: their seats, the table as all may see it, and the game's steps.

A screen never gets a `Table`. A host gives a `Connection` to a seat that people hold and to no other, leads
the game on in their name, and tells nothing that one seat may not know of another.
"""

from pathlib import Path

from wargame.content.base import OBSERVER, TABLE, SeatId
from wargame.content.conditions import within
from wargame.engine.commands import Expire, Pause, Unpause
from wargame.engine.records import Rejection
from wargame.engine.state import Phase
from wargame.play import leading
from wargame.play.connection import Connection
from wargame.play.leading import Refused
from wargame.play.names import Names
from wargame.play.table import Said, Table


class Host:
    """A game as its people sit at it.

    `people` are the seats that they hold, in scenario order; `public` is the connection of an observer;
    `save` is where the game is kept, None for one that is not; `warning` is what must be read before it goes
    on, if anything; `forked` says whether all up to here was played at another table. Every step raises
    JournalError when its record cannot be kept.
    """

    def __init__(
        self, table: Table, save: Path | None = None, warning: str = "", forked: bool = False
    ) -> None:
        self._table = table
        self.save = save
        self.warning = warning
        self.forked = forked
        self.names = Names.of(table.book)
        self.seating = dict(table.state.setup.seats)
        self.people = table.state.setup.humans
        self.public = table.connection(OBSERVER)
        self._seats = {seat: table.connection(seat) for seat in self.people}

    @property
    def phase(self) -> Phase:
        """Where the turn stands."""
        return self._table.state.phase

    @property
    def digest(self) -> str:
        """The digest of the last record: at the end, what the save is checked against."""
        return self._table.journal.digest

    @property
    def opened(self) -> bool:
        """Whether any envelopes have been opened yet."""
        return any(here.choices for _, here in self._table.state.every_exchange())

    @property
    def paused(self) -> bool:
        """Whether every clock is stopped."""
        return self._table.state.paused is not None

    def connection(self, seat: SeatId) -> Connection:
        """Return the connection of a seat that people hold; raises KeyError for any other."""
        return self._seats[seat]

    def waiting(self) -> tuple[SeatId, ...]:
        """Return the seats of people that still have to decide, in scenario order."""
        return leading.waiting(self._table.state, "human")

    def judges_time(self) -> bool:
        """Say whether an objective of some seat rests on clocks that run out."""
        book = self._table.book
        objectives = [objective for seat in book.seats for objective in book.all_objectives(seat)]
        return any(part.late for objective in objectives for part in within(objective.when))

    def bots_decide(self) -> None:
        """Let every bot that is asked put its decision in the envelope."""
        leading.bots_decide(self._table)

    def lead(self) -> None:
        """Take the next step: deal, open the envelopes, or proceed. Raises Refused while seats decide."""
        leading.lead(self._table)

    def expire(self, seat: SeatId) -> None:
        """Say that a seat's clock has run out; raises Refused when it has not."""
        no = self._say(lambda at: Expire(by=TABLE, at=at, seat=seat))
        if no is not None:
            raise Refused(no.sentence)

    def pause(self) -> Rejection | None:
        """Stop every clock; return the reason if that is refused."""
        by = leading.leader(self._table.state)
        return self._say(lambda at: Pause(by=by, at=at))

    def unpause(self) -> Rejection | None:
        """Let every clock go on; return the reason if that is refused."""
        by = leading.leader(self._table.state)
        return self._say(lambda at: Unpause(by=by, at=at))

    def close(self) -> None:
        """Leave the game: let go of its save."""
        self._table.journal.close()

    def _say(self, said: Said) -> Rejection | None:
        answer = self._table.say(said)
        return answer if isinstance(answer, Rejection) else None
