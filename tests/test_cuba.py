"""The second scenario that comes with the program is whole, and is played by the same rules."""

import pytest

from wargame.content.load import load_scenario
from wargame.content.seats import Cable, Seat
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

CUBA = load_scenario("cuba-1962")
RULES = CUBA.rules
SEATS = [actor.seat for actor in RULES.actors if actor.seat]


def ever(cable: Cable) -> set[int]:
    return {case.percent for case in cable.reliability}


def test_it_has_eighteen_cards_or_more_and_each_names_its_source() -> None:
    assert len(CUBA.cards) >= 18
    assert all(card.source and card.facts and card.discuss for card in CUBA.cards)


def test_its_turns_are_days_of_the_crisis() -> None:
    assert [turn.day for turn in RULES.calendar] == [
        f"1962-10-{day}" for day in ("16", "22", "24", "26", "27", "28")
    ]


@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: seat.office)
def test_every_seat_has_its_own_aims_secrets_and_moves(seat: Seat) -> None:
    assert len(seat.objectives) >= 2 and len(seat.standing.options) == 3
    assert len(seat.intents) >= 2 and all(intent.objective for intent in seat.intents)


def test_why_the_missiles_were_sent_is_drawn_and_said_to_be_a_teaching_prior() -> None:
    moscow = next(actor.seat for actor in RULES.actors if actor.id == "ussr")
    assert moscow and {i.id: i.weight for i in moscow.intents} == {"bargain": 45, "shield": 35, "test": 20}
    assert "(45, 35 and 20\nin a hundred) were chosen for teaching" in RULES.about


def test_some_cables_are_wrong_whatever_happens_and_one_stays_open() -> None:
    assert sum(ever(cable) == {0} for cable in RULES.cables) == 2
    assert sum(not cable.reliability for cable in RULES.cables) == 1
    assert {str(cable.seat) for cable in RULES.cables} == {"usa", "ussr", "cuba", "nato"}


@pytest.mark.parametrize("length", RULES.lengths)
def test_bots_play_each_length_to_its_end(length: str) -> None:
    book = Book(CUBA, length)
    for seed in range(1, 6):
        drawn = seed_from(seed)
        table = Table(book, Unsaved(), VirtualClock())
        table.begin(begin(book, drawn, holders(book, drawn, [], None)))
        play_out(table)
        assert table.state.phase == "ended"
