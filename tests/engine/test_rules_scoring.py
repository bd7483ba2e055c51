"""Objectives, intents and cables: what a game was worth, and what was true."""

from typing import Any

from tests.engine.playing import Game
from tests.engine.scenarios import Json, ask, option, plain
from wargame.content.base import SeatId
from wargame.engine.ending import ending

NS = "north-south"
WAR = {"id": "war", "title": "War", "text": "War.", "when": {"tension": {NS: ">= 92"}}, "war": True}
PUSH = ask(
    option("south-wait"),
    option("push", {"tension": {NS: 10}}),
    option("pull", {"tension": {NS: -10}}),
    option("war", {"tension": {NS: 60}}),
)


def scored(moves: str, *, turns: int = 3, **fields: Any) -> int:
    """Return the points for an objective; `moves` are the south's, by the first letter, turn by turn."""
    objective = {"id": "goal", "text": "The goal.", "when": {"tension": {NS: ">= 50"}}, "points": 3, **fields}
    game = Game(
        plain(seats={"south": {"standing": PUSH, "objectives": [objective]}}, turns=turns, terminal=[WAR])
    )
    for move in moves:
        game.turn(south={"w": "south-wait", "+": "push", "-": "pull", "!": "war"}[move])
    assert game.state.phase == "ended"
    return game.state.points["south"]["goal"]  # type: ignore[index]


def test_an_objective_of_the_end_counts_what_holds_at_the_end() -> None:
    assert scored("ww+") == 3
    assert scored("+w-") == 0


def test_an_objective_of_ever_counts_the_ends_of_turns_at_which_it_held() -> None:
    assert scored("+-w", hold="ever") == 3
    assert scored("www", hold="ever") == 0
    assert scored("+w-", hold="ever", times=2) == 3
    assert scored("+-w", hold="ever", times=2) == 0


def test_an_objective_of_each_must_hold_at_the_end_of_every_turn() -> None:
    assert scored("+ww", hold="each") == 3
    assert scored("w++", hold="each") == 0


def test_each_counts_the_turns_that_were_played_when_the_game_ended_early() -> None:
    assert scored("+!", hold="each", **{"survives-war": True}) == 3


def test_war_takes_an_objective_unless_it_survives() -> None:
    assert scored("w!") == 0
    assert scored("w!", **{"survives-war": True}) == 3


def test_an_ending_that_is_no_war_takes_nothing() -> None:
    peace = {"id": "peace", "title": "Peace", "text": "Peace.", "when": {"turn": ">= 1"}}
    objective = {"id": "goal", "text": "The goal.", "when": {"turn": ">= 1"}, "points": 3}
    game = Game(plain(seats={"south": {"objectives": [objective]}}, terminal=[peace]))
    game.turn()
    assert game.state.points["south"] == {"goal": 3}  # type: ignore[index]


def test_an_objective_may_read_the_tags_of_the_turn() -> None:
    standing = ask(option("south-wait"), option("push", tags=["loud"]))
    objective = {"id": "goal", "text": "Be loud.", "when": {"chosen": {"south": "loud"}}, "hold": "ever"}
    source = plain(seats={"south": {"standing": standing, "objectives": [objective]}}, turns=2)
    game = Game(source)
    game.turn(south="push")
    game.turn()
    assert game.state.points["south"] == {"goal": 4}  # type: ignore[index]


def intents() -> list[Json]:
    return [
        {
            "id": key,
            "title": key.title(),
            "weight": weight,
            "brief": f"Brief {key}.",
            "objective": {"id": f"goal-{key}", "text": f"Goal {key}.", "when": {"turn": ">= 1"}},
        }
        for key, weight in (("firm", 3), ("soft", 1))
    ]


def test_intents_are_drawn_by_weight_from_the_seed() -> None:
    made = Game(plain(seats={"south": {"intents": intents()}})).book
    drawn = [Game(made, seed).state.intents["south"] for seed in range(200)]  # type: ignore[index]
    assert 125 < drawn.count("firm") < 175
    assert drawn == [Game(made, seed).state.intents["south"] for seed in range(200)]  # type: ignore[index]


def test_only_the_intent_that_was_drawn_brings_its_objective() -> None:
    game = Game(plain(seats={"south": {"intents": intents()}}, turns=1))
    drawn = game.state.intents["south"]  # type: ignore[index]
    assert [(o.text, o.secret) for o in game.sight("south").objectives] == [(f"Goal {drawn}.", True)]
    assert game.sight("north").objectives == ()
    game.turn()
    assert game.state.points["south"] == {f"goal-{drawn}": 4}  # type: ignore[index]


def cable(*reliability: Json, turns: tuple[int, ...] = (2,), **fields: Any) -> Json:
    told = {"true": "So.", "false": "Not so.", "unresolved": "Unknown."}
    return {
        "id": "c",
        "seat": "south",
        "turns": list(turns),
        "text": "A cable.",
        "source": "Somebody.",
        "reliability": list(reliability),
        "afterwards": told,
        **fields,
    }


def truth(source: Json, seed: int = 1) -> list[bool | None]:
    game = Game(source, seed)
    game.turn()
    return [sent.true for sent in game.state.cables]


def test_a_cable_is_true_wrong_or_unresolved() -> None:
    assert truth(plain(cables=[cable({"percent": 100})])) == [True]
    assert truth(plain(cables=[cable({"percent": 0})])) == [False]
    assert truth(plain(cables=[cable()])) == [None]
    assert truth(plain(cables=[cable({"percent": 100, "when": {"turn": ">= 5"}})])) == [None]


def test_a_cable_is_true_as_often_as_its_reliability_says() -> None:
    source = plain(cables=[cable({"percent": 70})])
    found = [truth(source, seed)[0] for seed in range(200)]
    assert 120 < found.count(True) < 160


def test_the_reliability_of_a_cable_is_read_on_the_turn_on_which_it_comes() -> None:
    cases: list[Json] = [{"percent": 100, "when": {"turn": "== 2"}}, {"percent": 0}]
    assert truth(plain(cables=[cable(*cases)])) == [True]
    first = Game(
        plain(cables=[cable({"percent": 100, "when": {"turn": "== 1"}}, {"percent": 0}, turns=(1,))])
    )
    assert [sent.true for sent in first.state.cables] == [True]


def test_a_cable_comes_once_on_the_first_of_its_turns_that_is_played() -> None:
    source = plain(cables=[cable(turns=(3, 4, 6))])
    source["rules"]["lengths"]["all"]["turns"] = [1, 4, 6]
    game = Game(source)
    game.turn()
    assert [(sent.cable, sent.turn) for sent in game.state.cables] == [("c", 2)]
    assert [(seen.text, seen.turn) for seen in game.sight("south").cables] == [("A cable.", 2)]
    assert game.sight("north").cables == ()
    game.turn()
    assert len(game.state.cables) == 1


def test_what_a_true_cable_makes_so_is_so_and_of_a_wrong_one_is_not() -> None:
    for percent, expected in ((100, {"crew": 3}), (0, {})):
        fields: Json = {"if-true": [{"flags": {"set": ["crew"], "for": 1}}]}
        source = plain(cables=[cable({"percent": percent}, **fields)])
        source["rules"]["flags"] = {"crew": {"about": "The crew is ready."}}
        game = Game(source)
        game.turn()
        assert dict(game.state.flags) == expected


def test_the_ending_lays_open_what_was_secret() -> None:
    game = Game(
        plain(
            seats={"south": {"intents": intents()}},
            cables=[cable({"percent": 0}), {**cable(), "id": "d"}],
            turns=2,
        )
    )
    game.play_out()
    told = ending(game.book, game.state)
    assert [(c.true, c.afterwards) for c in told.cables] == [(False, "Not so."), (None, "Unknown.")]
    south = told.seats[1]
    assert south.intent is not None and south.points == south.worth == 4
    assert told.commitment == game.sight("north").commitment


def test_an_objective_asks_in_a_length_what_it_says_of_that_length() -> None:
    def kept(length: str) -> bool:
        goal = {"id": "goal", "text": "Much.", "when": {"tension": {NS: ">= 90"}}, "hold": "end"}
        less = {"lengths": ["brief"], "text": "Less.", "when": {"tension": {NS: ">= 45"}}}
        cut = {"minutes": 20, "turns": [1], "turn": 5, "sitting": 60}
        secret = {
            "id": "one",
            "title": "One",
            "weight": 1,
            "brief": "B.",
            "objective": {**goal, "id": "hidden", "shorter": [less]},
        }
        south = {"standing": PUSH, "objectives": [{**goal, "shorter": [less]}], "intents": [secret]}
        game = Game(
            plain(seats={"south": south}, lengths={"full": cut, "brief": cut}, length="full"), length=length
        )
        texts = {objective.text for objective in game.book.objectives(SeatId("south"), "one")}
        assert texts == {"Less." if length == "brief" else "Much."}
        game.turn(south="push")
        points = game.state.points[SeatId("south")]
        assert len(set(points.values())) == 1
        return points["goal"] > 0

    assert kept("brief")
    assert not kept("full")
