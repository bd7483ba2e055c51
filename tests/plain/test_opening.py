import io
from collections.abc import Callable
from typing import Any

import pytest

from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.plain.keyboard import Keyboard
from wargame.plain.opening import ask_length, ask_seats, introduce
from wargame.plain.voice import Leave, Voice
from wargame.play.host import Host


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario()


def typing(text: str) -> tuple[Voice, Callable[[], str]]:
    out = io.StringIO()
    return Voice(out, Keyboard(io.StringIO(text).readline)), out.getvalue


def test_help_and_quit_are_understood_before_there_is_a_game(scenario: Scenario) -> None:
    voice, said = typing("help\nrok\n")
    assert ask_seats(voice, scenario) == ("rok",)
    assert "bots take the others" in said()
    voice, said = typing("HELP\n60\n")
    assert ask_length(voice, scenario.rules, 1) == "60"
    assert "A game can be left at any time" in said()
    for asks in (
        lambda voice: ask_seats(voice, scenario),
        lambda voice: ask_length(voice, scenario.rules, 1),
    ):
        with pytest.raises(Leave):
            asks(typing("quit\n")[0])


def test_how_long_a_game_takes_follows_from_how_many_seats_people_hold(scenario: Scenario) -> None:
    voice, said = typing("short\n")
    ask_length(voice, scenario.rules, 2)
    assert "short: 3 turns; about 35 minutes for 2 seats at one keyboard." in said()
    voice, said = typing("short\n")
    ask_length(voice, scenario.rules, 1)
    assert "short: 3 turns; 20 minutes in class." in said()


def test_how_many_teams_play_leads_to_seats_that_are_recommended(scenario: Scenario) -> None:
    voice, said = typing("4\n\n")
    assert ask_seats(voice, scenario) == ("dprk", "rok", "usa", "china")
    assert "Recommended to 4 teams: dprk, rok, usa and china." in said()
    voice, said = typing("0\n7\n2\nrok, japan, usa\n")
    assert ask_seats(voice, scenario) == ("rok", "usa", "japan")
    assert said().count("Here are 1 to 6 teams, a seat each, and not") == 2


def test_the_start_says_what_the_cards_cite_how_to_go_on_and_what_no_clock_means(room: Any) -> None:
    def said(clock: bool, seed: int | None = 3) -> str:
        voice, out = typing("")
        introduce(voice, Host(room.game("rok", "usa", clock=clock, seed=seed), room.path))
        return " ".join(out().split())

    assert "What the cards cite: A: Jeongeun Kim" in said(clock=False)
    assert f"To resume this game later: wargame resume {room.path}" in said(clock=False)
    assert "No clock runs, so an objective about the clock counts as kept." in said(clock=False)
    assert "A clock runs at each sitting: 3 minutes. With several seats it is on;" in said(clock=True)
    assert "No clock runs" not in said(clock=True)
    assert "A person named the seed of this game." in said(clock=True)
    assert "A person named the seed" not in said(clock=True, seed=None)
