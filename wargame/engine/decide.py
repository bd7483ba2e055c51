"""State and command give a record, or a rejection that changes nothing.

Every command passes the table of phase x role x command first, then the check of its own kind. What is
accepted becomes events; they alone change the state, in `evolve`. Nothing here reads a clock: the time
comes with the command.
"""

from typing import assert_never

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.chance import commitment, draw
from wargame.engine.commands import (
    LATEST,
    Begin,
    Command,
    Commit,
    Deal,
    Expire,
    Inject,
    Open,
    Pause,
    Proceed,
    RuleNumber,
    RuleOutcome,
    Sit,
    Unpause,
)
from wargame.engine.deal import next_deal
from wargame.engine.events import (
    Began,
    Committed,
    Event,
    Injected,
    NumberRuled,
    OutcomeRuled,
    Paused,
    RanOut,
    Sat,
    Unpaused,
)
from wargame.engine.evolve import evolve, with_setup
from wargame.engine.exchange import open_envelopes
from wargame.engine.legal import forbidden
from wargame.engine.records import FORMAT, RULES, Record, Rejection
from wargame.engine.rulings import chances_by_path
from wargame.engine.shut import late, refused
from wargame.engine.state import State
from wargame.engine.turn import begin_turn, end_turn

Answer = Record | Rejection
Events = tuple[Event, ...] | Rejection


def decide(book: Book, state: State, command: Command) -> Answer:
    """Return what comes of a command: a record, or a rejection with its reason."""
    no = forbidden(state, command.by, command.kind)
    if no is None and not state.now <= command.at <= LATEST:
        no = _out_of_time(state, command.at)
    events = no or _events(book, state, command)
    return Record(command, events) if isinstance(events, tuple) else events


def _out_of_time(state: State, at: int) -> Rejection:
    if at < state.now:
        return Rejection("earlier", "time cannot run backwards: this command is older than the last one")
    return Rejection("later", "no game lasts that long: this command's time is beyond all that a save keeps")


def _events(book: Book, state: State, command: Command) -> Events:
    match command:
        case Commit():
            return _commit(book, state, command)
        case Open():
            return _open(book, state)
        case Deal():
            return _deal(book, state)
        case Proceed():
            dealt = next_deal(book, state)
            return (dealt,) if dealt else end_turn(book, state)
        case Sit():
            return _sit(state, command)
        case Expire():
            return _expire(state, command)
        case Begin():
            return _begin(book, state, command)
        case Pause(at=at):
            paused = Rejection("paused", "the clocks are stopped already")
            return paused if state.paused is not None else (Paused(at=at),)
        case Unpause(at=at):
            if state.paused is None:
                return Rejection("not-paused", "the clocks are running")
            return (Unpaused(pause=at - state.paused),)
        case Inject():
            return _inject(book, state, command)
        case RuleNumber(number=number, value=value, reason=reason):
            if number not in book.index:
                return Rejection("unknown-number", f"there is no number '{number}'")
            return (NumberRuled(number=number, value=value, reason=reason),)
        case RuleOutcome():
            return _rule_outcome(book, state, command)
        case _:
            assert_never(command)


def _begin(book: Book, state: State, command: Begin) -> Events:
    if command.at != 0:
        return Rejection("later", "a game begins at the zero of its own time")
    if command.format != FORMAT or command.rules != RULES:
        return Rejection("version", "this game was made for another version of the rules")
    if tuple(command.seats) != book.seats:
        return Rejection("seats", f"the seats must be, in this order: {', '.join(book.seats)}")
    if (command.content, command.digest, command.length) != (book.content, book.digest, book.length_name):
        return Rejection("content", "the command names other content than the game has")
    seed = bytes.fromhex(command.seed)
    intents = {}
    for seat in book.seats:
        if found := book.seat(seat).intents:
            drawn = draw(seed, 0, 0, f"intent/{seat}", [intent.weight for intent in found])
            intents[seat] = found[drawn].id
    began = Began(
        commitment=commitment(seed, bytes.fromhex(command.salt)),
        intents=intents,
        draw_pile=book.draw_pile,
    )
    return (began, begin_turn(book, _begun(book, state, command, began)))


def _begun(book: Book, state: State, command: Begin, began: Began) -> State:
    """Return the state in which the first turn begins: seats and seed at the table, intents drawn."""
    return evolve(book, with_setup(book, state, command), began, command.at)


def _deal(book: Book, state: State) -> Events:
    dealt = next_deal(book, state)
    return (dealt,) if dealt else Rejection("nothing", "there is nothing to deal")


def _commit(book: Book, state: State, command: Commit) -> Events:
    seat = command.by
    no = refused(book, state, seat, command.option, command.at)
    if no is not None:
        return no
    here = state.exchanges[-1]
    until = here.until.get(seat)
    if command.forecasts:
        asked = {question.question for question in here.questions if seat in question.seats}
        unknown = [question for question in command.forecasts if question not in asked]
        if unknown:
            return Rejection("unknown-forecast", f"'{seat}' is not asked to forecast '{unknown[0]}'")
    return (
        Committed(
            seat=seat,
            option=command.option,
            rationale=command.rationale,
            expects=command.expects,
            decided=command.decided,
            dissent=command.dissent,
            forecasts=command.forecasts,
            left=None if until is None else until - (command.at if state.paused is None else state.paused),
        ),
    )


def _sit(state: State, command: Sit) -> Events:
    here = state.exchanges[-1]
    seat: SeatId = command.by
    if seat not in here.asked or seat in here.vacant:
        return Rejection("not-asked", f"'{seat}' is not asked in this exchange")
    no = late(state, seat, command.at)
    if no is not None:
        return no
    if seat in here.until:
        return Rejection("sitting", f"'{seat}' is sitting already")
    if not state.setup.clock:
        return (Sat(seat=seat, until=None),)
    start = state.paused if state.paused is not None else command.at
    return (Sat(seat=seat, until=start + here.left.get(seat, state.setup.sitting)),)


def _expire(state: State, command: Expire) -> Events:
    here = state.exchanges[-1]
    if command.seat in here.late:
        return Rejection("late", f"the clock of '{command.seat}' has run out, and that is known")
    until = here.until.get(command.seat)
    if until is None or state.paused is not None or command.at < until:
        return Rejection("time-left", f"the clock of '{command.seat}' has not run out")
    return (RanOut(seat=command.seat),)


def _open(book: Book, state: State) -> Events:
    waiting = state.exchanges[-1].waiting()
    if waiting:
        return Rejection("waiting", f"still deciding: {', '.join(waiting)}")
    return open_envelopes(book, state)


def _inject(book: Book, state: State, command: Inject) -> Events:
    if command.card not in book.cards:
        return Rejection("unknown-card", f"there is no card '{command.card}'")
    if command.card in (*state.piles.table, *state.injected):
        return Rejection("on-the-table", f"the card '{command.card}' is on the table already")
    return (Injected(card=command.card, reason=command.reason),)


def _rule_outcome(book: Book, state: State, command: RuleOutcome) -> Events:
    known = chances_by_path(book, state)
    if command.path not in known:
        paths = ", ".join(known) or "none"
        return Rejection("unknown-chance", f"there is no such chance here; there are: {paths}")
    if command.outcome >= len(known[command.path]):
        most = len(known[command.path]) - 1
        return Rejection("unknown-outcome", f"the outcomes of this chance are numbered 0 to {most}")
    return (OutcomeRuled(path=command.path, outcome=command.outcome, reason=command.reason),)
