"""Effects of an exchange: their order, clamping, costs, conditions, delays and flags."""

from tests.engine.playing import Game
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.engine.events import Applied

NS, NA, SA = "north-south", "north-ally", "south-ally"


def one_card(*effects: Json, turns: int = 4, **fields: object) -> Game:
    """Return a game in which the south is asked on the first turn: `go` has these effects."""
    asks = {"south": ask(option("stay"), option("go", *effects, **fields))}
    return Game(plain([card("first", asks, deal=on(1))], turns=turns))


def test_a_change_beyond_100_is_clamped_and_the_ledger_keeps_what_was_wanted() -> None:
    game = one_card({"tension": {NS: 90}}, {"tension": {NS: -5}})
    game.exchange(south="go")
    assert game.rows("direct") == [
        (NS, 90, 40, 100, "1.1/option/first/south/go"),
        (NS, -5, 100, 95, "1.1/option/first/south/go"),
    ]
    assert [entry.change.applied for entry in game.ledger(NS)] == [60, -5]


def test_a_change_below_0_is_clamped() -> None:
    game = one_card({"tracks": {"south.wealth": -45}})
    game.exchange(south="go")
    assert game.rows("direct") == [("south.wealth", -45, 30, 0, "1.1/option/first/south/go")]


def test_the_card_comes_first_then_seats_in_scenario_order_then_together_then_chances() -> None:
    asks = {
        "ally": ask(option("a", {"tension": {NS: 3}})),
        "north": ask(
            option("n", {"tension": {NS: 2}}, chances=[{"weight": 1, "effects": [{"tension": {NS: 5}}]}])
        ),
    }
    for one in asks.values():
        one["options"].append(option("other"))
    first = card(
        "first",
        asks,
        deal=on(1),
        effects=[{"tension": {NS: 1}}],
        together=[{"choices": {"north": ["n"]}, "effects": [{"tension": {NS: 4}}]}],
        chances=[{"weight": 1, "effects": [{"tension": {NS: 6}}]}],
    )
    game = Game(plain([first]))
    game.exchange()
    assert game.steps() == ["direct", "together", "chance", "chance"]
    assert [(e.change.wanted, e.change.cause) for e in game.ledger()] == [
        (1, "1.1/card/first"),
        (2, "1.1/option/first/north/n"),
        (3, "1.1/option/first/ally/a"),
        (4, "1.1/together/first/0"),
        (5, "1.1/chance/option/first/north/n/0"),
        (6, "1.1/chance/card/first/0"),
    ]


def test_each_effect_reads_what_the_one_before_left() -> None:
    game = one_card(
        {"tension": {NS: 10}},
        {"tension": {NA: 1}, "when": {"tension": {NS: ">= 50"}}},
        {"flags": {"set": ["alarm"]}},
        {"tension": {NA: 2}, "when": {"flags": ["alarm"]}},
    )
    game.exchange(south="go")
    assert game.number(NA) == 43


def test_else_is_made_when_the_condition_fails() -> None:
    game = one_card(
        {"tension": {NS: 10}, "when": {"tension": {NS: "> 40"}}, "else": [{"tension": {NS: -10}}]}
    )
    game.exchange(south="go")
    assert game.number(NS) == 30


def test_a_cost_is_a_need() -> None:
    game = one_card({"tension": {NS: 1}}, costs={"south.wealth": 31})
    game.tell("deal")
    no = game.no("commit", "south", option="go", rationale="Why not?")
    assert (no.code, no.sentence) == ("shut", "'Label go' is shut: it costs 31 South wealth, and you have 30")


def test_a_cost_is_taken_before_the_effects_of_its_option() -> None:
    game = one_card({"tracks": {"south.wealth": 5}}, costs={"south.wealth": 30})
    game.exchange(south="go")
    assert [(row[1], row[2], row[3]) for row in game.rows("direct")] == [(-30, 30, 0), (5, 0, 5)]


def test_a_need_shuts_an_option_and_says_what_the_seat_may_know() -> None:
    needs = {"tracks": {"south.nerve": ">= 60", "north.nerve": ">= 90"}, "tension": {NS: "< 40"}}
    game = one_card(needs=needs)
    game.tell("deal")
    no = game.no("commit", "south", option="go", rationale="Why not?")
    assert no.sentence == (
        "'Label go' is shut: it needs North-South tension under 40, and it is 40; "
        "it needs South nerve 60 or more, and it is 50"
    )


def test_a_need_that_rests_on_another_seat_alone_gives_no_reason() -> None:
    game = one_card(needs={"tracks": {"north.nerve": ">= 90"}})
    game.tell("deal")
    assert (
        game.no("commit", "south", option="go", rationale="So.").sentence
        == "'Label go' is shut: it is not possible now"
    )


def test_a_delayed_effect_comes_first_in_its_turn_and_keeps_its_first_cause() -> None:
    game = one_card({"tension": {NS: 7}, "in": 2})
    game.turn(south="go")
    game.turn()
    assert game.number(NS) == 40
    game.exchange(south="south-act")
    assert game.rows("due") == [(NS, 7, 40, 47, "1.1/option/first/south/go")]
    assert game.state.delayed == ()


def test_the_condition_of_a_delayed_effect_is_read_when_it_is_decided() -> None:
    game = one_card({"tension": {NS: 7}, "in": 1, "when": {"tension": {NA: "== 40"}}}, {"tension": {NA: 5}})
    game.turn(south="go")
    game.turn()
    assert game.number(NS) == 47


def test_a_delayed_effect_that_falls_after_the_last_turn_never_comes() -> None:
    game = one_card({"tension": {NS: 7}, "in": 1}, turns=1)
    game.turn(south="go")
    assert game.state.phase == "ended"
    assert game.number(NS) == 40


def test_a_flag_set_for_one_is_gone_when_one_more_turn_has_ended() -> None:
    source = plain(
        [
            card(
                "first",
                {"south": ask(option("go", {"flags": {"set": ["alarm"], "for": 1}}), option("stay"))},
                deal=on(1),
            )
        ]
    )
    source["rules"]["flags"] = {"alarm": {"about": "Alarm."}}
    game = Game(source)
    game.turn()
    assert "alarm" in game.state.flags
    game.turn()
    assert game.state.turn == 3
    assert "alarm" not in game.state.flags


def test_a_flag_without_a_time_stays_until_it_is_cleared() -> None:
    go = option("go", {"flags": {"set": ["alarm"]}}, {"flags": {"clear": ["alarm"]}, "in": 2})
    game = Game(plain([card("first", {"south": ask(go, option("stay"))}, deal=on(1))]))
    game.turn()
    game.turn()
    assert dict(game.state.flags) == {"alarm": None}
    game.turn()
    assert dict(game.state.flags) == {}


def test_a_step_that_changes_nothing_tells_nothing() -> None:
    game = one_card()
    game.exchange()
    assert not [event for event in game.events if isinstance(event, Applied)]
