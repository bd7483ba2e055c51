"""The tension graph as files for graph programs, one for each turn, in GraphML or GEXF.

A node carries its label, name, camp (1 or 2, of the split that fits best), exposure and centrality; an edge
its tension, rung, sign and signed weight; the graph a name and, in GraphML, turn, balance and frustration.
`camps` and `engine/tension` say what these are.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from wargame.content.text import one_line
from wargame.engine import tension
from wargame.journal.errors import reason_of, shown
from wargame.journal.writable import why_no_folder, why_not_new
from wargame.study.camps import at_ends, at_turn
from wargame.study.replay import Replay

FORMATS = ("graphml", "gexf")

_META = re.compile(r"\n\s*<meta .*?</meta>", re.DOTALL)
"""When and by what a GEXF file was written: left out, so that the same game gives the same file."""

_DIGITS = 6


class NoGraphs(Exception):
    """Graphs that cannot be written; its text is one sentence for people."""


def ready(folder: Path) -> None:
    """Refuse a folder before a game is read for it; raises NoGraphs."""
    if why := why_not_new(folder) or why_no_folder(folder):
        raise NoGraphs(f"No graph can be written in {shown(folder)} ({why}).")


def write(folder: Path, stem: str, replay: Replay, form: str) -> tuple[Path, ...]:
    """Write the graph of each turn into a folder, in place of older files; raises NoGraphs."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for view in graphs(replay):
            path = folder / f"{stem}-turn-{view.graph['turn']}.{form}"
            path.write_text(as_text(view, form), encoding="utf-8", newline="\n")
            written.append(path)
    except OSError as error:
        raise NoGraphs(f"No graph can be written in {shown(folder)} ({reason_of(error)}).") from None
    return tuple(written)


def graphs(replay: Replay) -> Iterator["nx.Graph[Any]"]:
    """Yield the graph at the start (turn 0) and at the end of each turn that is over."""
    for turn, numbers in at_ends(replay.book, replay.game.state):
        yield _graph(replay, turn, numbers)


def as_text(view: "nx.Graph[Any]", form: str) -> str:
    """Return a graph as XML of one of `FORMATS`."""
    lines = nx.generate_graphml(view) if form == "graphml" else nx.generate_gexf(view)
    text = _META.sub("", "\n".join(lines))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _graph(replay: Replay, turn: int, numbers: tuple[int, ...]) -> "nx.Graph[Any]":
    book, figures = replay.book, at_turn(replay.book, turn, numbers)
    view: nx.Graph[Any] = tension.graph(book, numbers)
    for actor in book.rules.actors:
        view.nodes[actor.id].update(
            label=one_line(actor.short),
            name=one_line(actor.name),
            camp=1 if actor.id in figures.camps[0] else 2,
            exposure=figures.exposure[actor.id],
            centrality=round(figures.centrality[actor.id], _DIGITS),
        )
    for _, _, edge in view.edges(data=True):
        edge["rung"] = one_line(edge["rung"])
        # What is called weight alone is taken for a size by programs, some of which fail at 0 or less.
        edge["signed_weight"] = round(edge.pop("weight"), _DIGITS)
    view.graph.update(
        turn=turn,
        name=f"Turn {turn}: {one_line(replay.heading(turn))}" if turn else "The start",
        balance=round(figures.balance, _DIGITS),
        frustration=round(figures.frustration, _DIGITS),
    )
    return view
