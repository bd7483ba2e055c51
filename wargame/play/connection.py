"""A seat's own line to the table, the same for a screen, a bot and a seat far away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.content.base import SeatId
from wargame.engine.commands import Sit
from wargame.engine.ending import Ending, ending
from wargame.engine.ledger import Explained, explain
from wargame.engine.records import Rejection
from wargame.engine.sight import looking_back, sight
from wargame.engine.sight_parts import Sight
from wargame.play.draft import Draft

if TYPE_CHECKING:
    from wargame.play.table import Said, Table


class Connection:
    """All that a seat gets: its sight, the reasons of its numbers, its time, and what it may say.

    Whatever is said is said in the name of `seat` alone, and now: a speaker does not choose the time. It
    returns the reason if it is refused, and raises JournalError where it cannot be kept.
    """

    def __init__(self, table: Table, seat: SeatId) -> None:
        self.seat = seat
        self._table = table

    def sight(self) -> Sight:
        """Return what the seat may know now."""
        return sight(self._table.book, self._table.state, self.seat)

    def why(self, number: str) -> tuple[Explained, ...]:
        """Return what changed a number, newest first; nothing for one that the seat may not see."""
        return explain(self._table.book, self._table.state, self.seat, number)

    def since(self, number: str) -> tuple[Explained, ...]:
        """Return what changed a number since the seat was last asked, oldest first; all, if it never was."""
        last = self.sight().last_asked or (0, 0)
        return tuple(entry for entry in reversed(self.why(number)) if entry.moment >= last)

    def looking_back(self) -> tuple[Sight, ...]:
        """Return each reveal of the last turn that had one, as the seat may read it now."""
        return looking_back(self._table.book, self._table.state, self.seat)

    def ending(self) -> Ending:
        """Return the ending, open to all; raises ValueError while the game goes on."""
        return ending(self._table.book, self._table.state)

    def time_left(self) -> int | None:
        """Return the milliseconds left of the seat's sitting; None while no clock runs for it."""
        state = self._table.state
        until = state.exchanges[-1].until.get(self.seat) if state.exchanges else None
        return None if until is None or state.paused is not None else until - self._table.clock.now()

    def sit(self) -> Rejection | None:
        """Begin the seat's sitting: its clock starts, or goes on where it had stopped."""
        return self._say(lambda at: Sit(by=self.seat, at=at))

    def commit(self, draft: Draft) -> Rejection | None:
        """Put a decision in the envelope, in place of what lies there; it stops the seat's clock."""
        return self._say(lambda at: draft.said(self.seat, at))

    def _say(self, said: Said) -> Rejection | None:
        answer = self._table.hear(said)
        return answer if isinstance(answer, Rejection) else None
