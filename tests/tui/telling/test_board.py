"""The picture beside the story: numbers, desk and brief."""

import pytest
from msgspec.structs import replace

from tests.tui.telling.games import RUNGS, said, sights
from wargame.engine.sight_parts import Sight
from wargame.tui.telling import board

GAME = sights(1)


@pytest.mark.parametrize("sight", GAME[::7])
def test_every_number_that_a_seat_sees_can_be_picked_and_the_hottest_relation_comes_first(
    sight: Sight,
) -> None:
    told = board.numbers(sight, RUNGS)
    keys = [piece.key for piece in told if piece.key is not None]
    assert sorted(keys) == sorted(number.id for number in (*sight.tracks, *sight.relations))
    heat = {relation.id: relation.value for relation in sight.relations}
    found = [heat[key] for key in keys if key in heat]
    assert found == sorted(found, reverse=True)


def test_a_number_that_moved_this_turn_says_how_far_and_which_way() -> None:
    for sight in GAME:
        lines = {piece.key: said([piece]) for piece in board.numbers(sight, RUNGS)}
        for number in (*sight.tracks, *sight.relations):
            arrow = "▲" if number.moved > 0 else "▼"
            moved = f"{arrow}{abs(number.moved)}" if number.moved else ""
            assert (moved in lines[number.id]) if moved else not {"▲", "▼"} & set(lines[number.id])


def test_rising_tension_is_drawn_otherwise_than_falling_and_a_seats_own_numbers_are_neither() -> None:
    assert board.arrow_style(1, "north-south") != board.arrow_style(-1, "north-south")
    assert board.arrow_style(1, "north.nerve") == board.arrow_style(-1, "north.nerve")


def test_the_desk_shows_cables_news_and_what_is_true_the_newest_first() -> None:
    sight = max(GAME, key=lambda sight: len(sight.cables) + len(sight.news) + len(sight.flags))
    text = said(board.news(sight))
    for told in (*sight.cables, *sight.news):
        assert told.text in text
    assert all(flag.about in text for flag in sight.flags)
    at = 0
    for item in reversed(sight.news):
        at = text.index(item.text, at) + len(item.text)


def test_a_brief_holds_the_office_the_intent_and_every_objective_of_its_seat() -> None:
    for sight in GAME[:4]:
        text = said(board.brief(sight))
        if sight.brief:
            assert sight.intent is None or sight.intent[0] in text
            assert all(objective.text in text for objective in sight.objectives)
            assert sight.office in text and sight.brief.strip() in text
        else:
            assert "belongs to a seat" in text


def test_a_month_begins_with_its_news() -> None:
    for sight in GAME:
        if sight.phase == "brief":
            text = said(board.turn(sight))
            assert f"Turn {sight.turn} of {sight.turns}" in text
            assert all(item in text for item in sight.calendar)


def test_a_bar_shows_a_number_in_tens_and_half_of_ten_as_ten_wherever_it_falls() -> None:
    sight = next(sight for sight in GAME if sight.tracks)
    for value, full in ((0, 0), (44, 4), (45, 5), (55, 6), (100, 10)):
        own = replace(sight, tracks=(replace(sight.tracks[0], value=value),))
        assert said(board.numbers(own, RUNGS)).count("█") == full
