"""Dealing: follow-ups, dated cards, the draw, injects, quiet turns, and who is asked."""

from typing import Any

from tests.engine.playing import Game
from tests.engine.scenarios import Json, ask, card, on, option, plain
from wargame.content.base import SeatId

NS = "north-south"


def dealt(game: Game) -> list[tuple[int, str | None, str]]:
    """Return the turn, card and origin of every exchange so far."""
    exchanges = [*game.state.past, *((game.state.turn, exchange) for exchange in game.state.exchanges)]
    return [(turn, exchange.card, exchange.origin) for turn, exchange in exchanges]


def leads(key: str, *follow_ups: Json, **fields: Any) -> Json:
    """Return a card whose default brings about other cards."""
    asks = {"south": ask(option(f"{key}-go", next=list(follow_ups)), option(f"{key}-no"))}
    return card(key, asks, **fields)


def played(
    *cards: Json, turns: int = 4, length: str | None = None, **rules: Any
) -> list[tuple[int, str | None, str]]:
    game = Game(plain(cards, turns=turns, **rules), length=length)
    game.play_out()
    return dealt(game)


def test_a_follow_up_in_0_opens_the_next_exchange_of_the_same_turn() -> None:
    cards = [leads("first", {"card": "second", "in": 0}, deal=on(1)), card("second")]
    assert played(*cards, turns=2) == [(1, "first", "dated"), (1, "second", "at-once"), (2, None, "quiet")]


def test_a_turn_has_three_exchanges_at_most_and_the_rest_waits_a_turn() -> None:
    chain = [leads(key, {"card": then}) for key, then in (("b", "c"), ("c", "d"), ("d", "e"))]
    cards = [leads("a", {"card": "b"}, deal=on(1)), *chain, card("e")]
    assert played(*cards, turns=3) == [
        (1, "a", "dated"),
        (1, "b", "at-once"),
        (1, "c", "at-once"),
        (2, "d", "follow-up"),
        (2, "e", "at-once"),
        (3, None, "quiet"),
    ]


def test_two_cards_brought_about_at_once_come_in_written_order() -> None:
    cards = [leads("a", {"card": "c"}, {"card": "b"}, deal=on(1)), card("b"), card("c")]
    assert [entry[1] for entry in played(*cards, turns=1)] == ["a", "c", "b"]


def test_follow_ups_take_the_place_of_the_headline_and_the_rest_waits() -> None:
    cards = [
        leads("a", {"card": "b", "in": 1}, {"card": "c", "in": 1}, deal=on(1)),
        card("b"),
        card("c"),
        card("dated", deal=on(2)),
    ]
    assert played(*cards) == [
        (1, "a", "dated"),
        (2, "b", "follow-up"),
        (3, "c", "follow-up"),
        (4, "dated", "dated"),
    ]


def test_a_follow_up_comes_only_if_its_condition_holds() -> None:
    cards = [leads("a", {"card": "b", "in": 1, "when": {"tension": {NS: "> 40"}}}, deal=on(1)), card("b")]
    assert played(*cards, turns=2)[1:] == [(2, None, "quiet")]


def test_a_driver_schedules_for_the_next_turn_also_with_in_0() -> None:
    driver = {"id": "fear", "title": "Fear", "when": {"turn": "== 1"}, "next": [{"card": "b", "in": 0}]}
    assert played(card("b"), turns=2, drivers=[driver]) == [(1, None, "quiet"), (2, "b", "follow-up")]


def test_a_card_that_is_to_follow_is_not_drawn_before() -> None:
    cards = [leads("a", {"card": "b", "in": 2}, deal=on(1)), card("b", deal={"weight": 100})]
    assert played(*cards, turns=3) == [(1, "a", "dated"), (2, None, "quiet"), (3, "b", "follow-up")]


def test_a_dated_card_falls_on_the_next_played_month() -> None:
    lengths = {"cut": {"minutes": 60, "turns": [2, 5, 7], "turn": 5, "sitting": 60}}
    cards = [card("march", deal=on(3)), card("july", deal=on(7)), card("august", deal=on(8))]
    found = played(*cards, lengths=lengths, length="cut")
    assert found == [(1, None, "quiet"), (2, "march", "dated"), (3, "july", "dated")]


def test_a_dated_card_waits_until_its_condition_holds() -> None:
    waits = card("waits", deal={**on(1), "when": {"turn": ">= 3"}})
    assert played(waits, turns=3)[2] == (3, "waits", "dated")


def test_a_turn_of_two_headlines_deals_two() -> None:
    cards = [card("a", deal=on(1)), card("b", deal=on(1)), card("c", deal=on(1)), card("d", deal=on(3))]
    found = played(*cards, turns=3, deal={"double": [2]})
    assert found == [(1, "a", "dated"), (2, "b", "dated"), (2, "c", "dated"), (3, "d", "dated")]


def test_each_copy_of_a_card_is_dealt_once() -> None:
    cards = [card("twice", deal={"weight": 1}, copies=2)]
    assert [entry[1] for entry in played(*cards)] == ["twice", "twice", None, None]


def test_only_eligible_cards_are_drawn_and_by_weight() -> None:
    cards = [
        card("heavy", deal={"weight": 30}),
        card("light", deal={"weight": 10}),
        card("never", deal={"weight": 90, "when": {"tension": {NS: "> 40"}}}),
    ]
    made = Game(plain(cards)).book
    drawn = [Game(made, seed) for seed in range(200)]
    for game in drawn:
        game.tell("deal")
    found = [game.here.card for game in drawn]
    assert set(found) == {"heavy", "light"}
    assert 125 < sum(card == "heavy" for card in found) < 175


def test_the_rules_add_to_the_weight_of_a_tag_and_never_below_nothing() -> None:
    more = [{"weight": 9, "when": {"turn": "== 1"}}, {"weight": -40, "when": {"turn": "== 2"}}]
    source = plain(
        [card("a", deal={"weight": 1}, tags=["hot"], copies=3)],
        deal={"weights": [{"tag": "hot", "more": more}]},
    )
    game = Game(source)
    game.play_out()
    assert [entry[1] for entry in dealt(game)] == ["a", None, "a", "a"]


def test_with_nothing_eligible_the_turn_is_quiet_and_every_seat_gets_its_standing_ask() -> None:
    game = Game(plain())
    game.tell("deal")
    assert (game.here.card, game.here.origin) == (None, "quiet")
    assert dict(game.here.asked) == {"north": "standing", "south": "standing", "ally": "standing"}


def test_a_turn_that_begins_quiet_stays_quiet_whatever_its_standing_moves_make_eligible() -> None:
    standing = ask(option("south-wait"), option("south-push", {"tension": {NS: 5}}))
    source = plain(
        [card("hot", deal={"when": {"tension": {NS: "> 40"}}})], seats={"south": {"standing": standing}}
    )
    game = Game(source)
    game.turn(south="south-push")
    game.turn()
    assert dealt(game) == [(1, None, "quiet"), (2, "hot", "draw")]


def test_a_standing_move_can_bring_about_a_card_at_once_on_a_quiet_turn() -> None:
    standing = ask(option("south-wait"), option("south-push", next=[{"card": "hot"}]))
    game = Game(plain([card("hot")], seats={"south": {"standing": standing}}))
    game.turn(south="south-push")
    assert dealt(game) == [(1, None, "quiet"), (1, "hot", "at-once")]


def test_standing_asks_come_only_in_a_turns_first_exchange() -> None:
    game = Game(plain([leads("first", {"card": "second"}, deal=on(1)), card("second")]))
    game.exchange()
    assert dict(game.here.asked) == {"north": "standing", "south": "card", "ally": "standing"}
    game.tell("proceed")
    assert dict(game.here.asked) == {"south": "card"}


def test_an_inject_opens_an_exchange_of_its_own_and_the_headline_still_comes() -> None:
    game = Game(plain([card("dated", deal=on(1)), card("inject")]))
    game.tell("inject", card="inject", reason="For the lesson.")
    game.exchange()
    assert game.here.asked[SeatId("ally")] == "standing"
    game.turn()
    assert dealt(game) == [(1, "inject", "inject"), (1, "dated", "dated")]


def test_an_inject_beyond_the_third_exchange_waits_a_turn() -> None:
    cards = [leads("a", {"card": "b"}, deal=on(1)), leads("b", {"card": "c"}), card("c"), card("late")]
    game = Game(plain(cards))
    game.exchange()
    game.exchange()
    game.exchange()
    game.tell("inject", card="late", reason="For the lesson.")
    game.turn()
    game.turn()
    assert dealt(game)[3] == (2, "late", "inject")


def test_a_card_may_be_injected_again_once_it_is_no_longer_on_the_table() -> None:
    game = Game(plain([card("a", deal=on(1))]))
    game.tell("deal")
    assert game.no("inject", card="a", reason="Again.").code == "on-the-table"
    game.turn()
    game.tell("inject", card="a", reason="Again.")
    game.turn()
    assert dealt(game) == [(1, "a", "dated"), (2, "a", "inject")]
    assert game.state.piles.draw == ()


def test_every_seat_sees_the_situation_and_only_its_own_options() -> None:
    game = Game(plain([card("first", deal=on(1))]))
    game.tell("deal")
    north, south = game.sight("north"), game.sight("south")
    assert north.card is not None and north.card == south.card
    assert north.ask is not None and south.ask is not None
    assert [option.id for option in north.ask.options] == ["north-wait", "north-act"]
    assert [option.id for option in south.ask.options] == ["first-no", "first-yes"]
