"""An option is told from the one that was taken only where the intervals of a figure lie apart."""

from tests.engine.playing import Game
from tests.study.test_whatif import ALLY, SOUTH, replayed, small
from wargame.lab.estimates import Estimate
from wargame.study.crossroads import Crossroads, crossroads, exchange_at
from wargame.study.replay import Replay
from wargame.study.what_differs import on_the_whole, otherwise, weightiest
from wargame.study.whatif import odds


def _asked(made: Game) -> tuple[Replay, Crossroads]:
    replay = replayed(made)
    return replay, crossroads(replay, exchange_at(replay, 1), (), ("north-south", "south.nerve"))


def _played() -> Game:
    made = Game(small(), 3)
    made.exchange(south="wait", ally="scold")
    made.play_out()
    return made


def test_each_option_is_told_with_all_that_it_surely_changes_the_weightiest_first() -> None:
    replay, here = _asked(_played())
    found = otherwise(here, odds(replay, (here,), 30, 1))
    told = {
        (one.question.seat, one.way.option): [
            (pair.now.kind, pair.now.of, pair.now.said, pair.was.said) for pair in one.differences
        ]
        for one in found
    }
    assert list(told) == [(SOUTH, "fire"), (SOUTH, "buy"), (ALLY, "hold")]
    assert told[SOUTH, "fire"] == [
        ("war", "", "100.0%", "0.0%"),
        ("number", "north-south", "71.0", "36.0"),
        ("objective", "brave", "0.0%", "100.0%"),
    ]
    assert told[SOUTH, "buy"][:2] == [
        ("number", "north-south", "41.0", "36.0"),
        ("number", "south.nerve", "10.0", "50.0"),
    ]
    most = weightiest(found)
    assert most is found[0]
    assert [pair.now.kind for pair in on_the_whole(most)] == ["war", "number"]


def test_fewer_than_thirty_games_tell_nothing_apart() -> None:
    replay, here = _asked(_played())
    assert otherwise(here, odds(replay, (here,), 29, 1)) == ()
    assert weightiest(()) is None


def test_without_a_choice_there_is_nothing_to_tell_an_option_from() -> None:
    made = Game(small(), 3)
    made.tell("deal")
    made.commit("south", "wait")
    replay, here = _asked(made)
    found = otherwise(here, odds(replay, (here,), 30, 1))
    assert {one.question.seat for one in found} == {SOUTH}


def test_what_cannot_be_seen_to_lie_apart_is_not_said_to() -> None:
    replay, here = _asked(_played())
    found = odds(replay, (here,), 30, 1)

    def told(low: float) -> list[str]:
        """Return what is told of an option with war as often as this at least, beside 8.5% at most."""
        was, now = (Estimate(value, value - 0.02, value + 0.02, 500, 50) for value in (0.06502, low + 0.02))
        made = {
            key: tuple(
                figure._replace(estimate=was if key[2] == 0 else now)
                for figure in figures
                if figure.kind == "war"
            )
            for key, figures in found.items()
        }
        return [one.way.option for one in otherwise(here, made)]

    assert told(0.08504) == []
    assert told(0.0866) == ["fire", "buy", "hold"]
