"""Rows about Pyongyang's friends and other crises: A12, A13, B8, B10, B14."""

from tests.korea.table import at


def test_a12_what_goes_west_comes_back_as_know_how_and_chills_moscow_and_seoul() -> None:
    taught = at(5, dprk__russia=8).month(ruled={"driver/know-how": 1})
    assert taught.moved("dprk.technology", "chance/driver/know-how") == 2
    assert at(5, dprk__russia=20).month().moved("dprk.technology", "chance/driver/know-how") == 0
    traded = at(5).month("arms-for-technology", russia="know-how")
    assert traded.moved("russia.supply", "option/arms-for-technology/russia/know-how") == 4
    assert traded.moved("rok-russia", "option/arms-for-technology/russia/know-how") == 3
    assert traded.moved("rok-russia", "coupling/dprk-russia/rok-russia") > 0


def test_a13_support_comes_and_goes_by_itself() -> None:
    drift = "driver/support-drifts"
    cooler = at(5).month(ruled={drift: 1})
    warmer = at(5).month(ruled={drift: 2})
    steady = at(5).month(ruled={drift: 0})
    assert cooler.moved("dprk-russia", f"chance/{drift}") == 3
    assert warmer.moved("dprk-russia", f"chance/{drift}") == -1
    assert warmer.moved("dprk.economy", f"chance/{drift}") == 1
    assert steady.moved("dprk-russia", f"chance/{drift}") == 0


def test_a13_aid_buys_room_and_uses_up_patience() -> None:
    fed = at(5, flags=["aid"]).month()
    assert fed.moved("dprk.economy", "driver/aid-crosses") == 2
    assert fed.moved("china.patience", "driver/aid-crosses") == -1
    assert at(5).month().moved("dprk.economy", "driver/aid-crosses") == 0


def test_b8_a_launch_gauges_beijing_which_cools_or_sends_fuel() -> None:
    weighs = "driver/beijing-weighs"
    cooled = at(4).month("cool-reception", {weighs: 0}, dprk="launch-gauge")
    feared = at(4).month("cool-reception", {weighs: 1}, dprk="launch-gauge")
    assert cooled.moved("china.patience", f"chance/{weighs}") == -2
    assert cooled.moved("dprk-china", f"chance/{weighs}") == 2
    assert feared.moved("dprk.economy", f"chance/{weighs}") == 2
    quiet = at(4).month("cool-reception", dprk="correct")
    assert quiet.moved("dprk-china", f"chance/{weighs}") == 0
    assert quiet.moved("china.patience", "driver/patience-mends") == 1


def test_b10_other_crises_take_washingtons_week_and_its_batteries() -> None:
    taxed = at(5, flags=["tariffs"]).month()
    assert taxed.moved("usa.attention", "driver/tariffs-weigh") == -1
    assert at(5).month().moved("usa.attention", "driver/tariffs-weigh") == 0
    gone = at(6).month("patriots-leave", usa="bring-back", dprk="drill-salvo")
    assert gone.moved("usa.attention", "option/patriots-leave/usa/bring-back") == -2
    assert gone.moved("dprk.leverage", "together/patriots-leave/0") == 2
    stayed = at(6).month("patriots-leave", usa="ships-instead", dprk="drill-salvo")
    assert stayed.moved("dprk.leverage", "together/patriots-leave/0") == 0


def test_b14_a_launch_is_also_shown_to_a_friend_who_may_applaud_or_say_nothing() -> None:
    watches = "driver/moscow-watches"
    applauded = at(4).month("treaty-in-force", {watches: 0}, dprk="salute-launch")
    ignored = at(4).month("treaty-in-force", {watches: 1}, dprk="salute-launch")
    assert applauded.moved("dprk-russia", f"chance/{watches}") == -1
    assert ignored.moved("dprk-russia", f"chance/{watches}") == 0
    assert at(4).month("treaty-in-force", dprk="editorial").moved("russia.reach", f"chance/{watches}") == 0


def test_b14_a_launch_sells_what_it_shows_to_a_friend_and_not_to_a_stranger() -> None:
    friend = at(5).month("cruise-quiet", dprk="test-aloud")
    assert friend.moved("russia.supply", "driver/buyers-watch") == 1
    stranger = at(5, dprk__russia=40).month("cruise-quiet", dprk="test-aloud")
    assert stranger.moved("russia.supply", "driver/buyers-watch") == 0
