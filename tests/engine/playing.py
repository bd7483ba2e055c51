"""Playing a game on the engine alone: commands by name, and what came of them."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from tests.engine.scenarios import Json, book
from wargame.content.base import FACILITATOR, TABLE
from wargame.engine.book import Book
from wargame.engine.commands import Command, Holder
from wargame.engine.decide import Answer, decide
from wargame.engine.events import Applied, Event
from wargame.engine.evolve import follow
from wargame.engine.ledger import Entry, entries
from wargame.engine.records import Record, Rejection
from wargame.engine.sight import sight
from wargame.engine.sight_parts import Sight
from wargame.engine.state import Exchange, State
from wargame.play.setup import begin, seed_from

HUMAN, EMPTY = Holder(kind="human"), Holder(kind="empty")


def command(kind: str, by: str, at: int, **fields: Any) -> Command:
    """Return a command; raises ValueError for one that is not well formed."""
    said = msgspec.json.encode({"kind": kind, "by": by, "at": at, **fields})
    return msgspec.json.decode(said, type=Command)


class Game:
    """A game and all its records; every seat is human but those named `empty`, and a facilitator leads."""

    def __init__(
        self,
        source: Json | Book,
        seed: int = 1,
        *,
        empty: Iterable[str] = (),
        clock: bool = False,
        facilitator: bool = True,
        length: str | None = None,
    ) -> None:
        self.book = source if isinstance(source, Book) else book(source, length)
        self.state = State()
        self.records: list[Record] = []
        seats = {seat: EMPTY if seat in empty else HUMAN for seat in self.book.seats}
        self.begin = begin(self.book, seed_from(seed), seats, clock=clock, facilitator=facilitator)
        self.say(self.begin)

    @property
    def here(self) -> Exchange:
        """The exchange on the table."""
        return self.state.exchanges[-1]

    @property
    def events(self) -> tuple[Event, ...]:
        """What the last record tells."""
        return self.records[-1].events

    def leader(self) -> str:
        """Who may lead the game on."""
        return FACILITATOR if self.state.setup.facilitator else next(iter(self.book.seats))

    def put(self, said: Command) -> Answer:
        """Put a command; return what came of it."""
        answer = decide(self.book, self.state, said)
        if isinstance(answer, Record):
            self.records.append(answer)
            self.state = follow(self.book, self.state, answer)
        return answer

    def say(self, said: Command) -> Record:
        """Put a command that must be accepted."""
        answer = self.put(said)
        assert isinstance(answer, Record), answer
        return answer

    def tell(self, kind: str, by: str | None = None, at: int | None = None, **fields: Any) -> Record:
        """Put a command that must be accepted, by the leader and at once if nothing else is said."""
        return self.say(command(kind, by or self.leader(), self.state.now if at is None else at, **fields))

    def no(self, kind: str, by: str | None = None, at: int | None = None, **fields: Any) -> Rejection:
        """Put a command that must be refused; return the reason."""
        before = self.state
        answer = self.put(command(kind, by or self.leader(), before.now if at is None else at, **fields))
        assert isinstance(answer, Rejection), answer
        assert self.state is before
        return answer

    def commit(self, seat: str, option: str, at: int | None = None, **fields: Any) -> Record:
        """Put a decision in a seat's envelope."""
        return self.tell("commit", seat, at, option=option, **{"rationale": "Because.", **fields})

    def decide(self, **choices: str) -> None:
        """Let every waiting seat commit: to what is named here, else to its default."""
        for seat in self.here.waiting():
            ask = self.book.asks[self.here.card][seat].ask
            self.commit(seat, choices.get(seat, ask.default))

    def exchange(self, **choices: str) -> None:
        """Deal or go on to an exchange, decide, and open the envelopes."""
        if self.state.phase == "brief":
            self.tell("deal")
        elif self.state.phase == "reveal":
            self.tell("proceed")
        self.decide(**choices)
        self.tell("open")

    def turn(self, **choices: str) -> None:
        """Play one turn to its end; the choices are made in every exchange that offers them."""
        turn = self.state.turn
        while self.state.turn == turn and self.state.phase != "ended":
            match self.state.phase:
                case "brief":
                    self.tell("deal")
                case "decide":
                    offered = {
                        str(seat): self.book.asks[self.here.card][seat].options for seat in self.here.asked
                    }
                    self.decide(**{s: o for s, o in choices.items() if o in offered.get(s, ())})
                    self.tell("open")
                case _:
                    self.tell("proceed")

    def play_out(self, **choices: str) -> None:
        """Play to the end, with the same choices wherever they are offered."""
        while self.state.phase != "ended":
            self.turn(**choices)

    def number(self, name: str) -> int:
        """Return what a number is now."""
        return self.state.numbers[self.book.index[name]]

    def numbers(self) -> Mapping[str, int]:
        """Return all numbers by name."""
        return dict(zip(self.book.numbers, self.state.numbers, strict=True))

    def ledger(self, number: str | None = None) -> list[Entry]:
        """Return the entries of the ledger, or those of one number."""
        return [entry for entry in entries(self.state) if number in (None, entry.change.number)]

    def rows(self, step: str) -> list[tuple[str, int, int, int, str]]:
        """Return the changes of a step in the last record."""
        return [
            row
            for event in self.events
            if isinstance(event, Applied) and event.step == step
            for row in event.changes
        ]

    def steps(self) -> list[str]:
        """Return the steps of adjudication in the last record, in their order."""
        return [event.step for event in self.events if isinstance(event, Applied)]

    def sight(self, seat: str) -> Sight:
        """Return what a seat may know."""
        return sight(self.book, self.state, seat)  # type: ignore[arg-type]


__all__ = ["EMPTY", "FACILITATOR", "HUMAN", "TABLE", "Game", "command"]
