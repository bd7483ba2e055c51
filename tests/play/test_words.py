"""Words that every way to play shares."""

from typing import get_args, get_type_hints

from wargame.engine.events import Choice
from wargame.play.words import MANNERS, MANNERS_LATER


def test_every_way_in_which_a_choice_comes_about_has_its_words_during_the_game_and_after() -> None:
    ways = set(get_args(get_type_hints(Choice)["manner"]))
    assert set(MANNERS) == set(MANNERS_LATER) == ways
    assert MANNERS["chosen"] == MANNERS_LATER["chosen"] == ""
