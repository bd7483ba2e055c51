"""What if: one choice is exchanged and all else stays, also what the others had in their envelopes."""

from pathlib import Path
from typing import Any

import pytest

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.engine.scenarios import ask, card, on, option, plain
from tests.study.games import saved
from wargame.content.base import SeatId
from wargame.journal.game import Game as Loaded
from wargame.lab.onward import Onward, handed_over, play_on
from wargame.play.names import Names
from wargame.play.setup import seed_from
from wargame.study.crossroads import (
    Crossroads,
    NoWhatIf,
    crossroads,
    exchange_at,
    free,
    number_named,
    turning,
)
from wargame.study.replay import Replay
from wargame.study.whatif import COLUMNS, odds, rows

NORTH, SOUTH, ALLY = SeatId("north"), SeatId("south"), SeatId("ally")


def small() -> dict[str, Any]:
    """Return a scenario whose one card decides the end: no chance, and one answer that is war."""
    source = plain(
        [
            card(
                "boats",
                {
                    "south": ask(
                        option("wait", {"tension": {"north-south": -5}}),
                        option("fire", {"tension": {"north-south": 30}}),
                        option("buy", costs={"south.nerve": 40}),
                        option("sue", costs={"south.nerve": 90}),
                    ),
                    "ally": ask(option("hold"), option("scold", {"tension": {"north-south": 1}})),
                },
                deal=on(1),
            )
        ],
        turns=2,
        terminal=[
            {
                "id": "war",
                "title": "War",
                "when": {"tension": {"north-south": ">= 70"}},
                "text": "War.",
                "war": True,
            }
        ],
        seats={
            "south": {
                "objectives": [
                    {
                        "id": "brave",
                        "text": "Keep your nerve.",
                        "when": {"tracks": {"south.nerve": ">= 50"}},
                        "points": 3,
                    }
                ]
            }
        },
    )
    return source


def replayed(game: Game) -> Replay:
    return Replay(Loaded(game.book, game.begin, tuple(game.records), game.state, "", True))  # type: ignore[arg-type]


@pytest.fixture
def game() -> Replay:
    """Return the small game, played by people: south waits, ally scolds."""
    made = Game(small(), 3)
    made.exchange(south="wait", ally="scold")
    made.play_out()
    return replayed(made)


def at_the_card(replay: Replay, *seats: SeatId, numbers: tuple[str, ...] = ()) -> Crossroads:
    return crossroads(replay, exchange_at(replay, 1), seats, numbers)


def test_the_ways_are_what_was_taken_and_every_option_that_was_open(game: Replay) -> None:
    here = at_the_card(game)
    assert (here.turn, here.exchange, here.title, here.numbers) == (1, 1, "Card boats", ("north-south",))
    assert [question.seat for question in here.questions] == [SOUTH, ALLY]
    south = here.questions[0]
    assert [(way.option, way.taken) for way in south.ways] == [
        ("wait", True),
        ("fire", False),
        ("buy", False),
    ]
    ((label, why),) = south.closed
    assert label == "Label sue" and "it costs 90" in why


def test_what_the_others_had_in_their_envelopes_stays_there(game: Replay) -> None:
    for way in at_the_card(game, SOUTH).questions[0].ways:
        envelopes = way.state.exchanges[-1].envelopes
        assert envelopes[SOUTH].option == way.option
        assert envelopes[ALLY].option == "scold"


def test_without_chance_the_odds_are_what_the_rules_make_of_each_option(game: Replay) -> None:
    here = at_the_card(game, SOUTH, numbers=("north-south", "south.nerve"))
    told = odds(game, (here,), 4, 1)
    found = {
        way.option: {(f.kind, f.of): f.estimate.value for f in told[here.at, SOUTH, at]}
        for at, way in enumerate(here.questions[0].ways)
    }
    # Tension starts at 40, and the ally adds 1; nerve starts at 50; from 70 on there is war, which ends it.
    war, tension, nerve, brave = (
        ("war", ""),
        ("number", "north-south"),
        ("number", "south.nerve"),
        ("objective", "brave"),
    )
    assert found["wait"] == {war: 0.0, tension: 36.0, nerve: 50.0, brave: 1.0}
    assert found["fire"] == {war: 1.0, tension: 71.0, nerve: 50.0, brave: 0.0}
    assert found["buy"] == {war: 0.0, tension: 41.0, nerve: 10.0, brave: 0.0}
    table = list(rows((here,), told))
    assert all(len(row) == len(COLUMNS) for row in table) and len(table) == 12
    assert table[4][5:11] == ("fire", "Label fire", False, "war", "", 1.0)


def test_a_clock_that_ran_out_took_the_default_and_has_not_run_out_for_another_choice() -> None:
    made = Game(small(), 3, clock=True)
    made.tell("deal", at=1)
    made.tell("sit", "south", at=2)
    made.tell("expire", "table", at=900_000, seat="south")
    made.decide(ally="scold")
    made.tell("open")
    south = at_the_card(replayed(made), SOUTH).questions[0]
    assert [(way.option, way.taken, way.late) for way in south.ways] == [
        ("wait", True, True),
        ("wait", False, False),
        ("fire", False, False),
        ("buy", False, False),
    ]
    late = [SOUTH in way.state.exchanges[-1].late for way in south.ways]
    assert late == [True, False, False, False]


def test_an_exchange_that_is_not_opened_yet_has_no_way_taken() -> None:
    made = Game(small(), 3)
    made.tell("deal")
    made.commit("ally", "scold")
    here = at_the_card(replayed(made))
    assert [(question.seat, question.ways[0].taken) for question in here.questions] == [
        (SOUTH, False),
        (ALLY, True),
    ]
    assert len(odds(replayed(made), (here,), 2, 1)) == 5


def test_a_game_goes_on_with_intents_as_drawn_and_dice_of_its_own(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl"))
    state = replay.state(10)
    given = handed_over(replay.book, state, 77)
    assert given.intents == state.intents and given.exchanges == state.exchanges
    assert given.setup.seed == seed_from(77).seed != state.setup.seed
    assert given.setup.seats == state.setup.seats


def test_bots_take_over_from_people_and_rulings_are_lifted() -> None:
    made = Game(rich(), 8, clock=True, empty=["ally"], length="short")
    made.tell("inject", at=1_000, card="clash", reason="To begin.")
    made.tell("deal", at=2_000)
    made.tell("rule-outcome", path="chance/together/clash/0", outcome=2, reason="To see it.")
    made.tell("rule-number", number="north-ally", value=88, reason="To see it.")
    given = handed_over(made.book, made.state, 5)
    assert {seat: holder.kind for seat, holder in given.setup.seats.items()} == {
        "north": "bot",
        "south": "bot",
        "ally": "empty",
    }
    assert (given.ruled_numbers, given.ruled_outcomes) == ((), {})
    came = play_on(made.book, Onward(made.state, 5))
    assert len(came.numbers) == len(made.book.numbers)


def test_the_same_seeds_give_the_same_figures_in_any_number_of_processes(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl"))
    every = (crossroads(replay, exchange_at(replay, 1), (), ()),)
    one = odds(replay, every, 5, 3)
    assert odds(replay, every, 5, 3, processes=2) == one
    assert odds(replay, every, 5, 4) != one


def test_a_record_stands_for_its_exchange_and_one_between_turns_for_the_next(game: Replay) -> None:
    dealt = [moment.at for moment in game.moments if moment.kind == "card"]
    opened = [moment.at for moment in game.moments if moment.kind == "reveal"]
    assert [exchange_at(game, at) for at in (0, dealt[0], opened[0])] == [dealt[0]] * 3
    assert exchange_at(game, opened[0] + 1) == dealt[1]
    with pytest.raises(NoWhatIf, match="nobody was asked any more"):
        exchange_at(game, len(game.records) - 1)
    with pytest.raises(NoWhatIf, match="from 0 to"):
        exchange_at(game, len(game.records))


def test_a_turning_point_is_asked_about_where_its_number_was_moved_most(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl", seed=2))
    found = list(turning(replay, 3, (), ()))
    assert len(found) == len({here.at for here in found}) == 3
    sentences = {point.sentence: point for point in replay.turning}
    for here in found:
        point = sentences[here.why]
        assert here.turn == point.turn and point.exchange in (0, here.exchange)
        if point.number is not None:
            assert here.numbers == (point.number,)
    assert [here.seat for one in turning(replay, 2, (NORTH,), ()) for here in one.questions] == [NORTH, NORTH]


def test_a_seat_without_another_option_is_said_to_have_none(game: Replay) -> None:
    here = at_the_card(game, ALLY)
    free(here, (ALLY,), Names.of(game.book))
    with pytest.raises(NoWhatIf, match=r"South had nothing else to choose in turn 1, exchange 1\."):
        free(here, (SOUTH,), Names.of(game.book))


def test_a_number_is_named_by_its_name_or_its_label(game: Replay) -> None:
    assert number_named(game.book, "North-South tension") == "north-south"
    assert number_named(game.book, "south.nerve") == "south.nerve"
    with pytest.raises(NoWhatIf, match=r"Did you mean 'south\.nerve'"):
        number_named(game.book, "south.nerves")


def test_the_weightiest_moments_at_which_something_moved_are_asked_about_first() -> None:
    ask_north = ask(option("rest"), option("push", {"tension": {"north-south": 6}}, tags=["force"]))
    question = {
        "id": "fire",
        "question": "Will it fire?",
        "when": {"chosen": {"north": ["force"]}},
        "resolves": "reveal",
        "seats": ["south"],
    }
    deck = [
        card("first", {"north": ask_north}, deal=on(1), forecasts=[question]),
        card("second", {"north": ask_north}, deal=on(2)),
    ]
    made = Game(plain(deck, turns=2, tags={"force": "Force."}))
    made.tell("deal")
    made.commit("north", "rest")
    made.commit("south", "south-wait", forecasts={"fire": 100})
    made.decide()
    made.tell("open")
    made.tell("proceed")
    made.exchange(north="push")
    made.play_out()
    replay = replayed(made)
    assert [(point.kind, point.turn) for point in replay.turning] == [("surprise", 1), ("swing", 2)]
    assert [here.turn for here in turning(replay, 2, (), ())] == [2, 1]
