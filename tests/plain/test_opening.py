import io
from collections.abc import Callable
from typing import Any

import pytest

from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.plain.keyboard import Keyboard
from wargame.plain.opening import NoSuch, ask_length, ask_seats, introduce, length_named, seats_named
from wargame.plain.voice import Leave, Voice


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario()


def typing(text: str) -> tuple[Voice, Callable[[], str]]:
    out = io.StringIO()
    return Voice(out, Keyboard(io.StringIO(text).readline)), out.getvalue


@pytest.mark.parametrize(
    ("typed", "seats"),
    [
        ("rok", ["rok"]),
        ("usa rok", ["rok", "usa"]),
        ("South Korea", ["rok"]),
        ("north korea and the United States", ["dprk", "usa"]),
        ("Republic of Korea, Japan", ["rok", "japan"]),
        ("people's republic of china; russia", ["china", "russia"]),
        ("none", []),
        ("all", ["dprk", "rok", "usa", "japan", "china", "russia"]),
    ],
)
def test_a_seat_is_found_by_whatever_people_call_the_country(
    typed: str, seats: list[str], scenario: Scenario
) -> None:
    assert list(seats_named(scenario, typed)) == seats


@pytest.mark.parametrize("typed", ["korea", "south", "atlantis", "rok west"])
def test_what_is_no_seat_is_answered_with_those_there_are(typed: str, scenario: Scenario) -> None:
    with pytest.raises(NoSuch, match="there is no seat '"):
        seats_named(scenario, typed)


@pytest.mark.parametrize(
    ("typed", "length"), [("short", "short"), ("20", "short"), ("20 minutes", "short"), ("210", "full")]
)
def test_a_length_goes_by_its_name_or_its_minutes(typed: str, length: str, scenario: Scenario) -> None:
    assert length_named(scenario.rules, typed) == length


def test_help_and_quit_are_understood_before_there_is_a_game(scenario: Scenario) -> None:
    voice, said = typing("help\nrok\n")
    assert ask_seats(voice, scenario) == ("rok",)
    assert "bots take the others" in said()
    voice, said = typing("HELP\n60\n")
    assert ask_length(voice, scenario.rules) == "60"
    assert "A game can be left at any time" in said()
    for asks in (lambda voice: ask_seats(voice, scenario), lambda voice: ask_length(voice, scenario.rules)):
        with pytest.raises(Leave):
            asks(typing("quit\n")[0])


def test_the_start_says_what_the_cards_cite_how_to_go_on_and_what_no_clock_means(room: Any) -> None:
    def said(clock: bool) -> str:
        voice, out = typing("")
        introduce(voice, room.game("rok", "usa", clock=clock), room.path)
        return " ".join(out().split())

    assert "What the cards cite: A: Jeongeun Kim" in said(clock=False)
    assert f"To go on with this game later: wargame resume {room.path}" in said(clock=False)
    assert "No clock runs: an objective about it is kept by itself." in said(clock=False)
    assert "A clock runs at each sitting: 90 seconds." in said(clock=True)
    assert "No clock runs" not in said(clock=True)
