"""State and event give state: total and dull. It never rolls, never refuses, and asks no rules.

Outcomes stand in the events. What is done here is to put them in their places.
"""

from collections.abc import Iterable
from typing import assert_never

from wargame.content.base import CardId
from wargame.engine.book import Book
from wargame.engine.chance import DRIVER
from wargame.engine.commands import Begin
from wargame.engine.events import (
    EXCHANGE_STEPS,
    Applied,
    Began,
    Committed,
    Dealt,
    Ended,
    Event,
    Injected,
    NumberRuled,
    Opened,
    OutcomeRuled,
    Paused,
    RanOut,
    Resolved,
    Sat,
    Scheduled,
    TurnBegan,
    TurnEnded,
    Unpaused,
)
from wargame.engine.records import Record
from wargame.engine.state import Entries, Exchange, NewsItem, Piles, Setup, State, Stated, replace


def fold(book: Book, state: State, records: Iterable[Record]) -> State:
    """Return the state after records."""
    for record in records:
        state = follow(book, state, record)
    return state


def follow(book: Book, state: State, record: Record) -> State:
    """Return the state after one record: its events, and the time of its command."""
    if state.phase == "new":
        state = met(book, state, record)
    at = record.command.at
    for event in record.events:
        state = evolve(book, state, event, at)
    return state


def met(book: Book, state: State, record: Record) -> State:
    """Return the state that the events of a record meet: that before it, with the setup that it brings."""
    command = record.command
    return with_setup(book, state, command) if isinstance(command, Begin) else state


def with_setup(book: Book, state: State, begin: Begin) -> State:
    """Return the state with the seats and the seed that a game is begun with."""
    setup = Setup(
        seats=begin.seats,
        humans=tuple(seat for seat, holder in begin.seats.items() if holder.kind == "human"),
        vacant=tuple(seat for seat, holder in begin.seats.items() if holder.kind == "empty"),
        facilitator=begin.facilitator,
        clock=begin.clock,
        sitting=book.length.sitting * 1000,
        seed=bytes.fromhex(begin.seed),
        salt=bytes.fromhex(begin.salt),
        seed_given=begin.seed_given,
    )
    return replace(state, setup=setup)


def evolve(book: Book, state: State, event: Event, at: int) -> State:
    """Return the state after one event, at a time in milliseconds of play."""
    match event:
        case Committed():
            return _committed(state, event, at)
        case Applied():
            return _applied(book, state, event, at)
        case Dealt():
            return _dealt(state, event, at)
        case Opened():
            return _opened(state, event, at)
        case TurnEnded():
            return _turn_ended(state, event, at)
        case TurnBegan():
            return _turn_began(state, event, at)
        case Sat(seat=seat, until=until):
            here = state.exchanges[-1]
            return _with_exchange(state, replace(here, until={**here.until, seat: until}), at)
        case RanOut(seat=seat):
            here = state.exchanges[-1]
            return _with_exchange(state, replace(here, late=(*here.late, seat)), at)
        case Began():
            return _began(book, state, event, at)
        case Resolved():
            known = {(r.question, r.turn, r.exchange): r.outcome for r in event.resolutions}
            return replace(state, resolved={**state.resolved, **known}, now=at)
        case Paused():
            return replace(state, paused=event.at, now=at)
        case Unpaused(pause=pause):
            here = state.exchanges[-1]
            later = {seat: None if time is None else time + pause for seat, time in here.until.items()}
            return replace(_with_exchange(state, replace(here, until=later), at), paused=None)
        case Injected(card=card):
            return replace(state, injected=(*state.injected, card), now=at)
        case NumberRuled():
            ruling = (event.number, event.value, event.reason)
            return replace(state, ruled_numbers=(*state.ruled_numbers, ruling), now=at)
        case OutcomeRuled():
            return replace(state, ruled_outcomes={**state.ruled_outcomes, event.path: event.outcome}, now=at)
        case Ended():
            return replace(
                state, phase="ended", ending=event.reason, war=event.war, points=event.points, now=at
            )
        case _:
            assert_never(event)


def _with_exchange(state: State, here: Exchange, at: int) -> State:
    return replace(state, exchanges=(*state.exchanges[:-1], here), now=at)


def _committed(state: State, event: Committed, at: int) -> State:
    here = state.exchanges[-1]
    here = replace(here, envelopes={**here.envelopes, event.seat: event})
    if event.seat in here.until:
        here = replace(here, until={seat: time for seat, time in here.until.items() if seat != event.seat})
    if event.left is not None:
        here = replace(here, left={**here.left, event.seat: event.left})
    return replace(state, exchanges=(*state.exchanges[:-1], here), now=at)


def _opened(state: State, event: Opened, at: int) -> State:
    *before, here = state.exchanges
    ruled = state.ruled_outcomes
    if ruled:
        ruled = {path: outcome for path, outcome in ruled.items() if path.startswith(DRIVER)}
    return replace(
        state,
        phase="reveal",
        paused=None,
        exchanges=(*before, replace(here, choices=event.choices)),
        ruled_outcomes=ruled,
        now=at,
    )


def _began(book: Book, state: State, event: Began, at: int) -> State:
    return replace(
        state,
        phase="brief",
        numbers=book.starts,
        turn_start=book.starts,
        flags={flag: None for flag, rule in book.rules.flags.items() if rule.start},
        intents=event.intents,
        piles=Piles(draw=event.draw_pile),
        setup=replace(state.setup, commitment=event.commitment),
        now=at,
    )


def _turn_began(state: State, event: TurnBegan, at: int) -> State:
    flags = state.flags
    if event.lapsed or event.set:
        kept = {flag: until for flag, until in flags.items() if flag not in event.lapsed}
        flags = {**kept, **dict(event.set)}
    return replace(
        state,
        phase="brief",
        turn=event.turn,
        month=event.month,
        turn_start=state.numbers,
        past=state.every_exchange(),
        exchanges=(),
        piles=_onto_the_table(state.piles, None),
        cables=(*state.cables, *event.cables),
        ruled_outcomes={},
        flags=flags,
        now=at,
    )


def _dealt(state: State, event: Dealt, at: int) -> State:
    exchange = Exchange(
        number=event.exchange,
        card=event.card,
        origin=event.origin,
        asked=event.asked,
        vacant=event.vacant,
        questions=event.questions,
    )
    return replace(
        state,
        phase="decide",
        exchanges=(*state.exchanges, exchange),
        piles=_onto_the_table(state.piles, event.card),
        injected=state.injected[1:] if event.origin == "inject" else state.injected,
        scheduled=_without_one(state, event),
        paused=None,
        now=at,
    )


def _onto_the_table(piles: Piles, card: CardId | None) -> Piles:
    discard = (*piles.discard, *piles.table)
    if card is None:
        return Piles(piles.draw, (), discard)
    if card in piles.draw:
        at = piles.draw.index(card)
        return Piles((*piles.draw[:at], *piles.draw[at + 1 :]), (card,), discard)
    at = discard.index(card)
    return Piles(piles.draw, (card,), (*discard[:at], *discard[at + 1 :]))


def _without_one(state: State, event: Dealt) -> tuple[Scheduled, ...]:
    if event.origin not in ("follow-up", "at-once"):
        return state.scheduled
    gone = next(
        (at for at, due in enumerate(state.scheduled) if due.card == event.card and due.turn <= state.turn),
        len(state.scheduled),
    )
    return (*state.scheduled[:gone], *state.scheduled[gone + 1 :])


def _applied(book: Book, state: State, event: Applied, at: int) -> State:
    numbers, index = list(state.numbers), book.index
    for number, _, _, after, _ in event.changes:
        numbers[index[number]] = after
    in_exchange = state.phase == "reveal" and event.step in EXCHANGE_STEPS
    where = state.exchanges[-1].number if in_exchange and not event.driver else 0
    entries = Entries(state.turn, where, event.step, event.changes)
    flags, delayed = state.flags, state.delayed
    if event.set or event.clear:
        kept = {flag: until for flag, until in flags.items() if flag not in event.clear}
        flags = {**kept, **dict(event.set)}
    if event.step == "due":
        delayed = tuple(effect for effect in delayed if effect.turn > state.turn)
    state = replace(
        state,
        numbers=tuple(numbers),
        flags=flags,
        ledger=(*state.ledger, entries) if event.changes else state.ledger,
        delayed=(*delayed, *event.delayed),
        scheduled=(*state.scheduled, *event.scheduled),
        news=(*state.news, *(NewsItem(state.turn, text, where) for text in event.news)),
        fired=(*state.fired, (event.driver, state.turn)) if event.driver else state.fired,
        ruled_numbers=() if event.step == "ruling" else state.ruled_numbers,
        now=at,
    )
    if event.roll is None:
        return state
    if where == 0:
        return replace(state, driven=(*state.driven, (state.turn, event.roll)))
    here = state.exchanges[-1]
    return _with_exchange(state, replace(here, rolls=(*here.rolls, event.roll)), at)


def _turn_ended(state: State, event: TurnEnded, at: int) -> State:
    crossings = tuple((event.turn, crossing) for crossing in event.crossings)
    return replace(state, held=state.counting(event.held), crossings=(*state.crossings, *crossings), now=at)


def stated(state: State) -> tuple[Stated, ...]:
    """Return every forecast that lay in an envelope when it was opened, in the order of the game."""
    return tuple(
        Stated(seat, question, turn, exchange.number, percent, envelope.decided == "bot")
        for turn, exchange in state.every_exchange()
        if exchange.choices
        for seat, envelope in exchange.envelopes.items()
        for question, percent in envelope.forecasts.items()
    )
