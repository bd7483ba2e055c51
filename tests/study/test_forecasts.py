"""Forecasts scored and read: against Brier's own example, and worked by hand on a small game."""

from statistics import fmean

import pytest

from tests.engine.playing import Game
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.content.base import SeatId
from wargame.engine.score import brier, forecasts
from wargame.study.forecasts import by_seat, by_seat_and_question, mean, readings

NORTH, SOUTH, ALLY = SeatId("north"), SeatId("south"), SeatId("ally")


def test_the_mean_is_half_of_what_brier_worked_out_for_rain_in_1950() -> None:
    # Table 1 of Brier, Monthly Weather Review 78 (1950): ten forecasts of rain, P = 0.19, with the square for
    # 'no rain' counted as well as that for 'rain'. The two are equal; only one is counted here.
    stated = (70, 90, 80, 40, 20, 0, 0, 0, 0, 10)
    rained = (0, 1, 1, 1, 0, 0, 0, 0, 0, 0)
    scores = [brier(percent, bool(came)) for percent, came in zip(stated, rained, strict=True)]
    assert fmean(scores) == pytest.approx(0.19 / 2)


def question(key: str, when: Json, **fields: object) -> Json:
    return {"id": key, "question": f"Is it {key}?", "when": when, "resolves": "reveal", **fields}


def small() -> Json:
    """Return a game in which the north has drawn `strike`, and the others are asked what it will do."""
    asks = {"north": ask(option("hold"), option("fire", tags=["force"]))}
    fire = question("fire", {"chosen": {"north": ["force"]}}, base=40)
    calm = question("calm", {"turn": ">= 5"})
    intents = [{"id": "strike", "title": "A strike", "weight": 1, "brief": "Strike."}]
    read = {
        "id": "mean-it",
        "question": "Does the north mean it?",
        "when": {"intent": {"north": "strike"}},
        "resolves": "end",
        "base": 50,
        "seats": ["south", "ally"],
    }
    deck = [card("clash", asks, deal=on(1), forecasts=[fire]), card("lull", deal=on(2), forecasts=[calm])]
    return plain(
        deck, turns=2, seats={"north": {"intents": intents}}, forecasts=[read], tags={"force": "Force."}
    )


def played() -> Game:
    game = Game(small())
    game.tell("deal")
    game.commit("north", "fire")
    game.commit("south", "south-wait", forecasts={"fire": 80, "mean-it": 20})
    game.commit("ally", "ally-wait", forecasts={"fire": 50, "mean-it": 60})
    game.tell("open")
    game.tell("proceed")
    game.tell("deal")
    game.commit("north", "north-wait")
    game.commit("south", "lull-no", forecasts={"mean-it": 90, "calm": 30})
    game.commit("ally", "ally-wait")
    game.tell("open")
    game.play_out()
    return game


def test_a_seat_is_scored_against_the_base_rate_and_against_the_rooms_median() -> None:
    game = played()
    found = by_seat(game.book, forecasts(game.book, game.state))
    # The south: fire 80 (yes), calm 30 (no), mean-it 20 and 90 (yes). The room: 65, 30, 40, 90.
    south = found[SOUTH]
    assert list(found) == [SOUTH, ALLY]
    assert south.forecasts == 4
    assert south.own == pytest.approx((0.04 + 0.09 + 0.64 + 0.01) / 4)
    assert south.room == pytest.approx((0.35**2 + 0.09 + 0.36 + 0.01) / 4)
    # Three of them have a base rate: 40, 50 and 50.
    assert south.based == 3
    assert south.own_based == pytest.approx((0.04 + 0.64 + 0.01) / 3)
    assert south.base == pytest.approx((0.36 + 0.25 + 0.25) / 3)


def test_a_question_is_scored_for_all_and_for_each_and_one_without_a_base_rate_has_none() -> None:
    game = played()
    found = by_seat_and_question(game.book, forecasts(game.book, game.state))
    assert {key: list(means) for key, means in found.items()} == {
        "fire": [None, SOUTH, ALLY],
        "mean-it": [None, SOUTH, ALLY],
        "calm": [None, SOUTH],
    }
    assert found["fire"][None].own == pytest.approx((0.04 + 0.25) / 2)
    assert found["fire"][ALLY].own == pytest.approx(0.25)
    assert (found["calm"][SOUTH].based, found["calm"][SOUTH].base) == (0, None)
    assert mean([]) is None


def test_what_was_said_of_an_intent_is_a_curve_with_the_rooms_median_and_how_it_was() -> None:
    game = played()
    (found,) = readings(game.book, game.state)
    assert (found.asked, found.of, found.base, found.outcome) == (
        "Does the north mean it?",
        (NORTH,),
        50,
        True,
    )
    assert found.said == {SOUTH: (((1, 1), 20), ((2, 1), 90)), ALLY: (((1, 1), 60),)}
    assert found.room == (((1, 1), 40.0), ((2, 1), 90.0))


def test_what_was_said_of_an_intent_has_no_answer_while_the_game_goes_on() -> None:
    game = Game(small())
    game.tell("deal")
    game.commit("south", "south-wait", forecasts={"mean-it": 20})
    assert readings(game.book, game.state) == (), "the envelope is still closed"
    game.decide()
    game.tell("open")
    (found,) = readings(game.book, game.state)
    assert found.outcome is None
