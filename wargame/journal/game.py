"""A game read back from its save: each command decided once more, its events folded, or one sentence.

The chain shows damage and edits, not a game forged anew. So a record counts only if the rules make the very
same events of its command: then no state comes out of a save that play could not have led to. The commands of
a game begun under older rules cannot be decided again; its events are folded, and it is not played on.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wargame.content.load import scenario_from
from wargame.content.problems import ContentError
from wargame.content.uncollected import uncollected
from wargame.engine.book import Book
from wargame.engine.commands import Begin
from wargame.engine.decide import decide
from wargame.engine.evolve import follow
from wargame.engine.records import FORMAT, RULES, Record, Rejection
from wargame.engine.state import State
from wargame.journal.errors import SaveDamaged, SaveOfOtherRules, SaveUnreadable, reason_of
from wargame.journal.reading import read
from wargame.journal.records import begin_of, fields, parse
from wargame.journal.save import Save
from wargame.journal.store import Appender

# What a command or content forged by hand can raise in code that trusts both.
_NONSENSE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Game:
    """A whole game: its scenario made ready, its records, the state they lead to, the last digest.

    `adjudicated` says whether its commands were decided again, and not only its events folded. `torn` counts
    bytes after the last whole record, which no game acknowledged.
    """

    book: Book
    begin: Begin
    records: tuple[Record, ...]
    state: State
    digest: str
    adjudicated: bool
    torn: int = 0


def load(path: Path) -> Game:
    """Read a save, decide and fold it; a torn last line is left out. Raises JournalError."""
    records: list[Record] = []
    state, size = State(), 0
    with uncollected():
        for checked in read(path):
            record = checked.written or _record(path, checked.n, checked.line)
            if not records:
                book, begin = _book(path, record)
            state = _follow(path, book, state, checked.n, record, begin.rules == RULES)
            records.append(record)
            size += len(checked.line)
    torn = _size(path) - size
    return Game(book, begin, tuple(records), state, checked.digest, begin.rules == RULES, torn)


def resume(path: Path) -> tuple[Game, Save]:
    """Open a save to go on with it: locked, freed of a torn last line, loaded. Writes no record.

    Raises JournalError, also for a game that was begun under other rules.
    """
    appender = Appender.resume(path)
    try:
        game = load(path)
        if not game.adjudicated:
            raise SaveOfOtherRules(path)
    except BaseException:
        appender.close()
        raise
    return game, Save(appender, game.digest)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise SaveUnreadable(path, reason_of(error)) from error


def _record(path: Path, n: int, line: bytes) -> Record:
    try:
        return parse(line)
    except ValueError as error:
        raise SaveDamaged(path, n, str(error)) from None


def _book(path: Path, first: Record) -> tuple[Book, Begin]:
    try:
        begin = begin_of(first)
        if begin.format != FORMAT or not 1 <= begin.rules <= RULES:
            raise SaveOfOtherRules(path)
        book = _ready(begin.content, begin.length)
        if book is None:
            raise SaveDamaged(path, 0, "names a length that its rules do not have")
        if book.digest != begin.digest:
            raise SaveDamaged(path, 0, "holds content that does not match its digest")
    except ContentError as error:
        what = f"holds content that cannot be played ({error.problems[0].sentence})"
        raise SaveDamaged(path, 0, what) from None
    except _NONSENSE as error:
        raise SaveDamaged(path, 0, str(error)) from None
    return book, begin


@lru_cache(maxsize=4)
def _ready(content: str, length: str) -> Book | None:
    """Return a scenario made ready, once for all saves of a course; None without such a length."""
    scenario = scenario_from(content)
    return Book(scenario, length, content) if length in scenario.rules.lengths else None


def _follow(path: Path, book: Book, state: State, n: int, record: Record, again: bool) -> State:
    try:
        if again:
            _decide_again(path, book, state, n, record)
        return follow(book, state, record)
    except _NONSENSE as error:
        raise SaveDamaged(path, n, f"does not fit the game before it ({type(error).__name__})") from None


def _decide_again(path: Path, book: Book, state: State, n: int, record: Record) -> None:
    answer = decide(book, state, record.command)
    if isinstance(answer, Rejection):
        raise SaveDamaged(path, n, f"holds a command that the rules refuse ({answer.sentence})")
    # As they are written, since the order of a mapping's keys counts too.
    if fields(answer) != fields(record):
        raise SaveDamaged(path, n, "does not hold what the rules make of its command")
