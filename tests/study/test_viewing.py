"""Whose eyes a saved game is shown to: of one that goes on only to those whom it can tell nothing new."""

from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.scenarios import plain
from tests.study.games import keep
from wargame.content.base import SeatId
from wargame.play.names import Names
from wargame.study.replay import TRUTH, Replay
from wargame.study.viewing import PUBLIC, NoSuchView, chosen, viewers

NORTH = SeatId("north")


def _going(path: Path, *empty: str) -> Replay:
    game = Game(plain(), empty=empty, facilitator=False)
    game.turn()
    return Replay.open(keep(game, path))


def test_who_plays_alone_sees_in_a_game_that_goes_on_what_the_own_seat_saw(tmp_path: Path) -> None:
    replay = _going(tmp_path / "g.jsonl", "south", "ally")
    names = Names.of(replay.book)
    assert viewers(replay, spoil=False) == (NORTH, PUBLIC)
    assert chosen(replay, None, False, names) == NORTH
    assert chosen(replay, "all", False, names) == PUBLIC
    for secret in ("truth", "south"):
        with pytest.raises(NoSuchView, match="it is told as North saw it or as all saw it") as no:
            chosen(replay, secret, False, names)
        assert "If nobody plays it any more, --spoil lets it be told" in str(no.value)
    assert chosen(replay, "truth", True, names) == TRUTH


def test_where_several_teams_play_none_sees_what_another_saw(tmp_path: Path) -> None:
    replay = _going(tmp_path / "g.jsonl", "ally")
    assert viewers(replay, spoil=False) == (PUBLIC,)
    with pytest.raises(NoSuchView, match="it is told as all saw it"):
        chosen(replay, "south", False, Names.of(replay.book))


def test_of_a_game_that_is_over_everything_is_shown(tmp_path: Path) -> None:
    game = Game(plain(), empty=("south", "ally"), facilitator=False)
    game.play_out()
    replay = Replay.open(keep(game, tmp_path / "g.jsonl"))
    assert viewers(replay, spoil=False) == replay.viewers()
