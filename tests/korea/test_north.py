"""Rows about the North's own reasons: A11, B1, B5, B7, B9, B11, B12, B13."""

import pytest

from tests.korea.table import at, dealt


@pytest.mark.parametrize(("outcome", "economy"), [(0, -3), (1, -1)])
def test_a11_sanctions_squeeze_or_are_worked_around(outcome: int, economy: int) -> None:
    game = at(5, flags=["sanctions-tightened"]).month(ruled={"driver/sanctions-bite": outcome})
    assert game.moved("dprk.economy", "chance/driver/sanctions-bite") == economy
    assert at(5).month().moved("dprk.economy", "chance/driver/sanctions-bite") == 0


def test_a11_how_far_they_are_enforced_is_a_choice() -> None:
    named = at(5).month("monitors-gone", usa="name-powers")
    assert named.flagged("sanctions-tightened")
    assert not at(5).month("monitors-gone", usa="ships-wallets").flagged("sanctions-tightened")


def test_b1_survival_is_an_objective_that_a_low_deterrent_loses() -> None:
    safe = at(8, dprk_deterrent=60, dprk_unity=70, dprk_economy=50).month()
    bare = at(8, dprk_deterrent=40, dprk_unity=70, dprk_economy=50).month()
    assert "survive" in safe.kept("dprk")
    assert "survive" not in bare.kept("dprk")
    covered = [measure.number for measure in safe.book.rules.measures if "B1" in measure.covers]
    assert "dprk.deterrent" in covered


def test_b1_a_tunnel_can_be_used_for_deterrence_and_costs_a_neighbours_patience() -> None:
    used = at(5).month("test-tunnel", dprk="small-test")
    assert used.moved("dprk.deterrent", "option/test-tunnel/dprk/small-test") == 3
    assert used.moved("china.patience", "option/test-tunnel/dprk/small-test") == -4


def test_b5_tightened_sanctions_are_answered_with_defiance_and_launches_become_likelier() -> None:
    squeezed = at(5, flags=["sanctions-tightened"]).month("cruise-quiet", dprk="test-aloud")
    assert squeezed.moved("dprk.unity", "driver/defiance") == 2
    assert at(5).month("cruise-quiet", dprk="test-aloud").moved("dprk.unity", "driver/defiance") == 0
    assert dealt("launch", 5, dprk__rok=30, flags=["sanctions-tightened"]) > dealt("launch", 5, dprk__rok=30)


def test_b7_arms_and_bread_come_from_one_purse() -> None:
    arms = at(3).month("plenum", dprk="arms-first")
    bread = at(3).month("plenum", dprk="counties-first")
    assert arms.moved("dprk.economy", "option/plenum/dprk") == -4
    assert arms.moved("dprk.industry", "option/plenum/dprk") == 4
    assert bread.moved("dprk.economy", "option/plenum/dprk") == 3
    assert bread.moved("dprk.industry", "option/plenum/dprk") == -3
    armed = at(5, dprk_industry=65).month(dprk="exercise")
    assert armed.moved("dprk.technology", "driver/arms-or-bread") == 1
    assert armed.moved("dprk.economy", "driver/arms-or-bread") == -1


def test_b9_the_anniversary_unites_the_north_and_chills_it_toward_washington() -> None:
    june, april = at(8).month(), at(7).month()
    assert june.moved("dprk.unity", "driver/war-remembered") == 2
    assert june.moved("dprk-usa", "driver/war-remembered") == 1
    assert april.moved("dprk.unity", "driver/war-remembered") == 0
    vowed = at(8).month("june-anniversary", dprk="swear-revenge")
    assert vowed.moved("dprk.unity", "option/june-anniversary/dprk/swear-revenge") == 4


def test_b9_no_quiet_wears_the_memory_off() -> None:
    calm = at(1, dprk__usa=36)
    for _ in range(3):
        calm.month(dprk="keep-quiet", usa="leave-it")
    assert calm.moved("dprk-usa", "decay") > 0
    assert calm.book.rules.relations["dprk-usa"].floor == 35


def test_b11_a_strong_arms_industry_makes_restraint_dear_and_lives_on_launches() -> None:
    strong = at(5, dprk_industry=65).month(dprk="keep-quiet")
    assert strong.moved("dprk.unity", "driver/industry-claims") == -2
    assert at(5, dprk_industry=50).month(dprk="keep-quiet").moved("dprk.unity", "driver/industry-claims") == 0
    launched = at(5).month("cruise-quiet", dprk="test-aloud")
    assert launched.moved("dprk.industry", "driver/launch-at-home") == 1


def test_b12_a_launch_arms_the_neighbours_and_their_arms_feed_the_plants() -> None:
    arm = "driver/neighbours-arm"
    launched = at(5).month("cruise-quiet", {arm: 0}, dprk="test-aloud")
    assert launched.moved("japan.defence", f"chance/{arm}") == 2
    assert launched.moved("rok.defence", f"chance/{arm}") == 2
    assert at(5).month("cruise-quiet", dprk="postpone").moved("japan.defence", f"chance/{arm}") == 0
    assert at(5, japan_defence=60).month().moved("dprk.industry", "driver/arms-race-returns") == 1
    assert at(5).month().moved("dprk.industry", "driver/arms-race-returns") == 0


def test_b13_a_launch_breaks_off_talks_that_the_north_itself_wanted() -> None:
    broken = at(5, flags=["talks"]).month("cruise-quiet", dprk="test-aloud")
    assert not broken.flagged("talks")
    assert broken.moved("dprk.leverage", "driver/talks-broken") == -3
    kept = at(5, flags=["talks"]).month("cruise-quiet", dprk="postpone")
    assert kept.flagged("talks")
