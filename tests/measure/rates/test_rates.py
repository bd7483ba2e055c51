"""The list of events is what it says, the rates are computed right, and the decks agree with them."""

from datetime import date
from pathlib import Path

import pytest

from tests.measure.rates import cut
from tests.measure.rates.__main__ import lines
from tests.measure.rates.counting import DAYS, days_of, dispersion, events, ratio, within
from tests.measure.rates.weights import CARDS, added, weight, windows
from wargame.content.cards import Card
from wargame.content.load import load_scenario

PAGE = Path(__file__).parents[3] / "docs" / "base-rates.md"
RERUN = "put what `python -m tests.measure.rates` prints into the deck, the rules and docs/base-rates.md"
ACTS = """date,type,event
2011-12-31,missile,Short-range Missile Launch
2024-10-15,other,Explosion
2024-11-04,missile,Short-range Ballistic Missile Launch
2025-01-25,missile,Strategic cruise missile
2025-07-01,missile,Short-range Missile Launch
"""
MISSILES = """date,time,missile_class
2024-10-30,22:11 (UTC),ICBM
2024-11-04,22:30 (UTC),Unknown
2024-11-04,unknown,Unknown
2025-01-06,03:01 (UTC),IRBM
"""


def dealt() -> dict[str, Card]:
    return {card.id: card for card in load_scenario().cards}


def test_the_list_is_cut_at_june_2025_and_dated_in_korean_time() -> None:
    days = [act.day for act in events()]
    assert days == sorted(days)
    assert date(2012, 1, 1) <= days[0] and days[-1] <= date(2025, 6, 30)
    assert {date(2024, 10, 31), date(2024, 11, 5)} <= days_of()
    assert not {date(2024, 10, 30), date(2024, 11, 4), date(2025, 1, 10)} & days_of()


def test_a_launch_is_on_its_korean_day_once_though_two_lists_date_it_apart(tmp_path: Path) -> None:
    acts, missiles = tmp_path / "acts.csv", tmp_path / "missiles.csv"
    acts.write_text(ACTS, encoding="utf-8")
    missiles.write_text(MISSILES, encoding="utf-8")
    assert cut.merged(str(acts), str(missiles)) == {
        "2024-10-15": {"other"},
        "2024-10-31": {"long"},
        "2024-11-05": {"short"},
        "2025-01-06": {"medium"},
        "2025-01-25": {"cruise"},
    }


def test_both_sources_and_their_licences_are_named() -> None:
    notice = cut.KEPT.with_name("NOTICE.md").read_text(encoding="utf-8")
    for name in (
        "stiles/north-korea-provocations",
        "nagix/nk-missile-tests",
        "CC0 1.0",
        "Apache License 2.0",
    ):
        assert name in notice
    assert "Version 2.0, January 2004" in cut.KEPT.with_name("APACHE-2.0.txt").read_text(encoding="utf-8")


def test_a_ratio_of_one_stratum_is_that_of_the_two_rates() -> None:
    window = {day for day in DAYS if day.month == 3}
    days = {day for day in DAYS if day.day == 1} | {day for day in window if day.day == 2}
    found = ratio(days, window, lambda day: 0)
    outside = len(DAYS) - len(window)
    assert found.value == pytest.approx((len(days & window) / len(window)) / (len(days - window) / outside))
    assert found.low < found.value < found.high


def test_a_ratio_compares_only_within_a_stratum() -> None:
    """In 2022 launches are many, and so is the window; within each year they come as often inside as out."""
    window = within([("2022-01-01", "2022-12-30"), ("2014-01-01", "2014-01-02")])
    days = {day for day in DAYS if day.year == 2022} | {
        date(2014, 1, 1),
        *within([("2014-06-01", "2014-12-28")]),
    }
    assert ratio(days, window, lambda day: 0).value > 10
    assert ratio(days, window, lambda day: day.year).value < 1.1


def test_a_day_in_every_month_is_no_series_and_a_month_of_days_is() -> None:
    assert dispersion(day for day in DAYS if day.day == 1) == 0
    assert dispersion(within([("2022-03-01", "2022-03-31")])) > 20


def test_each_card_of_a_launch_has_the_weight_that_the_list_gives() -> None:
    deal = {card: dealt()[card].deal for card in CARDS}
    assert {card: rule.weight for card, rule in deal.items() if rule} == {
        card: weight(card) for card in CARDS
    }, RERUN


def test_a_window_adds_to_launches_what_the_list_gives_and_no_other_window_adds() -> None:
    for rule in load_scenario().rules.deal.weights:
        if rule.tag == "launch":
            adds = {more.when.window: more.weight for more in rule.more if more.when and more.when.window}
            break
    assert adds == {("drill-season",): added("drill-season")}, RERUN
    assert [added(window) for window in ("us-transition", "vacuum", "august")] == [0, 0, 0]


def test_every_window_of_the_rules_is_one_that_was_counted() -> None:
    assert {"us-transition", "vacuum", "drill-season"} <= windows().keys()
    assert windows().keys() - {"march", "august"} <= load_scenario().rules.windows.keys()


def test_the_page_shows_what_the_script_prints() -> None:
    assert "\n".join(lines()) in PAGE.read_text(encoding="utf-8"), RERUN
