"""How near a game without war came to one."""

from tests.engine.playing import Game
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.engine.ending import ending
from wargame.engine.nearest import Nearest

WAR: Json = {
    "id": "war",
    "title": "War",
    "text": "War.",
    "when": {"tension": {"north-south": ">= 92"}},
    "war": True,
}


def ended(*moves: int, terminal: list[Json]) -> Nearest | None:
    """Return how near a game came, in each of whose turns the first relation moved so far."""
    cards = [
        card(
            f"card-{turn}",
            {"south": ask(option("go", {"tension": {"north-south": by}}), option("stay"))},
            deal=on(turn),
        )
        for turn, by in enumerate(moves, 1)
    ]
    game = Game(plain(cards, turns=len(moves), terminal=terminal))
    for _ in moves:
        game.turn()
    return ending(game.book, game.state).nearest


def test_a_game_without_war_tells_the_highest_tension_of_those_that_would_have_made_one() -> None:
    near = ended(5, 20, -30, terminal=[WAR])
    assert near is not None
    assert (near.turn, near.war) == (2, 92) and near.label.startswith("North-South")


def test_after_a_war_and_where_none_is_possible_there_is_no_nearest() -> None:
    assert ended(100, 0, terminal=[WAR]) is None
    assert ended(5, 0, terminal=[]) is None
