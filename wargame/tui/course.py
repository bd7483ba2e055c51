"""The course of a game at one screen: what is shown now, to whom, and what comes next.

A turn goes news, card, then each seat's sitting (behind a curtain where several people play, with its brief
the first time), sealed, reveal, and the end of the turn. The stage follows from the game's phase and from
what people have seen; nothing here is kept, so a resumed game begins at the stage that its phase allows.
"""

from enum import StrEnum

from wargame.content.base import SeatId
from wargame.engine.records import Rejection
from wargame.engine.sight_parts import Sight
from wargame.play.connection import Connection
from wargame.play.draft import Draft
from wargame.play.host import Host
from wargame.play.leading import Refused


class Stage(StrEnum):
    """What the people at the screen are doing."""

    STANDS = "stands"
    NEWS = "news"
    CARD = "card"
    CURTAIN = "curtain"
    BRIEF = "brief"
    DECIDE = "decide"
    LATE = "late"
    SEALED = "sealed"
    REVEAL = "reveal"
    TURN_END = "turn-end"
    END = "end"


PRIVATE = frozenset({Stage.BRIEF, Stage.DECIDE, Stage.LATE})
"""Stages that belong to one seat."""


class Course:
    """Leads the people at one screen through a game; raises JournalError when a record cannot be kept."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.several = len(host.people) > 1
        self.seat: SeatId | None = None
        self.draft = Draft()
        self.stage = self._first()

    def _first(self) -> Stage:
        # What was revealed before a fork, all have seen.
        if self.host.forked and self.host.opened and self.host.phase != "ended":
            return Stage.STANDS
        match self.host.phase:
            case "brief":
                return Stage.TURN_END if self.host.public.sight().turn > 1 else Stage.NEWS
            case "reveal":
                return Stage.REVEAL
            case "ended":
                return Stage.END
            case _:
                self.host.bots_decide()
                return Stage.CARD

    @property
    def reader(self) -> Connection:
        """The connection of whoever reads the screen: the seat that sits, one person alone, or all."""
        if self.seat is not None and self.stage in PRIVATE:
            return self.host.connection(self.seat)
        if len(self.host.people) == 1:
            return self.host.connection(self.host.people[0])
        return self.host.public

    def sight(self) -> Sight:
        """Return what whoever reads the screen may know."""
        return self.reader.sight()

    def go(self) -> None:
        """Take the next step from a stage that only waits to be read."""
        match self.stage:
            case Stage.STANDS:
                self._from_here()
            case Stage.NEWS:
                self.host.lead()
                self.host.bots_decide()
                self.stage = Stage.CARD
            case Stage.CARD:
                self._next_sitting()
            case Stage.CURTAIN:
                self._rise()
            case Stage.BRIEF:
                self._sit()
            case Stage.LATE:
                self._next_sitting()
            case Stage.REVEAL:
                self._proceed()
            case Stage.TURN_END:
                self.stage = Stage.END if self.host.phase == "ended" else Stage.NEWS
            case Stage.DECIDE | Stage.SEALED | Stage.END:
                pass

    def commit(self) -> Rejection | None:
        """Put the draft in the envelope; return the reason if it is refused."""
        assert self.seat is not None
        no = self.host.connection(self.seat).commit(self.draft)
        if no is None:
            self._next_sitting()
        elif no.code == "late":
            self._run_out()
        return no

    def open(self) -> None:
        """Open the envelopes, once all decisions are in."""
        if self.stage is Stage.SEALED:
            self.host.lead()
            self.stage = Stage.REVEAL

    def changeable(self) -> tuple[SeatId, ...]:
        """Return the seats of people whose envelopes can still be changed."""
        if self.stage is not Stage.SEALED:
            return ()
        sight = self.host.public.sight()
        return tuple(seat for seat in sight.asked if seat in self.host.people and seat not in sight.late)

    def again(self, seat: SeatId) -> None:
        """Let a seat decide once more, before the envelopes are opened."""
        if seat in self.changeable():
            self._call(seat)

    @property
    def changes(self) -> bool:
        """Whether the seat that sits changes a decision, which stays in its envelope until it does."""
        return self.stage is Stage.DECIDE and self.sight().envelope is not None

    def kept(self) -> bool:
        """Leave a decision in its envelope as it was; say whether there was one."""
        if not self.changes:
            return False
        self._next_sitting()
        return True

    def tick(self) -> bool:
        """Look at the clock; say whether it has just run out for the seat that sits."""
        if self.stage is not Stage.DECIDE or self.seat is None:
            return False
        left = self.host.connection(self.seat).time_left()
        if left is None or left > 0:
            return False
        self._run_out()
        return True

    def pause(self) -> Rejection | None:
        """Stop the clock, or let it go on; return the reason if that is refused."""
        return self.host.unpause() if self.host.paused else self.host.pause()

    def _run_out(self) -> None:
        assert self.seat is not None
        if self.seat in self.host.waiting():
            if self.host.paused:
                self.host.unpause()
            self.host.expire(self.seat)
        self.stage = Stage.LATE

    def _next_sitting(self) -> None:
        self.seat, self.draft = None, Draft()
        waiting = self.host.waiting()
        if waiting:
            self._call(waiting[0])
        else:
            self.stage = Stage.SEALED

    def _call(self, seat: SeatId) -> None:
        self.seat = seat
        self.stage = Stage.CURTAIN
        if not self.several:
            self._rise()

    def _rise(self) -> None:
        assert self.seat is not None
        sight = self.host.connection(self.seat).sight()
        if sight.new and not sight.sits:
            self.stage = Stage.BRIEF
        else:
            self._sit()

    def _sit(self) -> None:
        assert self.seat is not None
        connection = self.host.connection(self.seat)
        if not connection.sight().sits and (no := connection.sit()) is not None:
            if no.code != "late":
                raise Refused(no.sentence)
            self._run_out()
            return
        self.stage = Stage.DECIDE
        envelope = connection.sight().envelope
        self.draft = Draft.of(envelope) if envelope is not None else Draft()

    def _from_here(self) -> None:
        match self.host.phase:
            case "brief":
                self.stage = Stage.NEWS
            case "reveal":
                self._proceed()
            case _:
                self.host.bots_decide()
                self.stage = Stage.CARD

    def _proceed(self) -> None:
        self.host.lead()
        if self.host.phase == "decide":
            self.host.bots_decide()
            self.stage = Stage.CARD
        else:
            self.stage = Stage.TURN_END
