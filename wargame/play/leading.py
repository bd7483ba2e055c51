"""Leading a game on: bots decide when they are asked, and its steps are taken in the leader's name."""

from functools import partial

from wargame.content.base import FACILITATOR, TABLE, SeatId
from wargame.engine.chance import derived_key
from wargame.engine.commands import Deal, Open, Proceed
from wargame.engine.records import Record, Rejection
from wargame.engine.sight import sight
from wargame.engine.state import State
from wargame.play import bots
from wargame.play.table import Said, Table


class Refused(Exception):
    """The table refused what the program itself put: a fault of the program."""


def leader(state: State) -> SeatId:
    """Return who leads the game on: the facilitator, else the first human seat, else the table."""
    setup = state.setup
    if setup.facilitator:
        return FACILITATOR
    return setup.humans[0] if setup.humans else TABLE


def waiting(state: State, kind: str) -> tuple[SeatId, ...]:
    """Return the seats of a kind of holder that still have to decide, in scenario order."""
    if state.phase != "decide":
        return ()
    return tuple(seat for seat in state.exchanges[-1].waiting() if state.setup.seats[seat].kind == kind)


def bots_decide(table: Table) -> None:
    """Let every bot that is asked put its decision in the envelope."""
    for seat in waiting(table.state, "bot"):
        key = derived_key(table.state.setup.seed, f"bot/{seat}")
        # A bot weighs how things stand, not how they came about.
        seen = sight(table.book, table.state, seat, "size", retold=False)
        _put(table, partial(bots.decide, seen, key, table.holder(seat)))


def lead(table: Table) -> Record:
    """Take the next step of the game: deal, open the envelopes, or proceed; raises Refused."""
    by = leader(table.state)
    match table.state.phase:
        case "brief":
            return _put(table, lambda at: Deal(by=by, at=at))
        case "decide":
            return _put(table, lambda at: Open(by=by, at=at))
        case "reveal":
            return _put(table, lambda at: Proceed(by=by, at=at))
        case phase:
            raise Refused(f"a game in phase '{phase}' cannot be led on")


def play_out(table: Table) -> None:
    """Play on to the end with nobody but bots."""
    while table.state.phase != "ended":
        bots_decide(table)
        lead(table)


def _put(table: Table, said: Said) -> Record:
    answer = table.say(said)
    if isinstance(answer, Rejection):
        raise Refused(answer.sentence)
    return answer
