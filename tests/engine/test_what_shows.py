"""What is told to nobody: that something secret happened, which of two like acts it was, telling odds."""

from typing import Any

import pytest

from tests.engine.playing import TABLE, Game
from tests.engine.scenarios import SEATS, Json, ask, card, on, option, plain
from tests.engine.test_secrecy import heard, told
from wargame.content.base import OBSERVER, SeatId
from wargame.content.conditions import Condition
from wargame.engine.known import JUDGED
from wargame.engine.ledger import Explained, explain

NS = "north-south"
NERVE = {"tracks": {"north.nerve": ">= 50"}}
STRONG, WEAK = {"tracks": {"north.nerve": 10}}, {"tracks": {"north.nerve": -10}}


def kinds(game: Game, seat: str) -> list[str]:
    """Return what a seat is told of the last record, by kind and step."""
    return [str(event.get("step", event["kind"])) for event in heard(game, seat)]


def driver(**fields: Any) -> Json:
    return {"drivers": [{"id": "hardship", "title": "Hardship", "when": NERVE, **fields}]}


def test_a_rule_that_works_in_secret_is_told_only_where_it_shows() -> None:
    game = Game(plain(**driver(effects=[{"tracks": {"south.nerve": -2}}])))
    game.exchange()
    game.tell("proceed")
    assert "driver" in [event.step for event in game.events if event.kind == "applied"]  # type: ignore[union-attr]
    shows = {seat: "driver" in kinds(game, seat) for seat in (*SEATS, OBSERVER)}
    assert shows == {"north": False, "south": True, "ally": False, "observer": False}


def test_a_combination_of_which_nothing_shows_is_told_to_nobody() -> None:
    together = [{"choices": {"south": "first-yes"}, "effects": [{"tracks": {"north.nerve": 1}}]}]
    game = Game(plain([card("first", deal=on(1), together=together)]))
    game.exchange(south="first-yes")
    assert {seat: "together" in kinds(game, seat) for seat in SEATS} == {
        "north": True,
        "south": False,
        "ally": False,
    }


def test_a_combination_is_named_by_its_seats_in_the_order_of_the_scenario() -> None:
    asks = {seat: ask(option(f"{seat}-no"), option(f"{seat}-yes")) for seat in ("north", "south")}
    together = [{"choices": {"south": "south-no", "north": "north-no"}, "effects": [{"tension": {NS: 1}}]}]
    game = Game(plain([card("first", asks, deal=on(1), together=together)]))
    game.exchange()
    assert [row[4] for row in told(game, "ally")["applied"]["changes"]] == [
        "what North and South chose together"
    ]  # type: ignore[attr-defined]


def test_a_seat_that_thinks_again_is_not_seen_to() -> None:
    game = Game(plain(), clock=True)
    game.tell("deal")
    seen = []
    for kind, fields in (("sit", {}), ("commit", {"option": "south-act"})) * 2:
        because = {"rationale": "Because."} if kind == "commit" else {}
        game.tell(kind, "south", **fields, **because)
        assert set(told(game, "south")) == {"sat" if kind == "sit" else "committed"}
        seen.append(set(told(game, "north")))
    assert seen == [set(), {"committed"}, set(), set()]
    assert game.here.until == {} and game.sight("north").until is None


def test_a_clock_that_runs_out_on_an_envelope_is_told_to_its_seat_alone() -> None:
    game = Game(plain(), clock=True)
    game.tell("deal")
    game.tell("sit", "south")
    game.commit("south", "south-act")
    game.tell("sit", "south")
    game.tell("sit", "ally")
    for seat in ("south", "ally"):
        game.tell("expire", TABLE, at=10**6, seat=seat)
        assert set(told(game, seat)) == {"ran-out"}
        assert set(told(game, "north")) == ({"ran-out"} if seat == "ally" else set())
    assert game.sight("south").late == ("south", "ally")
    assert game.sight("north").late == ("ally",)


def test_how_a_forecast_came_out_is_told_to_no_seat_before_the_end() -> None:
    question = {"id": "q", "question": "Nerve?", "when": NERVE, "resolves": "reveal"}
    game = Game(plain([card("first", deal=on(1), forecasts=[question])]))
    game.exchange()
    assert "resolved" in [event.kind for event in game.events]
    assert not any("resolved" in told(game, seat) for seat in (*SEATS, OBSERVER))


def rolled(chances: list[Json], **rules: Any) -> Game:
    """Return a game in which the north has taken an option with these chances."""
    bold = option("bold", chances=chances)
    game = Game(plain([card("first", {"north": ask(option("meek"), bold)}, deal=on(1))], **rules))
    game.exchange(north="bold")
    return game


def odds(game: Game, seat: str) -> list[tuple[int, ...]]:
    """Return the weights that a seat is told of the last rolls, as the events and as its sight tell them."""
    events = [event["roll"] for event in heard(game, seat) if "roll" in event]
    by_event = [event.get("weights", ()) for event in events]  # type: ignore[attr-defined]
    by_sight = [roll.weights for roll in game.sight(seat).rolls]
    assert by_event == by_sight
    return by_sight


@pytest.mark.parametrize("when", [NERVE, {"not": NERVE}, {"any": [NERVE, {"tension": {NS: ">= 90"}}]}])
def test_odds_that_rest_on_a_track_are_told_to_its_seat_alone(when: Json) -> None:
    game = rolled([{"weight": 1, "more": [{"weight": 1, "when": when}], "news": "So."}])
    assert [len(odds(game, seat)[0]) for seat in (*SEATS, OBSERVER)] == [1, 0, 0, 0]
    assert {roll.outcome for seat in ("south", OBSERVER) for roll in game.sight(seat).rolls} == {None}
    assert {roll.news for roll in game.sight("south").rolls} == {"So."}


def test_when_the_game_is_over_all_odds_are_told() -> None:
    chances = [{"weight": 1}, {"weight": 2, "when": NERVE}]
    game = Game(plain([card("first", deal=on(1), chances=chances)], turns=1))
    game.exchange()
    assert odds(game, "south") == []
    game.tell("proceed")
    assert [roll.weights for roll in game.sight("south").rolls] == [(1, 2)]


def test_odds_that_rest_on_a_secret_flag_are_told_to_those_who_know_of_it() -> None:
    flags = {"mined": {"about": "Mined.", "secret": True, "known-to": ["ally"]}}
    game = rolled([{"weight": 3, "when": {"not": {"flags": ["mined"]}}, "news": "So."}], flags=flags)
    assert {seat: odds(game, seat) for seat in SEATS} == {"north": [()], "south": [()], "ally": [(3,)]}


def test_odds_that_rest_on_what_all_know_are_told_to_all() -> None:
    when = {"tension": {NS: ">= 1"}, "turn": ">= 1", "not": {"late": "south"}}
    game = rolled([{"weight": 1, "more": [{"weight": 2, "when": when}], "news": "So."}])
    assert [odds(game, seat) for seat in (*SEATS, OBSERVER)] == [[(3,)]] * 4


def test_a_roll_of_which_nothing_shows_is_told_to_those_who_know_that_it_was_made() -> None:
    alike = option("meek", shown_as="Label bold"), option("bold", chances=[{"weight": 1}])
    apart = option("meek"), option("bold", chances=[{"weight": 1}])
    for options, expected in ((apart, [1, 1, 1]), (alike, [1, 0, 0])):
        game = Game(plain([card("first", {"north": ask(*options)}, deal=on(1))]))
        game.exchange(north="bold")
        assert [len(odds(game, seat)) for seat in SEATS] == expected
    for effects, expected in (([], [1, 0, 0]), ([{"tracks": {"south.nerve": 1}}], [0, 1, 0])):
        game = Game(plain(**driver(chances=[{"weight": 1, "effects": effects}])))
        game.exchange()
        game.tell("proceed")
        assert [len(odds(game, seat)) for seat in SEATS] == expected


def test_odds_are_told_to_those_from_whom_no_outcome_could_hide_anything() -> None:
    shown, hidden = {"tension": {NS: 1}}, {"tracks": {"south.nerve": 1}}
    for one, other, expected in (
        ([shown], [], [True, True, True]),
        ([shown], [shown, hidden], [False, True, False]),
        ([shown], [{**shown, "in": 1}], [False, False, False]),
        ([shown], [{**shown, "when": {"turn": "> 9"}, "else": [hidden]}], [False, True, False]),
    ):
        game = rolled(
            [{"weight": 1, "effects": one}, {"weight": 1, "effects": other, "when": {"turn": "> 5"}}]
        )
        assert [odds(game, seat) == [(1, 0)] for seat in SEATS] == expected
        apart = [{"weight": 1, "effects": one}, {"weight": 1, "effects": other, "news": "Not so."}]
        assert [len(roll) for seat in SEATS for roll in odds(rolled(apart), seat)] == [2, 2, 2]


def test_of_an_act_that_is_shown_as_another_all_is_told_as_of_the_other() -> None:
    """Both options do the same; one is really called so. Nobody but their seat can tell which it was."""
    train, raid = (trained(key) for key in ("train", "raid"))
    for step in ("reveal", "end of turn"):
        for seat in ("south", "ally", OBSERVER):
            assert heard(train, seat) == heard(raid, seat), step
            assert train.sight(seat) == raid.sight(seat), step
            assert reasons(train, seat) == reasons(raid, seat), step
        assert train.sight("north") != raid.sight("north")
        if step == "reveal":
            train.tell("proceed")
            raid.tell("proceed")


def trained(key: str) -> Game:
    """Return a game in which the north has trained, or raided, shown as training."""
    chances = [{"weight": 2, "news": "A boat sank.", "effects": [{"tension": {NS: 2}}]}]
    does = {"tension": {NS: 5, "north-ally": 1}, "tracks": {"ally.nerve": -1}}
    train = option("train", does, {"flags": {"set": ["seen"], "for": 1}}, chances=chances, label="Train")
    raid = option("raid", does, {"flags": {"set": ["seen"], "for": 2}}, chances=chances, label="Raid")
    raid |= {"shown-as": "Train", "tags": ["force"]}
    asks = {"north": ask(option("rest"), train, raid), "south": ask(option("hold"), option("fire"))}
    together = [
        {"choices": {"north": name, "south": "hold"}, "effects": [{"tension": {NS: 1}}]}
        for name in ("train", "raid")
    ]
    game = Game(
        plain(
            [card("first", asks, deal=on(1), together=together)],
            couplings=[{"from": NS, "to": "south-ally", "percent": 50}],
            flags={"seen": {"about": "It was seen."}},
            tags={"force": "Force."},
        )
    )
    game.exchange(north=key)
    return game


def reasons(game: Game, seat: str) -> list[tuple[Explained, ...]]:
    """Return all that a seat is told of why numbers are what they are."""
    return [explain(game.book, game.state, SeatId(seat), number) for number in game.book.numbers]


def test_of_what_a_condition_may_read_nothing_is_forgotten_where_it_is_asked_who_knows_it() -> None:
    assert set(Condition.model_fields) == JUDGED, "a field that is not named there is known to nobody"
