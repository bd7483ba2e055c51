"""The tension graph as a view: triads, weighted balance, camps, exposure, and the way a shock travels.

Tension makes a signed graph: below `friendly` a relation is a plus, above `hostile` a minus, between them
neutral. A triad is balanced when the product of its signs is positive: the friend of a friend is a friend,
the enemy of an enemy too (Heider, Journal of Psychology 21, 1946; Cartwright and Harary, Psychological
Review 63, 1956). A balanced graph splits into two camps (Harary, Michigan Mathematical Journal 2, 1953).
The view is built when asked for; the numbers it is built from are the game's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from wargame.content.base import ActorId, Relation
from wargame.engine.book import Book
from wargame.engine.turn import carried


@dataclass(frozen=True, slots=True)
class Triad:
    """Three actors with all three relations between them; `sign` is +1 balanced, -1 unbalanced, 0 neutral.

    `weight` is the product of the three weights, from -1 to 1.
    """

    actors: tuple[ActorId, ActorId, ActorId]
    sign: int
    weight: float


@dataclass(frozen=True, slots=True)
class Camps:
    """The split into two camps that fits best; `frustration` is the weight of what does not fit."""

    first: tuple[ActorId, ...]
    second: tuple[ActorId, ...]
    frustration: float


@dataclass(frozen=True, slots=True)
class Transmission:
    """What one coupling would carry on of a shock, in points, on one hop."""

    hop: int
    source: Relation
    target: Relation
    points: int


def graph(book: Book, numbers: Sequence[int]) -> "nx.Graph[ActorId]":
    """Return the tension graph: edges carry `tension`, `rung`, `sign` and `weight`.

    A weight is 1 at no tension, 0 in the middle of the neutral band, -1 at 100, linear on either side.
    """
    view: nx.Graph[ActorId] = nx.Graph()
    view.add_nodes_from(actor.id for actor in book.rules.actors)
    for at in range(book.relations):
        one, other = book.numbers[at].split("-")
        tension = numbers[at]
        view.add_edge(
            ActorId(one),
            ActorId(other),
            tension=tension,
            rung=book.rung(tension),
            sign=sign(book, tension),
            weight=weight(book, tension),
        )
    return view


def sign(book: Book, tension: int) -> int:
    """Return +1 for a friendly relation, -1 for a hostile one, 0 between."""
    signs = book.rules.signs
    return (tension < signs.friendly) - (tension > signs.hostile)


def weight(book: Book, tension: int) -> float:
    """Return the signed weight of a tension, from 1 at 0 to -1 at 100."""
    middle = (book.rules.signs.friendly + book.rules.signs.hostile) / 2
    return (middle - tension) / (middle if tension <= middle else 100 - middle)


def triads(view: "nx.Graph[ActorId]") -> Iterator[Triad]:
    """Yield the triads of a tension graph, in actor order."""
    for one, two, three in combinations(view.nodes, 3):
        edges = [view.get_edge_data(*pair) for pair in ((one, two), (two, three), (one, three))]
        if all(edges):
            found = [edge for edge in edges if edge is not None]
            signs, weights = [edge["sign"] for edge in found], [edge["weight"] for edge in found]
            yield Triad(
                (one, two, three), signs[0] * signs[1] * signs[2], weights[0] * weights[1] * weights[2]
            )


def balance(book: Book, numbers: Sequence[int]) -> float:
    """Return the weighted balance of the graph, from -1 (no triad balanced) to 1 (all are).

    It is the sum of the triads' weights over the sum of their sizes, the degree of balance of Cartwright
    and Harary with each triad counting by its weight; 1 for a graph without triads.
    """
    found = list(triads(graph(book, numbers)))
    size = sum(abs(triad.weight) for triad in found)
    return sum(triad.weight for triad in found) / size if size else 1.0


def camps(book: Book, numbers: Sequence[int]) -> Camps:
    """Return the two camps with the least frustration; of equals the first in actor order.

    Frustration counts the weight of friendly relations between camps and of hostile ones within a camp
    (the line index of balance, Harary, Behavioral Science 4, 1959, weighted). All splits are tried: 12
    actors have 2,048.
    """
    view = graph(book, numbers)
    actors = tuple(view.nodes)
    edges = [(one, other, data["weight"]) for one, other, data in view.edges(data=True)]
    best: Camps | None = None
    for mask in range(1 << max(0, len(actors) - 1)):
        second = {actor for at, actor in enumerate(actors[1:]) if mask >> at & 1}
        frustration = sum(
            abs(size) for one, other, size in edges if ((one in second) == (other in second)) == (size < 0)
        )
        if best is None or frustration < best.frustration - 1e-9:
            first = tuple(actor for actor in actors if actor not in second)
            best = Camps(first, tuple(actor for actor in actors if actor in second), frustration)
    assert best is not None
    return best


def blocs(book: Book, numbers: Sequence[int]) -> int:
    """Return how many actors have changed camps since the start, whichever way the camps are named."""
    start, now = set(camps(book, book.starts).second), set(camps(book, numbers).second)
    moved = len(start ^ now)
    return min(moved, len(book.rules.actors) - moved)


def hostile(book: Book, numbers: Sequence[int]) -> int:
    """Return how many relations are hostile."""
    return sum(sign(book, numbers[at]) < 0 for at in range(book.relations))


def exposure(book: Book, numbers: Sequence[int], actor: ActorId) -> int:
    """Return the hostility that an actor faces: its tension above the hostile line, summed, in points."""
    return sum(
        max(0, numbers[at] - book.rules.signs.hostile)
        for at in range(book.relations)
        if actor in book.numbers[at].split("-")
    )


def shock(book: Book, relation: Relation, points: int) -> tuple[Transmission, ...]:
    """Return how a change of one relation would spill over, hop by hop, were no number at its limit.

    The arithmetic is that of the end of a turn. Raises KeyError for a relation that there is not.
    """
    moved = {book.index[relation]: points}
    found = []
    for hop in range(1, book.rules.hops + 1):
        after: dict[int, int] = {}
        for source, target, percent, _ in book.couplings:
            part = carried(moved.get(source, 0), percent)
            if part:
                after[target] = after.get(target, 0) + part
                names = Relation(book.numbers[source]), Relation(book.numbers[target])
                found.append(Transmission(hop, *names, part))
        moved = after
    return tuple(found)
