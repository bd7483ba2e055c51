"""What is told when the game is over."""

import re
from itertools import pairwise
from typing import Any

import pytest


def flat(text: str) -> str:
    return " ".join(text.split())


def ended(room: Any, people: Any, *humans: str, **says: list[str]) -> tuple[Any, str]:
    table = room.game(*humans)
    said = room.play(table, people(says={key.replace("_", " "): typed for key, typed in says.items()}))
    return table, flat(said.partition("The game is over")[2])


def test_the_question_comes_back_with_the_intents_and_what_was_said_of_them(room: Any, people: Any) -> None:
    _, said = ended(room, people, "rok", How_likely=["15", "50", "10%", "50", "8"])
    asked = "Is Pyongyang's intent a prelude to war? You said 15%, 10% and 8%. It was "
    question = said.index("Is it routine, a calculated signal, or the prelude to a war?")
    assert question < said.index("What each seat was really after:") < said.index(asked)
    assert said.index(asked) < said.index("Points measure a seat against its own objectives")


def test_a_game_without_war_says_so_and_how_near_it_came(room: Any, people: Any) -> None:
    table, said = ended(room, people, "rok")
    assert not table.state.war
    assert re.search(
        r"No war came\. The nearest to it was (DPRK-ROK|DPRK-USA) at \d+ in turn \d; from 92", said
    )


def test_one_person_alone_reads_at_each_reveal_what_moved_the_own_numbers(room: Any, people: Any) -> None:
    table = room.game("rok")
    said = flat(room.play(table, people()))
    revealed = said[said.index("The envelopes are open.") : said.index("For the record:")]
    own = [number for number in table.book.numbers if number.startswith("rok.")]
    first = [entry for number in own for entry in table.connection("rok").why(number)]
    first = [entry for entry in first if (entry.turn, entry.exchange) == (1, 1)]
    assert first
    for entry in first:
        assert f"{table.book.label(entry.number)} {entry.before} to {entry.after}" in revealed


def test_several_at_one_keyboard_read_no_own_numbers_at_the_reveal(room: Any, people: Any) -> None:
    table = room.game("dprk", "rok")
    said = flat(room.play(table, people()))
    revealed = [part.partition("Press Enter")[0] for part in said.split("The envelopes are open.")[1:]]
    assert revealed
    for number in table.book.numbers[table.book.relations :]:
        assert not any(f"{table.book.label(number)} " in told for told in revealed)


def test_own_forecasts_are_told_one_a_line_with_what_happened(room: Any, people: Any) -> None:
    table, said = ended(room, people, "rok")
    own = [given for given in table.connection("rok").ending().stated if given.seat == "rok"]
    assert own
    for given in own:
        assert f"Turn {given.turn}: {given.question} You said 40%: it " in said
    assert re.search(r"You said 40%: it (came true|did not come true)\.", said)
    assert "The Brier score is the square of the distance between what was said and what happened" in said


def test_seats_that_people_hold_come_first(room: Any, people: Any) -> None:
    _, said = ended(room, people, "usa", "rok")
    order = [
        said.index(f"({short}), ") for short in ("ROK", "USA", "DPRK", "Russia") if f"({short}), " in said
    ]
    assert order == sorted(order)
    assert len(order) == 4
    assert "ROK said 40%" in said
    assert "USA said 40%" in said


def test_what_lay_in_the_envelopes_of_people_is_told_by_turn(room: Any, people: Any) -> None:
    says = {
        "several_people": ["yes"],
        "you_decide": ["majority"],
        "disagreed": ["One of us."],
        "expect": ["Calm."],
    }
    table, said = ended(room, people, "rok", **says)
    told = said.partition("What was said in the envelopes:")[2].partition("Questions for the room:")[0]
    assert re.search(r"Turn 1, Explosives on two roads: ROK: [^.]+\. Because: REASON Expected: Calm\.", told)
    assert "Decided by majority. Dissent: One of us." in told
    assert "DPRK:" not in told
    exchanges = [exchange for _, exchange in table.state.past] + list(table.state.exchanges)
    assert told.count("Because:") == sum("rok" in exchange.asked for exchange in exchanges)


def test_bots_leave_questions_for_the_room_and_no_reasons(room: Any, people: Any) -> None:
    table, said = ended(room, people)
    assert "What was said in the envelopes" not in said
    assert "Because:" not in said
    discuss = [text for exchange in table.connection("rok").ending().exchanges for text in exchange.discuss]
    assert discuss
    for question in discuss:
        assert question in said


def test_own_numbers_that_moved_after_the_last_sitting_are_told_at_the_end(room: Any, people: Any) -> None:
    table, said = ended(room, people, "rok")
    moved = 0
    for number in table.book.numbers:
        for entry in table.connection("rok").why(number) if number.startswith("rok.") else ():
            if entry.turn == 3 and entry.after != entry.before:
                assert f"{entry.before} to {entry.after}" in said
                moved += 1
    assert moved


def test_no_change_of_an_own_number_is_left_out_of_the_sittings_and_the_end(room: Any, people: Any) -> None:
    table = room.game("rok")
    said = flat(room.play(table, people()))
    for number in table.book.numbers:
        if number.startswith("rok."):
            for entry in table.connection("rok").why(number):
                assert f"{table.book.label(number)} {entry.before} to {entry.after}" in said, entry


def test_a_choice_that_was_shown_milder_is_told_as_both(room: Any, people: Any, book: Any) -> None:
    from wargame.content.load import scenario_from
    from wargame.engine.book import Book

    label = "Record it, brief the press, say little"
    content = book.content.replace(f'"label":"{label}"', f'"label":"{label}","shown-as":"Look on"')
    room.book = Book(scenario_from(content), "short")
    _, said = ended(room, people, "rok")
    assert f"Turn 1, ROK: {label} (shown as 'Look on' when it was chosen)." in said


@pytest.mark.parametrize(("seed", "times"), [(3, 2), (None, 0)])
def test_a_promise_about_a_seed_that_a_person_named_is_said_to_hide_little(
    room: Any, people: Any, seed: int | None, times: int
) -> None:
    person = people(says={"for turn 1": ["save"]})
    said = flat(room.play(room.game("rok", seed=seed), person))
    assert "What was promised about the dice: " in said and "The promise made at the start was " in said
    assert said.count("finds it by trying likely ones against the promise") == times


def test_every_part_of_the_end_waits_for_enter(room: Any, people: Any) -> None:
    person = people()
    room.play(room.game("rok"), person)
    parts = [prompt for prompt in person.asked if prompt.startswith("Press Enter")][-7:]
    assert "how it ended" in parts[0]
    for part, word in pairwise([*parts[1:], "leave"]):
        assert part != word
    told = ("question of the game", "cables", "envelopes", "discuss", "checked", "leave")
    assert [word in part for word, part in zip(told, parts[1:], strict=True)] == [True] * 6
