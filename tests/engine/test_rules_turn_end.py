"""The end of a turn: spillover, drivers, terminal conditions, decay and the facilitator's rulings."""

from typing import Any

from tests.engine.playing import Game
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.engine.events import Applied, TurnEnded
from wargame.engine.ledger import explain

NS, NA, SA = "north-south", "north-ally", "south-ally"


def moved(*effects: Json, turns: int = 3, cards: tuple[Json, ...] = (), **rules: Any) -> Game:
    """Return a game whose first turn ends after these effects."""
    first = card("first", {"south": ask(option("go", *effects), option("stay"))}, deal=on(1))
    game = Game(plain([first, *cards], turns=turns, **rules))
    game.turn()
    return game


def coupling(source: str, target: str, percent: int) -> Json:
    return {"from": source, "to": target, "percent": percent}


def test_spillover_is_rounded_toward_zero_both_ways() -> None:
    up = moved({"tension": {NS: 9}}, couplings=[coupling(NS, NA, 50), coupling(NS, SA, -50)], hops=1)
    assert up.rows("spillover") == [
        (NA, 4, 40, 44, f"1/coupling/{NS}/{NA}/1"),
        (SA, -4, 40, 36, f"1/coupling/{NS}/{SA}/1"),
    ]
    down = moved({"tension": {NS: -9}}, couplings=[coupling(NS, NA, 50), coupling(NS, SA, -50)], hops=1)
    assert [row[1] for row in down.rows("spillover")] == [-4, 4]


def test_spillover_carries_the_net_applied_change_of_the_turn() -> None:
    game = moved({"tension": {NS: 90}}, {"tension": {NS: -20}}, couplings=[coupling(NS, NA, 10)], hops=1)
    assert game.rows("spillover") == [(NA, 4, 40, 44, f"1/coupling/{NS}/{NA}/1")]


def test_all_couplings_of_a_hop_read_the_same_changes() -> None:
    game = moved({"tension": {NS: 20}}, couplings=[coupling(NS, NA, 50), coupling(NA, SA, 50)], hops=1)
    assert game.number(NA) == 50
    assert game.number(SA) == 40


def test_the_next_hop_carries_only_what_the_hop_before_changed() -> None:
    game = moved(
        {"tension": {NS: 20, NA: 10}}, couplings=[coupling(NS, NA, 50), coupling(NA, SA, 50)], hops=2
    )
    assert game.rows("spillover") == [
        (NA, 10, 50, 60, f"1/coupling/{NS}/{NA}/1"),
        (SA, 5, 40, 45, f"1/coupling/{NA}/{SA}/1"),
        (SA, 5, 45, 50, f"1/coupling/{NA}/{SA}/2"),
    ]


def test_a_clamped_hop_passes_on_what_was_applied() -> None:
    game = moved(
        {"tension": {NS: 50, NA: 58}}, couplings=[coupling(NS, NA, 100), coupling(NA, SA, 100)], hops=2
    )
    assert [(row[0], row[1], row[3] - row[2]) for row in game.rows("spillover")] == [
        (NA, 50, 2),
        (SA, 58, 58),
        (SA, 2, 2),
    ]


def test_spillover_is_explained_by_the_choices_behind_it_in_whole_shares() -> None:
    asks = {
        "south": ask(option("s", {"tension": {NS: 7}}), option("other")),
        "north": ask(option("n", {"tension": {NS: 4}}), option("quiet")),
    }
    game = Game(plain([card("first", asks, deal=on(1))], couplings=[coupling(NS, NA, 50)], hops=1))
    game.turn()
    newest = explain(game.book, game.state, "south", NA)[0]  # type: ignore[arg-type]
    assert (newest.before, newest.after, newest.cause) == (40, 45, "spillover from North-South tension")
    assert newest.shares == (("North: Label n", 2), ("South: Label s", 3))


def test_a_driver_works_every_turn_and_reads_what_spillover_left() -> None:
    driver = {
        "id": "fear",
        "title": "Fear",
        "when": {"tension": {NA: ">= 45"}},
        "effects": [{"tension": {NA: 1}}],
    }
    game = moved({"tension": {NS: 10}}, couplings=[coupling(NS, NA, 50)], hops=1, drivers=[driver])
    assert game.steps() == ["spillover", "driver"]
    game.turn()
    assert [entry.change.cause for entry in game.ledger(NA)][1:] == ["1/driver/fear", "2/driver/fear"]


def test_a_driver_with_once_works_once_a_game() -> None:
    driver = {
        "id": "fear",
        "title": "Fear",
        "when": {"turn": ">= 1"},
        "once": True,
        "effects": [{"tension": {NA: 1}}],
    }
    game = moved(drivers=[driver])
    game.play_out()
    assert game.number(NA) == 41
    assert game.state.fired == (("fear", 1),)


def test_drivers_do_not_spill() -> None:
    driver = {"id": "fear", "title": "Fear", "when": {"turn": "== 1"}, "effects": [{"tension": {NS: 30}}]}
    game = moved(couplings=[coupling(NS, NA, 50)], drivers=[driver])
    game.turn()
    assert (game.number(NS), game.number(NA)) == (70, 40)


def test_drivers_read_the_tags_and_the_lateness_of_the_whole_turn() -> None:
    drivers = [
        {
            "id": "force",
            "title": "Force",
            "when": {"chosen": {"south": "force"}},
            "effects": [{"tension": {NS: 1}}],
        },
        {"id": "anyone", "title": "Anyone", "when": {"chosen": "force"}, "effects": [{"tension": {NS: 2}}]},
        {"id": "late", "title": "Late", "when": {"late": "south"}, "effects": [{"tension": {NS: 4}}]},
    ]
    hit = card(
        "first",
        {"south": ask(option("hit", tags=["force"], next=[{"card": "then"}]), option("no"))},
        deal=on(1),
    )
    game = Game(plain([hit, card("then")], drivers=drivers))
    game.turn()
    assert game.number(NS) == 43
    game.turn()
    assert game.number(NS) == 43


def test_decay_moves_toward_the_baseline_by_so_much_and_stops_there() -> None:
    game = moved(
        {"tension": {NS: 8}},
        relations={
            NS: {"start": 40, "baseline": 40, "decay": 5},
            NA: {"start": 37, "baseline": 40, "decay": 5},
        },
    )
    assert game.rows("decay") == [
        (NS, -5, 48, 43, f"1/decay/{NS}"),
        (NA, 3, 37, 40, f"1/decay/{NA}"),
    ]
    game.turn()
    assert game.rows("decay") == [(NS, -3, 43, 40, f"2/decay/{NS}")]


def test_decay_stops_at_the_floor_and_does_not_lift_to_it() -> None:
    def after(start: int) -> int:
        relation = {"start": start, "baseline": 20, "decay": 10, "floor": 50}
        return moved(relations={NS: relation}).number(NS)

    assert after(55) == 50
    assert after(50) == 50
    assert after(45) == 45
    assert after(15) == 20


def terminal(key: str, when: Json, **fields: Any) -> Json:
    return {"id": key, "title": key.title(), "text": "Over.", "when": when, **fields}


def test_terminal_conditions_are_read_before_decay_and_the_game_ends_there() -> None:
    game = moved(
        {"tension": {NS: 52}},
        relations={NS: {"start": 40, "baseline": 40, "decay": 10}},
        terminal=[terminal("war", {"tension": {NS: ">= 92"}}, war=True)],
    )
    assert (game.state.phase, game.state.ending, game.state.war) == ("ended", "war", True)
    assert game.number(NS) == 92
    assert "decay" not in game.steps()


def test_a_terminal_condition_counts_only_from_its_calendar_turn_on() -> None:
    game = moved(terminal=[terminal("peace", {"tension": {NS: "< 50"}}, **{"from": 3})], turns=4)
    game.turn()
    assert game.state.phase == "brief"
    game.turn()
    assert (game.state.turn, game.state.ending) == (3, "peace")


def test_the_first_terminal_condition_that_holds_names_the_ending() -> None:
    always: Json = {"turn": ">= 1"}
    assert moved(terminal=[terminal("one", always), terminal("two", always)]).state.ending == "one"


def test_without_a_terminal_condition_the_calendar_ends_the_game() -> None:
    game = moved(turns=1)
    assert (game.state.phase, game.state.ending, game.state.war) == ("ended", "calendar", False)


def test_rulings_come_last_in_the_order_in_which_they_were_given() -> None:
    game = Game(plain(relations={NS: {"start": 60, "baseline": 40, "decay": 5}}))
    game.tell("rule-number", number=NS, value=90, reason="A test.")
    game.tell("rule-number", number=NS, value=70, reason="Second thoughts.")
    game.turn()
    assert game.steps() == ["decay", "ruling"]
    assert game.rows("ruling") == [(NS, 35, 55, 90, "1/ruling/0"), (NS, -20, 90, 70, "1/ruling/1")]
    game.turn()
    assert game.number(NS) == 65


def test_a_ruling_that_changes_nothing_is_used_up() -> None:
    game = Game(plain())
    game.tell("rule-number", number=NS, value=40, reason="A test.")
    game.turn()
    assert game.state.ruled_numbers == ()
    assert [event.changes for event in game.events if isinstance(event, Applied)] == [()]


def test_rungs_are_compared_at_the_start_and_the_end_of_the_turn() -> None:
    game = moved({"tension": {NS: 45}}, {"tension": {NS: -20}}, {"tension": {NA: 50}}, {"tension": {NA: -50}})
    ended = next(event for event in game.events if isinstance(event, TurnEnded))
    assert [(c.relation, c.before, c.after) for c in ended.crossings] == [(NS, "Confrontation", "Crisis")]
    assert game.sight("ally").crossings == ((1, "North-South tension", "Confrontation", "Crisis"),)
