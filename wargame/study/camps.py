"""The tension graph over time: balance, camps, exposure, centrality turn by turn, and how shocks travelled.

Formulas and their sources stand in `engine/tension.py`. Centrality is eigenvector centrality, edges
weighing as much as their tension (Bonacich, American Journal of Sociology 92, 1987): high for an actor
with tense relations to others that have tense relations.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import networkx as nx

from wargame.content.base import ActorId
from wargame.engine import tension
from wargame.engine.book import Book
from wargame.engine.ledger import entries
from wargame.engine.state import State


class Graph(NamedTuple):
    """Figures of the graph at the end of a turn; turn 0 is the start.

    `balanced` and `unbalanced` count triads without a neutral relation, `balance` is the weighted degree from
    -1 to 1, `frustration` the weight of what does not fit the two `camps`; `exposure` is in points.
    """

    turn: int
    balanced: int
    unbalanced: int
    balance: float
    camps: tuple[tuple[ActorId, ...], tuple[ActorId, ...]]
    frustration: float
    exposure: Mapping[ActorId, int]
    centrality: Mapping[ActorId, float]


class Carried(NamedTuple):
    """What a coupling really carried from one relation to another at the end of a turn, in points applied."""

    turn: int
    hop: int
    source: str
    target: str
    points: int


def over_time(book: Book, state: State) -> tuple[Graph, ...]:
    """Return the figures at the start and at the end of every turn that has ended."""
    return tuple(at_turn(book, turn, numbers) for turn, numbers in at_ends(book, state))


def by_turn(book: Book, state: State) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the numbers at the start (turn 0), and after each turn so far."""
    numbers = list(book.starts)
    yield 0, tuple(numbers)
    for turn in range(1, state.turn + 1):
        for entry in entries(state, turn):
            numbers[book.index[entry.change.number]] = entry.change.after
        yield turn, tuple(numbers)


def at_ends(book: Book, state: State) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the numbers at the start (turn 0), and at the end of each turn that has ended."""
    whole = state.turn if state.phase == "ended" else state.turn - 1
    for turn, numbers in by_turn(book, state):
        if turn <= whole:
            yield turn, numbers


def at_turn(book: Book, turn: int, numbers: tuple[int, ...]) -> Graph:
    """Return the figures of the graph for a row of numbers."""
    view = tension.graph(book, numbers)
    signs = [triad.sign for triad in tension.triads(view)]
    split = tension.camps(book, numbers)
    return Graph(
        turn=turn,
        balanced=signs.count(1),
        unbalanced=signs.count(-1),
        balance=tension.balance(book, numbers),
        camps=(split.first, split.second),
        frustration=split.frustration,
        exposure={actor: tension.exposure(book, numbers, actor) for actor in view.nodes},
        centrality=_centrality(view),
    )


def _centrality(view: "nx.Graph[ActorId]") -> dict[ActorId, float]:
    """Return eigenvector centrality by tension; all zero for a graph without any."""
    if not any(data["tension"] for _, _, data in view.edges(data=True)):
        return dict.fromkeys(view.nodes, 0.0)
    found = nx.eigenvector_centrality(view, max_iter=10_000, tol=1e-9, weight="tension")
    return {actor: float(found[actor]) for actor in view.nodes}


def shocks(state: State) -> tuple[Carried, ...]:
    """Return what spilled over in every turn, hop by hop, as it was applied."""
    found = []
    for entry in entries(state):
        if entry.step == "spillover" and entry.change.applied:
            _, _, source, target, hop = entry.change.cause.split("/")
            found.append(Carried(entry.turn, int(hop), source, target, entry.change.applied))
    return tuple(found)
