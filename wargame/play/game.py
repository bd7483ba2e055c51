"""A game begun, or gone on with: the ways to a host."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.commands import Begin
from wargame.engine.evolve import fold
from wargame.engine.records import Record, Rejection
from wargame.engine.state import State
from wargame.journal import game as journal_game
from wargame.journal.places import new_save_path
from wargame.journal.save import Save, Unsaved
from wargame.play.clock import Clock, VirtualClock, WallClock
from wargame.play.host import Host
from wargame.play.leading import Refused
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table
from wargame.play.wishes import NoSuch, Plan


def new_game(scenario: Scenario, plan: Plan, clock: Clock | None = None) -> Host:
    """Begin a game on a new save; raises NoSuch, JournalError, and ValueError for what is no seed."""
    command, book = _beginning(scenario, plan)
    path = plan.save or new_save_path(scenario.rules.id, f"{datetime.now(UTC):%Y%m%d-%H%M}")
    usual = WallClock() if plan.people else VirtualClock()
    return Host(_begun(Table(book, Save.create(path), clock or usual), command), path)


def practice_game(scenario: Scenario, plan: Plan) -> Host:
    """Begin a game that is kept nowhere; raises NoSuch, and ValueError for what is no seed."""
    command, book = _beginning(scenario, plan)
    return Host(_begun(Table(book, Unsaved(), WallClock()), command))


def _beginning(scenario: Scenario, plan: Plan) -> tuple[Begin, Book]:
    people = plan.people or ()
    if both := [seat for seat in people if seat in (plan.bots or ())]:
        raise NoSuch(f"'{both[0]}' cannot be held by a person and by a bot.")
    book = Book(scenario, plan.length)
    seed = seed_from(plan.seed)
    command = begin(
        book,
        seed,
        holders(book, seed, people, plan.bots),
        clock=len(people) > 1 if plan.clock is None else plan.clock and bool(people),
        started=datetime.now(UTC).isoformat(timespec="seconds") if people else "",
    )
    return command, book


def _begun(table: Table, command: Begin) -> Table:
    try:
        answer = table.begin(command)
        if isinstance(answer, Rejection):
            raise Refused(answer.sentence)
    except BaseException:
        table.journal.close()
        raise
    return table


def resume_game(path: Path) -> Host:
    """Go on with a saved game exactly where it stopped; raises JournalError."""
    found, save = journal_game.resume(path)
    warning = save.recovery.warning if save.recovery is not None else ""
    return Host(Table(found.book, save, _clock(found.state), found.state), path, warning)


def go_on(book: Book, records: Iterable[Record], path: Path) -> Host:
    """Begin a save with records that were decided before, and go on from there; raises JournalError."""
    save, state = Save.create(path), State()
    try:
        for record in records:
            save.append(record)
            state = fold(book, state, (record,))
    except BaseException:
        save.close()
        raise
    return Host(Table(book, save, _clock(state), state), path, forked=True)


def _clock(state: State) -> Clock:
    """Return the clock of a game that goes on from a state."""
    return (WallClock if state.setup.humans else VirtualClock)(state.now)
