"""How near a game that ended without war came to one: the number that came closest to what war would take."""

from collections.abc import Iterator
from typing import NamedTuple

from wargame.content.conditions import parts, within
from wargame.engine.book import Book
from wargame.engine.ledger import entries
from wargame.engine.state import State


class Nearest(NamedTuple):
    """A relation at its nearest to war: its label, its number, the turn, and from where war would begin."""

    label: str
    value: int
    turn: int
    war: int


def nearest_war(book: Book, state: State) -> Nearest | None:
    """Return the nearest that a game came to war; None after one, or where no tension would have made one."""
    if state.war:
        return None
    found = [_highest(book, state, relation, war) for relation, war in sorted(set(_would_be_war(book)))]
    return min(found, key=lambda near: near.war - near.value, default=None)


def _would_be_war(book: Book) -> Iterator[tuple[str, int]]:
    """Yield the relations at whose tension some ending is a war, with that tension."""
    for terminal in book.rules.terminal:
        for condition in within(terminal.when) if terminal.war else ():
            for relation, comparison in condition.tension.items():
                for sign, level in parts(comparison):
                    if sign in (">=", ">"):
                        yield relation, level + (sign == ">")


def _highest(book: Book, state: State, relation: str, war: int) -> Nearest:
    at = book.index[relation]
    value, turn = book.starts[at], 1
    for entry in entries(state):
        if entry.change.number == relation and entry.change.after > value:
            value, turn = entry.change.after, entry.turn
    return Nearest(book.label(relation), value, turn, war)
