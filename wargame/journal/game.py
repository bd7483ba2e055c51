"""A game read back from its save: the records folded into the state, or one sentence on what is wrong."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wargame.content.load import scenario_from
from wargame.content.problems import ContentError
from wargame.engine.book import Book
from wargame.engine.commands import Begin
from wargame.engine.evolve import follow
from wargame.engine.records import Record
from wargame.engine.state import State
from wargame.journal.errors import SaveDamaged
from wargame.journal.reading import read
from wargame.journal.records import begin_of, parse
from wargame.journal.save import Save
from wargame.journal.store import Appender


@dataclass(frozen=True, slots=True)
class Game:
    """A whole game: its scenario made ready, its records, the state they lead to, the last digest."""

    book: Book
    begin: Begin
    records: tuple[Record, ...]
    state: State
    digest: str


def load(path: Path) -> Game:
    """Read a save and fold it; a torn last line is left out. Raises JournalError."""
    with _uncollected():
        records, digest = [], ""
        for checked in read(path):
            records.append(_record(path, checked.n, checked.line))
            digest = checked.digest
        book, begin = _book(path, records[0])
        state = State()
        for n, record in enumerate(records):
            state = _follow(path, book, state, n, record)
    return Game(book, begin, tuple(records), state, digest)


def resume(path: Path) -> tuple[Game, Save]:
    """Open a save to go on with it: locked, freed of a torn last line, folded. Writes no record."""
    appender = Appender.resume(path)
    try:
        game = load(path)
    except BaseException:
        appender.close()
        raise
    return game, Save(appender, game.digest)


def _record(path: Path, n: int, line: bytes) -> Record:
    try:
        return parse(line)
    except ValueError as error:
        raise SaveDamaged(path, n, str(error)) from None


def _book(path: Path, first: Record) -> tuple[Book, Begin]:
    try:
        begin = begin_of(first)
        scenario = scenario_from(begin.content)
    except ContentError as error:
        raise SaveDamaged(
            path, 0, f"holds content that cannot be played ({error.problems[0].sentence})"
        ) from None
    except ValueError as error:
        raise SaveDamaged(path, 0, str(error)) from None
    if begin.length not in scenario.rules.lengths:
        raise SaveDamaged(path, 0, "names a length that its rules do not have")
    book = Book(scenario, begin.length)
    if book.digest != begin.digest:
        raise SaveDamaged(path, 0, "holds content that does not match its digest")
    return book, begin


def _follow(path: Path, book: Book, state: State, n: int, record: Record) -> State:
    # A chain forged anew can hold any event in any place: none of them may end in a traceback.
    try:
        return follow(book, state, record)
    except (LookupError, ValueError, TypeError) as error:
        raise SaveDamaged(path, n, f"does not fit the game before it ({type(error).__name__})") from None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector while many small objects are made: it took half of a long load."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
