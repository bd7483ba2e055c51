"""Whole games through the screens: by keys alone, by two seats in turn, and by the mouse alone."""

from pathlib import Path

from tests.tui.driving import by_keys, course, first_open, given, key_step, playing, press, write
from tests.tui.mouse import Mouse, by_mouse, click_at
from tests.tui.mouse import decide as decide_by_mouse
from wargame.journal.verify import verify
from wargame.tui.course import Stage
from wargame.tui.curtain import Curtain
from wargame.tui.overlay import Overlay


async def test_a_whole_game_is_played_by_keys_alone(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        assert len(course(app).sight().questions) == 2
        await press(pilot, str(first_open(app)))
        for text in ("we saw it", "they wait"):
            await write(pilot, text)
            await press(pilot, "enter")
        await press(pilot, "right", "enter")
        await write(pilot, "the navy")
        await press(pilot, "enter", "2", "0", "enter", "right", "enter", "enter")
        assert course(app).stage is Stage.SEALED
        await by_keys(app, pilot)
        assert course(app).host.phase == "ended"
    first = given(save, "rok")[0]
    assert (first.rationale, first.expects) == ("we saw it", "they wait")
    assert (first.decided, first.dissent) == ("consensus", "the navy")
    assert list(first.forecasts.values()) == [20, 50]
    assert verify(save).ended


async def test_two_seats_play_a_whole_game_by_keys_through_the_curtain_with_the_clock_on(
    tmp_path: Path,
) -> None:
    save, curtains = tmp_path / "g.jsonl", 0
    async with playing(save, human="rok,dprk", clock=True) as (app, pilot):
        while (here := course(app)).stage is not Stage.END:
            assert (here.stage is Stage.CURTAIN) == isinstance(app.screen, Curtain)
            curtains += here.stage is Stage.CURTAIN
            await key_step(app, pilot)
        assert course(app).host.phase == "ended"
    assert curtains == len(given(save, "rok")) + len(given(save, "dprk")) > 3
    assert verify(save).ended


async def test_a_whole_game_is_set_up_and_played_by_the_mouse_alone(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save, human=None, length=None) as (app, pilot):
        mouse = Mouse(app, pilot)
        await mouse.click("Japan")
        await mouse.click(") short")
        await mouse.click("Begin the game")
        await by_mouse(mouse, until=Stage.DECIDE)
        await look_around(mouse)
        await decide_by_mouse(mouse)
        await mouse.click("Change")
        await decide_by_mouse(mouse)
        await by_mouse(mouse, until=Stage.REVEAL)
        while mouse.sees(" more; A: all"):
            await mouse.click("▶")
        await by_mouse(mouse)
        while not mouse.sees("Leave the game"):
            await mouse.click("▶")
        assert course(app).host.phase == "ended"
        await mouse.click("Leave the game")
        assert not app.is_running
    first, again, *_ = given(save, "rok")
    assert first.rationale == "We accept its price, since"
    assert again.rationale == f"{first.rationale} {first.rationale}"
    assert first.decided == "majority"
    assert 75 in first.forecasts.values()
    assert not given(save, "japan")
    assert verify(save).ended


async def look_around(mouse: Mouse) -> None:
    """Go through the tabs, ask on the map and among the numbers why, and read brief and help."""
    await mouse.click(" Graph ")
    await mouse.click(" 68 ", across=1)
    assert mouse.sees("DPRK-ROK tension 68, Crisis")
    await mouse.click("Close")
    await mouse.click(" Numbers ")
    await mouse.click("capacity")
    assert mouse.sees("ROK capacity 55")
    await click_at(mouse.pilot, 0, 0)
    assert not isinstance(mouse.app.screen, Overlay)
    await mouse.click(" Desk ")
    assert mouse.sees("October 2024")
    await mouse.click(" Brief ")
    assert mouse.sees("You decide for: Republic of Korea")
    await mouse.click("Close")
    await mouse.click("? Help")
    assert mouse.sees("How to read the table")
    await mouse.click("Close")
    await mouse.click(" Card ")
