"""A card is put on the table in a state of one's choosing, and told as a game tells it."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from wargame.content.base import CardId, SeatId
from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.lab.stage import Setting, intents_asked, milder, revealed, sights, stage
from wargame.play.clock import VirtualClock
from wargame.play.leading import lead
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

FORD, ICE = CardId("ford"), CardId("ice")
NORTH, SOUTH = SeatId("north"), SeatId("south")


def test_without_a_word_the_state_is_that_of_the_games_begin(crisis: Scenario) -> None:
    book, state = stage(crisis, FORD, Setting())
    assert (state.phase, state.turn, state.month, state.exchanges[-1].card) == ("decide", 1, 1, "ford")
    assert state.numbers == book.starts
    assert book.turns == (1, 2, 3)


def test_turn_numbers_and_flags_are_as_set(crisis: Scenario) -> None:
    book, state = stage(crisis, ICE, Setting(3, {"north-south": 91, "south.trust": 0}, ("talks",)))
    assert (state.turn, state.month) == (3, 3)
    now = dict(zip(book.numbers, state.numbers, strict=True))
    assert (now["north-south"], now["south.trust"], now["north.unity"]) == (91, 0, 50)
    assert "talks" in state.flags


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (
            Setting(numbers={"north.untiy": 3}),
            "there is no number 'north.untiy'; did you mean 'north.unity'?",
        ),
        (Setting(numbers={"south-north": 3}), "a relation is written in actor order: 'north-south'"),
        (Setting(flags=("tlks",)), "there is no flag 'tlks'; did you mean 'talks'?"),
        (Setting(turn=4), "the calendar has turns 1 to 3, and this is 4"),
    ],
)
def test_a_name_that_leads_nowhere_is_answered(crisis: Scenario, setting: Setting, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        stage(crisis, FORD, setting)


def test_a_turn_that_no_length_plays_is_told(tmp_path: Path) -> None:
    rules = RULES.replace("turns: [1, 2, 3]", "turns: [1, 3]")
    with pytest.raises(ValueError, match="no length of this scenario plays turn 2; the longest plays 1, 3"):
        stage(load_scenario(write(tmp_path, rules)), FORD, Setting(turn=2))


def test_a_seat_is_told_what_a_game_tells_it(crisis: Scenario) -> None:
    card = crisis.card(ICE).model_copy(update={"deal": crisis.card(FORD).deal})
    only = crisis.model_copy(update={"cards": (card,)})
    book, state = stage(only, ICE, Setting())
    table = Table(Book(only), Unsaved(), VirtualClock())
    seed = seed_from(1)
    table.begin(begin(table.book, seed, holders(table.book, seed, [NORTH, SOUTH], None)))
    lead(table)
    assert table.state.exchanges[-1].card == ICE
    for seat, told in sights(book, state).items():
        played = table.connection(seat).sight()
        assert (told.card, told.ask, told.questions) == (played.card, played.ask, played.questions)


def test_the_record_of_a_card_is_told_when_the_envelopes_are_open(tmp_path: Path) -> None:
    deck = DECK.replace("  asks:\n", "  facts: [The river is deep.]\n  asks:\n", 1)
    book, state = stage(load_scenario(write(tmp_path, deck=deck)), FORD, Setting())
    told = sights(book, state)[SOUTH].card
    assert told and told.facts == ()
    after = revealed(book, state)
    assert after.card and after.card.facts == ("The river is deep.",)


def test_what_others_read_instead_is_listed(crisis: Scenario) -> None:
    assert milder(crisis.card(FORD)) == (("north", "Fire again", "Answer"),)
    assert milder(crisis.card(ICE)) == ()


def test_only_intents_that_count_are_named(crisis: Scenario) -> None:
    _, state = stage(crisis, FORD, Setting())
    assert [*intents_asked(state, crisis.card(FORD))] == ["north"]
    assert intents_asked(state, crisis.card(ICE)) == {}
