"""What the story tells at each stage, and how far the picture beside it has got."""

import pytest

from tests.play.test_host import BOOK, NORTH, SOUTH, hosted
from tests.tui.telling.games import said
from tests.tui.test_course import come_to, step
from wargame.content.base import SeatId
from wargame.engine.sight_parts import Sight
from wargame.tui.course import Course, Stage
from wargame.tui.ink import piece
from wargame.tui.script import Scene, Telling, moment, scene, since, where
from wargame.tui.telling.reveal import Beat

BEATS = tuple(Beat(section, (piece(f"beat {at}"),), {"a": at}) for at, section in enumerate("xxy"))
ENDINGS = (Stage.REVEAL, Stage.TURN_END)


def telling(course: Course) -> tuple[Sight, Telling]:
    sight = course.sight()
    return sight, Telling(scene(course, sight))


def numbers(sight: Sight) -> dict[str, int]:
    return {number.id: number.value for number in (*sight.relations, *sight.tracks)}


def test_beats_are_told_one_by_one_under_their_headings_and_the_page_follows_the_last() -> None:
    told = Telling(Scene(((piece("the record"),),), BEATS, start={"a": 9}, label="Go on"))
    assert said(told.pieces()) == "x\nbeat 0"
    assert told.next_step() == ("Enter", "Next (2 more; A: all; →: this part)")
    assert told.numbers() == {"a": 0}
    told.go_on()
    assert said(told.pieces()) == "x\nbeat 0\nbeat 1"
    assert not told.whole
    told.tell_all()
    assert said(told.pieces()) == "x\nbeat 0\nbeat 1\n\ny\nbeat 2\nthe record"
    assert (told.whole, told.numbers(), told.next_step()) == (True, {"a": 2}, ("Enter", "Go on"))
    told.go_on()
    assert told.whole


def test_what_was_told_last_begins_after_all_that_was_told_before() -> None:
    told = Telling(Scene(((piece("the record"),),), BEATS, start={"a": 9}))
    assert told.newest == 0
    told.go_on()
    assert said(told.pieces()[told.newest :]) == "beat 1"
    told.tell_part()
    assert said(told.pieces()[told.newest :]).strip() == "y\nbeat 2\nthe record"
    assert Telling(Scene(((),), begin=4)).newest == 4


def test_a_part_is_told_to_its_end_and_then_the_next_one_whole() -> None:
    told = Telling(Scene(((),), BEATS, start={"a": 9}, label="Go on"))
    told.tell_part()
    assert said(told.pieces()) == "x\nbeat 0\nbeat 1"
    told.tell_part()
    assert told.whole
    told.tell_part()
    assert told.numbers() == {"a": 2}


def test_pages_are_turned_to_the_last_and_back_to_the_first() -> None:
    told = Telling(Scene(tuple((piece(name),) for name in "abc"), key="Q", label="Leave"))
    for _ in range(5):
        told.turn(-1)
    assert (said(told.pieces()), told.last_page) == ("a", False)
    assert told.next_step() == ("Enter", "Next page (1 of 3; ← and → turn them)")
    for _ in range(5):
        told.turn(1)
    assert (said(told.pieces()), told.last_page, told.next_step()) == ("c", True, ("Q", "Leave"))


@pytest.mark.parametrize("people", [(SOUTH,), (NORTH, SOUTH)])
def test_the_picture_shows_only_what_the_story_has_told(people: tuple[SeatId, ...]) -> None:
    course, seen = Course(hosted(BOOK, *people)[0]), 0
    while course.stage is not Stage.END:
        sight, told = telling(course)
        if course.stage in ENDINGS:
            seen += 1
            shown = moment(course, sight, told)
            expected = {**told.scene.start, **told.scene.beats[0].values}
            assert numbers(shown) == {key: expected[key] for key in numbers(shown)}
            turn = sight.turn - (course.stage is Stage.TURN_END and course.host.phase != "ended")
            new = (turn, sight.exchange if course.stage is Stage.REVEAL else 0)
            assert told.whole or not [n for n in shown.news if (n.turn, n.exchange) == new]
            told.tell_all()
            whole = numbers(moment(course, sight, told))
            assert whole == {key: numbers(sight)[key] for key in whole}
            assert moment(course, sight, told).news == sight.news
        else:
            assert moment(course, sight, told) is sight
        step(course)
    assert seen >= 6


def test_the_calendar_of_the_next_month_waits_until_the_turn_is_told() -> None:
    course = come_to(Course(hosted(BOOK, SOUTH)[0]), Stage.TURN_END)
    sight, told = telling(course)
    assert moment(course, sight, told).calendar == ()
    assert where(course, sight) == f"Turn 1 of {sight.turns}"
    course.go()
    assert where(course, course.sight()).startswith("Turn 2 of")


def test_every_stage_but_the_curtain_says_what_comes_next() -> None:
    course = Course(hosted(BOOK, NORTH, SOUTH)[0])
    while course.stage is not Stage.END:
        _, told = telling(course)
        key, label = told.next_step()
        assert key and (bool(label) == (course.stage is not Stage.CURTAIN))
        assert bool(told.scene.doing) == (course.stage is not Stage.CURTAIN)
        step(course)


def test_a_curtain_has_nothing_to_tell() -> None:
    course = come_to(Course(hosted(BOOK, NORTH, SOUTH)[0]), Stage.CURTAIN)
    _, told = telling(course)
    assert (told.pieces(), told.scene.beats) == ([], ())


def test_a_seat_learns_at_its_next_sitting_how_its_numbers_moved_and_nobody_else_does() -> None:
    course, found = Course(hosted(BOOK, NORTH, SOUTH)[0]), 0
    while course.stage is not Stage.END:
        text = said(since(course, course.sight()))
        if course.stage is Stage.DECIDE and text:
            assert course.seat is not None
            other = {NORTH: "South", SOUTH: "North"}[course.seat]
            assert f"{other} " not in "\n".join(line for line in text.splitlines() if line.endswith(": "))
            found += 1
        else:
            assert course.stage is Stage.DECIDE or text == ""
        step(course)
    assert found
