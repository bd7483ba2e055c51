"""Turning points: each kind worked by hand on a small game, and all of them ranked."""

import pytest

from tests.engine.playing import TABLE, Game
from tests.engine.rich import rich
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.study.turning import LEAST, TurningPoint, turning_points

NS, NA, SA = "north-south", "north-ally", "south-ally"


def pushed(*amounts: int) -> Game:
    """Return a game in which the north moves its tension with the south by an amount a turn."""
    cards = [
        card(f"push-{turn}", {"north": ask(option(f"push-{turn}-by", {"tension": {NS: by}}), option("rest"))})
        | {"deal": on(turn)}
        for turn, by in enumerate(amounts, 1)
    ]
    game = Game(plain(cards, turns=len(amounts)))
    game.play_out()
    return game


def points(game: Game, kind: str) -> list[TurningPoint]:
    """Return the turning points of one kind, as they are ranked."""
    return [point for point in turning_points(game.book, game.state) if point.kind == kind]


def told(game: Game, kind: str) -> list[tuple[int, float, str]]:
    """Return turn, weight and sentence of the turning points of one kind."""
    return [(point.turn, round(point.weight, 9), point.sentence) for point in points(game, kind)]


def test_a_swing_weighs_the_net_change_of_a_turn_out_of_15_and_never_more_than_one() -> None:
    assert told(pushed(3, -9, 30), "swing") == [
        (
            3,
            1.0,
            "North-South tension rises from 34 to 64 over the turn. Behind it: North: Label push-3-by +30.",
        ),
        (
            2,
            0.6,
            "North-South tension falls from 43 to 34 over the turn. Behind it: North: Label push-2-by -9.",
        ),
        (1, 0.2, "North-South tension rises from 40 to 43 over the turn."),
    ]


def test_a_swing_lies_in_the_exchange_that_made_most_of_it_and_is_led_back_through_spillover() -> None:
    relations = {NS: {"start": 40, "baseline": 30, "decay": 2}, NA: {"start": 40}}
    couplings = [{"from": NA, "to": NS, "percent": 50}]
    asks = {"north": ask(option("push", {"tension": {NS: 6, NA: 8}}), option("rest"))}
    game = Game(
        plain([card("clash", asks, deal=on(1))], turns=1, relations=relations, couplings=couplings, hops=1)
    )
    game.play_out()
    (swing, other) = points(game, "swing")
    # 6 of its own, 4 by way of the other pair, 2 less by drift: the exchange made 6 of 8.
    # The drift worked against it, and is not behind it.
    assert swing.sentence == (
        "North-South tension rises from 40 to 48 over the turn. Behind it: North: Label push +10."
    )
    assert (swing.number, swing.exchange, other.exchange) == (NS, 1, 1)


def test_what_drifts_back_within_the_turn_is_taken_off_and_what_comes_to_nothing_is_no_swing() -> None:
    relations = {NS: {"start": 40, "baseline": 40, "decay": 3}, NA: {"start": 40, "baseline": 40, "decay": 3}}
    asks = {"north": ask(option("push", {"tension": {NS: 8, NA: 3}}), option("rest"))}
    game = Game(plain([card("clash", asks, deal=on(1))], turns=1, relations=relations))
    game.play_out()
    assert [(point.turn, round(point.weight, 9)) for point in points(game, "swing")] == [
        (1, round(5 / 15, 9))
    ]


def test_a_rung_crossed_weighs_three_tenths_and_the_highest_nine() -> None:
    # The rungs of the plain scenario: Confrontation from 40, Crisis from 60, Clash from 80, War from 92.
    assert told(pushed(9, 12, 22, 9), "rung") == [
        (4, 0.9, "North-South tension goes from Clash to War. Behind it: North: Label push-4-by +9."),
        (
            2,
            0.3,
            "North-South tension goes from Confrontation to Crisis. Behind it: North: Label push-2-by +12.",
        ),
        (3, 0.3, "North-South tension goes from Crisis to Clash. Behind it: North: Label push-3-by +22."),
    ]


def forecast(key: str, when: Json, seats: list[str]) -> Json:
    return {"id": key, "question": f"Is it {key}?", "when": when, "resolves": "reveal", "seats": seats}


def asked(south: int, ally: int, fire: bool = True) -> Game:
    """Return a game in which two seats say how likely it is that the north fires."""
    asks = {"north": ask(option("hold"), option("fire", tags=["force"]))}
    question = forecast("fire", {"chosen": {"north": ["force"]}}, ["south", "ally"])
    game = Game(plain([card("clash", asks, deal=on(1), forecasts=[question])], tags={"force": "Force."}))
    game.tell("deal")
    game.commit("north", "fire" if fire else "hold", dissent="Too soon.", decided="majority")
    game.commit("south", "south-wait", forecasts={"fire": south})
    game.commit("ally", "ally-wait", forecasts={"fire": ally})
    game.tell("open")
    return game


def test_a_surprise_weighs_how_much_worse_than_no_idea_the_mean_brier_score_is_out_of_a_half() -> None:
    # 30% and 40%, and it came: (0.49 + 0.36) / 2 = 0.425, and 0.175 over no idea is 0.35 of a half.
    assert told(asked(30, 40), "surprise") == [
        (1, 0.35, "Is it fire? The seats said 35%, and it came out yes.")
    ]
    # 50% each is what no idea gets: 0.25. 10% each, and it came: 0.81 is 0.56 over it, capped at one.
    assert told(asked(50, 50), "surprise") == []
    assert told(asked(10, 10), "surprise") == [
        (1, 1.0, "Is it fire? The seats said 10%, and it came out yes.")
    ]
    assert told(asked(10, 10, fire=False), "surprise") == []


def test_a_disagreement_weighs_the_distance_between_the_furthest_forecasts() -> None:
    assert told(asked(20, 60), "disagreement") == [(1, 0.32, "Is it fire? One seat said 20%, another 60%.")]
    assert told(asked(35, 35), "disagreement") == []


def test_a_question_counts_once_where_it_weighs_most() -> None:
    # 20% and 60% surprise by 0.3, and lie 40 apart: 0.32.
    assert told(asked(20, 60), "surprise") == []
    game = asked(10, 10)
    game.tell("proceed")
    game.tell("inject", card="clash", reason="Once more.")
    game.tell("deal")
    game.commit("north", "fire")
    game.commit("south", "south-wait", forecasts={"fire": 20})
    game.commit("ally", "ally-wait", forecasts={"fire": 20})
    game.tell("open")
    assert told(game, "surprise") == [(1, 1.0, "Is it fire? The seats said 10%, and it came out yes.")]


def test_what_weighs_next_to_nothing_is_no_turning_point() -> None:
    assert told(pushed(2, 2), "swing") == []
    assert told(asked(40, 60), "disagreement") == []


def test_a_rung_that_spillover_crossed_has_what_spilled_over_behind_it() -> None:
    relations = {NS: {"start": 78}, NA: {"start": 40}}
    asks = {"north": ask(option("push", {"tension": {NA: 8}}), option("rest"))}
    couplings = [{"from": NA, "to": NS, "percent": 50}]
    game = Game(
        plain([card("clash", asks, deal=on(1))], turns=1, relations=relations, couplings=couplings, hops=1)
    )
    game.play_out()
    assert told(game, "rung") == [
        (
            1,
            0.3,
            "North-South tension goes from Crisis to Clash. Behind it: North: Label push +4 by spillover.",
        )
    ]


def test_a_late_answer_weighs_six_tenths() -> None:
    game = Game(plain(turns=1), clock=True)
    game.tell("deal", at=1_000)
    game.tell("sit", "south", at=5_000)
    game.tell("expire", TABLE, at=65_000, seat="south")
    game.decide()
    game.tell("open")
    assert told(game, "late") == [
        (1, 0.6, "South did not decide in time; what happens then: Label south-wait.")
    ]


def test_each_is_shown_with_what_was_decided_there_and_why() -> None:
    (point,) = points(asked(20, 60), "disagreement")
    assert [decision.seat for decision in point.decisions] == ["north", "south", "ally"]
    envelope = point.decisions[0].envelope
    assert envelope is not None
    assert (envelope.label, envelope.rationale, envelope.dissent) == ("Label fire", "Because.", "Too soon.")


def test_a_whole_turn_has_the_decisions_of_all_its_exchanges() -> None:
    game = Game(rich())
    game.play_out()
    for point in turning_points(game.book, game.state):
        here = [
            exchange
            for turn, exchange in game.state.every_exchange()
            if turn == point.turn and point.exchange in (0, exchange.number)
        ]
        assert here
        assert [one.seat for one in point.decisions] == [seat for one in here for seat in one.choices]


@pytest.mark.parametrize("seed", range(6))
def test_they_are_ranked_by_weight_and_of_equals_the_earlier_is_first(seed: int) -> None:
    game = Game(rich(), seed)
    game.play_out()
    found = turning_points(game.book, game.state)
    assert found
    assert all(LEAST <= point.weight <= 1 for point in found)
    assert [(-point.weight, point.turn, point.exchange) for point in found] == sorted(
        (-point.weight, point.turn, point.exchange) for point in found
    )
