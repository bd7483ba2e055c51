"""Games side by side: they part where something first differs, and a game that goes on keeps its secrets."""

import io
from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.engine.scenarios import ask, card, on, option, plain
from tests.study.games import saved
from wargame.engine.commands import RuleNumber
from wargame.journal.game import Game as Loaded
from wargame.journal.places import found
from wargame.plain.compared import tell
from wargame.plain.keyboard import Keyboard
from wargame.plain.voice import Voice
from wargame.play.game import go_on
from wargame.study.compare import Comparison, Row, compare
from wargame.study.fork import fork
from wargame.study.parting import facts, parting
from wargame.study.replay import Replay


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("saves")


@pytest.fixture(scope="module")
def game(folder: Path) -> Replay:
    return Replay.open(saved(folder / "g.jsonl", seed=2))


@pytest.fixture(scope="module")
def going(folder: Path) -> Replay:
    return Replay.open(saved(folder / "going.jsonl", seed=2, turns=2))


@pytest.fixture(scope="module")
def forked(folder: Path, game: Replay) -> Replay:
    """Return a fork of the game in which one seat chooses otherwise in turn 2."""
    at = next(moment.at for moment in game.moments if moment.kind == "reveal" and moment.turn == 2) - 1
    here = game.state(at).exchanges[-1]
    ask = game.book.asks[here.card]["south"]
    other = next(key for key in ask.options if key != here.envelopes["south"].option)
    path = folder / "fork.jsonl"
    host = go_on(game.book, fork(game, at, game.game.begin.seats, {"south": other}).records, path)
    while host.phase != "ended":
        host.bots_decide()
        host.lead()
    host.close()
    return Replay.open(path)


@pytest.fixture(scope="module")
def elsewhere(folder: Path) -> Replay:
    """Return a game of another scenario."""
    source = rich()
    source["rules"] |= {"id": "elsewhere", "title": "Elsewhere"}
    return Replay.open(saved(folder / "else.jsonl", source))


def lines(compared: Comparison) -> str:
    out = io.StringIO()
    voice = Voice(out, Keyboard(io.StringIO().readline))
    voice.never_stop()
    tell(voice, compared, blocks=True)
    assert all(len(line) < 80 for line in out.getvalue().split("\n"))
    return " ".join(out.getvalue().split())


def row(compared: Comparison, section: str, item: str, seat: str = "", turn: int = 0) -> Row:
    return next(
        row for row in compared.section(section) if (row.item, row.seat, row.turn) == (item, seat, turn)
    )


def test_a_game_does_not_part_from_itself(game: Replay) -> None:
    assert parting(game, game) is None
    assert "A and B have the same dice, and nothing in them differs." in lines(
        compare([("one", game), ("two", game)])
    )


def test_a_fork_parts_where_the_other_choice_was_made(game: Replay, forked: Replay) -> None:
    parted = parting(game, forked)
    assert parted is not None and parted.one is not None and parted.other is not None
    assert (parted.one.key, parted.one.turn, parted.one.exchange) == (("choice", "south"), 2, 1)
    assert game.moments[parted.one.at].kind == "reveal"
    assert forked.moments[parted.other.at].kind == "reveal"
    assert parted.one.said != parted.other.said
    text = lines(compare([("one", game), ("two", forked)]))
    assert "A and B have the same dice, and part in turn 2, exchange 1:" in text
    assert f"A: record {parted.one.at}, {parted.one.said}." in text
    assert f"To choose otherwise there: wargame fork one --at {parted.one.at - 1}" in text
    assert game.state(parted.one.at - 1).phase == "decide"


def test_a_game_in_which_a_facilitator_set_numbers_says_so(game: Replay) -> None:
    history = Replay.open(found(Path("history-2024-2025")))
    text = lines(compare([("one", history), ("two", game)]))
    times = sum(isinstance(record.command, RuleNumber) for record in history.records)
    assert f"A: the facilitator set a number {times} times, so its curves are partly ruled." in text
    assert "B: the facilitator" not in text


def test_a_game_that_stops_before_another_parts_from_it_there(game: Replay, going: Replay) -> None:
    parted = parting(game, going)
    assert parted is not None and parted.other is None
    assert parted.one is not None and parted.one.turn == 3
    assert "B: here it stops." in lines(compare([("one", game), ("two", going)]))


def test_of_a_game_that_goes_on_only_what_all_could_see_is_a_fact(going: Replay) -> None:
    open_facts = list(facts(going, deep=False))
    assert {fact.key[0] for fact in open_facts} == {"card", "choice", "number"}
    assert {fact.key[1] for fact in open_facts if fact.key[0] == "number"} <= set(
        going.book.numbers[: going.book.relations]
    )
    assert not [fact.said for fact in open_facts if "secret-" in fact.said]
    assert [fact for fact in facts(going, deep=True) if fact.key[0] == "roll"]


def test_a_comparison_tells_no_secret_of_a_game_that_goes_on(going: Replay, elsewhere: Replay) -> None:
    compared = compare([("one", going), ("two", elsewhere)])
    assert "secret-" not in lines(compared)
    assert not [row for row in compared.rows if "secret-" in f"{row.values}"]
    for section in ("intent", "question"):
        assert compared.section(section) == ()
    told = [row.item for row in compared.section("number") if row.values[0] is not None]
    assert told == [going.book.label(name) for name in going.book.numbers[: going.book.relations]]
    assert "A: it is not over, and only what all could see is told (--spoil tells all)." in lines(compared)
    spoilt = compare([("one", going), ("two", elsewhere)], spoil=True)
    assert spoilt.section("intent")
    assert None not in [row.values[0] for row in spoilt.section("number")]


def test_tension_stands_at_the_start_and_at_the_end_of_each_turn_that_has_ended(
    game: Replay, going: Replay
) -> None:
    compared = compare([("one", game), ("two", going)])
    name = game.book.numbers[0]
    own = [row for row in compared.section("tension") if row.item == game.book.label(name)]
    assert [row.turn for row in own] == list(range(game.game.state.turn + 1))
    assert own[0].values == (game.book.starts[0],) * 2
    assert own[-1].values == (game.game.state.numbers[0], None)
    assert [row.turn for row in own if row.values[1] is not None] == [0, 1, 2]
    for row in own[:3]:
        assert row.values[0] == row.values[1]


def test_every_decision_stands_beside_that_of_the_same_seat(game: Replay, forked: Replay) -> None:
    compared = compare([("one", game), ("two", forked)])
    made = sum(len(here.choices) for _, here in game.game.state.every_exchange())
    assert sum(row.values[0] is not None for row in compared.section("choice")) == made
    (other,) = (
        row
        for row in compared.section("choice")
        if (row.turn, row.exchange) == (2, 1) and row.values[0] != row.values[1]
    )
    assert other.seat == "South"


def test_points_and_endings_are_those_of_the_games(game: Replay, forked: Replay) -> None:
    compared = compare([("one", game), ("two", forked)])
    for seat in game.book.seats:
        short = game.book.scenario.actor(seat).short
        assert row(compared, "points", "points", short).values == tuple(
            sum(replay.game.state.points[seat].values()) for replay in (game, forked)
        )
    assert row(compared, "outcome", "war").values == (game.game.state.war, forked.game.state.war)
    assert row(compared, "outcome", "save").values == ("one", "two")


def loaded(game: Game) -> Replay:
    return Replay(Loaded(game.book, game.begin, tuple(game.records), game.state, "", True))


def put_twice(first: str, second: str) -> Replay:
    """Return a game in which the same question is put in both turns, and the north chooses so in each."""
    asks = {"north": ask(option("fire", {"tension": {"north-south": 9}}), option("rest"))}
    risen = {"tension": {"north-south": ">= 45"}}
    question = {"id": "risen", "question": "Will it rise?", "when": risen, "resolves": "within 1"}
    game = Game(plain([card("clash", asks, deal=on(1), forecasts=[question])], turns=2))
    game.exchange(north=first)
    game.tell("proceed")
    game.tell("inject", card="clash", reason="Once more.")
    game.exchange(north=second)
    game.play_out()
    return loaded(game)


def test_a_question_that_was_put_twice_is_told_each_time_with_its_turn() -> None:
    compared = compare([("a", put_twice("rest", "fire")), ("b", put_twice("rest", "rest"))])
    assert [(row.turn, row.values) for row in compared.section("question")] == [
        (1, (False, False)),
        (2, (True, False)),
    ]
    assert "Will it rise? A turn 1 no, turn 2 yes; B turn 1 no, turn 2 no." in lines(compared)


def at_war(told: bool = True) -> Replay:
    """Return a game that ends in war, in which one objective holds, one does not, and one survives."""
    wants = [
        {"id": key, "text": f"Wish {key}.", "when": {"turn": when}, "points": 3, "hold": "end"}
        for key, when in (("calm", ">= 1"), ("never", ">= 9"), ("after", ">= 1"))
    ]
    wants[2]["survives-war"] = True
    terminal = [{"id": "war", "title": "War", "text": "War.", "when": {"turn": ">= 1"}, "war": told}]
    game = Game(plain(turns=1, seats={"south": {"objectives": wants}}, terminal=terminal))
    game.play_out()
    return loaded(game)


def test_what_war_took_away_of_what_held_stands_beside_the_points() -> None:
    compared = compare([("a", at_war()), ("b", at_war(told=False))])
    assert row(compared, "points", "points", "South").values == (3, 6)
    assert row(compared, "points", "points lost to the war", "South").values == (3, 0)
    text = lines(compared)
    assert "War takes away every objective that is not said to count after it." in text
    assert "South: A 3 of 9 (3 held, lost to the war); B 6 of 9." in text
    assert "War takes away" not in lines(compare([("b", at_war(told=False))] * 2))


def in_a_turn(*cards: str) -> Replay:
    """Return a game of one turn in which these cards come one after another."""
    game = Game(plain([card(key) for key in ("one", "two", "three")], turns=1))
    for key in cards:
        game.tell("inject", card=key, reason="A test.")
        game.exchange()
    return loaded(game)


def test_a_card_stands_beside_itself_wherever_in_the_turn_it_came() -> None:
    compared = compare([("a", in_a_turn("one", "two")), ("b", in_a_turn("two", "three"))])
    assert [row.values for row in compared.section("card")] == [
        ("Card one", None),
        ("Card two", "Card two"),
        (None, "Card three"),
    ]
    text = lines(compared)
    assert "Turn 1, exchange 2 of A and exchange 1 of B: 'Card two'." in text
    assert "Turn 1, exchange 1: A 'Card one'." in text
    other = compare([("a", in_a_turn("one", "two")), ("b", in_a_turn("three", "two"))])
    assert [row.values for row in other.section("card")] == [
        ("Card one", "Card three"),
        ("Card two", "Card two"),
    ]


def test_of_another_scenario_only_the_ending_is_compared(game: Replay, elsewhere: Replay) -> None:
    compared = compare([("one", game), ("two", elsewhere)])
    assert compared.partings == ()
    assert {row.section for row in compared.rows if row.values[1] is not None} == {"outcome"}
    assert "B: of another scenario than A" in lines(compared)


def test_no_more_games_are_compared_than_there_are_letters(game: Replay) -> None:
    with pytest.raises(ValueError, match="at most 26 games"):
        compare([("one", game)] * 27)


def test_what_nobody_chose_is_said_to_be_so() -> None:
    made = Game(rich(), 8, clock=True, facilitator=False, empty=["ally"])
    made.tell("deal", at=1_000)
    made.tell("sit", "north", at=1_000)
    made.tell("expire", "table", at=900_000, seat="north")
    made.decide()
    made.tell("open")
    replay = Replay(Loaded(made.book, made.begin, tuple(made.records), made.state, "", True))
    chosen = {
        row.seat: str(row.values[0]) for row in compare([("g", replay), ("g", replay)]).section("choice")
    }
    assert chosen["North"].endswith(" (not decided in time)")
    assert chosen["Ally"].endswith(" (nobody sat there)")
    assert "(" not in chosen["South"]
