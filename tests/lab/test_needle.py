"""What an edit does to the odds: the games of many, in turn, kept, cancelled, and compared pair by pair."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lab.here import Here, until
from wargame.content.scenario import Scenario, canonical
from wargame.content.words import without_words
from wargame.engine.book import Book
from wargame.lab.blocks import MOST, SEEDS, Games, answer, block, seeds
from wargame.lab.crew import Gone
from wargame.lab.estimates import paired, share
from wargame.lab.games import play
from wargame.lab.many import play_many
from wargame.lab.needle import FIRST, Edit, Needle, edit
from wargame.lab.options import tally

SHORT = 5
"""Blocks of a whole run."""
WORDS = re.compile(
    r'"(title|label|about|shown-as|prompt|office|situation|news|source|question)":"((?:[^"\\]|\\.)*)"'
)


def heavier(scenario: Scenario, by: int = 40) -> Scenario:
    """Return a scenario whose first card comes more often."""
    first, *others = scenario.cards
    deal = first.deal.model_copy(update={"weight": by})
    return scenario.model_copy(update={"cards": (first.model_copy(update={"deal": deal}), *others)})


def reworded(scenario: Scenario, by: str = " anew") -> Scenario:
    """Return a scenario with every word of its cards changed."""
    cards = re.sub(WORDS, lambda found: f'"{found[1]}":"{found[2][:20]}{by}"', canonical(scenario))
    changed = Scenario.model_validate_json(cards)
    return scenario.model_copy(update={"cards": changed.cards})


def options(scenario: Scenario) -> list[tuple[str, str, str]]:
    card = scenario.cards[0]
    return [(card.id, seat, option.id) for seat, ask in card.asks.items() for option in ask.options]


@pytest.mark.parametrize("which", ["crisis", "bench"])
def test_the_figures_are_those_of_the_same_seeds_played_by_many(which: str, request) -> None:
    before: Scenario = request.getfixturevalue(which)
    now = heavier(before, 90)
    kept = Games(), Games()
    for side, scenario in zip(kept, (before, now), strict=True):
        book = Book(scenario)
        for at in (0, 1, 2, 4):
            side.add(at, block(book, at))
    kept[0].add(3, block(Book(before), 3))
    found = answer(*kept, before.cards[0].id, options(before))
    numbers = [seed for at in (0, 1, 2, 4) for seed in seeds(at)]
    played = [play_many(scenario, None, numbers) for scenario in (before, now)]
    card = before.cards[0].id
    wars = [[outcome.war for outcome in side] for side in played]
    dealt = [[card in {each.card for each in outcome.dealt} for outcome in side] for side in played]
    assert found.games == len(numbers) == 4 * SEEDS
    for shift, told in ((found.war, wars), (found.dealt, dealt)):
        assert shift.before == share(sum(told[0]), found.games)
        assert shift.now == share(sum(told[1]), found.games)
        gained = sum(b and not a for a, b in zip(*told, strict=True))
        lost = sum(a and not b for a, b in zip(*told, strict=True))
        assert shift.by == paired(gained, lost, found.games)
    assert found.to_war - found.from_war == sum(wars[1]) - sum(wars[0])
    counts = [tally(side) for side in played]
    for option, shift in found.options.items():
        assert shift.before == share(counts[0].chosen.get(option, 0), counts[0].offered.get(option, 0))
        assert shift.now == share(counts[1].chosen.get(option, 0), counts[1].offered.get(option, 0))


def test_two_contents_are_played_in_turn_and_no_more_than_a_whole_run(crisis: Scenario) -> None:
    here = Here()
    made = edit(crisis, heavier(crisis), None)
    one = Needle(here, 1, SHORT)
    one.ask(*made.contents)
    until(lambda: not one.playing)
    assert here.asked == [(each.key, at) for at in range(SHORT) for each in made.contents]
    assert one.games(*made.contents) == SHORT * SEEDS
    one.close()
    assert here.closed


def test_nothing_is_told_before_the_first_answer(crisis: Scenario) -> None:
    made = edit(crisis, heavier(crisis), None)
    one = Needle(Here(), 1, FIRST - 1)
    one.ask(*made.contents)
    until(lambda: not one.playing)
    assert one.answer(made, "ford", ()) is None
    one.close()


def test_the_next_edit_cancels_all_but_the_block_at_hand_which_is_kept(crisis: Scenario) -> None:
    here = Here()
    here.let.clear()
    first, second = (edit(crisis, heavier(crisis, by), None) for by in (40, 60))
    one = Needle(here, 1, SHORT)
    one.ask(*first.contents)
    until(lambda: here.asked)
    one.ask(*second.contents)
    here.let.set()
    until(lambda: not one.playing)
    assert here.asked[0] == (first.was.key, 0)
    assert {key for key, _ in here.asked[1:]} == {each.key for each in second.contents}
    assert here.asked.count((second.was.key, 0)) == 1
    one.close()


def test_a_stop_plays_no_more_and_asking_again_goes_on_where_it_was(crisis: Scenario) -> None:
    here = Here()
    here.let.clear()
    made = edit(crisis, heavier(crisis), None)
    one = Needle(here, 1, SHORT)
    one.ask(*made.contents)
    until(lambda: here.asked)
    one.stop()
    here.let.set()
    until(lambda: not one.playing)
    assert len(here.asked) == 1
    one.ask(*made.contents)
    until(lambda: not one.playing)
    assert len(here.asked) == len(set(here.asked)) == 2 * SHORT
    one.close()


def test_going_back_to_a_content_finds_its_games(crisis: Scenario) -> None:
    here = Here()
    one = Needle(here, 1, SHORT)
    edits = [edit(crisis, heavier(crisis, by), None) for by in (40, 60)]
    for made in edits:
        one.ask(*made.contents)
        until(lambda: not one.playing)
    played = len(here.asked)
    assert one.answer(edits[0], "ford", ()).games == SHORT * SEEDS
    one.ask(*edits[0].contents)
    until(lambda: not one.playing)
    saved = edit(edits[1].now, edits[1].now, None)
    one.ask(*saved.contents)
    assert one.games(*saved.contents) == SHORT * SEEDS
    assert len(here.asked) == played == 3 * SHORT
    one.close()


def test_lengths_are_played_each_for_itself(crisis: Scenario) -> None:
    here = Here()
    one = Needle(here, 1, SHORT)
    for length in (None, "full", "short"):
        one.ask(*edit(crisis, crisis, length).contents)
        until(lambda: not one.playing)
    assert len(here.asked) == 2 * SHORT
    one.close()


@pytest.mark.parametrize("fault", [Gone("no process can be started"), ValueError("odd")])
def test_what_breaks_a_game_is_said_and_an_edit_begins_anew(crisis: Scenario, fault) -> None:
    here = Here()
    here.fault = fault
    one = Needle(here, 1, SHORT)
    made = edit(crisis, crisis, None)
    one.ask(*made.contents)
    until(lambda: one.fault)
    assert not one.playing
    here.fault = None
    one.ask(*made.contents)
    assert not one.fault
    until(lambda: not one.playing)
    assert one.games(*made.contents) == SHORT * SEEDS
    one.close()


def test_a_process_that_is_lost_once_is_made_good(crisis: Scenario) -> None:
    here = Here()
    here.lost = 1
    one = Needle(here, 1, SHORT)
    made = edit(crisis, crisis, None)
    one.ask(*made.contents)
    until(lambda: not one.playing)
    assert not one.fault
    assert one.games(*made.contents) == SHORT * SEEDS
    assert here.asked[0] == here.asked[1]
    one.close()


def test_no_more_is_played_than_a_whole_run_has_blocks() -> None:
    assert Needle(Here(), 1, MOST + 1).most == MOST


def test_words_alone_need_no_new_games(crisis: Scenario) -> None:
    made = edit(crisis, reworded(crisis), None)
    assert canonical(made.now) != canonical(crisis)
    assert made.only_words
    assert len(made.contents) == 1
    assert not edit(crisis, crisis, None).only_words
    assert not edit(None, crisis, None).only_words
    assert not edit(crisis, heavier(crisis), None).only_words


@pytest.mark.parametrize("which", ["crisis", "bench", "korea"])
def test_a_game_between_bots_depends_on_no_word_of_a_card(which: str, request) -> None:
    scenario: Scenario = request.getfixturevalue(which)
    other = reworded(scenario)
    changed = sum(a != b for a, b in zip(scenario.cards, other.cards, strict=True))
    assert changed == len(scenario.cards)
    assert without_words(scenario) == without_words(other)
    assert play_many(scenario, None, range(40, 46)) == play_many(other, None, range(40, 46))


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters='"\\', min_codepoint=33), max_size=20),
    st.integers(1, 500),
)
def test_whatever_the_words_are_the_outcome_is_the_same(crisis: Scenario, words: str, seed: int) -> None:
    other = reworded(crisis, f"x{words}")
    assert without_words(crisis) == without_words(other)
    assert play(Book(crisis), seed) == play(Book(other), seed)


def test_all_that_bots_can_see_is_more_than_words(crisis: Scenario) -> None:
    for old, new in (
        ('"tags":["force"]', '"tags":["talk"]'),
        ('"north-south":">= 40"', '"north-south":">= 41"'),
        ('"weight":', '"weight":1'),
    ):
        text = canonical(crisis)
        at = text.index('"cards":')
        changed = text[:at] + text[at:].replace(old, new, 1)
        assert changed != text, old
        assert without_words(Scenario.model_validate_json(changed)) != without_words(crisis)


def test_two_processes_find_what_one_thread_finds(crisis: Scenario) -> None:
    made = edit(crisis, heavier(crisis), None)
    found = []
    for one in (Needle(Here(), 1, SHORT), Needle(threads=2, most=SHORT)):
        one.ask(*made.contents)
        until(lambda one=one: not one.playing)
        assert not one.fault
        found.append(one.answer(made, crisis.cards[0].id, options(crisis)))
        one.close()
    assert found[0] == found[1]
    assert found[0] is not None


def test_a_needle_that_is_closed_answers_no_more_questions(crisis: Scenario) -> None:
    one = Needle(Here(), 1, SHORT)
    one.close()
    made: Edit = edit(crisis, crisis, None)
    one.ask(*made.contents)
    assert not one.playing
