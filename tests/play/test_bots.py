"""What bots write into their envelopes."""

import pytest

from tests.content.small import RULES, write
from tests.games.played import Keeping
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.commands import Commit
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table


@pytest.fixture(scope="module")
def reasons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The reason that bots gave for each option; of these only `drill` says what it is about."""
    said_of_itself = RULES.replace("label: Drill,", "label: Drill, about: Drums keep the cold out.,")
    wanted = said_of_itself.replace(
        "- {flag: talks,", "- {number: north.force, weight: 3}\n        - {flag: talks,"
    )
    book = Book(load_scenario(write(tmp_path_factory.mktemp("bots"), wanted)))
    given = {}
    for number in range(6):
        journal, seed = Keeping(), seed_from(number)
        table = Table(book, journal, VirtualClock())
        table.begin(begin(book, seed, holders(book, seed, (), None)))
        play_out(table)
        said = [record.command for record in journal.records]
        given |= {str(commit.option): commit.rationale for commit in said if isinstance(commit, Commit)}
    return given


def test_a_bot_gives_as_its_reason_what_the_option_says_of_itself(reasons: dict[str, str]) -> None:
    assert reasons["drill"] == "Drums keep the cold out."


def test_of_an_option_that_says_nothing_of_itself_it_tells_what_it_gains(reasons: dict[str, str]) -> None:
    assert reasons["rest"] == "It moves North unity our way."


def test_a_reason_does_not_repeat_the_label(reasons: dict[str, str]) -> None:
    labels = {"rest": "Rest", "fire": "Fire again", "deny": "Deny it", "speak": "Speak", "wait": "Wait"}
    told = {key: reasons[key] for key in labels.keys() & reasons.keys()}
    assert len(told) > 2
    assert not any(reason.startswith(labels[key]) for key, reason in told.items())


def test_with_nothing_to_gain_it_says_so(reasons: dict[str, str]) -> None:
    assert reasons["wait"] == "No other course seemed to promise us more."


def test_a_price_is_named(reasons: dict[str, str]) -> None:
    assert reasons["fire"] == "It moves North force our way, at the price of North-South tension."
