"""The end: nothing that was decided, meant or foretold is left out."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.telling.games import BOOK, moments, said
from wargame.engine.ending import Ending, ForecastEnd, ending
from wargame.engine.nearest import Nearest
from wargame.play.names import Names
from wargame.tui.telling import ending as pages

NAMES = Names.of(BOOK)


@pytest.fixture(scope="module", params=[1, 8])
def told(request: pytest.FixtureRequest) -> Ending:
    *_, game = moments(request.param)
    return ending(BOOK, game.state)


def test_every_relation_is_told_from_start_to_finish(told: Ending) -> None:
    text = said(pages.outcome(told, NAMES))
    assert told.reason in text
    for relation in told.relations:
        assert f"{relation.start:3} → {relation.end:3}" in text
        assert relation.end_rung in text


def test_a_game_without_war_says_how_near_it_came_and_where_each_intent_is_told(told: Ending) -> None:
    near = Nearest("North-South tension", 81, 3, 92)
    text = said(pages.outcome(replace(told, nearest=near), NAMES))
    assert "No war came. The nearest to it was North-South at 81 in turn 3; from 92 on it would have" in text
    assert "What each seat meant: page 2." in text
    assert "No war came" not in said(pages.outcome(replace(told, nearest=None), NAMES))


def test_what_was_asked_about_an_intent_is_answered_beside_it_with_what_people_said(told: Ending) -> None:
    asked = "Does the North mean to fight?"
    given = ForecastEnd(told.seats[1].seat, 1, asked, 30, False, None, None, None, bot=False)
    first = replace(told.seats[0], guessed=(asked,), intent=("Wait", ""))
    pages_told = replace(told, seats=(first, *told.seats[1:]), stated=(given,))
    text = said(pages.seats(pages_told, NAMES, (told.seats[1].seat,)))
    assert f"{asked} No. People here said 30%." in text


def test_a_seat_without_objectives_is_said_to_have_no_points(told: Ending) -> None:
    bare = replace(told.seats[0], objectives=(), points=0, worth=0)
    text = said(pages.seats(replace(told, seats=(bare, *told.seats[1:])), NAMES, ()))
    assert "no objectives, so no points" in text and "0 of 0" not in text


def test_every_seat_shows_its_intent_and_what_became_of_its_objectives(told: Ending) -> None:
    people = (told.seats[1].seat,)
    text = said(pages.seats(told, NAMES, people))
    for seat in told.seats:
        assert seat.intent is None or seat.intent[0] in text
        assert all(objective.text in text for objective in seat.objectives)
        assert f"{seat.points} of {seat.worth} point" in text
    first = min(told.seats, key=lambda seat: text.index(NAMES.title(seat.seat)))
    assert first.seat in people, "those that people held come first"


def test_every_cable_stands_beside_the_truth(told: Ending) -> None:
    text = said(pages.cables(told, NAMES))
    for cable in told.cables:
        assert cable.text in text
        assert cable.afterwards is None or cable.afterwards in text


def test_every_decision_of_people_is_told_and_what_was_shown_milder_than_it_was(told: Ending) -> None:
    text = said(pages.envelopes(told, NAMES, ()))
    made = [decision for exchange in told.exchanges for decision in exchange.decisions]
    assert all(decision.label in text for decision in made)
    milder = [decision for decision in made if decision.shown != decision.label]
    assert milder and all(f"was shown as “{decision.shown}”" in text for decision in milder)
    assert all(f"{decision.label} (shown as “{decision.shown}”)" in text for decision in milder)


def test_every_forecast_of_people_is_told_beside_what_happened(told: Ending) -> None:
    text = said(pages.forecasts(told, NAMES, ()))
    assert text.count("●") == len(told.stated)
    assert all(given.question in text for given in told.stated)


def test_the_last_page_says_what_the_game_can_be_checked_by(told: Ending) -> None:
    text = said(pages.trust(told, "d" * 64, Path("game.jsonl")))
    assert all(part in text for part in (told.seed, told.salt, told.commitment, "d" * 64, "game.jsonl"))
    assert "it was kept" in text


def test_the_numbers_of_all_seats_are_told() -> None:
    *_, game = moments(1)
    tracks = game.sight("observer").tracks
    text = said(pages.numbers(tracks, NAMES))
    for track in tracks:
        if track.id.split(".")[0] in NAMES.short:
            assert f"{track.value - track.gained:3} → {track.value:3}" in text
