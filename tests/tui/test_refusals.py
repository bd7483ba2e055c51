"""The course of a game at one screen: from stage to stage, and never past a refusal."""

import pytest

from tests.engine.scenarios import book, plain
from tests.play.test_host import SOUTH, hosted
from wargame.play.draft import Draft
from wargame.play.leading import Refused
from wargame.tui.course import Course, Stage


def test_a_sitting_that_is_refused_is_not_begun() -> None:
    host, _ = hosted(book(plain()), SOUTH)
    course = Course(host)
    for stage in (Stage.CARD, Stage.BRIEF):
        course.go()
        assert course.stage is stage
    assert host.connection(SOUTH).commit(Draft("south-act", "From elsewhere.")) is None
    host.lead()
    with pytest.raises(Refused, match="not possible now"):
        course.go()
    assert course.stage is Stage.BRIEF


def test_who_comes_too_late_to_sit_is_late() -> None:
    host, hands = hosted(book(plain()), SOUTH, clock=True)
    course = Course(host)
    for _ in (Stage.CARD, Stage.BRIEF, Stage.DECIDE):
        course.go()
    course.draft = Draft("south-act", "In time.")
    assert course.commit() is None
    assert course.stage is Stage.SEALED
    course.again(SOUTH)
    assert course.stage is Stage.DECIDE
    assert course.draft == Draft("south-act", "In time.")
    hands.time = 10**6
    course.draft.rationale = "Too late."
    no = course.commit()
    assert no is not None and no.code == "late"
    assert course.stage is Stage.LATE
