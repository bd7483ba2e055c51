"""The tension graph over time: balance, camps, exposure, centrality, and how shocks travelled."""

from collections.abc import Iterator, Sequence

from wargame.content.base import ActorId
from wargame.engine import tension
from wargame.play.words import joined, pair_name
from wargame.study.camps import Graph, over_time, shocks
from wargame.study.report.parts import (
    Edge,
    Facts,
    Group,
    Line,
    Network,
    Networks,
    Panel,
    Panels,
    Part,
    Section,
    Table,
    kept,
    row,
)
from wargame.study.report.told import Told

MEASURES = (
    (
        "Friendly and hostile",
        "A pair below {friendly} is a plus, above {hostile} a minus, between them neither.",
    ),
    (
        "Balance of triads",
        "Three actors are balanced when the product of their signs is positive: the friend of a friend is a "
        "friend, the enemy of an enemy too (Heider, Journal of Psychology 21, 1946).",
    ),
    (
        "Weighted balance",
        "The share of balance in the whole graph, each triad counting by its weight, from -1 (none is "
        "balanced) to 1 (all are) (after Cartwright and Harary, Psychological Review 63, 1956).",
    ),
    (
        "Camps and frustration",
        "The two groups that fit best, and the weight of the relations that do not fit them: the line "
        "index of balance (Harary, Behavioral Science 4, 1959), weighted.",
    ),
    (
        "Exposure",
        "The hostility that an actor faces: its tensions above {hostile}, each less {hostile}, summed; a "
        "measure of this game, in points.",
    ),
    (
        "Centrality",
        "High for an actor with tense relations to others that have tense relations: eigenvector centrality, "
        "weighted by tension (Bonacich, American Journal of Sociology 92, 1987).",
    ),
    (
        "How a shock travels",
        "What one pair passes on to another at the end of a turn, hop by hop, by the couplings of the rules.",
    ),
)


def graphing(told: Told) -> Section:
    """Return the chapter; relations are public, so all eyes see the same."""
    graphs = over_time(told.book, told.replay.game.state)
    return Section(
        "graph",
        "The graph over time",
        "The graph",
        kept(
            Group("What the measures mean", (Facts(measures(told)),), folded=True),
            _networks(told),
            *_figures(told, graphs),
            _camps(told, graphs),
            _centrality(told, graphs),
            _shocks(told),
        ),
    )


def measures(told: Told) -> tuple[tuple[str, str], ...]:
    """Return each measure with a sentence for students."""
    signs = told.book.rules.signs
    return tuple(
        (name, text.format(friendly=signs.friendly, hostile=signs.hostile)) for name, text in MEASURES
    )


def _networks(told: Told) -> Networks:
    shown = (
        ("At the start", told.numbers[0]),
        ("Now" if not told.replay.ended else "At the end", told.replay.game.state.numbers),
    )
    nodes = [actor.id for actor in told.book.rules.actors]
    networks = tuple(
        Network(
            title,
            tuple(told.names.actors[node] for node in nodes),
            tuple(
                Edge(
                    nodes.index(ActorId(one)),
                    nodes.index(ActorId(other)),
                    numbers[at],
                    tension.sign(told.book, numbers[at]),
                    pair_name(told.names.numbers[told.book.numbers[at]]),
                )
                for at in range(told.book.relations)
                for one, other in (told.book.numbers[at].split("-"),)
            ),
        )
        for title, numbers in shown
    )
    rows = tuple(
        row(edge.label, *(network.edges[at].value for network in networks))
        for at, edge in enumerate(networks[0].edges)
    )
    signs = told.book.rules.signs
    about = (
        f"Every pair with its tension. Thick lines are hostile (above {signs.hostile}), thin ones friendly "
        f"(below {signs.friendly}), dashed ones neither."
    )
    table = Table("Every pair", ("Between", *(network.title for network in networks)), rows, folded=True)
    return Networks(f"The graph, start and {'end' if told.replay.ended else 'now'}", about, networks, table)


def _figures(told: Told, graphs: tuple[Graph, ...]) -> Iterator[Part]:
    balance = _series("Weighted balance", [graph.balance for graph in graphs])
    about = "From -1 (no triad is balanced) to 1 (all are), at the start and after each turn."
    table = Table(
        "Balance, turn by turn",
        ("Turn", "Balanced triads", "Unbalanced triads", "Weighted balance", "Frustration"),
        tuple((g.turn, g.balanced, g.unbalanced, g.balance, g.frustration) for g in graphs),
    )
    yield Panels("Balance", about, told.columns, told.ticks, -1, 1, (), (balance,), table)
    panels = tuple(
        _series(told.names.actors[actor], [graph.exposure[actor] for graph in graphs])
        for actor in graphs[0].exposure
    )
    high = max((point for panel in panels for line in panel.lines for _, point in line.points), default=0)
    rows = tuple(
        row(told.names.actors[a], *(graph.exposure[a] for graph in graphs)) for a in graphs[0].exposure
    )
    table = Table("Exposure, turn by turn", ("", *told.ticks), rows, folded=True)
    about = "The hostility that each actor faces, in points, at the start and after each turn."
    yield Panels("Exposure", about, told.columns, told.ticks, 0, max(10, high), (), panels, table)


def _series(title: str, values: Sequence[float]) -> Panel:
    first, last = (
        f"{value:.2f}" if isinstance(value, float) else str(value) for value in (values[0], values[-1])
    )
    return Panel(title, f"{first} to {last}", (Line(title, "main", tuple(enumerate(map(float, values)))),))


def _camps(told: Told, graphs: tuple[Graph, ...]) -> Table:
    def named(camp: tuple[ActorId, ...]) -> str:
        return joined([told.names.actors[actor] for actor in camp]) or "nobody"

    rows = tuple(row(graph.turn, *(named(camp) for camp in graph.camps)) for graph in graphs)
    return Table("The two camps that fit best", ("Turn", "One", "The other"), rows)


def _centrality(told: Told, graphs: tuple[Graph, ...]) -> Table:
    rows = tuple(
        row(told.names.actors[actor], *(graph.centrality[actor] for graph in graphs))
        for actor in graphs[0].centrality
    )
    return Table("Centrality, turn by turn", ("", *told.ticks), rows, folded=True)


def _shocks(told: Told) -> Table:
    rows = tuple(
        (one.turn, one.hop, _pair(told, one.source), _pair(told, one.target), f"{one.points:+d}")
        for one in shocks(told.replay.game.state)
    )
    return Table("How shocks travelled", ("Turn", "Hop", "From", "To", "Points"), rows, folded=True)


def _pair(told: Told, number: str) -> str:
    return pair_name(told.names.numbers[number])
