from typing import Any

import pytest

from wargame.content.base import OBSERVER, SeatId
from wargame.plain.why import find
from wargame.plain.wrap import columns, wrap
from wargame.play.names import Names
from wargame.play.words import joined, minutes, step


def flat(text: str) -> str:
    return " ".join(text.split())


def answered(
    room: Any, people: Any, *typed: str, at: str = "Your choice", seats: tuple[str, ...] = ("rok",)
) -> str:
    """Return all that is said in a game in which these words are typed at a prompt."""
    person = people(says={at: list(typed)})
    said: str = room.play(room.game(*seats), person)
    return flat(said)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("rok.trust", "rok.trust"),
        ("trust", "rok.trust"),
        ("ROK Trust", "rok.trust"),
        ("my trust", "rok.trust"),
        ("defence", "rok.defence"),
        ("dprk-rok", "dprk-rok"),
        ("DPRK ROK", "dprk-rok"),
        ("rok dprk tension", "dprk-rok"),
        ("DPRK-ROK tension", "dprk-rok"),
        ("usa.gain", "usa.gain"),
        ("gain", "usa.gain"),
    ],
)
def test_a_number_is_found_however_people_name_it(typed: str, number: str, room: Any) -> None:
    table = room.game("rok")
    sight = table.connection(SeatId("rok")).sight()
    assert find(Names.of(table.book), sight, typed) == (number,)


def test_what_could_be_many_numbers_is_answered_with_some_of_them(room: Any) -> None:
    table = room.game("rok")
    assert len(find(Names.of(table.book), table.connection(OBSERVER).sight(), "rok")) == 5
    assert find(Names.of(table.book), table.connection(OBSERVER).sight(), "nothing") == ()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("why", "Say which number: for example 'why"),
        ("why usa.gain", "USA gain is known to USA alone until the game is over."),
        (
            "why trsut",
            "There is no number 'trsut'. Did you mean 'trust'? To hear them all type numbers, and table.",
        ),
        ("why rok", "'rok' could be DPRK-ROK tension, ROK-USA tension"),
        ("save", "What was promised about the dice: "),
        ("why trust", "ROK trust 50: it has not moved since the game began."),
        ("table", "Tension, the highest first:"),
        ("numbers", "Your own numbers, 0 to 100:"),
        ("news", "News:"),
        ("card", "Your choice, 1 to 4: Card: Explosives on two roads"),
        ("sources", "Your choice, 1 to 4: What the cards cite: A: Jeongeun Kim"),
        ("help", "At any prompt you can type:"),
        ("pause", "No clock runs in this game: take your time."),
        ("unpause", "No clock is stopped."),
        ("save", "Resume it with: wargame resume "),
        ("hlep", "'hlep' is not an option: type a number, or help. Did you mean 'help'?"),
        ("x" * 2001, "That is too long: an answer may have 2000 characters."),
    ],
)
def test_a_word_is_answered_at_a_prompt(typed: str, answer: str, room: Any, people: Any) -> None:
    assert answer in answered(room, people, typed)


def test_why_tells_every_change_with_its_cause(room: Any, people: Any) -> None:
    person = people(says={"leave": ["why dprk-rok", "why usa.gain"]})
    table = room.game("rok")
    said = flat(room.play(table, person)).partition("Can this game be trusted?")[2]
    for entry in table.connection(SeatId("rok")).why("dprk-rok"):
        assert f"{entry.before} to {entry.after}" in said
        assert flat(entry.cause) in said
        for cause, share in entry.shares:
            assert f"{cause} ({share:+d})" in said
    assert "USA gain " in said


def test_a_reason_may_begin_with_why(room: Any, people: Any) -> None:
    table = room.game("rok")
    room.play(table, people(says={"Why?": ["why trust", "Why not wait a month?"]}))
    assert table.state.past[0][1].envelopes["rok"].rationale == "Why not wait a month?"


def test_between_sittings_of_several_the_words_speak_for_the_observer(room: Any, people: Any) -> None:
    said = answered(
        room,
        people,
        "brief",
        "numbers",
        "why rok.trust",
        "cables",
        "options",
        at="open the",
        seats=("rok", "usa"),
    )
    assert "A brief belongs to a seat: ask again at a seat's own sitting." in said
    assert "Each seat's own numbers are told at its own sitting." in said
    assert "ROK trust is known to ROK alone until the game is over." in said
    assert "Cables are shown at a seat's own sitting." in said
    assert "Nothing is asked at this point" in said


def test_an_unknown_word_at_a_public_prompt_is_answered_with_one_sentence(room: Any, people: Any) -> None:
    said = answered(room, people, "what now", at="Press Enter to go on")
    assert "Press Enter alone to go on, or type help." in said


def test_a_change_that_had_no_room_is_told_as_one() -> None:
    assert step("ROK trust", 100, 100, 6) == "ROK trust stays at 100, already at its limit"
    assert step("ROK trust", 98, 100, 6) == "ROK trust 98 to 100 (+2 of +6: that is its limit)"
    assert step("ROK trust", 50, 50, 0) == "ROK trust stays at 50"
    assert step("ROK trust", 50, 44, -6) == "ROK trust 50 to 44 (-6)"


def test_lists_and_times_are_said_as_people_say_them() -> None:
    assert [joined([]), joined(["a"]), joined(["a", "b", "c"])] == ["", "a", "a, b and c"]
    assert [minutes(1), minutes(90), minutes(120), minutes(150)] == [
        "1 second",
        "a minute and a half",
        "2 minutes",
        "2 minutes and 30 seconds",
    ]


def test_a_fact_wraps_under_itself_by_the_columns_that_it_takes() -> None:
    assert wrap("one two three", indent=2, width=9) == ["  one two", "    three"]
    assert wrap("", indent=2) == [""]
    lines = wrap("한국어로 쓴 긴 이유 " * 10 + "x" * 200)
    assert max(columns(line) for line in lines) <= 78
    assert "".join("".join(lines).split()) == "한국어로쓴긴이유" * 10 + "x" * 200
