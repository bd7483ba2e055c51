"""A fork goes on where it was forked: with where things stand, and not with what all have seen."""

from pathlib import Path

import pytest

from tests.study.games import saved
from tests.tui.test_course import come_to
from wargame.content.base import SeatId
from wargame.journal.verify import verify
from wargame.play.game import go_on
from wargame.play.host import Host
from wargame.study.fork import fork, seating, start_of
from wargame.study.replay import Replay
from wargame.tui.course import Course, Stage
from wargame.tui.script import scene

NORTH = SeatId("north")


def _forked(tmp_path: Path, kind: str) -> Host:
    replay = Replay.open(saved(tmp_path / "g.jsonl", seed=2))
    at = start_of(replay, 3)
    if kind != "turn":
        at = next(one.at for one in replay.moments[at:] if one.kind == kind)
    made = fork(replay, at, seating(replay, (NORTH,), ()), {}, "")
    return go_on(made.book, made.records, tmp_path / "fork.jsonl")


@pytest.mark.parametrize(
    ("kind", "after"),
    [("turn", {Stage.NEWS}), ("card", {Stage.CARD}), ("reveal", {Stage.CARD, Stage.TURN_END})],
)
def test_it_begins_with_where_things_stand_and_goes_on_from_there(
    tmp_path: Path, kind: str, after: set[Stage]
) -> None:
    host = _forked(tmp_path, kind)
    course = Course(host)
    assert course.stage is Stage.STANDS
    told = scene(course, course.sight())
    page = "\n".join("".join(run.text for run in piece.runs) for piece in told.pages[0])
    assert not told.beats, "it is one page"
    assert "Turn 3 of " in page and "What everybody did last" in page and "Tension, the hottest first" in page
    course.go()
    assert course.stage in after
    come_to(course, Stage.END)
    host.close()
    assert verify(tmp_path / "fork.jsonl").ended


def test_who_takes_a_seat_reads_its_brief_and_no_word_of_an_earlier_sitting(tmp_path: Path) -> None:
    host = _forked(tmp_path, "turn")
    seen = host.connection(NORTH).sight()
    assert seen.new and seen.last_asked is None
    course = Course(host)
    come_to(course, Stage.BRIEF)
    course.go()
    come_to(course, Stage.DECIDE)
    seen = course.sight()
    assert not any(question.last is not None for question in seen.questions)
    host.close()


def test_one_from_before_the_first_envelope_begins_as_a_game_does(tmp_path: Path) -> None:
    replay = Replay.open(saved(tmp_path / "g.jsonl", seed=2))
    made = fork(replay, 0, seating(replay, (NORTH,), ()), {}, "")
    host = go_on(made.book, made.records, tmp_path / "fork.jsonl")
    assert Course(host).stage is Stage.NEWS
    host.close()
