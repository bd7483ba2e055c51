"""The set-up screen: who sits where, how long, with a clock or without."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import course, playing, press, quiet
from tests.tui.reading import seen
from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.play.game import new_game
from wargame.play.wishes import Plan
from wargame.tui.app import WargameApp
from wargame.tui.memory import Memory
from wargame.tui.overlay import Overlay
from wargame.tui.row import Pick
from wargame.tui.setup import SetUp
from wargame.tui.table import TableScreen

SEATS = 6


def who(app: WargameApp) -> dict[str, str]:
    """Return who sits where, as it stands on the screen."""
    lines = [line.replace("›", " ").split() for line in seen(app).splitlines()]
    return {line[0]: line[1] for line in lines if len(line) > 2 and line[1] in ("people", "a", "nobody")}


async def begin(app: WargameApp, pilot: Pilot[str]) -> None:
    await press(pilot, "ctrl+s")
    await quiet(pilot)
    assert isinstance(app.screen, TableScreen)


async def test_as_it_stands_one_person_is_south_korea_and_bots_play_the_others(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length=None) as (app, pilot):
        found = who(app)
        assert len(found) == SEATS and [seat for seat, held in found.items() if held == "people"] == ["ROK"]
        await begin(app, pilot)
        sight = course(app).host.public.sight()
        assert (course(app).host.people, sight.turns, sight.clock) == (("rok",), 8, None)


async def test_a_seat_goes_from_people_to_a_bot_to_nobody_and_back(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        seen_there = []
        for _ in range(4):
            seen_there.append(who(app)["ROK"])
            await press(pilot, "enter")
        assert seen_there == ["people", "a", "nobody", "people"]
        await press(pilot, "enter", "enter", "up", "enter")
        assert (who(app)["ROK"], who(app)["DPRK"]) == ("people", "nobody")
        await begin(app, pilot)
        assert course(app).host.seating["dprk"].kind == "empty"


async def test_a_seat_with_nobody_in_it_says_there_what_that_means(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        await press(pilot, "enter", "enter")
        assert "nobody       each card says what happens if nobody decides" in seen(app)


async def test_so_many_teams_are_given_the_seats_that_the_scenario_recommends(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        await press(pilot, "4")
        held = {seat for seat, who_holds in who(app).items() if who_holds == "people"}
        assert held == {"DPRK", "ROK", "USA", "China"}
        assert "4 seats for 4 teams, one each." in seen(app)
        assert app.screen.query_one("#clock", Pick).value == "on"
        await press(pilot, "9", "2")
        assert {seat for seat, held_by in who(app).items() if held_by == "people"} == {"DPRK", "ROK"}
        await begin(app, pilot)
        assert course(app).host.people == ("dprk", "rok")


async def test_a_team_may_hold_two_seats(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        await press(pilot, "2", "down", "enter", "enter")
        assert "3 seats for 2 teams: one team holds two." in seen(app)
        assert app.screen.query_one("#teams", Pick).value == "2"
        await begin(app, pilot)
        assert course(app).host.people == ("dprk", "rok", "usa")


async def test_until_somebody_says_how_many_teams_there_are_each_seat_of_people_counts_as_one(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        await press(pilot, "down", "enter", "enter")
        assert app.screen.query_one("#teams", Pick).value == "2"
        assert "for 2 teams" not in seen(app)


async def test_a_seat_that_was_left_empty_stays_so_unless_a_team_is_given_it(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        await press(pilot, "up", "enter", "end", "enter")
        assert (who(app)["DPRK"], who(app)["Russia"]) == ("nobody", "nobody")
        await press(pilot, "2")
        assert (who(app)["DPRK"], who(app)["Russia"]) == ("people", "nobody")


async def test_a_clock_is_proposed_as_soon_as_several_people_play(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        clock = app.screen.query_one("#clock", Pick)
        assert clock.value == "off"
        await press(pilot, "up", "enter", "enter")
        assert clock.value == "on"
        await begin(app, pilot)
        assert course(app).host.public.sight().clock is not None


async def test_a_clock_that_is_proposed_says_so_and_how_long_the_game_takes_then(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        assert "If so, 3 minutes each." in seen(app)
        await press(pilot, "2")
        assert "On for 2 seats: 3 minutes each." in seen(app)
        assert "3 turns; about 35 minutes for 2 seats at one keyboard." in seen(app)


async def test_a_clock_that_a_person_picked_is_never_changed_by_another_answer(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        await press(pilot, "2", "tab", "tab", "left", "3")
        assert app.screen.query_one("#clock", Pick).value == "off" and "If so, 3 minutes" in seen(app)


@pytest.mark.parametrize("scenario", ["korea-2025", "cuba-1962"])
def test_every_shipped_clock_lets_a_first_team_fill_the_form(scenario: str) -> None:
    assert all(length.sitting >= 180 for length in load_scenario(scenario).rules.lengths.values())


async def test_a_clock_that_was_asked_for_stays_as_it_was_asked_for(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short", clock=False) as (app, pilot):
        await press(pilot, "up", "enter", "enter")
        assert app.screen.query_one("#clock", Pick).value == "off"


async def test_lengths_are_those_of_the_scenario_and_tell_their_turns(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human="usa", length=None) as (app, pilot):
        assert "8 turns; 210 minutes in class" in seen(app)
        assert "5 minutes each" in seen(app)
        assert who(app)["USA"] == "people"
        await press(pilot, "tab", "right")
        assert "3 turns; 20 minutes in class" in seen(app)
        await begin(app, pilot)
        assert course(app).host.public.sight().turns == 3


async def test_before_the_content_is_there_nothing_can_be_begun() -> None:
    app = WargameApp(memory=Memory(None))
    screen = SetUp(practised=False)
    async with app.run_test() as pilot:
        await app.push_screen(screen)
        await press(pilot, "ctrl+s", "t")
        assert app.screen is screen and "Opening the decks" in seen(app)


async def test_help_and_saved_games_open_in_windows_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    async with playing(tmp_path / "g.jsonl", human=None, length=None) as (app, pilot):
        for key, says in (("question_mark", "Say who sits where"), ("r", "no saved game")):
            await press(pilot, key)
            assert isinstance(app.screen, Overlay) and says in seen(app)
            await press(pilot, "escape")


async def test_a_saved_game_is_found_by_its_seats_and_its_turn_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    Path("saves").mkdir()
    plan = Plan(people=(SeatId("rok"), SeatId("usa")), length="short")
    new_game(load_scenario(), replace(plan, save=Path("saves/mine.jsonl"))).close()
    Path("saves/broken.jsonl").write_text("no game")
    async with playing(tmp_path / "g.jsonl", human=None, length=None) as (app, pilot):
        await press(pilot, "r")
        assert "Enter  Open this game (Esc: close)" in seen(app)
        text = seen(app)
        assert "Korea, October 2024 to June 2025, short, turn 1 of 3" in text
        assert "ROK and USA" in text and "broken.jsonl is damaged" in text
        await press(pilot, "enter")
        await quiet(pilot)
        assert course(app).host.people == ("rok", "usa")


async def test_begun_twice_at_once_it_is_one_game(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", human=None, length="short") as (app, pilot):
        for _ in range(2):
            app.screen.query_one("#begin")
            await app.run_action("begin", app.screen)
        await quiet(pilot)
        assert isinstance(app.screen, TableScreen) and (app.refusal, app.fault) == (None, None)
