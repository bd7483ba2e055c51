import pytest

from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.games import play
from wargame.lab.many import play_many, usable_processes


@pytest.mark.parametrize("which", ["korea", "bench", "crisis"])
def test_two_processes_play_the_games_that_one_plays(which: str, request: pytest.FixtureRequest) -> None:
    scenario: Scenario = request.getfixturevalue(which)
    alone = play_many(scenario, None, range(5, 12), 1)
    assert play_many(scenario, None, range(5, 12), 2) == alone
    assert [outcome.seed for outcome in alone] == list(range(5, 12))


def test_the_length_reaches_every_process(crisis: Scenario) -> None:
    assert {outcome.turns for outcome in play_many(crisis, "short", range(4), 2)} == {2}


def test_progress_is_told_until_all_games_are_done(crisis: Scenario) -> None:
    told: list[tuple[int, int]] = []
    play_many(crisis, None, range(6), 1, lambda done, games: told.append((done, games)))
    assert told == [(done, 6) for done in range(1, 7)]
    told.clear()
    play_many(crisis, None, range(9), 2, lambda done, games: told.append((done, games)))
    assert told == sorted(told)
    assert told[-1] == (9, 9)


def test_seeds_may_come_in_any_order_and_no_games_are_none(crisis: Scenario) -> None:
    book = Book(crisis)
    assert play_many(crisis, None, [7, 2], 1) == (play(book, 7), play(book, 2))
    assert play_many(crisis, None, [], 2) == ()


def test_a_length_that_there_is_not_is_refused_before_a_process_starts(crisis: Scenario) -> None:
    with pytest.raises(KeyError):
        play_many(crisis, "endless", range(3), 2)


def test_this_machine_has_a_processor() -> None:
    assert usable_processes() >= 1
