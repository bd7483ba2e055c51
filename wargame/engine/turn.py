"""The end of a turn and the start of the next: spillover, drivers, terminal conditions, decay, rulings.

Spillover: with d(e) the net applied change of relation e in the turn's exchanges, every coupling e -> f
contributes d(e) x percent / 100, rounded toward zero, all from the same d; the next hop does the same
with this hop's net changes.
"""

from collections.abc import Iterable, Iterator

from wargame.content.base import Relation, SeatId
from wargame.content.rules import Terminal
from wargame.engine.book import Book
from wargame.engine.chance import roll
from wargame.engine.conditions import NOTHING_SEEN, Seen
from wargame.engine.desk import Desk
from wargame.engine.events import (
    AT_THE_END,
    Asked,
    CableSent,
    Crossing,
    Ended,
    Event,
    Resolution,
    Resolved,
    TurnBegan,
    TurnEnded,
)
from wargame.engine.exchange import seen, taken
from wargame.engine.ready import ReadyCable
from wargame.engine.score import points
from wargame.engine.state import State, replace


def end_turn(book: Book, state: State) -> tuple[Event, ...]:
    """Return the events that end this turn, and begin the next one or end the game."""
    desk = Desk(book, state, str(state.turn), 0, lambda: _seen_in_turn(book, state))
    if book.couplings:
        _spill(desk)
    if book.drivers:
        _drive(desk)
    ending = _terminal(desk)
    if ending is None:
        _decay(desk)
        if state.ruled_numbers:
            _overrule(desk)
    last = ending is not None or state.turn == len(book.turns)
    held = {seat: kept for seat in book.judged if (kept := _held(desk, seat))}
    desk.events.append(TurnEnded(state.turn, _crossings(desk), held))
    if book.questions:
        _resolve(desk, last)
    if last:
        desk.events.append(_ended(desk, held, ending))
    else:
        desk.events.append(begin_turn(book, state, desk))
    return tuple(desk.events)


def _seen_in_turn(book: Book, state: State) -> Seen:
    tags: dict[SeatId, frozenset[str]] = {}
    late: frozenset[SeatId] = frozenset()
    for exchange in state.exchanges:
        here = seen(exchange.choices, taken(book, exchange, exchange.choices))
        late |= here.late
        for seat, found in here.tags.items():
            tags[seat] = tags.get(seat, frozenset()) | found
    return Seen({}, tags, late)


def carried(change: int, percent: int) -> int:
    """Return what a coupling carries on of a change, in points, rounded toward zero."""
    total = change * percent
    return total // 100 if total >= 0 else -(-total // 100)


def _spill(desk: Desk) -> None:
    book, start = desk.book, desk.state.turn_start
    moved = [now - before for now, before in zip(desk.numbers, start, strict=True)]
    for hop in range(1, book.rules.hops + 1):
        before = tuple(desk.numbers)
        for source, target, percent, path in book.couplings:
            desk.change(target, carried(moved[source], percent), f"{desk.where}/{path}/{hop}")
        moved = [now - then for now, then in zip(desk.numbers, before, strict=True)]
        desk.close("spillover")


def _drive(desk: Desk) -> None:
    fired = {driver for driver, _ in desk.state.fired}
    for ready in desk.book.drivers:
        driver = ready.driver
        if (driver.once and driver.id in fired) or not ready.test(desk, desk.seen):
            continue
        desk.make(ready.follows)
        desk.tell(driver.news)
        desk.close("driver", driver=driver.id, always=True)
        if ready.follows.chances:
            desk.roll(ready.follows, "driver")


def _terminal(desk: Desk) -> Terminal | None:
    for terminal, test in desk.book.terminal:
        if desk.month >= terminal.from_ and test(desk, desk.seen):
            return terminal
    return None


def _decay(desk: Desk) -> None:
    for at, baseline, most in desk.book.decays:
        now = desk.numbers[at]
        target = min(now, max(baseline, desk.book.floors[at])) if baseline < now else baseline
        step = max(-most, min(most, target - now))
        desk.change(at, step, f"{desk.where}/decay/{desk.book.numbers[at]}")
    desk.close("decay")


def _overrule(desk: Desk) -> None:
    rulings = desk.state.ruled_numbers
    for which, (number, value, _) in enumerate(rulings):
        at = desk.book.index[number]
        desk.change(at, value - desk.numbers[at], f"{desk.where}/ruling/{which}")
    desk.close("ruling", always=True)


def _held(desk: Desk, seat: SeatId) -> tuple[str, ...]:
    tests = desk.book.objective_tests
    return tuple(
        [
            objective.id
            for objective in desk.book.objectives(seat, desk.intents.get(seat))
            if tests[seat, objective.id](desk, desk.seen)
        ]
    )


def _crossings(desk: Desk) -> tuple[Crossing, ...]:
    book, rungs = desk.book, desk.book.rungs
    start = desk.state.turn_start[: book.relations]
    found = [
        Crossing(Relation(name), rungs[was], rungs[now])
        for name, was, now in zip(book.numbers, start, desk.numbers, strict=False)
        if was != now and rungs[was] != rungs[now]
    ]
    return tuple(found)


def open_questions(state: State) -> Iterator[Asked]:
    """Return the forecast questions that have been put and are not resolved."""
    for _, exchange in state.every_exchange():
        for asked in exchange.questions:
            if (asked.question, asked.turn, asked.exchange) not in state.resolved:
                yield asked


def _resolve(desk: Desk, last: bool) -> None:
    found = []
    for asked in open_questions(desk.state):
        holds = desk.book.question_tests[asked.question](desk, desk.seen)
        outcome: bool | None
        if asked.due == AT_THE_END:
            if not last:
                continue
            outcome = holds
        elif holds or asked.due <= desk.state.turn:
            outcome = holds
        elif last:
            outcome = None
        else:
            continue
        found.append(
            Resolution(question=asked.question, turn=asked.turn, exchange=asked.exchange, outcome=outcome)
        )
    if found:
        desk.events.append(Resolved(resolutions=tuple(found)))


def _ended(desk: Desk, held: dict[SeatId, tuple[str, ...]], ending: Terminal | None) -> Ended:
    state = desk.state
    war = ending is not None and ending.war
    return Ended(
        reason=ending.id if ending else "calendar",
        war=war,
        points=points(desk.book, state.intents, state.counting(held), held, state.turn, war),
        seed=state.setup.seed.hex(),
        salt=state.setup.salt.hex(),
    )


def begin_turn(book: Book, state: State, desk: Desk | None = None) -> TurnBegan:
    """Return the event that begins the turn after this one."""
    turn = state.turn + 1
    month = book.turns[turn - 1]
    flags = desk.flags if desk else state.flags
    lapsed = tuple([flag for flag, until in flags.items() if until is not None and until < turn])
    due = book.cables[month]
    if not due:
        return TurnBegan(turn, month, lapsed=lapsed)
    numbers = tuple(desk.numbers) if desk else state.numbers
    flags = {flag: until for flag, until in flags.items() if flag not in lapsed}
    sent = list(_sent(due, replace(state, numbers=numbers, flags=flags, turn=turn, month=month)))
    raised = [
        (flag, None if effect.lasting is None else turn + effect.lasting)
        for ready, cable in sent
        if cable.true
        for effect in ready.if_true
        for flag in effect.set
    ]
    return TurnBegan(turn, month, tuple(cable for _, cable in sent), tuple(raised), lapsed)


def _sent(due: Iterable[ReadyCable], state: State) -> Iterator[tuple[ReadyCable, CableSent]]:
    """Yield the cables of the turn that begins; `state` is as it finds the desks."""
    before = {cable.cable for cable in state.cables}
    for ready in due:
        cable = ready.cable
        if cable.id in before:
            continue
        true: bool | None = None
        for test, percent in ready.reliability:
            if test is None or test(state, NOTHING_SEEN):
                true = roll(state.setup.seed, state.turn, 0, f"cable/{cable.id}", 100) < percent
                break
        yield ready, CableSent(cable=cable.id, seat=cable.seat, turn=state.turn, true=true)
