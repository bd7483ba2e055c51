"""Rows about the allies: A8, A10, A14, A17, A19, A20."""

from tests.korea.table import at
from wargame.engine.tension import blocs


def test_a8_a_bill_to_seoul_is_felt_at_the_line_and_in_tokyo() -> None:
    billed = at(5).month("cost-sharing", usa="link", rok="stand-on-text", japan="wait", dprk="keep-quiet")
    kept = at(5).month("cost-sharing", usa="leave-signed", rok="package", japan="wait", dprk="keep-quiet")
    assert billed.moved("dprk-rok", "coupling/rok-usa/dprk-rok") > 0
    assert billed.moved("rok-japan", "coupling/rok-usa/rok-japan") > 0
    assert kept.moved("dprk-rok", "coupling/rok-usa/dprk-rok") <= 0
    assert billed.moved("rok-usa", "option/cost-sharing/usa/link") == 7


def test_a8_a_review_of_the_forces_wears_the_promise_down() -> None:
    reviewed = at(5, flags=["posture-review"]).month()
    assert reviewed.moved("usa.commitment", "driver/review-hangs") == -1
    assert reviewed.moved("dprk.leverage", "driver/review-hangs") == 1
    assert at(5).month().moved("usa.commitment", "driver/review-hangs") == 0


def test_a10_three_way_cooperation_lapses_where_two_of_the_three_quarrel() -> None:
    quarrel = at(5, rok__japan=55).month()
    assert not quarrel.flagged("trilateral")
    assert quarrel.moved("usa.commitment", "driver/three-fall-apart") == -2
    assert at(5).month().flagged("trilateral")


def test_a10_a_crack_opens_room_for_three_others() -> None:
    cracked = at(5, flags=["crack"], rok__usa=50).month()
    moved = [
        cracked.moved(number, "driver/crack-used")
        for number in ("china.standing", "russia.reach", "dprk.leverage")
    ]
    assert moved == [1, 1, 1]
    assert at(5).month().moved("china.standing", "driver/crack-used") == 0


def test_a14_talks_are_opened_by_a_price_and_the_price_is_paid_in_leverage() -> None:
    answered = at(5).month("letter", usa="consult-first", rok="agree-ahead", dprk="name-price")
    assert answered.flagged("talks")
    assert answered.moved("dprk.leverage", "option/letter/dprk/name-price") == -2
    assert at(5, dprk_leverage=1).shut("letter", "dprk", "name-price") is not None
    assert not at(5).month("letter", usa="consult-first", rok="agree-ahead", dprk="refuse").flagged("talks")


def test_a17_a_quarrel_of_allies_moves_the_camps_and_a_launch_does_not() -> None:
    launched = at(5).month("cruise-quiet", dprk="test-aloud")
    assert blocs(launched.book, launched.state.numbers) == 0
    parted = at(5, rok__usa=60, rok__japan=60, rok__china=30)
    before = at(5)
    assert blocs(before.book, parted.state.numbers) > 0


def test_a17_a_seoul_at_odds_with_its_ally_may_look_to_beijing() -> None:
    elsewhere = at(5, rok__usa=40).month(ruled={"driver/realignment": 0})
    assert elsewhere.moved("rok-china", "chance/driver/realignment") == -2
    assert elsewhere.moved("china.standing", "chance/driver/realignment") == 1
    assert at(5, rok__usa=20).month().moved("rok-china", "chance/driver/realignment") == 0


def test_a17_realignment_is_measured_and_is_an_aim_of_beijings() -> None:
    rules = at(5).book.rules
    graphs = {measure.graph for measure in rules.measures if "A17" in measure.covers}
    assert {"balance", "blocs", "hostile"} <= graphs
    wedge = at(8, intents={"china": "wedge"}, rok__usa=30, rok__china=40).month()
    assert "gap-widened" in wedge.kept("china")
    assert "gap-widened" not in at(8, intents={"china": "wedge"}, rok__usa=10).month().kept("china")


def test_a19_a_promise_repeated_steadies_and_takes_an_hour() -> None:
    repeated = at(5, rok__usa=30).month(usa="repeat-it")
    assert repeated.moved("rok.trust", "driver/reassured") == 1
    assert repeated.moved("rok-usa", "driver/reassured") == -1
    assert repeated.moved("dprk.leverage", "driver/reassured") == -1
    assert repeated.moved("usa.attention", "driver/reassured") == 1
    assert at(5, rok__usa=30).month(usa="leave-it").moved("rok.trust", "driver/reassured") == 0


def test_a20_a_bargain_over_seouls_head_costs_what_its_consent_would_save() -> None:
    bypassed = at(5, flags=["talks"]).month()
    assert bypassed.moved("rok-usa", "driver/over-seouls-head") == 2
    asked = at(5, flags=["talks", "consent"]).month()
    assert asked.moved("rok-usa", "driver/over-seouls-head") == 0


def test_a20_a_hedge_may_bring_about_what_it_fears_or_be_welcome() -> None:
    read = "driver/hedging-read"
    feared = at(5).month("strategic-flexibility", {read: 0}, rok="only-north")
    welcome = at(5).month("strategic-flexibility", {read: 1}, rok="only-north")
    assert feared.moved("usa.commitment", f"chance/{read}") == -2
    assert welcome.moved("usa.commitment", f"chance/{read}") == 1
    plain = at(5).month("strategic-flexibility", rok="formula")
    assert plain.moved("usa.commitment", f"chance/{read}") == 0
