"""Windows over the table, and keys that come faster than they open or close."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import by_keys, course, key, playing, press, quiet, table
from wargame.tui.app import WargameApp
from wargame.tui.closing import Palette
from wargame.tui.course import Stage
from wargame.tui.curtain import Curtain
from wargame.tui.overlay import Overlay


async def at_once(pilot: Pilot[str], *keys: str) -> None:
    """Press keys faster than anything can answer them."""
    for name in keys:
        pilot.app.post_message(key(name))
    await quiet(pilot)


def over(app: WargameApp) -> list[type]:
    """Return what lies over the table."""
    stack = app.screen_stack
    return [type(screen) for screen in stack[stack.index(table(app)) + 1 :]]


async def test_a_window_that_is_closed_twice_at_once_takes_nothing_else_with_it(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        for twice in (["enter"] * 2, ["escape"] * 2, ["q", "enter", "w"]):
            await press(pilot, "question_mark")
            assert over(app) == [Overlay]
            await at_once(pilot, *twice)
            assert (over(app), app.fault) == ([], None)


@pytest.mark.parametrize("opened", ["question_mark", "b", "ctrl+p"])
async def test_a_window_that_is_closed_before_it_is_there_closes_when_it_is(
    tmp_path: Path, opened: str
) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await at_once(pilot, opened, "escape", "pagedown", "enter", "escape")
        await press(pilot, "escape")
        assert (over(app), app.fault) == ([], None)


async def test_a_palette_that_has_found_nothing_yet_has_no_pages_to_turn(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await press(pilot, "ctrl+p")
        await at_once(pilot, "w", "pagedown", "pageup", "down", "ctrl+end")
        assert (over(app), app.fault) == ([Palette], None)
        await at_once(pilot, "z", "escape")
        assert (over(app), app.fault) == ([], None)
        await at_once(pilot, "ctrl+p", "pageup", "pagedown")
        assert (over(app), app.fault) == ([Palette], None)
        await at_once(pilot, "escape")
        assert (over(app), app.fault) == ([], None)


async def test_one_palette_is_opened_however_often_it_is_asked_for(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await at_once(pilot, "ctrl+p", "ctrl+p", "ctrl+p")
        assert over(app) == [Palette]


async def test_a_key_pressed_once_too_often_does_not_look_behind_the_curtain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wargame.tui.curtain.SETTLES", 60)
    async with playing(tmp_path / "g.jsonl", human="dprk,rok") as (app, pilot):
        await by_keys(app, pilot, until=Stage.CARD)
        await at_once(pilot, "enter", "enter", "enter")
        assert over(app) == [Curtain]
        assert (course(app).stage, course(app).seat) == (Stage.CURTAIN, "dprk")


async def test_a_clock_that_runs_out_closes_what_lies_over_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wargame.tui.table._TICK", 0.01)
    async with playing(tmp_path / "g.jsonl", clock=True) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, "question_mark", "ctrl+p")
        assert over(app) == [Overlay, Palette]
        monkeypatch.setattr("wargame.play.connection.Connection.time_left", lambda _: 0)
        monkeypatch.setattr("wargame.play.host.Host.expire", lambda *_: None)
        await pilot.pause(0.1)
        await quiet(pilot)
        assert (over(app), course(app).stage) == ([], Stage.LATE)
