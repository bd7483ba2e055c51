import re
from itertools import pairwise
from typing import Any

import pytest

from wargame.content.base import OBSERVER
from wargame.content.load import scenario_from
from wargame.engine.book import Book
from wargame.engine.known import odds_told
from wargame.engine.ledger import entries
from wargame.engine.sight_parts import RollSight
from wargame.engine.state import State
from wargame.plain.reveal import odds, other_odds
from wargame.plain.terminal import NO_SCREEN
from wargame.plain.voice import Leave
from wargame.plain.wrap import columns
from wargame.play.words import chance


def flat(text: str) -> str:
    return " ".join(text.split())


def test_one_person_plays_a_whole_game_by_lines_alone(room: Any, people: Any) -> None:
    person = people()
    table = room.game("rok")
    said = flat(room.play(table, person))
    assert table.state.phase == "ended"
    for turn in (1, 2, 3):
        assert f"Turn {turn} of 3:" in said
    assert said.count("The envelopes are open.") == said.count("What everybody did:") >= 3
    for secret in ("What each seat was really after:", "The cables beside the truth:", "Forecasts, by mean"):
        assert secret in said
    assert f"The final digest is {table.journal.digest}" in said
    assert "it was kept" in said
    assert NO_SCREEN not in said


def test_no_line_is_wider_than_a_narrow_terminal_nor_drawn(room: Any, people: Any) -> None:
    said = room.play(room.game("rok", "usa"), people())
    lines = [line for line in said.splitlines() if not line.strip().startswith("wargame ")]
    assert max(columns(line) for line in lines) <= 80
    assert not re.search("[\u2500-\u259f\x00-\x09\x0b-\x1f]", said)


def test_bots_alone_play_to_the_end_and_are_asked_nothing(room: Any, people: Any) -> None:
    person = people()
    table = room.game()
    said = room.play(table, person)
    assert table.state.phase == "ended"
    assert person.asked == []
    assert table.journal.digest in flat(said)


def test_every_public_change_of_the_game_is_told_with_its_cause(room: Any, people: Any) -> None:
    table = room.game()
    said = flat(room.play(table, people()))
    told = 0
    for entry in entries(table.state):
        change = entry.change
        if "." not in change.number and entry.step != "spillover" and change.applied:
            label = table.book.label(change.number)
            assert f"{label} {change.before} to {change.after} ({change.applied:+d}" in said
            told += 1
    assert told


def test_the_public_reveal_tells_no_seat_s_own_numbers(room: Any, people: Any) -> None:
    said = room.play(room.game(), people())
    before, _, _ = said.partition("The game is over")
    for label in ("trust", "capacity", "unity", "leverage", "attention", "patience"):
        assert not re.search(rf"\b[A-Z]\w+ {label} \d", before)


def test_nothing_of_a_sitting_is_told_outside_it_before_the_end(room: Any, people: Any) -> None:
    person = people(
        says={
            "several people": ["yes"],
            "How did you decide?": ["majority"],
            "Who disagreed": ["DISSENT"],
            "expect": ["EXPECTED"],
        }
    )
    table = room.game("rok", "usa")
    said, _, _ = room.play(table, person).partition("The game is over")
    cables = {cable.id: flat(cable.text)[:40] for cable in table.book.rules.cables}
    desks = {seat: [cables[c.cable] for c in table.state.cables if c.seat == seat] for seat in ("rok", "usa")}
    tracks = {"rok": ("trust", "capacity"), "usa": ("attention", "commitment")}
    sittings = 0
    for part in map(flat, said.split(NO_SCREEN)):
        sits = next((seat for seat in desks if f"({seat.upper()}). Press Enter when nobody" in part), None)
        sittings += sits is not None
        for seat in desks:
            if seat == sits:
                continue
            label = table.book.scenario.actor(seat).short
            assert not [text for text in desks[seat] if text in part]
            assert not [track for track in tracks[seat] if re.search(rf"{label} {track} \d", part)]
            assert f"({seat.upper()}). Press Enter" not in part
        if sits is None:
            assert not re.search("REASON|DISSENT|EXPECTED|secret intent|Cables on", part)
    assert sittings >= 6


def test_the_screen_is_cleared_before_and_after_each_sitting_of_several(room: Any, people: Any) -> None:
    said = room.play(room.game("rok", "usa"), people())
    parts = said.split(NO_SCREEN)
    for before, part in pairwise(parts):
        if part.lstrip().startswith("Pass the keyboard to"):
            assert "Your decision is in the envelope." in part
        else:
            assert before.lstrip().startswith("Pass the keyboard to")


def test_a_brief_is_told_at_the_first_sitting_and_then_one_word_away(room: Any, people: Any) -> None:
    person = people(says={"Your choice": ["", "brief"]})
    said = room.play(room.game("rok"), person)
    assert said.count("Your secret intent:") == 2


def test_own_numbers_wait_for_the_seat_s_next_sitting_with_their_reasons(room: Any, people: Any) -> None:
    table = room.game("rok")
    said = flat(room.play(table, people()))
    sittings = [part.partition("Your choice")[0] for part in said.split("Your own numbers since")][1:]
    told = 0
    for entry in entries(table.state):
        change = entry.change
        if change.number.startswith("rok.") and entry.turn == 1 and change.applied:
            assert f"{table.book.label(change.number)} {change.before} to {change.after}" in sittings[0]
            told += 1
    assert told


def test_an_envelope_may_change_until_all_are_opened(room: Any, people: Any) -> None:
    says = {"open the envelopes": ["change"], "put this in": ["", "1"], "Your choice, 1 to": ["1", "2"]}
    person = people(says=says)
    table = room.game("rok")
    said = room.play(table, person)
    assert "In your envelope now:" in said
    first = table.state.past[0][1]
    option = list(table.book.asks[first.card]["rok"].options)[1]
    assert first.choices["rok"].option == option


def test_a_changed_mind_may_find_the_envelope_good(room: Any, people: Any) -> None:
    person = people(says={"open the envelopes": ["change rok"], "as before": [""]})
    table = room.game("rok", "usa")
    said = room.play(table, person)
    assert "Your envelope stays as it was." in said
    assert table.state.past[0][1].envelopes["rok"].option


@pytest.mark.parametrize("typed", ["change", "change japan", "change nobody"])
def test_only_a_seat_that_people_hold_changes_its_mind(typed: str, room: Any, people: Any) -> None:
    said = room.play(room.game("rok", "usa"), people(says={"open the envelopes": [typed]}))
    assert "Say whose decision: change rok or usa." in said


def test_back_begins_an_answer_again(room: Any, people: Any) -> None:
    person = people(says={"How likely": ["back"], "Why?": ["first thought", "second thought"]})
    table = room.game("rok")
    room.play(table, person)
    assert table.state.past[0][1].envelopes["rok"].rationale == "second thought"


def test_one_answer_is_corrected_and_the_others_stay(room: Any, people: Any) -> None:
    says = {
        "put this in": ["2", "5", ""],
        "Why?": ["first thought", "second thought"],
        "expect": ["a statement"],
        "How likely": ["40", "30", "70"],
    }
    table = room.game("rok")
    said = room.play(table, people(says=says))
    given = table.state.past[0][1].envelopes["rok"]
    assert (given.rationale, given.expects) == ("second thought", "a statement")
    assert list(given.forecasts.values()) == [70, 30]
    assert "  2. Because: first thought\n" in said and "  2. Because: second thought\n" in said


def test_back_leaves_the_one_answer_as_it_was(room: Any, people: Any) -> None:
    table = room.game("rok")
    said = room.play(table, people(says={"put this in": ["2", ""], "Why?": ["first thought", "back"]}))
    assert table.state.past[0][1].envelopes["rok"].rationale == "first thought"
    assert "It stays as it was." in said


def test_a_number_that_no_answer_has_is_said_to_be_none(room: Any, people: Any) -> None:
    said = room.play(room.game("rok"), people(says={"put this in": ["0", "77", "no idea"]}))
    assert said.count("is no answer: type 1 to 6, or press Enter.") == 3
    assert said.count("Your decision:\n") == said.count("Your decision is in the envelope.")


def test_people_who_said_that_one_sits_here_can_still_say_how_they_decided(room: Any, people: Any) -> None:
    says = {"put this in": ["4"], "you decide? alone": ["majority"], "Who disagreed": ["the minister"]}
    table = room.game("rok")
    room.play(table, people(says=says))
    given = table.state.past[0][1].envelopes["rok"]
    assert (given.decided, given.dissent) == ("majority", "the minister")


def test_hostile_text_leaves_no_escape_and_no_turned_direction(room: Any, people: Any) -> None:
    hostile = "\x1b[2Jred \x1b]52;c;eA==\x07 \u202eevil\u2066 \x9b31m [bold]x[/bold]"
    person = people(says={"Why?": [hostile], "expect": [hostile], "Your choice": [hostile, "why " + hostile]})
    table = room.game("rok")
    said = room.play(table, person)
    assert table.state.past[0][1].envelopes["rok"].rationale == hostile
    assert not re.search("[\x1b\x07\x9b\u202e\u2066]", said)
    assert "[bold]x[/bold]" in said


def test_a_hostile_deck_leaves_no_escape_and_no_turned_direction(room: Any, people: Any, book: Any) -> None:
    hostile = book.content.replace("Explosives on two roads", "Two\\u001b[2J\\u202e roads").replace(
        '"short":"ROK"', '"short":"R\\u001b]0;"'
    )
    assert hostile != book.content
    room.book = Book(scenario_from(hostile), "short")
    said = room.play(room.game("rok", "usa"), people())
    assert "Card: Two\N{REPLACEMENT CHARACTER}[2J" in said
    assert not re.search("[\x1b\u202e]", said)


def test_the_answer_to_a_forecast_may_have_a_percent_sign_or_be_none(room: Any, people: Any) -> None:
    person = people(says={"How likely": ["70%", "maybe", "101", ""]})
    table = room.game("rok")
    room.play(table, person)
    assert list(table.state.past[0][1].envelopes["rok"].forecasts.values()) == [70]


def test_what_is_no_option_is_answered_with_one_sentence(room: Any, people: Any) -> None:
    person = people(says={"Your choice": ["0", "99999999999", "x"]})
    said = room.play(room.game("rok"), person)
    assert said.count("is not an option: type a number, or help.") == 3


def test_a_room_reads_the_card_before_the_keyboard_goes_round_and_again_at_each_sitting(
    room: Any, people: Any
) -> None:
    person = people(patience=16)
    said = room.play(room.game("rok", "usa"), person)
    public, first, second = said.split(NO_SCREEN)[0], said.split(NO_SCREEN)[1], said.split(NO_SCREEN)[3]
    title = "Card: Explosives on two roads"
    assert public.index(title) < public.index("Press Enter when everybody has read this.")
    for sitting in (first, second):
        assert sitting.index(title) < sitting.index("Your own numbers")
        assert "type news" in sitting
    assert person.asked[2] == "Press Enter when everybody has read this."


def test_a_first_sitting_stops_after_the_brief_and_before_the_question(room: Any, people: Any) -> None:
    person = people()
    said = room.play(room.game("rok"), person)
    assert person.asked[2:6] == [
        "Press Enter to decide.",
        "Press Enter when you have read your brief.",
        "Press Enter for your question.",
        "Your choice, 1 to 4:",
    ]
    numbers, question = said.split("Press Enter")[4:6]
    assert "Your own numbers" in numbers
    assert "You are now:" in question.partition("Your choice")[0]


def test_nothing_is_on_record_about_a_card_before_all_have_decided(room: Any, people: Any) -> None:
    person = people(says={"Your choice": ["card"], "Press Enter to go on": ["card"]})
    table = room.game("rok")
    said = flat(room.play(table, person))
    facts = table.book.cards[table.state.past[0][1].card].card.facts
    before, _, after = said.partition("What followed:")
    assert facts
    for fact in facts:
        assert flat(fact) not in before
        assert flat(fact) in after
    assert "For the record:" in after


def test_another_choice_asks_whether_the_reason_still_holds(room: Any, people: Any) -> None:
    for typed, kept in (("", "REASON"), ("Now it is another.", "Now it is another."), ("back", "REASON")):
        table = room.game("rok")
        says = {"Your choice, 1 to": ["1", "2"], "put this in": ["1", ""], "Does that still hold?": [typed]}
        said = flat(room.play(table, people(says=says)))
        assert "You chose otherwise before, because: REASON" in said
        envelope = table.state.past[0][1].envelopes["rok"]
        assert envelope.rationale == kept
        options = table.book.asks[table.state.past[0][1].card]["rok"].options
        assert (envelope.option == next(iter(options))) == (typed == "back")


def test_one_person_is_asked_once_whether_the_seat_is_a_team(room: Any, people: Any) -> None:
    alone, team = people(), people(says={"several people": ["yes"], "or leader": ["consensus"]})
    room.play(room.game("rok"), alone)
    assert sum("several people" in prompt for prompt in alone.asked) == 1
    assert not any("consensus" in prompt for prompt in alone.asked)
    table = room.game("rok")
    room.play(table, team)
    assert sum("several people" in prompt for prompt in team.asked) == 1
    assert sum("consensus" in prompt for prompt in team.asked) > 1
    assert table.state.past[0][1].envelopes["rok"].decided == "consensus"


def test_a_sitting_that_is_broken_off_leaves_nothing_on_the_screen(room: Any, people: Any) -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    for broken in ("quit", interrupt):
        person = people(says={"Your choice": [broken]})
        with pytest.raises((Leave, KeyboardInterrupt)):
            room.play(room.game("rok", "usa"), person)
        assert person.out.getvalue().endswith(f"{NO_SCREEN}\n\n")


def test_a_chance_is_told_with_the_odds_that_it_had_and_no_other_news(room: Any, people: Any) -> None:
    table = room.game()
    said = flat(room.play(table, people()))
    told = 0
    for _, exchange in table.state.past:
        for roll in exchange.rolls:
            total = sum(roll.weights)
            public = odds_told(table.book, State(), OBSERVER, roll.path)
            if public and roll.weights[roll.outcome] < total:
                assert f"it had {chance(roll.weights[roll.outcome], total)}." in said
                told += 1
    assert told
    assert re.search(r"(The other outcome|Other outcomes) had \d+ in \d+", said)
    assert " 0 in " not in said


def test_of_a_chance_whose_odds_would_tell_a_secret_only_what_came_is_told() -> None:
    roll = RollSight(1, 1, "chance (ROK: Vote)", "It failed.", (), (), None, False)
    assert (odds(roll), other_odds(roll)) == ("its odds are not told before the end", "")
