"""What objectives were worth but for the war: which of them would have held, had war not taken them away."""

from collections.abc import Mapping

from wargame.content.base import SeatId
from wargame.engine.events import TurnEnded
from wargame.engine.score import points
from wargame.study.replay import Replay


def but_for_war(replay: Replay) -> Mapping[SeatId, Mapping[str, int]]:
    """Return the points of every objective of every seat as they would be if war took none away.

    Without war they are the points that the game gave.
    """
    state = replay.game.state
    ends = [event for record in replay.records for event in record.events if isinstance(event, TurnEnded)]
    last = ends[-1].held if ends else {}
    return points(replay.book, state.intents, state.held, last, len(ends), war=False)


def lost_to_war(replay: Replay, seat: SeatId) -> int:
    """Return the points of the objectives that a seat held and lost to the war."""
    state = replay.game.state
    held = but_for_war(replay)[seat]
    return sum(worth - state.points.get(seat, {}).get(key, 0) for key, worth in held.items())
