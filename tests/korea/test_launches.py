"""Rows about what a launch is for: A1, A9, A18, B2, B3, B4, B6."""

import pytest

from tests.korea.table import at, dealt

ALOUD = {"dprk": "test-aloud"}
NOTICED, PASSED_OVER = {"driver/launch-abroad": 0}, {"driver/launch-abroad": 1}


def test_a1_a_launch_earns_more_while_power_changes_hands_in_washington() -> None:
    inside = at(4).month("cruise-quiet", NOTICED, **ALOUD)
    outside = at(5).month("cruise-quiet", NOTICED, **ALOUD)
    assert inside.moved("dprk.leverage", "driver/launch-abroad") == 2
    assert outside.moved("dprk.leverage", "driver/launch-abroad") == 0
    assert at(4).month("cruise-quiet", dprk="postpone").moved("dprk.leverage", "driver/launch-abroad") == 0


def test_a1_the_cards_say_which_launches_are_on_record_and_that_transitions_do_not_stand_out() -> None:
    cards = at(4).book.cards
    assert any("none on 10 January" in fact for fact in cards["winter-irbm"].card.facts)  # type: ignore[index]
    assert any("cluster then is not shown" in fact for fact in cards["salvo-before-oath"].card.facts)  # type: ignore[index]


@pytest.mark.parametrize(("attention", "leverage"), [(40, 1), (60, 0)])
def test_a9_a_launch_that_is_noticed_pays_where_korea_had_been_forgotten(
    attention: int, leverage: int
) -> None:
    game = at(5, usa_attention=attention).month("cruise-quiet", NOTICED, **ALOUD)
    assert game.moved("usa.attention", "chance/driver/launch-abroad") == 4
    assert game.moved("dprk.leverage", "chance/driver/launch-abroad") == leverage


def test_a9_a_launch_may_be_passed_over_and_a_month_without_one_lets_attention_sink() -> None:
    game = at(5).month("cruise-quiet", PASSED_OVER, **ALOUD)
    assert game.moved("dprk.leverage", "chance/driver/launch-abroad") == -2
    assert game.moved("usa.attention", "driver/attention-drifts") == 0
    assert at(5).month().moved("usa.attention", "driver/attention-drifts") < 0


def test_a18_a_drill_makes_the_forces_ready_and_a_launch_likelier() -> None:
    quiet, drilled = at(5).month(), at(5, flags=["drills"]).month()
    assert drilled.moved("dprk-rok", "driver/forces-ready") == 1
    assert drilled.moved("dprk.deterrent", "driver/forces-ready") == 1
    assert quiet.moved("dprk-rok", "driver/forces-ready") == 0
    assert dealt("launch", 5, dprk__rok=30, flags=["drills"]) > dealt("launch", 5, dprk__rok=30)


def test_a18_how_large_the_drill_is_is_a_choice() -> None:
    full = at(6).month("carrier-call", usa="stay-drill")
    short = at(6).month("carrier-call", usa="four-days")
    assert full.moved("dprk-usa", "option/carrier-call/usa") == 4
    assert full.moved("dprk-rok", "driver/forces-ready") > short.moved("dprk-rok", "driver/forces-ready")


@pytest.mark.parametrize(("economy", "unity"), [(25, 2), (60, 1)])
def test_b2_a_launch_unites_more_where_life_is_hard(economy: int, unity: int) -> None:
    assert (
        at(5, dprk_economy=economy)
        .month("cruise-quiet", **ALOUD)
        .moved("dprk.unity", "driver/launch-at-home")
        == unity
    )


def test_b2_without_a_launch_hardship_costs_unity() -> None:
    hungry = at(5, dprk_economy=25)
    assert hungry.month("cruise-quiet", dprk="postpone").moved("dprk.unity", "driver/hardship") == -2
    fed = at(5, dprk_economy=60)
    assert fed.month("cruise-quiet", dprk="postpone").moved("dprk.unity", "driver/hardship") == 0


def test_b3_a_rocket_flies_by_what_has_been_learnt_and_each_try_teaches() -> None:
    def odds(technology: int) -> tuple[int, ...]:
        game = at(4, dprk_technology=technology).month("failed-launch", dprk="fly-again")
        return game.weights("option/failed-launch/dprk/fly-again")

    assert odds(40) == (1, 2)
    assert odds(70) == (3, 2)
    failed = at(4).month("failed-launch", {"option/failed-launch/dprk/fly-again": 1}, dprk="fly-again")
    assert failed.moved("dprk.technology", "chance/option/failed-launch/dprk/fly-again") == 1
    assert failed.moved("dprk.technology", "driver/launch-at-home") == 1


def test_b4_leverage_is_raised_by_a_launch_and_spent_at_a_table() -> None:
    launched = at(5).month("cruise-quiet", dprk="test-aloud")
    assert launched.moved("dprk.leverage", "option/cruise-quiet/dprk/test-aloud") == 3
    talking = at(5, flags=["talks"]).month()
    assert talking.moved("dprk.leverage", "driver/at-the-table") == -2
    assert talking.moved("usa.gain", "driver/at-the-table") == 2
    assert at(5).month().moved("usa.gain", "driver/at-the-table") == 0


def test_b6_one_launch_moves_numbers_at_home_abroad_and_of_the_forces() -> None:
    game = at(4).month("cruise-quiet", NOTICED, **ALOUD)
    home = game.moved("dprk.unity", "driver/launch-at-home")
    forces = game.moved("dprk.deterrent", "driver/launch-at-home")
    abroad = game.moved("usa.attention", "driver/launch-abroad")
    assert home > 0
    assert forces > 0
    assert abroad > 0
    silent = at(4).month("cruise-quiet", dprk="postpone")
    assert silent.moved("dprk.unity", "driver/launch") == silent.moved("usa.attention", "driver/launch") == 0
