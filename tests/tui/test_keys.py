"""The line at the bottom, and the palette behind it."""

from pathlib import Path

import pytest

from tests.tui.driving import by_keys, course, playing, press, table
from tests.tui.mouse import Mouse
from tests.tui.reading import lines
from wargame.tui.app import WargameApp
from wargame.tui.closing import Palette
from wargame.tui.course import Stage
from wargame.tui.overlay import Overlay

WIDE, SMALL = (120, 40), (80, 24)


def palette(app: WargameApp) -> set[str]:
    """Return the names of all commands that the palette would show."""
    return {command.title for command in app.get_system_commands(app.screen)}


async def test_a_click_on_a_name_in_the_footer_takes_that_action(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", size=WIDE) as (app, pilot):
        mouse = Mouse(app, pilot)
        await mouse.click("? Help")
        assert isinstance(app.screen, Overlay)
        await mouse.click("Close")
        await mouse.click("N Numbers")
        assert app.focused is table(app).query_one("#numbers")
        await mouse.click("C Card")
        await by_keys(app, pilot, until=Stage.SEALED)
        await mouse.click("Open the envelopes")
        assert course(app).stage is Stage.REVEAL
        await mouse.click("Commands")
        assert isinstance(app.screen, Palette)
        await press(pilot, "escape")
        await mouse.click("Leave")
        assert not app.is_running


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_footer_or_the_tabs_and_the_palette_name_every_action_of_the_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with playing(tmp_path / "g.jsonl", size=size) as (app, pilot):
        for stage in (Stage.NEWS, Stage.DECIDE, Stage.SEALED, Stage.REVEAL):
            await by_keys(app, pilot, until=stage)
            shown = [binding for _, binding, enabled, _ in table(app).active_bindings.values() if enabled]
            named = {binding.description for binding in shown if binding.show}
            assert named - {"Palette"} <= palette(app) | {"Leave"}
            written = "\n".join([lines(app)[1], lines(app)[-1]])
            assert [name for name in named if f" {name} " not in written] == []


async def test_where_there_is_no_room_whole_keys_are_left_out_and_the_palette_and_the_way_out_stay(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl", size=(50, 24)) as (app, pilot):
        await by_keys(app, pilot, until=Stage.SEALED)
        assert lines(app)[-1].rstrip().endswith("^Q Leave  ^P Commands") and "…" not in lines(app)[-1]
        await Mouse(app, pilot).click("Commands")
        assert isinstance(app.screen, Palette)
