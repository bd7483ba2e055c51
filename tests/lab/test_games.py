import pickle

import pytest

from wargame.content.measures import Measure
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.lab.games import STANDING, Outcome, forced, play
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table


def test_a_game_of_the_lab_is_the_game_that_the_table_plays(korea: Scenario) -> None:
    book = Book(korea, "90")
    table = Table(book, Unsaved(), VirtualClock())
    seed = seed_from(3)
    table.begin(begin(book, seed, holders(book, seed, (), None)))
    play_out(table)
    kept = play(book, 3)
    assert kept.numbers == table.state.numbers
    assert (kept.ending, kept.war, kept.turns) == (table.state.ending, table.state.war, table.state.turn)
    assert kept.points == table.state.points
    assert kept.drivers == table.state.fired


def test_the_same_seed_is_the_same_game(crisis: Scenario) -> None:
    book = Book(crisis)
    assert play(book, 5) == play(Book(crisis), 5)
    assert len({play(book, seed).decisions for seed in range(8)}) > 1


def test_an_outcome_travels_between_processes(korean_games: tuple[Outcome, ...]) -> None:
    assert pickle.loads(pickle.dumps(korean_games)) == korean_games


def test_every_seat_decides_every_turn_and_chooses_what_was_open(korean_games: tuple[Outcome, ...]) -> None:
    for outcome in korean_games:
        first = [decision for decision in outcome.decisions if decision.exchange == 1]
        assert len(first) == 6 * outcome.turns
        assert all(decision.option in decision.offered for decision in outcome.decisions)
        assert {decision.manner for decision in outcome.decisions} == {"chosen"}


def test_what_a_card_asked_is_told_from_what_stood_anyway(
    korean_games: tuple[Outcome, ...], korea: Scenario
) -> None:
    asks = {str(card.id): {str(seat) for seat in card.asks} for card in korea.cards}
    for outcome in korean_games:
        dealt = {(dealing.turn, dealing.exchange): dealing.card for dealing in outcome.dealt}
        for decision in outcome.decisions:
            card = dealt[decision.turn, decision.exchange]
            by_card = card is not None and decision.seat in asks[card]
            assert decision.ask == (card if by_card else STANDING)


def test_a_forced_intent_is_drawn_by_its_seat_and_changes_no_other_draw(korea: Scenario) -> None:
    made, free = Book(forced(korea, {"dprk": "prelude"})), Book(korea)
    for seed in range(4):
        drawn, left = play(made, seed).intents, play(free, seed).intents
        assert drawn == {**left, "dprk": "prelude"}


@pytest.mark.parametrize(
    ("seat", "intent", "said"),
    [
        ("west", "calm", "no seat 'west'"),
        ("east", "calm", "no seat 'east'"),
        ("south", "calm", "it has: none"),
        ("north", "rain", "it has: calm, storm"),
    ],
)
def test_an_intent_that_there_is_not_is_refused(crisis: Scenario, seat: str, intent: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        forced(crisis, {seat: intent})


def test_the_two_measures_of_war_are_the_wars(korea: Scenario) -> None:
    book = Book(forced(korea, {"dprk": "prelude"}))
    games = [play(book, seed) for seed in range(1, 11)]
    assert {game.war for game in games} == {True, False}
    for game in games:
        assert game.measures["war-after-prelude"] == game.war


def test_a_measure_that_held_once_is_lost_at_the_end_and_kept_for_ever(crisis: Scenario) -> None:
    dated = {"title": "It was November", "when": {"turn": "== 2"}}
    measures = [Measure.model_validate({"id": hold, "hold": hold, **dated}) for hold in ("end", "ever")]
    rules = crisis.rules.model_copy(update={"measures": tuple(measures)})
    outcome = play(Book(crisis.model_copy(update={"rules": rules})), 1)
    assert outcome.turns == 3
    assert outcome.measures == {"end": False, "ever": True}


def test_the_graph_is_read_only_where_a_measure_watches_it(
    crisis: Scenario, korean_games: tuple[Outcome, ...]
) -> None:
    assert play(Book(crisis), 1).graph == {}
    assert set(korean_games[0].graph) == {"balance", "blocs", "hostile"}
    assert korean_games[0].graph["blocs"].start == 0


def test_forecasts_are_scored_against_what_happened(korean_games: tuple[Outcome, ...]) -> None:
    forecasts = [forecast for outcome in korean_games for forecast in outcome.forecasts]
    assert forecasts
    for forecast in forecasts:
        assert forecast.brier == pytest.approx((forecast.percent / 100 - forecast.outcome) ** 2)
