"""The curves of the relations over the turns."""

from tests.tui.telling.games import BOOK, RUNGS, moments, said
from wargame.engine.ledger import explain
from wargame.engine.sight_parts import NumberSight
from wargame.tui.ink import measured
from wargame.tui.telling import curves


def history(seed: int) -> tuple[tuple[NumberSight, ...], dict[str, list[int]], int]:
    """Return the relations at the end of a game, each with its course, and how many turns were played."""
    *_, game = moments(seed)
    sight = game.sight("north")
    told = {
        relation.id: curves.steps(
            relation, explain(BOOK, game.state, sight.seat, relation.id), game.state.turn
        )
        for relation in sight.relations
    }
    return sight.relations, told, game.state.turn


def test_a_course_begins_where_the_game_began_and_ends_where_the_relation_stands() -> None:
    for seed in range(5):
        relations, told, turns = history(seed)
        for relation in relations:
            values = told[relation.id]
            assert len(values) == turns + 1
            assert (values[0], values[-1]) == (relation.value - relation.gained, relation.value)


def test_every_relation_has_a_curve_that_fits_its_panel_and_can_be_picked() -> None:
    relations, told, turns = history(3)
    for width, height in ((60, 50), (60, 12), (40, 4)):
        pieces = curves.curves(relations, told, RUNGS, turns, width, height)
        assert {piece.key for piece in pieces if piece.key} == {relation.id for relation in relations}
        assert all(measured((*piece.mark, *piece.runs)) <= width for piece in pieces[1:])
        for relation in relations:
            (own,) = [p for p in pieces if p.key == relation.id and relation.label[:5] in said([p])]
            assert said([own]).endswith(f" {relation.value:3}")
