"""Running a table: bots decide when they are asked, and the game is led on when nobody else leads it."""

from wargame.content.base import FACILITATOR, TABLE, SeatId
from wargame.engine.chance import derived_key
from wargame.engine.commands import Command, Deal, Expire, Open, Pause, Proceed, Unpause
from wargame.engine.records import Record, Rejection
from wargame.play import bots
from wargame.play.table import Table


class Refused(Exception):
    """The table refused a command that its own host put: a fault of the program."""


class Host:
    """Puts the commands of bots, and those that lead the game on."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def leader(self) -> SeatId:
        """Return who leads the game on: the facilitator, else the first human seat, else the table."""
        setup = self.table.state.setup
        if setup.facilitator:
            return FACILITATOR
        return setup.humans[0] if setup.humans else TABLE

    def waiting(self, kind: str) -> tuple[SeatId, ...]:
        """Return the seats of a kind of holder that still have to decide, in scenario order."""
        state = self.table.state
        if state.phase != "decide":
            return ()
        return tuple(seat for seat in state.exchanges[-1].waiting() if state.setup.seats[seat].kind == kind)

    def bots_decide(self) -> None:
        """Let every bot that is asked put its decision in the envelope."""
        for seat in self.waiting("bot"):
            key = derived_key(self.table.state.setup.seed, f"bot/{seat}")
            sight = self.table.connection(seat, detail="size").sight()
            self._put(bots.decide(sight, key, self.table.holder(seat), self.table.clock.now()))

    def lead(self) -> Record:
        """Take the next step of the game: deal, open the envelopes, or proceed."""
        by, at = self.leader(), self.table.clock.now()
        match self.table.state.phase:
            case "brief":
                return self._put(Deal(by=by, at=at))
            case "decide":
                return self._put(Open(by=by, at=at))
            case "reveal":
                return self._put(Proceed(by=by, at=at))
            case phase:
                raise Refused(f"a game in phase '{phase}' cannot be led on")

    def sitting(self, seat: SeatId) -> bool:
        """Say whether a seat's sitting has begun in this exchange, and its envelope was not given since."""
        return seat in self.table.state.exchanges[-1].until

    def time_left(self, seat: SeatId) -> int | None:
        """Return the milliseconds left of a seat's sitting; None while no clock runs for it."""
        state = self.table.state
        until = state.exchanges[-1].until.get(seat)
        return None if until is None or state.paused is not None else until - self.table.clock.now()

    def expire(self, seat: SeatId) -> Record:
        """Say that a seat's clock has run out; raises Refused when it has not."""
        return self._put(Expire(by=TABLE, at=self.table.clock.now(), seat=seat))

    def pause(self) -> None:
        """Stop every clock, or raise Refused."""
        self._put(Pause(by=self.leader(), at=self.table.clock.now()))

    def unpause(self) -> None:
        """Let every clock go on, or raise Refused."""
        self._put(Unpause(by=self.leader(), at=self.table.clock.now()))

    def play_out(self) -> None:
        """Play on to the end with nobody but bots."""
        while self.table.state.phase != "ended":
            self.bots_decide()
            self.lead()

    def _put(self, command: Command) -> Record:
        answer = self.table.say(command)
        if isinstance(answer, Rejection):
            raise Refused(f"{command.kind}: {answer.sentence}")
        return answer
