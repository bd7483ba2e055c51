"""The graph of every turn as a file holds what the game held, and is read by other programs."""

import xml.etree.ElementTree as xml
from pathlib import Path

import networkx as nx
import pytest

from tests.engine.rich import rich
from tests.study.games import saved
from wargame.engine import tension
from wargame.study.graphs import FORMATS, NoGraphs, as_text, graphs, write
from wargame.study.replay import Replay


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    """Return a game in which names hold what XML and terminals must not get as it is."""
    source = rich()
    source["rules"]["actors"][0] |= {"short": "N<o>&\u202er", "name": 'The "north"'}
    return Replay.open(saved(tmp_path_factory.mktemp("saves") / "g.jsonl", source, seed=2))


def read(path: Path) -> "nx.Graph":
    return nx.read_graphml(path) if path.suffix == ".graphml" else nx.read_gexf(path)


@pytest.mark.parametrize("form", FORMATS)
def test_there_is_a_graph_for_the_start_and_for_every_turn_as_it_ended(
    replay: Replay, tmp_path: Path, form: str
) -> None:
    written = write(tmp_path / "graphs", "g", replay, form)
    assert [path.name for path in written] == [
        f"g-turn-{turn}.{form}" for turn in range(replay.game.state.turn + 1)
    ]
    book, ends = replay.book, (replay.book.starts, replay.game.state.numbers)
    for path, numbers in zip((written[0], written[-1]), ends, strict=True):
        view, split = read(path), tension.camps(book, numbers)
        assert set(view.nodes) == {str(actor.id) for actor in book.rules.actors}
        assert view.number_of_edges() == book.relations
        for at in range(book.relations):
            edge = view.edges[tuple(book.numbers[at].split("-"))]
            assert edge["tension"] == numbers[at]
            assert edge["rung"] == book.rung(numbers[at])
            assert edge["sign"] == tension.sign(book, numbers[at])
            assert edge["signed_weight"] == pytest.approx(tension.weight(book, numbers[at]), abs=1e-6)
        camps = {node: data["camp"] for node, data in view.nodes(data=True)}
        assert {node for node, camp in camps.items() if camp == 1} == set(split.first)
        exposure = {node: data["exposure"] for node, data in view.nodes(data=True)}
        assert exposure == {
            actor: tension.exposure(book, numbers, actor) for actor in split.first + split.second
        }


@pytest.mark.parametrize("form", FORMATS)
def test_names_are_text_that_xml_and_terminals_bear(replay: Replay, tmp_path: Path, form: str) -> None:
    path = write(tmp_path, "g", replay, form)[0]
    xml.fromstring(path.read_text("utf-8"))
    node = read(path).nodes["north"]
    assert (node["label"], node["name"]) == ("N<o>&\N{REPLACEMENT CHARACTER}r", 'The "north"')


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_game_gives_the_same_bytes(replay: Replay, form: str) -> None:
    texts = [[as_text(view, form) for view in graphs(replay)] for _ in range(2)]
    assert texts[0] == texts[1]
    assert "lastmodifieddate" not in "".join(texts[0])


def test_of_a_game_that_goes_on_the_turns_are_written_that_are_over(tmp_path: Path) -> None:
    going = Replay.open(saved(tmp_path / "g.jsonl", turns=2))
    assert [view.graph["turn"] for view in graphs(going)] == [0, 1, 2]


def test_a_place_that_cannot_be_written_is_said_so(replay: Replay, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NoGraphs, match="No graph can be written in"):
        write(tmp_path / "file", "g", replay, "gexf")
