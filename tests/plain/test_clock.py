"""A sitting with a clock, whose hands the tests turn."""

from collections.abc import Callable
from typing import Any


def flat(text: str) -> str:
    return " ".join(text.split())


def slowly(room: Any, typed: str) -> Callable[[], str]:
    """Return what types something after hours."""

    def type_slowly() -> str:
        room.clock.turn(10**7)
        return typed

    return type_slowly


def too_late(room: Any) -> dict[str, list[str | Callable[[], str]]]:
    return {"Why?": [slowly(room, "too late")], "leave your sitting": ["half a li"]}


def test_a_seat_whose_clock_ran_out_takes_the_default_marked_as_late(room: Any, people: Any) -> None:
    table = room.game("dprk", "rok", clock=True)
    said = flat(room.play(table, people(says=too_late(room))))
    first = table.state.past[0][1]
    assert first.late == ("dprk",)
    assert (first.choices["dprk"].manner, first.choices["rok"].manner) == ("late", "chosen")
    assert "Your clock has run out. You had chosen: " in said
    assert "what is not in the envelope does not count. What happens now is marked as late:" in said
    assert "What you were typing was not kept: 'half a li'." in said
    assert "(late: the clock ran out)." in said
    assert table.state.phase == "ended"


def test_a_half_typed_line_does_not_answer_the_next_seat_s_prompt(room: Any, people: Any) -> None:
    said = room.play(room.game("dprk", "rok", clock=True), people(says=too_late(room)))
    after = said.split("Press Enter to leave your sitting.")[1].partition("(ROK). Press Enter when")[0]
    assert "Press Enter alone" not in after


def test_a_late_seat_cannot_change_its_mind(room: Any, people: Any) -> None:
    person = people(says={**too_late(room), "open the envelopes": ["change dprk"]})
    said = room.play(room.game("dprk", "rok", clock=True), person)
    assert "The clock of DPRK has run out, and its default counts." in said


def test_a_clock_that_runs_out_over_a_changed_mind_leaves_the_envelope(room: Any, people: Any) -> None:
    says = {
        "open the envelopes": ["change rok"],
        "put this in the envelope": ["", "", "1"],
        "as before": [slowly(room, "2")],
    }
    table = room.game("dprk", "rok", clock=True)
    said = flat(room.play(table, people(says=says)))
    assert "Your clock has run out. You had chosen: " in said
    assert "what is not in the envelope does not count. Your envelope stays as it was: " in said
    assert table.state.past[0][1].choices["rok"].manner == "chosen"


def test_a_stopped_clock_takes_nobody_s_time(room: Any, people: Any) -> None:
    says = {"Your choice": ["pause", slowly(room, "pause"), "unpause"]}
    table = room.game("dprk", "rok", clock=True)
    said = room.play(table, people(says=says))
    assert "The clock has stopped. To start it again, type unpause." in said
    assert "That is not possible: the clocks are stopped already." in said
    assert "The clock is running again." in said
    assert table.state.past[0][1].late == ()


def test_a_clock_can_be_stopped_only_while_a_seat_decides(room: Any, people: Any) -> None:
    said = room.play(room.game("dprk", "rok", clock=True), people(says={"for turn 1": ["pause"]}))
    assert "The clock runs only while a seat decides." in said


def test_the_time_of_a_sitting_is_told_at_its_start(room: Any, people: Any) -> None:
    said = room.play(room.game("dprk", "rok", clock=True), people())
    assert "Your clock runs: 2 minutes and 59 seconds. To stop it type pause." in said


def test_a_late_seat_is_offered_no_change(room: Any, people: Any) -> None:
    person = people(says=too_late(room))
    room.play(room.game("dprk", "rok", clock=True), person)
    assert (
        "All decisions are in. Press Enter to open the envelopes. (To decide again: change.)" in person.asked
    )


def test_the_time_left_is_told_just_before_the_choice(room: Any, people: Any) -> None:
    said = room.play(room.game("dprk", "rok", clock=True), people())
    for part in said.split("Your choice, ")[1:]:
        assert part
    before = [part.rstrip().rsplit("\n", 1)[-1] for part in said.split("Your choice, ")[:-1]]
    assert all(line.startswith("Time left: ") for line in before)
