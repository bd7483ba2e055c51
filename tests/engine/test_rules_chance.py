"""Chance: combinations, weights, rulings, and the path that fixes the dice."""

import hashlib
import hmac
from typing import Any

from tests.engine.playing import Game
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.engine.events import Applied, Chances
from wargame.engine.ledger import explain
from wargame.engine.rulings import chances_by_path

NS = "north-south"


def outcome(points: int, weight: int = 1, **fields: Any) -> Json:
    return {"weight": weight, "news": f"It is {points}.", "effects": [{"tension": {NS: points}}], **fields}


def game_of(seed: int = 1, **fields: Any) -> Game:
    """Return a game whose first card, put to two seats, has these fields; nobody has decided."""
    asks = {"north": ask(option("n1"), option("n2")), "south": ask(option("s1"), option("s2"))}
    game = Game(plain([card("first", asks, deal=on(1), **fields)]), seed)
    game.tell("deal")
    return game


def rolls(game: Game) -> list[Chances]:
    return [event.roll for event in game.events if isinstance(event, Applied) and event.roll]


def open_it(game: Game, **choices: str) -> None:
    game.decide(**choices)
    game.tell("open")


def test_only_the_first_combination_that_matches_applies() -> None:
    together = [
        {"choices": {"north": "n2", "south": "s2"}, "effects": [{"tension": {NS: 1}}]},
        {"choices": {"south": ["s1", "s2"]}, "effects": [{"tension": {NS: 2}}]},
        {"choices": {"south": "s2"}, "effects": [{"tension": {NS: 4}}]},
    ]
    for north, south, expected in (("n2", "s2", 41), ("n1", "s2", 42), ("n2", "s1", 42)):
        game = game_of(together=together)
        open_it(game, north=north, south=south)
        assert game.number(NS) == expected


def test_a_combination_whose_condition_fails_is_passed_over() -> None:
    together = [
        {"choices": {"south": "s1"}, "when": {"tension": {NS: "> 40"}}, "effects": [{"tension": {NS: 1}}]},
        {"choices": {"south": "s1"}, "news": "So be it.", "effects": [{"tension": {NS: 2}}]},
    ]
    game = game_of(together=together)
    open_it(game)
    assert game.number(NS) == 42
    assert [item.text for item in game.state.news] == ["So be it."]


def test_the_weights_are_those_of_the_outcomes_that_are_possible() -> None:
    chances = [
        outcome(1, 3),
        outcome(2, 5, when={"tension": {NS: "> 90"}}),
        outcome(
            3,
            1,
            more=[
                {"weight": 4, "when": {"chosen": {"south": "loud"}}},
                {"weight": 7, "when": {"late": "south"}},
            ],
        ),
        outcome(4, 2, more=[{"weight": -9, "when": {"turn": "== 1"}}]),
    ]
    game = game_of(chances=chances)
    ready = game.book.cards["first"].asks["south"].options["s1"]  # type: ignore[index]
    assert ready.tags == frozenset()
    open_it(game)
    assert [roll.weights for roll in rolls(game)] == [(3, 0, 1, 0)]


def test_without_a_possible_outcome_nothing_is_rolled() -> None:
    game = game_of(chances=[outcome(9, when={"tension": {NS: "> 90"}})])
    open_it(game)
    assert rolls(game) == []
    assert game.number(NS) == 40


def test_a_roll_is_the_hmac_of_its_place_under_the_seed() -> None:
    game = game_of(seed=3, chances=[outcome(points, 1) for points in range(1, 11)])
    open_it(game)
    message = b"1.1/chance/card/first"
    digest = hmac.new(game.state.setup.seed, message, hashlib.sha256).digest()
    assert rolls(game)[0].outcome == int.from_bytes(digest, "big") % 10


def test_outcomes_follow_the_weights() -> None:
    counts = [0, 0]
    for seed in range(400):
        game = game_of(seed=seed, chances=[outcome(1, 3), outcome(2, 1)])
        open_it(game)
        counts[rolls(game)[0].outcome] += 1
    assert 260 < counts[0] < 340


def test_a_ruled_outcome_replaces_the_roll_and_says_so() -> None:
    for ruled in (0, 1):
        game = game_of(chances=[outcome(1, 3), outcome(2, 1)])
        game.tell("rule-outcome", path="chance/card/first", outcome=ruled, reason="For the lesson.")
        open_it(game)
        assert (rolls(game)[0].outcome, rolls(game)[0].ruled) == (ruled, True)
        assert game.number(NS) == 41 + ruled


def test_an_outcome_may_be_ruled_whose_weight_is_zero() -> None:
    game = game_of(chances=[outcome(1), outcome(2, 0)])
    game.tell("rule-outcome", path="chance/card/first", outcome=1, reason="For the lesson.")
    open_it(game)
    assert game.number(NS) == 42


def test_a_ruling_on_an_exchange_is_for_that_exchange_alone() -> None:
    asks = {"south": ask(option("s1", next=[{"card": "first"}]), option("s2"))}
    game = Game(plain([card("first", asks, deal=on(1), copies=2, chances=[outcome(1), outcome(2)])]))
    game.tell("deal")
    game.tell("rule-outcome", path="chance/card/first", outcome=1, reason="For the lesson.")
    open_it(game, south="s1")
    assert rolls(game)[0].ruled
    game.exchange()
    assert game.here.card == "first"
    assert not rolls(game)[0].ruled


def test_a_drivers_chance_can_be_ruled_while_the_seats_decide() -> None:
    driver = {"id": "dice", "title": "Dice", "when": {"turn": ">= 1"}, "chances": [outcome(1), outcome(2)]}
    game = Game(plain(drivers=[driver]))
    game.tell("rule-outcome", path="chance/driver/dice", outcome=1, reason="For the lesson.")
    game.turn()
    assert [(roll.outcome, roll.ruled) for roll in rolls(game)] == [(1, True)]
    game.turn()
    assert [roll.ruled for roll in rolls(game)] == [False]


def test_every_chance_that_can_be_ruled_is_rolled_under_its_path() -> None:
    chances = [outcome(1), outcome(2, 0)]
    asks = {"south": ask(option("s1", chances=chances), option("s2"))}
    together = [{"choices": {"south": "s1"}, "chances": chances}]
    seats = {"ally": {"standing": ask(option("a1", chances=chances), option("a2"))}}
    driver = {"id": "dice", "title": "Dice", "when": {"turn": ">= 1"}, "chances": chances}
    first = card("first", asks, deal=on(1), together=together, chances=chances)
    game = Game(plain([first], drivers=[driver], seats=seats))
    game.tell("deal")
    known = chances_by_path(game.book, game.state)
    assert len(known) == 5
    for path in known:
        game.tell("rule-outcome", path=path, outcome=1, reason="For the lesson.")
    open_it(game)
    rolled = rolls(game)
    game.tell("proceed")
    rolled += rolls(game)
    assert {roll.path: (roll.outcome, roll.ruled) for roll in rolled} == dict.fromkeys(known, (1, True))


def test_chances_are_those_of_the_options_chosen_in_seat_order_and_then_the_cards() -> None:
    asks = {
        "south": ask(option("s1", chances=[outcome(2)]), option("s2", chances=[outcome(9)])),
        "north": ask(option("n1", chances=[outcome(1)]), option("n2")),
    }
    together = [{"choices": {"south": "s1"}, "chances": [outcome(0, news="Together.")]}]
    game = Game(plain([card("first", asks, deal=on(1), together=together, chances=[outcome(3)])]))
    game.exchange()
    assert [roll.path for roll in rolls(game)] == [
        "chance/together/first/0",
        "chance/option/first/north/n1",
        "chance/option/first/south/s1",
        "chance/card/first",
    ]


def test_every_cause_can_be_told_whatever_cards_and_drivers_are_called() -> None:
    words = ("option", "standing", "card", "driver", "together", "chance")
    for word in words:
        asks = {"south": ask(option("s1", {"tension": {NS: 1}}, chances=[outcome(1)]), option("s2"))}
        together = [{"choices": {"south": "s1"}, "effects": [{"tension": {NS: 1}}], "chances": [outcome(1)]}]
        first = card(
            word, asks, deal=on(1), effects=[{"tension": {NS: 1}}], together=together, chances=[outcome(1)]
        )
        driver = {
            "id": word,
            "title": "D",
            "when": {"turn": "== 1"},
            "effects": [{"tension": {NS: 1}}],
            "chances": [outcome(1)],
        }
        game = Game(plain([first], drivers=[driver]))
        game.turn()
        told = [entry.cause for entry in explain(game.book, game.state, "north", NS)]  # type: ignore[arg-type]
        assert len(told) == 8
        assert not [cause for cause in told if "/" in cause]
        assert len(game.sight("north").rolls) == 4
