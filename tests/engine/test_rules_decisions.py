"""Decisions: changes of mind, late, vacant and chosen; and the forecasts that go with them."""

from typing import Any

from tests.engine.playing import TABLE, Game
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.engine.ending import ending
from wargame.engine.score import forecasts

NS = "north-south"


def question(resolves: str, when: Json, key: str = "q", **fields: Any) -> Json:
    return {"id": key, "question": f"Question {key}?", "resolves": resolves, "when": when, **fields}


def go(*effects: Json, **fields: Any) -> Json:
    """Return a card dated on the first turn, on which the south may go."""
    return card(
        "first", {"south": ask(option("stay"), option("go", *effects, tags=["go"]))}, deal=on(1), **fields
    )


def state(game: Game, seat: str, option_id: str, **percents: int) -> None:
    """Commit, and state forecasts."""
    game.commit(
        seat, option_id, forecasts={name.replace("_", "-"): percent for name, percent in percents.items()}
    )


def test_the_last_envelope_counts() -> None:
    game = Game(plain([go({"tension": {NS: 5}})]))
    game.tell("deal")
    for option_id in ("go", "stay", "go", "stay"):
        game.commit("south", option_id)
    game.decide()
    game.tell("open")
    assert game.here.choices["south"].option == "stay"  # type: ignore[index]
    assert game.number(NS) == 40


def test_late_is_not_the_same_as_vacant_or_as_choosing_the_default() -> None:
    game = Game(plain([go()]), empty=["ally"], clock=True)
    game.tell("deal")
    assert game.here.vacant == ("ally",)
    game.tell("sit", "south", at=0)
    game.tell("expire", TABLE, at=60_000, seat="south")
    game.commit("north", "north-wait")
    assert game.here.waiting() == ()
    game.tell("open")
    made = {seat: (choice.option, choice.manner) for seat, choice in game.here.choices.items()}
    assert made == {
        "north": ("north-wait", "chosen"),
        "south": ("stay", "late"),
        "ally": ("ally-wait", "vacant"),
    }


def test_only_who_was_late_counts_as_late() -> None:
    effects = [
        {"tension": {NS: 1}, "when": {"late": "south"}},
        {"tension": {NS: 2}, "when": {"late": ["north", "ally"]}},
    ]
    game = Game(plain([go(effects=effects)]), empty=["ally"], clock=True)
    game.tell("deal")
    game.tell("sit", "south", at=0)
    game.tell("expire", TABLE, at=60_000, seat="south")
    game.decide()
    game.tell("open")
    assert game.number(NS) == 41


def test_an_envelope_given_before_the_clock_ran_out_counts() -> None:
    game = Game(plain([go()]), clock=True)
    game.tell("deal")
    game.tell("sit", "south", at=0)
    game.commit("south", "go", at=50_000)
    game.tell("sit", "south", at=50_000)
    game.tell("expire", TABLE, at=60_000, seat="south")
    game.decide()
    game.tell("open")
    choice = game.here.choices["south"]  # type: ignore[index]
    assert (choice.option, choice.manner) == ("go", "chosen")


def test_what_a_seat_may_record_beside_its_option_is_in_its_envelope() -> None:
    game = Game(plain([go()]))
    game.tell("deal")
    game.commit("south", "go", rationale="Why", expects="What", decided="majority", dissent="Who")
    seen = game.sight("south").envelope
    assert seen is not None
    assert (seen.label, seen.rationale, seen.expects, seen.decided, seen.dissent) == (
        "Label go",
        "Why",
        "What",
        "majority",
        "Who",
    )
    assert game.sight("north").envelope is None


def test_a_forecast_of_the_reveal_reads_the_choices() -> None:
    asked = question("reveal", {"chosen": {"south": "go"}}, seats=["ally"])
    for chosen, expected in (("go", True), ("stay", False)):
        game = Game(plain([go(forecasts=[asked])]))
        game.tell("deal")
        state(game, "ally", "ally-wait", q=80)
        game.decide(south=chosen)
        game.tell("open")
        assert dict(game.state.resolved) == {("q", 1, 1): expected}


def test_within_counts_this_turn_and_holds_at_the_end_of_one_of_them() -> None:
    asked = question("within 2", {"tension": {NS: ">= 45"}})
    at_once = Game(plain([go({"tension": {NS: 5}}, forecasts=[asked])]))
    at_once.turn(south="go")
    assert dict(at_once.state.resolved) == {("q", 1, 1): True}
    later = Game(plain([go({"tension": {NS: 5}, "in": 1}, forecasts=[asked])]))
    later.turn(south="go")
    assert dict(later.state.resolved) == {}
    later.turn()
    assert dict(later.state.resolved) == {("q", 1, 1): True}
    too_late = Game(plain([go({"tension": {NS: 5}, "in": 2}, forecasts=[asked])]))
    too_late.turn(south="go")
    too_late.turn()
    assert dict(too_late.state.resolved) == {("q", 1, 1): False}


def test_what_held_within_an_exchange_but_not_at_the_end_of_a_turn_does_not_count() -> None:
    asked = question("within 1", {"tension": {NS: ">= 45"}})
    relations = {NS: {"start": 40, "baseline": 40, "decay": 9}}
    game = Game(plain([go({"tension": {NS: 5}}, forecasts=[asked])], relations=relations))
    game.turn(south="go")
    assert dict(game.state.resolved) == {("q", 1, 1): False}


def test_a_forecast_of_the_end_waits_for_it() -> None:
    asked = question("end", {"tension": {NS: ">= 45"}})
    game = Game(plain([go({"tension": {NS: 5}}, forecasts=[asked])], turns=2))
    game.turn(south="go")
    assert dict(game.state.resolved) == {}
    game.turn()
    assert dict(game.state.resolved) == {("q", 1, 1): True}


def test_a_forecast_whose_time_had_not_come_when_the_game_ended_stays_unresolved() -> None:
    war = {"id": "war", "title": "War", "text": "War.", "when": {"tension": {NS: ">= 45"}}, "war": True}
    asked = [
        question("within 3", {"tension": {"north-ally": ">= 90"}}, "open", seats="south"),
        question("within 1", {"tension": {"north-ally": ">= 90"}}, "shut", seats="north"),
        question("end", {"tension": {NS: ">= 45"}}, "end"),
    ]
    game = Game(plain([go({"tension": {NS: 5}}, forecasts=asked[:2])], terminal=[war], forecasts=asked[2:]))
    game.turn(south="go")
    assert dict(game.state.resolved) == {("end", 1, 1): True, ("open", 1, 1): None, ("shut", 1, 1): False}


def test_no_seat_is_put_more_than_two_questions_a_turn() -> None:
    asked = [question("end", {"turn": ">= 1"}, key) for key in ("a", "b", "c")]
    game = Game(plain([go(forecasts=asked[1:])], forecasts=asked[:1]))
    game.tell("deal")
    assert [q.id for q in game.sight("south").questions] == ["a", "b"]


def test_a_standing_forecast_of_some_turns_is_put_on_those() -> None:
    asked = question("end", {"turn": ">= 1"}, turns=[2], seats=["north"])
    game = Game(plain(forecasts=[asked]))
    game.tell("deal")
    assert game.sight("north").questions == ()
    game.turn()
    game.tell("deal")
    assert [q.id for q in game.sight("north").questions] == ["q"]
    assert game.sight("south").questions == ()


def test_a_seat_that_is_asked_again_sees_what_it_said_the_last_time_once_that_counts() -> None:
    game = Game(plain(forecasts=[question("end", {"turn": ">= 1"}, seats=["north"])]))
    game.tell("deal")
    state(game, "north", "north-wait", q=80)
    assert [q.last for q in game.sight("north").questions] == [None]
    game.turn()
    game.tell("deal")
    assert [q.last for q in game.sight("north").questions] == [80]


def test_the_brier_score_is_the_square_of_the_distance_to_what_happened() -> None:
    asked = question("end", {"tension": {NS: ">= 45"}}, base=30)
    game = Game(plain([go({"tension": {NS: 5}}, forecasts=[asked])], turns=1))
    game.tell("deal")
    state(game, "north", "north-wait", q=80)
    state(game, "south", "go", q=50)
    state(game, "ally", "ally-wait", q=0)
    game.turn()
    found = {str(score.stated.seat): score for score in forecasts(game.book, game.state)}
    assert {seat: round(score.brier, 9) for seat, score in found.items()} == {
        "north": 0.04,
        "south": 0.25,
        "ally": 1.0,
    }
    assert round(found["ally"].base or 0, 9) == 0.49
    assert round(found["ally"].room, 9) == 0.25
    assert [seat.brier for seat in ending(game.book, game.state).seats] == [
        score.brier for score in found.values()
    ]


def test_a_forecast_that_was_not_stated_is_not_scored_and_an_older_one_is_forgotten() -> None:
    asked = question("end", {"turn": ">= 1"})
    game = Game(plain([go(forecasts=[asked])], turns=1))
    game.tell("deal")
    state(game, "south", "go", q=50)
    game.commit("south", "go")
    game.turn()
    assert forecasts(game.book, game.state) == ()
    assert ending(game.book, game.state).seats[1].brier is None
