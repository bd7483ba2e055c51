"""Panels that are tabs on a small screen."""

import pytest
from textual.app import ComposeResult

from tests.tui.driving import press
from tests.tui.mouse import click_at
from wargame.tui.bar import Tabs
from wargame.tui.frame import Frame
from wargame.tui.memory import Memory
from wargame.tui.page import Page
from wargame.tui.tabbed import Tabbed

WIDTHS = [(0, "-narrow"), (60, "-normal")]
HEIGHTS = [(0, "-low"), (30, "-tall")]


class Two(Tabbed):
    """Two panels."""

    TABS = (("first", "f", "First"), ("second", "s", "Second"))
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def compose(self) -> ComposeResult:
        self.fit()
        yield Tabs(id="tabs")
        yield Page(id="first")
        yield Page(id="second")

    def on_mount(self) -> None:
        self.query_one("#tabs", Tabs).names = self.TABS


@pytest.mark.parametrize(
    ("size", "fits"), [((59, 40), {"-narrow", "-tall"}), ((60, 29), {"-normal", "-low"})]
)
async def test_before_its_first_frame_a_screen_has_the_classes_of_its_size(
    size: tuple[int, int], fits: set[str]
) -> None:
    app = Frame(Memory(None))
    async with app.run_test(size=size):
        screen = Two()
        await app.push_screen(screen)
        assert {name for name in screen.classes if name.startswith(("-", "front"))} == {*fits, "front-first"}


async def test_a_panel_comes_to_the_front_by_its_name_and_by_a_click_on_its_tab() -> None:
    app = Frame(Memory(None))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = Two()
        await app.push_screen(screen)
        screen.action_panel("second")
        assert screen.has_class("front-second") and not screen.has_class("front-first")
        assert app.focused is screen.query_one("#second")
        x, y = screen.query_one("#tabs").region.offset
        await click_at(pilot, x + 5, y)
        assert screen.has_class("front-first") and app.focused is screen.query_one("#first")


async def test_tab_goes_to_the_next_panel_also_where_it_stands_behind_this_one() -> None:
    app = Frame(Memory(None))
    async with app.run_test(size=(50, 24)) as pilot:
        screen = Two()
        await app.push_screen(screen)
        screen.action_panel("first")
        for pressed, front in (("tab", "second"), ("tab", "first"), ("shift+tab", "second")):
            await press(pilot, pressed)
            assert screen.has_class(f"front-{front}") and app.focused is screen.query_one(f"#{front}")
