"""Walking a saved game: the state, the sight and the name of every record."""

import pytest

from tests.study.games import saved
from wargame.content.base import OBSERVER, SeatId
from wargame.engine.evolve import follow
from wargame.engine.sight import sight
from wargame.engine.state import State
from wargame.study.replay import TRUTH, Replay


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    """Return a whole game between bots, read back from its save."""
    return Replay.open(saved(tmp_path_factory.mktemp("saves") / "g.jsonl"))


def test_the_state_after_every_record_is_the_one_that_folding_to_it_gives(replay: Replay) -> None:
    state = State()
    folded = []
    for record in replay.records:
        state = follow(replay.book, state, record)
        folded.append(state)
    assert len(folded) > 40, "more than one state is kept on the way"
    for at in (*reversed(range(len(folded))), *range(len(folded))):
        assert replay.state(at) == folded[at]
    for at in (-1, len(folded)):
        with pytest.raises(IndexError):
            replay.state(at)


def test_a_seat_sees_what_it_saw_then_and_the_truth_is_all_of_it(replay: Replay) -> None:
    at = next(moment.at for moment in replay.moments if moment.kind == "reveal")
    south = SeatId("south")
    assert replay.sight(at, south) == sight(replay.book, replay.state(at), south)
    assert replay.sight(at, SeatId(OBSERVER)).tracks == ()
    tracks = {number.id for number in replay.sight(at, TRUTH).tracks}
    assert tracks == {name for name in replay.book.numbers if replay.book.owner(name) is not None}
    own = [name for name in tracks if replay.book.owner(name) == south]
    assert all(replay.why(at, "north.nerve", seat) == () for seat in (south, SeatId(OBSERVER)))
    assert replay.why(len(replay.records) - 1, own[0], TRUTH)


def test_the_series_of_a_number_ends_where_the_number_does(replay: Replay) -> None:
    for at, name in enumerate(replay.book.numbers):
        points = replay.series[name].points
        assert points[0] == (0, replay.book.starts[at])
        assert points[-1][1] == replay.game.state.numbers[at]
        assert [record for record, _ in points] == sorted({record for record, _ in points})
        for record, value in points:
            assert replay.state(record).numbers[at] == value


def test_every_record_has_a_moment_and_every_turn_its_end(replay: Replay) -> None:
    moments = replay.moments
    assert [moment.at for moment in moments] == list(range(len(replay.records)))
    assert moments[0].kind == "begin" and moments[-1].kind == "end"
    turns = [moment.turn for moment in moments if moment.kind in ("turn-end", "end")]
    assert turns == list(range(1, replay.game.state.turn + 1))
    for moment in moments:
        if moment.kind in ("card", "decision", "reveal"):
            state = replay.state(moment.at)
            assert (moment.turn, moment.exchange) == (state.turn, state.exchanges[-1].number)
    crossed = [label for moment in moments for label in moment.crossed]
    assert len(crossed) == len(replay.game.state.crossings)
