"""Whose eyes a report is told with, and which names it leaves out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.scenarios import ask, card, on, option, plain
from tests.study.games import keep, saved
from tests.study.report.test_tables import read
from tests.study.test_forecasts import small
from wargame.content.base import OBSERVER, SeatId
from wargame.study.notes import Note
from wargame.study.replay import Replay
from wargame.study.report.drawing.waterfall import waterfall as drawing
from wargame.study.report.html import html
from wargame.study.report.markdown import markdown
from wargame.study.report.parts import Facts, Group, Panels, Prose, Table, every
from wargame.study.report.tables import tables
from wargame.study.report.told import HIDDEN, Told
from wargame.study.report.why import waterfall
from wargame.study.report.write import report


def written(told: Told) -> Iterator[str]:
    """Yield a report in every form."""
    made = report(told)
    yield html(made)
    yield markdown(made).replace("\\", "")
    yield from tables(told).values()


@pytest.mark.parametrize("turns", [None, 5])
@pytest.mark.parametrize("seat", ["north", "south", "ally", OBSERVER])
def test_a_report_for_a_seat_holds_no_secret_of_another(tmp_path: Path, seat: str, turns: int | None) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl", turns=turns))
    assert replay.ended == (turns is None)
    text = "".join(written(Told(replay, SeatId(seat))))
    for other in {"north", "south", "ally", "nobody"} - {seat}:
        assert f"secret-{other}" not in text
    assert (f"secret-{seat}" in text) == (seat != OBSERVER)
    assert replay.game.state.setup.seed.hex() not in text and replay.game.state.setup.salt.hex() not in text


def test_the_whole_report_holds_the_secrets_of_every_seat(tmp_path: Path) -> None:
    text = html(report(Told(Replay.open(saved(tmp_path / "g.jsonl")))))
    assert all(f"secret-{seat}-" in text for seat in ("north", "south", "ally"))


def test_a_report_on_a_game_that_goes_on_tells_neither_the_seed_nor_a_score(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl", turns=3))
    text = html(report(Told(replay)))
    assert "The game is not over: it is in turn 4 of 8." in text
    assert replay.game.state.setup.seed.hex() not in text
    assert "Mean Brier scores" not in text


NAMES = ("Ana Kim-Lee", "김철수")
TYPED = "Ana said it, ana  KIM-LEE too, and 김철수는 not; but Anatomy, banana and lee stay. Zoë and Zoës?"


def named(folder: Path) -> Told:
    """Return an anonymous report on a game in which people are named wherever people type."""
    game = Game(plain([card("clash", deal=on(1))], turns=1))
    game.tell("deal")
    game.tell("rule-number", number="south.nerve", value=45, reason=TYPED)
    for seat in ("north", "south", "ally"):
        ask = game.book.asks[game.here.card][SeatId(seat)].ask
        game.commit(seat, ask.default, rationale=TYPED, expects=TYPED, dissent=TYPED)
    game.tell("open")
    game.play_out()
    replay = Replay.open(keep(game, folder / "kim-lee.jsonl"))
    notes = [Note(1, NAMES[1], TYPED), Note(2, NAMES[0], TYPED), Note(9999, NAMES[0], TYPED)]
    return Told(replay, notes=notes, save="kim-lee.jsonl", anonymous=True, secret_names=["Zoë"])


def test_an_anonymous_report_holds_no_name_of_a_person_that_it_knows(tmp_path: Path) -> None:
    for text in written(named(tmp_path)):
        for name in (*NAMES, "ana kim-lee", "Ana ", "Kim-Lee", "김철수", "kim-lee.jsonl", "Zoë"):
            assert name not in text


def test_reviewers_of_an_anonymous_report_are_numbered_as_they_first_spoke(tmp_path: Path) -> None:
    told = named(tmp_path)
    assert [told.reviewer(name) for name in NAMES] == ["Reviewer 2", "Reviewer 1"]
    assert told.typed(TYPED) == (
        f"{HIDDEN} said it, {HIDDEN} too, and {HIDDEN}는 not; but Anatomy, banana and lee stay. "
        f"{HIDDEN} and {HIDDEN}s?"
    )


def test_a_report_that_is_not_anonymous_names_its_reviewers(tmp_path: Path) -> None:
    told = named(tmp_path)
    open_told = Told(told.replay, notes=told.notes, save="kim-lee.jsonl")
    text = html(report(open_told))
    assert "Ana Kim-Lee: " in text and "kim-lee.jsonl" in text and HIDDEN not in text


def test_what_was_said_of_an_intent_stands_beside_what_its_owner_did(tmp_path: Path) -> None:
    game = Game(small())
    game.tell("deal")
    game.commit("north", "fire")
    game.commit("south", "south-wait", forecasts={"mean-it": 20})
    game.commit("ally", "ally-wait", forecasts={"mean-it": 60})
    game.tell("open")
    game.play_out()
    made = report(Told(Replay.open(keep(game, tmp_path / "g.jsonl"))))
    parts = [part for chapter in made.sections for part in every(chapter.parts)]
    (curve,) = [
        part for part in parts if isinstance(part, Panels) and part.title == "Does the north mean it?"
    ]
    assert [panel.title for panel in curve.panels] == ["South", "Ally"]
    assert curve.table.head == ("Turn", "Card", "What North did", "South", "Ally", "Room")
    assert curve.table.rows == ((1, "Card clash", "Label fire.", 20, 60, 40),)


def test_a_decision_says_what_it_did_in_all_itself_and_by_spillover(tmp_path: Path) -> None:
    asks = {"north": ask(option("press", {"tension": {"north-south": 6}}), option("rest"))}
    couplings = [{"from": "north-south", "to": "north-ally", "percent": 50}]
    game = Game(plain([card("clash", asks, deal=on(1))], couplings=couplings, hops=1, turns=1))
    game.play_out()
    made = report(Told(Replay.open(keep(game, tmp_path / "g.jsonl"))))
    (group,) = [
        part
        for chapter in made.sections
        for part in every(chapter.parts)
        if isinstance(part, Group) and part.title == "North: Label press"
    ]
    (facts,) = group.parts
    assert isinstance(facts, Facts)
    assert dict(facts.rows)["What it did in all"] == (
        "North-South tension up 6 and North-Ally tension up 3 (by spillover)."
    )
    assert dict(facts.rows)["Not taken"] == "Label rest."


def test_a_waterfall_gathers_the_drift_and_what_is_small_and_ends_where_the_number_does(
    tmp_path: Path,
) -> None:
    asks = {
        seat: ask(option(f"{seat}-a", {"tension": {"north-south": size}}), option(f"{seat}-b"))
        for seat, size in (("north", 9), ("south", -4), ("ally", 2))
    }
    relations = {"north-south": {"start": 50, "baseline": 30, "decay": 1}}
    game = Game(plain([card("clash", asks, deal=on(1))], relations=relations, turns=3))
    game.play_out()
    told = Told(Replay.open(keep(game, tmp_path / "g.jsonl")))
    chart = waterfall(told, "north-south")
    assert chart.steps == (
        ("Turn 1, North: Label north-a", 9),
        ("Turn 1, South: Label south-a", -4),
        ("Turn 1, Ally: Label ally-a", 2),
        ("Drift back toward 30, 3 times", -3),
    )
    assert chart.start + sum(points for _, points in chart.steps) == chart.end == game.number("north-south")
    for number in told.replay.book.numbers:
        steps = waterfall(told, number)
        assert steps.start + sum(points for _, points in steps.steps) == steps.end


def test_a_waterfall_of_many_causes_puts_the_small_ones_together(tmp_path: Path) -> None:
    told = Told(Replay.open(saved(tmp_path / "g.jsonl")))
    charts = [waterfall(told, number) for number in told.book.numbers]
    assert any(label.endswith(" together") for chart in charts for label, _ in chart.steps)
    assert all(chart.start + sum(points for _, points in chart.steps) == chart.end for chart in charts)


def test_after_a_war_the_report_says_what_it_took_away_and_what_would_have_held(tmp_path: Path) -> None:
    wants = [
        {"id": key, "text": f"Wish {key}.", "when": {"turn": when}, "points": 3, "hold": "end"}
        for key, when in (("calm", ">= 1"), ("never", ">= 9"), ("after", ">= 1"))
    ]
    wants[2]["survives-war"] = True
    terminal = [{"id": "war", "title": "War", "text": "War.", "when": {"turn": ">= 1"}, "war": True}]
    game = Game(plain(turns=1, seats={"south": {"objectives": wants}}, terminal=terminal))
    game.play_out()
    made = report(Told(Replay.open(keep(game, tmp_path / "g.jsonl"))))
    parts = [part for chapter in made.sections for part in every(chapter.parts)]
    (group,) = [part for part in parts if isinstance(part, Group) and part.title.startswith("Objectives, k")]
    said, table = group.parts
    assert isinstance(said, Prose) and isinstance(table, Table)
    assert "War takes away every objective that is not said to count after it." in said.text
    assert [row[2] for row in table.rows] == ["held, lost to the war", "missed", "kept"]


def test_the_turn_that_goes_on_is_no_turn_that_ended_and_its_card_is_named(tmp_path: Path) -> None:
    asks = {"north": ask(option("push", {"tension": {"north-south": 6}}), option("rest"))}
    game = Game(plain([card("one", asks, deal=on(1)), card("two", asks, deal=on(2))], turns=3))
    game.turn()
    game.tell("deal")
    told = Told(Replay.open(keep(game, tmp_path / "g.jsonl")))
    assert (told.ticks, len(told.columns)) == (("0", "1"), 2)
    parts = [part for chapter in report(told).sections for part in every(chapter.parts)]
    heads = [part.head for part in parts if isinstance(part, Table) and part.title.startswith("Tension from")]
    assert heads == [("Between", "Start", "", "Now", "", "Moved")]
    assert report(told).summary[0] == (
        "The game is not over: it is in turn 2 of 3. On the table lies 'Card two', which is not decided yet."
    )
    graph = read(tables(told)["graph.csv"])
    assert {row["turn"] for row in graph} == {"0", "1"}


def test_what_came_several_times_stands_behind_what_came_once_in_a_waterfall(tmp_path: Path) -> None:
    asks = {"north": ask(option("push", {"tension": {"north-south": 6}}), option("rest"))}
    relations = {"north-south": {"start": 50, "baseline": 30, "decay": 2}}
    game = Game(plain([card("late", asks, deal=on(3))], relations=relations, turns=3))
    game.play_out()
    chart = waterfall(Told(Replay.open(keep(game, tmp_path / "g.jsonl"))), "north-south")
    assert chart.steps == (("Turn 3, North: Label push", 6), ("Drift back toward 30, 3 times", -6))
    assert "stand last, in sum" in chart.about


def test_a_waterfall_has_an_axis_and_no_bar_that_is_cut_off(tmp_path: Path) -> None:
    asks = {"north": ask(option("push", {"tension": {"north-south": 6}}), option("rest"))}
    game = Game(plain([card("one", asks, deal=on(1))], turns=1))
    game.play_out()
    drawn = drawing(waterfall(Told(Replay.open(keep(game, tmp_path / "g.jsonl"))), "north-south"))
    assert [f">{tick}</text>" in drawn for tick in (38, 40, 46)] == [True] * 3
    assert drawn.count('class="axis middle"') == 9
    assert drawn.count('class="bar whole"') == drawn.count('width="4"') == 2


def test_the_odds_of_a_chance_are_told_as_the_replay_tells_them(tmp_path: Path) -> None:
    chances = [{"weight": 2, "news": "It burned."}, {"weight": 0}, {"weight": 0, "news": "It did not."}]
    asks = {"north": ask(option("press", chances=chances), option("rest"))}
    game = Game(plain([card("clash", asks, deal=on(1))], turns=1))
    game.play_out()
    text = markdown(report(Told(Replay.open(keep(game, tmp_path / "g.jsonl")))))
    assert "Nothing else was possible." in text and "100%" not in text
    asks["north"]["options"][0]["chances"] = [{"weight": 1}, {"weight": 1}, {"weight": 1}]
    game = Game(plain([card("clash", asks, deal=on(1))], turns=1))
    game.play_out()
    text = markdown(report(Told(Replay.open(keep(game, tmp_path / "h.jsonl")))))
    assert "It had 1 in 3; what else could have come 1 in 3 and 1 in 3." in text
