"""Cables beside their readers: what a seat chose and said in the turn in which one lay on its desk.

That a seat moved after a cable does not show that it moved because of it; the two are laid side by side.
"""

from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.ending import exchanges
from wargame.engine.evolve import stated
from wargame.engine.state import State


class Moved(NamedTuple):
    """A forecast of a seat before a cable and in its turn, in percent."""

    question: str
    before: int
    after: int


class Read(NamedTuple):
    """A cable beside the truth (None if it stays unresolved), and what its seat did and said in that turn."""

    seat: SeatId
    turn: int
    text: str
    source: str
    true: bool | None
    afterwards: str | None
    chose: tuple[str, ...]
    moved: tuple[Moved, ...]


def read(book: Book, state: State) -> tuple[Read, ...]:
    """Return every cable of the game so far, in the order in which they came."""
    written = {cable.id: cable for cable in book.rules.cables}
    found = []
    for sent in state.cables:
        cable = written[sent.cable]
        after = cable.afterwards
        told = after.unresolved if sent.true is None else after.true if sent.true else after.false
        chose = tuple(
            decision.label
            for here in exchanges(book, state)
            for decision in here.decisions
            if here.turn == sent.turn and decision.seat == sent.seat
        )
        moved = _moved(book, state, sent.seat, sent.turn)
        found.append(Read(sent.seat, sent.turn, cable.text, cable.source, sent.true, told, chose, moved))
    return tuple(found)


def _moved(book: Book, state: State, seat: SeatId, turn: int) -> tuple[Moved, ...]:
    """Return how a seat's forecasts moved from before a turn to the first that it stated in it."""
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    for given in stated(state):
        if given.seat == seat and given.turn < turn:
            before[given.question] = given.percent
        elif given.seat == seat and given.turn == turn:
            after.setdefault(given.question, given.percent)
    return tuple(
        Moved(book.questions[key].question, before[key], percent)
        for key, percent in after.items()
        if key in before and before[key] != percent
    )
