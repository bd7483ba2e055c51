"""The end: nothing that was decided, meant or foretold is left out."""

from pathlib import Path

import pytest

from tests.tui.telling.games import BOOK, moments, said
from wargame.engine.ending import Ending, ending
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


def test_every_seat_shows_its_intent_and_what_became_of_its_objectives(told: Ending) -> None:
    people = (told.seats[1].seat,)
    text = said(pages.seats(told, NAMES, people))
    for seat in told.seats:
        assert seat.intent is None or seat.intent[0] in text
        assert all(objective.text in text for objective in seat.objectives)
        assert f"{seat.points} of {seat.worth} points" in text
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
