"""From a change of a number one finds where its cause arose."""

from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.scenarios import ask, card, on, option, plain
from tests.study.games import keep, saved
from wargame.content.base import SeatId
from wargame.study.origins import origins
from wargame.study.replay import TRUTH, Replay

NS = "north-south"


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    """Return a game in which the south's choice moves a pair at once and two turns later, and spills over."""
    asks = {
        "south": ask(option("stay"), option("go", {"tension": {NS: 10}}, {"tension": {NS: 7}, "in": 2})),
        "north": ask(option("sit"), option("push", {"tension": {NS: 6}})),
    }
    couplings = [{"from": NS, "to": "north-ally", "percent": 50}]
    game = Game(plain([card("first", asks, deal=on(1))], couplings=couplings, hops=1))
    game.tell("deal")
    game.decide(south="go", north="push")
    game.tell("rule-number", number="south.nerve", value=45, reason="They are calm.")
    game.tell("rule-number", number=NS, value=50, reason="It was said so.")
    game.tell("open")
    game.play_out()
    return Replay.open(keep(game, tmp_path / "g.jsonl"))


def _reveal(replay: Replay, turn: int) -> int:
    return next(one.at for one in replay.moments if one.kind == "reveal" and one.turn == turn)


def test_what_comes_later_arose_where_it_was_chosen_and_a_ruling_where_it_was_made(replay: Replay) -> None:
    last = len(replay.records) - 1
    rulings = [one.at for one in replay.moments if one.kind == "ruling"]
    late, ruled, *first = origins(replay, last, NS, TRUTH)
    assert (late.entry.turn, late.at) == (3, _reveal(replay, 1))
    assert (ruled.entry.cause, ruled.at) == ("the facilitator's ruling", rulings[1])
    assert {one.at for one in first} == {_reveal(replay, 1)}


def test_spillover_arose_at_the_end_of_its_turn_and_each_cause_behind_it_where_it_was_chosen(
    replay: Replay,
) -> None:
    late, first = origins(replay, len(replay.records) - 1, "north-ally", TRUTH)
    ends = {one.turn: one.at for one in replay.moments if one.kind in ("turn-end", "end")}
    assert (first.at, first.shares) == (ends[1], (_reveal(replay, 1),) * 2)
    assert (late.at, late.shares) == (ends[3], (_reveal(replay, 1),))


def test_to_the_eyes_of_a_seat_a_cause_arose_where_the_number_moved(replay: Replay) -> None:
    last = len(replay.records) - 1
    late, *_ = origins(replay, last, NS, SeatId("south"))
    assert late.at == _reveal(replay, 3)
    assert origins(replay, last, "north.nerve", SeatId("south")) == ()


def test_every_change_of_every_number_has_an_origin_that_is_no_later_than_it(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl"))
    for at in range(0, len(replay.records), 7):
        for number in replay.book.numbers:
            for entry, arose, shares in origins(replay, at, number, TRUTH):
                assert len(shares) == len(entry.shares)
                for record in (arose, *shares):
                    assert record <= at
                    assert replay.moments[record].turn <= entry.turn
