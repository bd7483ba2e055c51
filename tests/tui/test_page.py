"""Pages: text that scrolls, and items that are pointed at and picked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import ComposeResult
from textual.pilot import Pilot

from tests.tui.driving import press, quiet
from tests.tui.mouse import Mouse, click_at
from tests.tui.reading import lines, seen
from wargame.tui.frame import Frame
from wargame.tui.ink import GAP, Piece, piece
from wargame.tui.memory import Memory
from wargame.tui.page import POINTER, Page

TEXT = [piece(f"line {at}") for at in range(40)]
ITEMS = [piece("heading"), GAP, *(piece(f"item {at} " + "and more " * 6, key=f"k{at}") for at in range(9))]


class Paged(Frame):
    """A page, and what was picked on it."""

    def __init__(self, told: list[Piece]) -> None:
        super().__init__(Memory(None))
        self.told, self.heard = told, list[str]()

    def compose(self) -> ComposeResult:
        yield Page(self.told, id="page")

    def on_page_picked(self, event: Page.Picked) -> None:
        self.heard.append(event.key)

    def on_page_passed_on(self) -> None:
        self.heard.append("passed on")


@asynccontextmanager
async def paged(
    told: list[Piece], size: tuple[int, int] = (30, 8)
) -> AsyncIterator[tuple[Paged, Page, Pilot[str]]]:
    app = Paged(told)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        page = app.query_one(Page)
        page.focus()
        await quiet(pilot)
        yield app, page, pilot


async def test_a_page_without_items_scrolls_by_line_page_and_to_its_ends() -> None:
    async with paged(TEXT) as (app, _, pilot):
        for key, first in (("down", 1), ("j", 2), ("pagedown", 10), ("up", 9), ("home", 0), ("end", 32)):
            await press(pilot, key)
            await pilot.pause()
            assert lines(app)[0].split()[:2] == ["line", str(first)]
        await press(pilot, "enter")
        assert app.heard == ["passed on"]


async def test_arrows_move_the_pointer_from_item_to_item_and_keep_it_in_view() -> None:
    async with paged(ITEMS) as (app, page, pilot):
        for at in range(9):
            assert page.pointed == f"k{at}"
            assert f"{POINTER}item {at}" in seen(app)
            await press(pilot, "enter", "down")
        assert app.heard == [f"k{at}" for at in range(9)]
        await press(pilot, "home")
        assert page.pointed == "k0"
        await press(pilot, "end")
        assert page.pointed == "k8"


async def test_a_click_picks_the_item_that_it_hits_and_one_beside_items_none() -> None:
    async with paged(ITEMS) as (app, page, pilot):
        await Mouse(app, pilot).click("item 1")  # type: ignore[arg-type]
        await click_at(pilot, 2, 0)
        assert (app.heard, page.pointed) == (["k1"], "k1")


async def test_the_pointer_stays_with_its_item_when_the_page_is_shown_anew() -> None:
    async with paged(ITEMS) as (app, page, pilot):
        await press(pilot, "down", "down")
        page.show([piece("other"), *ITEMS], top=False)
        assert page.pointed == "k2"
        page.show(ITEMS, point="k7")
        await quiet(pilot)
        assert page.pointed == "k7" and "item 7" in seen(app)
        page.show(TEXT)
        assert page.pointed is None


async def test_an_item_that_is_longer_than_the_page_is_scrolled_before_it_is_left() -> None:
    told = [piece("short", key="a"), piece("long " * 90, key="b"), piece("last", key="c")]
    async with paged(told) as (app, page, pilot):
        await press(pilot, "down")
        assert page.pointed == "b" and "last" not in seen(app)
        for _ in range(40):
            if page.pointed == "c":
                break
            await press(pilot, "down")
        assert page.pointed == "c" and "last" in seen(app)


async def test_reading_begins_at_a_place_as_far_as_there_is_text_below_it() -> None:
    async with paged([piece(f"line {at}") for at in range(40)], size=(30, 6)) as (app, page, pilot):
        page.read_from(20)
        await quiet(pilot)
        assert seen(app).startswith(" line 20")
        page.read_from(39)
        await quiet(pilot)
        assert "line 39" in seen(app) and page.scroll_offset.y == page.max_scroll_y


async def test_a_page_is_laid_out_anew_for_every_width() -> None:
    async with paged(TEXT, size=(12, 6)) as (app, page, pilot):
        page.show([piece("one two three four five")])
        narrow = page.text
        await pilot.resize_terminal(60, 6)
        await quiet(pilot)
        assert page.text == "one two three four five" != narrow
        assert app.fault is None


async def test_nothing_that_a_page_said_is_kept_when_it_says_something_else_undrawn() -> None:
    async with paged([piece("secret")]) as (_, page, _pilot):
        assert "secret" in page.text
        page.display = False
        page.show([])
        assert page.text == ""
