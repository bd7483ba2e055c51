"""Words that every way to play shares."""

from typing import get_args, get_type_hints

import pytest

from wargame.engine.events import Choice
from wargame.play.words import MANNERS, MANNERS_LATER, shared


def test_every_way_in_which_a_choice_comes_about_has_its_words_during_the_game_and_after() -> None:
    ways = set(get_args(get_type_hints(Choice)["manner"]))
    assert set(MANNERS) == set(MANNERS_LATER) == ways
    assert MANNERS["chosen"] == MANNERS_LATER["chosen"] == ""


@pytest.mark.parametrize(
    ("teams", "seats", "said"),
    [
        (1, 1, "1 seat for 1 team"),
        (1, 2, "2 seats for 1 team: it holds two"),
        (4, 4, "4 seats for 4 teams, one each"),
        (4, 5, "5 seats for 4 teams: one team holds two"),
        (2, 6, "6 seats for 2 teams: some hold more than one"),
        (4, 2, "2 seats for 4 teams: some share one"),
        (2, 0, "0 seats for 2 teams"),
    ],
)
def test_how_teams_share_seats_is_said(teams: int, seats: int, said: str) -> None:
    assert shared(teams, seats) == said
