"""The course of a game at one screen: every stage in its order, from any point at which a game was left."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.engine.rich import rich
from tests.engine.scenarios import scenario
from tests.play.test_host import ALLY, BOOK, NORTH, SOUTH, Hands, hosted
from wargame.content.base import OBSERVER, SeatId
from wargame.journal.verify import verify
from wargame.play.game import new_game, resume_game
from wargame.play.wishes import Plan
from wargame.tui.course import PRIVATE, Course, Stage

FOLLOWS: Mapping[Stage, set[Stage]] = {
    Stage.STANDS: {Stage.NEWS, Stage.CARD, Stage.TURN_END},
    Stage.NEWS: {Stage.CARD},
    Stage.CARD: {Stage.CURTAIN, Stage.BRIEF, Stage.DECIDE, Stage.SEALED},
    Stage.CURTAIN: {Stage.BRIEF, Stage.DECIDE},
    Stage.BRIEF: {Stage.DECIDE},
    Stage.DECIDE: {Stage.CURTAIN, Stage.SEALED},
    Stage.SEALED: {Stage.REVEAL},
    Stage.REVEAL: {Stage.CARD, Stage.TURN_END},
    Stage.TURN_END: {Stage.NEWS, Stage.END},
}


def step(course: Course) -> Stage:
    """Take the next step as people do, and return the stage that it leads to."""
    if course.stage is Stage.DECIDE:
        give(course)
    elif course.stage is Stage.SEALED:
        course.open()
    else:
        course.go()
    return course.stage


def give(course: Course, why: str = "So.") -> None:
    """Give the first option that is open."""
    ask = course.sight().ask
    assert ask is not None
    course.draft.option = next(option.id for option in ask.options if option.shut is None)
    course.draft.rationale = why
    assert course.commit() is None


def come_to(course: Course, stage: Stage) -> Course:
    """Go on to the next time that a course is at a stage."""
    for _ in range(200):
        if course.stage is stage:
            return course
        step(course)
    raise AssertionError(f"the course never came to '{stage}'")


def sitting(*people: SeatId) -> tuple[Course, Hands]:
    """Return a course with a clock at which the first seat decides, and the hands of the clock."""
    host, hands = hosted(BOOK, *people, clock=True)
    return come_to(Course(host), Stage.DECIDE), hands


@pytest.mark.parametrize("people", [(), (SOUTH,), (NORTH, SOUTH), (NORTH, SOUTH, ALLY)])
def test_a_game_goes_through_its_stages_in_order(people: tuple[SeatId, ...]) -> None:
    course = Course(hosted(BOOK, *people)[0])
    seen = [course.stage]
    while course.stage is not Stage.END:
        before = course.stage
        assert step(course) in FOLLOWS[before]
        seen.append(course.stage)
        assert (course.stage in PRIVATE) == (course.reader.seat in people and course.stage in PRIVATE)
    assert course.host.phase == "ended"
    assert seen.count(Stage.BRIEF) == len(people)
    assert (Stage.CURTAIN in seen) == (len(people) > 1)
    assert seen.count(Stage.NEWS) == seen.count(Stage.TURN_END)


def test_a_screen_is_read_by_all_but_in_a_sitting_or_where_one_person_plays_alone() -> None:
    course = Course(hosted(BOOK, NORTH, SOUTH)[0])
    while course.stage is not Stage.END:
        assert course.reader.seat == (course.seat if course.stage in PRIVATE else OBSERVER)
        step(course)
    alone = Course(hosted(BOOK, SOUTH)[0])
    while alone.stage is not Stage.END:
        assert alone.reader.seat == SOUTH
        step(alone)


@pytest.mark.parametrize("count", [1, 2])
def test_a_game_goes_on_from_wherever_it_was_left(tmp_path: Path, count: int) -> None:
    content = scenario(rich())
    save = tmp_path / "g.jsonl"
    plan = Plan(people=content.seats()[:count], length="short", save=save, seed=3)
    course = Course(new_game(content, plan, Hands()))
    left: set[tuple[str, Stage, int]] = set()
    while course.stage is not Stage.END:
        here = (course.host.phase, course.stage, len(course.host.waiting()))
        if here in left:
            step(course)
            continue
        left.add(here)
        copy = tmp_path / f"{len(left)}.jsonl"
        shutil.copy(save, copy)
        again = Course(resume_game(copy))
        assert (again.host.phase, again.host.waiting()) == (course.host.phase, course.host.waiting())
        assert again.stage in (Stage.NEWS, Stage.CARD, Stage.REVEAL, Stage.TURN_END, Stage.END)
        come_to(again, Stage.END)
        again.host.close()
        assert verify(copy).ended
    course.host.close()
    assert {stage for _, stage, _ in left} >= {
        Stage.NEWS,
        Stage.CARD,
        Stage.DECIDE,
        Stage.SEALED,
        Stage.REVEAL,
    }


def test_a_decision_can_be_changed_until_the_envelopes_are_opened() -> None:
    course = come_to(Course(hosted(BOOK, NORTH, SOUTH)[0]), Stage.SEALED)
    assert course.changeable() == course.host.public.sight().asked[: len(course.changeable())] != ()
    seat = course.changeable()[-1]
    course.again(seat)
    assert course.stage is Stage.CURTAIN
    course.go()
    assert (course.stage, course.seat, course.draft.rationale) == (Stage.DECIDE, seat, "So.")
    give(course, "Otherwise.")
    assert course.stage is Stage.SEALED
    envelope = course.host.connection(seat).sight().envelope
    assert envelope is not None and envelope.rationale == "Otherwise."
    course.open()
    assert course.changeable() == ()
    course.again(seat)
    assert course.stage is Stage.REVEAL


def test_a_draft_of_one_sitting_is_not_there_in_the_next() -> None:
    course, _ = sitting(NORTH, SOUTH)
    course.draft.rationale = "secret"
    give(course, "secret")
    assert (course.seat, course.draft.rationale) == (SOUTH, "")


def test_a_refused_decision_stays_where_it_is() -> None:
    course, _ = sitting(NORTH, SOUTH)
    no = course.commit()
    assert no is not None and (course.stage, course.seat) == (Stage.DECIDE, NORTH)


def test_a_clock_that_runs_out_ends_a_sitting_and_the_next_seat_sits_on_its_own() -> None:
    course, hands = sitting(NORTH, SOUTH)
    limit = course.sight().clock
    assert limit is not None and not course.tick()
    hands.turn(limit + 1)
    assert course.tick()
    assert (course.stage, course.host.public.sight().late) == (Stage.LATE, (NORTH,))
    assert not course.tick()
    course.go()
    assert (course.stage, course.seat) == (Stage.CURTAIN, SOUTH)
    come_to(course, Stage.SEALED)
    assert course.changeable() == (SOUTH,)


def test_a_decision_that_comes_after_the_clock_ran_out_is_late() -> None:
    course, hands = sitting(NORTH, SOUTH)
    hands.turn(10**7)
    course.draft.option, course.draft.rationale = "north-wait", "Too late."
    no = course.commit()
    assert no is not None and no.code == "late"
    assert (course.stage, course.host.public.sight().late) == (Stage.LATE, (NORTH,))


def test_an_envelope_that_is_there_stays_when_the_clock_runs_out_at_the_second_look() -> None:
    course, hands = sitting(SOUTH)
    give(course)
    course.again(SOUTH)
    hands.turn(10**7)
    assert course.tick()
    envelope = course.host.connection(SOUTH).sight().envelope
    assert course.stage is Stage.LATE and envelope is not None
    course.go()
    assert course.stage is Stage.SEALED


def test_a_clock_stands_still_while_it_is_stopped() -> None:
    course, hands = sitting(SOUTH)
    hands.turn(1_000)
    assert course.pause() is None
    hands.turn(10**7)
    assert not course.tick()
    assert course.pause() is None
    assert not course.tick()
    give(course)
    assert course.stage is Stage.SEALED


def test_envelopes_are_opened_also_while_the_clock_is_stopped() -> None:
    course, _ = sitting(SOUTH)
    assert course.pause() is None
    give(course)
    course.open()
    assert course.stage is Stage.REVEAL
    come_to(course, Stage.END)


def test_a_clock_that_was_stopped_a_moment_too_late_has_run_out() -> None:
    course, hands = sitting(NORTH, SOUTH)
    hands.turn(10**7)
    assert course.pause() is None
    course.draft.option, course.draft.rationale = "north-wait", "Too late."
    no = course.commit()
    assert no is not None and course.stage is Stage.LATE
    assert not course.host.public.sight().paused
