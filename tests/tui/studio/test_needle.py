"""A facilitator sees what an edit does to the odds, by keys alone, and is not kept waiting by games."""

from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from tests.lab.here import Here
from tests.tui.reading import lines, place, seen
from tests.tui.studio.editing import checked, editing, keys, studio
from wargame.lab.crew import Gone
from wargame.lab.needle import Needle
from wargame.tui.page import Page
from wargame.tui.studio.needle import NeedlePanel
from wargame.tui.studio.yaml_pane import YamlPane

MOST = 4
"""Blocks of a whole run."""
DONE = "32 of 32 games"
PATIENCE = 600


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path / "border.yaml"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Here:
    """Who plays the games, in this process."""
    found = Here()
    monkeypatch.setattr(NeedlePanel, "makes", lambda: Needle(found, 1, MOST))
    return found


def odds(app) -> NeedlePanel:
    return studio(app).query_one("#odds", NeedlePanel)


def told(app) -> str:
    return " ".join(odds(app).text.split())


async def until(app, pilot, *texts: str) -> None:
    """Wait until the panel says all of these."""
    for _ in range(PATIENCE):
        if all(text in told(app) for text in texts):
            await pilot.pause()  # what it posts, and what is drawn, come after
            return
        await pilot.pause(0.01)
    raise AssertionError(told(app))


async def typed(app, pilot, at: str, text: str) -> None:
    """Type behind a text of the YAML, and wait until that is checked."""
    await pilot.press("f4")
    pane = studio(app).query_one("#yaml", YamlPane)
    row = next(row for row, line in enumerate(pane.text.split("\n")) if at in line)
    pane.move_cursor((row, pane.document.get_line(row).index(at) + len(at)))
    await pilot.press(*keys(text))
    await checked(app, pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_needle_shows_war_the_card_and_each_option_before_an_edit_and_now(deck, here, size) -> None:
    async with editing(deck, size) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, DONE, "Nothing differs from what is saved")
        assert "before" not in told(app).split("Nothing differs")[1].split("In brackets")[0]
        await typed(app, pilot, "weight: 2", "0")
        await pilot.press("f9")
        await until(app, pilot, f"{DONE} each, done", "as saved")
        assert "How often it comes to war before ○" in told(app)
        assert "How often this card is dealt" in told(app)
        for text in ("What North chooses", "Deny it", "Fire again", "What South chooses", "Call them"):
            assert text in told(app)
        assert "○" in seen(app) and "●" in seen(app)
        assert "· war " in lines(app)[0]
        assert "→" in lines(app)[0]


async def test_no_game_is_played_while_nobody_looks(deck, here) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await typed(app, pilot, "weight: 2", "0")
        assert not here.asked
        here.let.clear()
        await pilot.press("f9")
        await until(app, pilot, "playing")
        for _ in range(PATIENCE):
            if here.asked:
                break
            await pilot.pause(0.01)
        await pilot.press("f3")
        await pilot.pause()
        here.let.set()
        await pilot.pause(0.1)
        assert len(here.asked) == 1
        await pilot.press("f9")
        await until(app, pilot, f"{DONE} each")
        assert len(here.asked) == len(set(here.asked)) == 2 * MOST
    assert here.closed


async def test_an_edit_stops_the_games_and_the_last_answer_stays_marked(deck, here) -> None:
    async with editing(deck) as (app, pilot):
        await typed(app, pilot, "weight: 2", "0")
        await pilot.press("f9")
        await until(app, pilot, f"{DONE} each")
        here.let.clear()
        await typed(app, pilot, "weight: 20", "\n      ")
        await pilot.press("backspace", "minus")
        await checked(app, pilot)
        await until(app, pilot, "The needle waits for the problems (F8)", "found before the mistake")
        assert "war" in lines(app)[0]
        assert odds(app).short.startswith("earlier: war ")
        here.let.set()
        for _ in range(4):
            await pilot.press("ctrl+z")
        await checked(app, pilot)
        await until(app, pilot, DONE)
        assert "before the mistake" not in told(app)


async def test_undo_brings_the_old_answer_back_and_a_save_makes_it_the_one_before(deck, here) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, DONE)
        await typed(app, pilot, "weight: 2", "0")
        await until(app, pilot, f"{DONE} each")
        played = len(here.asked)
        await pilot.press("ctrl+z")
        await checked(app, pilot)
        await until(app, pilot, DONE, "Nothing differs")
        await pilot.press("ctrl+y")
        await checked(app, pilot)
        await until(app, pilot, f"{DONE} each")
        await pilot.press("ctrl+s")
        await until(app, pilot, DONE, "Nothing differs")
        assert len(here.asked) == played == 2 * MOST


async def test_where_only_words_changed_the_odds_are_as_before(deck, here) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, DONE)
        played = len(here.asked)
        await typed(app, pilot, "title: Shots", " again")
        await until(app, pilot, "Only words changed: the odds are as before.", DONE)
        assert len(here.asked) == played


async def test_a_new_card_has_no_before(deck, here) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f9", "f2", "n", "end", "up", "enter")
        await pilot.pause()
        await checked(app, pilot)
        await pilot.press("f9")
        await until(app, pilot, "The card is new: before is the game without it.", f"{DONE} each")
        assert "0.0% →" in told(app)


async def test_another_card_of_the_same_decks_needs_no_new_games(deck, here) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, DONE, "Fire again")
        played = len(here.asked)
        await pilot.press("f2", "down")
        await checked(app, pilot)
        await until(app, pilot, DONE, "Close it")
        assert len(here.asked) == played


async def test_an_option_taken_away_is_said_to_be(deck, here) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f9", "f2", "down")
        await until(app, pilot, DONE, "Close it")
        await typed(app, pilot, "id: close", "d")
        await until(app, pilot, "close (taken away)", "before", f"{DONE} each")


async def test_saved_decks_with_problems_are_no_before(deck, here) -> None:
    deck.write_text(DECK.replace("weight: 2,", "wieght: 2,"))
    async with editing(deck) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, "waits for the problems")
        await pilot.press("f4")
        pane = studio(app).query_one("#yaml", YamlPane)
        row = next(row for row, line in enumerate(pane.text.split("\n")) if "wieght" in line)
        pane.move_cursor((row, pane.document.get_line(row).index("wieght") + 3))
        await pilot.press("backspace", "backspace", *keys("ei"))
        await checked(app, pilot)
        await until(app, pilot, "The saved decks have problems: there is no before.", DONE)


async def test_another_length_is_played_by_one_key(deck, here) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, DONE, "Length full")
        await pilot.press("l")
        await until(app, pilot, DONE, "Length short")
        assert len(here.asked) == 2 * MOST
        await pilot.press("l")
        await until(app, pilot, DONE, "Length full")
        assert len(here.asked) == 2 * MOST


async def test_why_no_game_can_be_played_is_said(deck, here) -> None:
    here.fault = Gone("no process can be started to play games")
    async with editing(deck) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, "The needle rests: no process can be started to play games.")


async def test_the_panel_is_reached_by_its_tab_at_80_columns(deck, here) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        at = place(app, "F9 Odds")
        assert at is not None
        await pilot.click(offset=(at[0] + 4, at[1]))
        await until(app, pilot, DONE)
        assert odds(app).has_focus


HOSTILE = "\u202e[bold]x[/bold]\x1b[2J"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_text_is_text_on_the_needle(tmp_path, here, size) -> None:
    label = "{id: deny, label: " + '"De[/]ny [@click=app.bell]x\\u202E"}'
    write(
        tmp_path,
        RULES.replace("short: North", 'short: "N[b]\\u202E"'),
        DECK.replace("{id: deny, label: Deny it}", label),
    )
    async with editing(tmp_path / "border.yaml", size) as (app, pilot):
        await pilot.press("f9")
        for _ in range(PATIENCE):
            if "De[/]ny [@click=app.bell]x" in told(app) or "waits" in told(app):
                break
            await pilot.pause(0.01)
        assert "\u202e" not in seen(app)
        assert "\x1b" not in seen(app)


async def test_real_processes_find_it_too_and_end_with_the_studio(deck, monkeypatch) -> None:
    made: list[Needle] = []

    def make() -> Needle:
        made.append(Needle(threads=2, most=MOST))
        return made[-1]

    monkeypatch.setattr(NeedlePanel, "makes", make)
    async with editing(deck) as (app, pilot):
        await pilot.press("f9")
        await typed(app, pilot, "weight: 2", "0")
        await pilot.press("f9")
        await until(app, pilot, f"{DONE} each, done")
        assert isinstance(studio(app).query_one("#odds"), Page)
    assert len(made) == 1
    made[0].ask()
    assert not made[0].playing


async def test_on_a_wide_screen_the_needle_stays_and_plays_beside_the_form(deck, here) -> None:
    async with editing(deck, (200, 60)) as (app, pilot):
        await pilot.press("f9", "f3")
        await typed(app, pilot, "weight: 2", "0")
        await pilot.press("f3")
        await until(app, pilot, f"{DONE} each, done")
        for name in ("form", "odds", "yaml"):
            assert studio(app).query_one(f"#{name}").size.width > 20
        assert "How often it comes to war" in seen(app)
        await pilot.press("f5", "f3")
        assert not odds(app).size
        assert studio(app).query_one("#preview").size.width > 20


async def test_the_needle_plays_on_behind_the_form_once_that_is_asked_for(deck, here) -> None:
    async with editing(deck, (80, 24)) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, DONE, "P: play on behind other panels as well.")
        await pilot.press("p")
        await until(app, pilot, "P: only while you see it.")
        await typed(app, pilot, "weight: 2", "0")
        await pilot.press("f3")
        for _ in range(PATIENCE):
            if "· war " in lines(app)[0] and "→" in lines(app)[0] and "…" not in lines(app)[0]:
                break
            await pilot.pause(0.01)
        assert "· war " in lines(app)[0]
        assert len(here.asked) == 2 * MOST


async def test_after_a_save_the_line_at_the_top_no_longer_tells_of_the_edit(deck, here) -> None:
    async with editing(deck, (120, 40)) as (app, pilot):
        await typed(app, pilot, "weight: 2", "0")
        await pilot.press("f9")
        await until(app, pilot, f"{DONE} each, done")
        assert "→" in lines(app)[0]
        await pilot.press("f3", "ctrl+s")
        for _ in range(PATIENCE):
            if "→" not in lines(app)[0]:
                break
            await pilot.pause(0.01)
        assert "· war " in lines(app)[0] or "  war " in lines(app)[0]
        assert "→" not in lines(app)[0]
        assert len(here.asked) == 2 * MOST


async def test_no_game_is_played_behind_a_window(deck, here) -> None:
    async with editing(deck, (120, 40)) as (app, pilot):
        here.let.clear()
        await pilot.press("f9")
        await until(app, pilot, "playing")
        await pilot.press("f1")
        await pilot.pause()
        here.let.set()
        await pilot.pause(0.1)
        assert len(here.asked) <= 1
        await pilot.press("escape")
        await until(app, pilot, f"{DONE}, done")


async def test_the_needle_that_waits_says_so_in_sight(deck, here) -> None:
    async with editing(deck, (120, 24)) as (app, pilot):
        await pilot.press("f9")
        await until(app, pilot, DONE)
        await pilot.press("end", *["pagedown"] * 3)
        await typed(app, pilot, "weight: 2", "x")
        await pilot.pause()
        assert "The needle waits" in seen(app)
