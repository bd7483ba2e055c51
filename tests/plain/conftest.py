"""Games played through lines by people who answer each prompt as they always would."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.records import Record
from wargame.journal import game as journal_game
from wargame.journal.save import Journal, Save, Unsaved
from wargame.plain.game import PlainGame
from wargame.plain.keyboard import Keyboard
from wargame.plain.voice import EndOfInput, Voice
from wargame.play.host import Host
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table


class SteppingClock:
    """A second passes with every record, however often somebody looks."""

    table: Table
    reached = 0

    def now(self) -> int:
        return max(self.table.state.now + 1000, self.reached)

    def turn(self, milliseconds: int) -> None:
        """Let time pass at once."""
        self.reached = self.now() + milliseconds


@dataclass
class Person:
    """Answers every prompt: the first open option, and a reason that can be searched for.

    `says` has what is typed instead (or done, and typed), each once, at prompts that contain its key.
    After `patience` prompts nothing more is typed.
    """

    says: dict[str, list[str | Callable[[], str]]] = field(default_factory=dict)
    patience: int = 100_000
    asked: list[str] = field(default_factory=list)
    out: io.StringIO = field(default_factory=io.StringIO)
    _option: int = 0

    def readline(self) -> str:
        lines = self.out.getvalue().removesuffix("> ").rstrip().rsplit("\n\n", 2)
        prompt = " ".join(lines[-1].split())
        if len(self.asked) >= self.patience:
            return ""
        self.asked.append(prompt)
        for key, typed in self.says.items():
            if key in prompt and typed:
                said = typed.pop(0)
                return f"{said if isinstance(said, str) else said()}\n"
        if "Your choice" in prompt:
            self._option = self._option + 1 if "is shut" in lines[-2] else 1
            return f"{self._option}\n"
        if prompt.startswith("Why?"):
            return f"{self.reason()}\n"
        return "40\n" if "How likely" in prompt else "\n"

    def reason(self) -> str:
        """Return the reason that the seat at the keyboard gives."""
        _, handed, rest = self.out.getvalue().rpartition("Pass the keyboard to ")
        return f"REASON {rest.splitlines()[0]}" if handed else "REASON"


@dataclass
class Room:
    """A book to play, and a place to save at."""

    book: Book
    path: Path
    clock: SteppingClock = field(default_factory=SteppingClock)

    def game(self, *humans: str, saved: bool = False, clock: bool = False, seed: int | None = 3) -> Table:
        """Return a table at which a game has begun."""
        journal: Journal = Save.create(self.path) if saved else Unsaved()
        table = self.clock.table = Table(self.book, journal, self.clock)
        drawn = seed_from(seed)
        seats = holders(self.book, drawn, [SeatId(seat) for seat in humans], None)
        assert isinstance(table.begin(begin(self.book, drawn, seats, clock=clock)), Record)
        return table

    def resumed(self) -> Table:
        """Return the table of the saved game."""
        found, journal = journal_game.resume(self.path)
        table = self.clock.table = Table(found.book, journal, self.clock, found.state)
        return table

    def play(self, table: Table, person: Person | None = None) -> str:
        """Play on until the end, or until the person stops; return all that was said."""
        person = person or Person()
        try:
            PlainGame(Host(table, self.path), Voice(person.out, Keyboard(person.readline))).play()
        except EndOfInput:
            pass
        finally:
            table.journal.close()
        return person.out.getvalue()


@pytest.fixture(scope="session")
def book() -> Book:
    return Book(load_scenario(), "short")


@pytest.fixture
def room(book: Book, tmp_path: Path) -> Room:
    return Room(book, tmp_path / "g.jsonl")


@pytest.fixture
def people() -> type[Person]:
    return Person
