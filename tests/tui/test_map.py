"""The map as it is used: what moved stands out, and a relation is pointed at and picked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import ComposeResult
from textual.pilot import Pilot

from tests.tui.driving import press, quiet
from tests.tui.mouse import click_at
from tests.tui.reading import lines, place
from wargame.tui.frame import Frame
from wargame.tui.map import TensionMap
from wargame.tui.memory import Memory

ACTORS = (("a", "Aland"), ("b", "Bland"), ("c", "Cland"))
RUNGS = (("Calm", 0), ("Friction", 40), ("War", 80))
VALUES = {"a-b": 90, "a-c": 50, "b-c": 10}


class Mapped(Frame):
    """A map, and what was picked on it."""

    def __init__(self) -> None:
        super().__init__(Memory(None))
        self.picked: list[str] = []

    def compose(self) -> ComposeResult:
        yield TensionMap(id="map")

    def on_mount(self) -> None:
        drawn = self.query_one(TensionMap)
        drawn.set_up(ACTORS, RUNGS)
        drawn.show(VALUES, {"a-b": 7, "b-c": -2})

    def on_tension_map_picked(self, event: TensionMap.Picked) -> None:
        self.picked.append(event.key)


@asynccontextmanager
async def mapped(size: tuple[int, int] = (60, 20)) -> AsyncIterator[tuple[Mapped, Pilot[str]]]:
    app = Mapped()
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        yield app, pilot


async def test_numbers_say_what_moved_and_the_last_line_what_the_characters_mean() -> None:
    async with mapped() as (app, _):
        text = "\n".join(lines(app))
        assert all(told in text for told in ("90▲", " 50 ", "10▼", "[Aland]", "[Bland]", "[Cland]"))
        assert lines(app)[-1].strip().startswith("! War 80")


async def test_at_80_columns_six_rungs_with_long_names_still_say_where_they_begin() -> None:
    rungs = (("Calm", 0), ("Friction", 20), ("Confrontation", 40), ("Crisis", 60), ("Clash", 80), ("War", 92))
    async with mapped((78, 20)) as (app, pilot):
        app.query_one(TensionMap).set_up(ACTORS, rungs)
        app.query_one(TensionMap).show(VALUES, {})
        await quiet(pilot)
        legend = lines(app)[-1]
        assert "! War 92+ @ Clash 80+" in legend and "= Confrontation 40+" in legend and "· Calm" in legend


async def test_arrows_go_through_the_relations_by_heat_and_enter_picks_one() -> None:
    async with mapped() as (app, pilot):
        await press(pilot, "tab", "enter", "down", "enter", "right", "enter", "down", "enter", "up", "enter")
        assert app.picked == ["a-b", "a-c", "b-c", "a-b", "b-c"]


async def test_a_click_picks_the_relation_whose_number_or_line_it_hits() -> None:
    async with mapped() as (app, pilot):
        for text in (" 50 ", "10▼"):
            at = place(app, text)
            assert at is not None
            await click_at(pilot, at[0] + 1, at[1])
        assert app.picked == ["a-c", "b-c"]
        await click_at(pilot, 0, 19)
        assert len(app.picked) == 2


async def test_the_pointer_stays_with_its_relation_when_tensions_change() -> None:
    async with mapped() as (app, pilot):
        await press(pilot, "tab", "down")
        drawn = app.query_one(TensionMap)
        assert drawn.pointed == "a-c"
        drawn.show({"a-b": 5, "a-c": 6, "b-c": 99}, {})
        assert drawn.pointed == "a-c"
        await press(pilot, "up", "enter")
        assert app.picked == ["b-c"]


async def test_a_map_is_drawn_at_any_size() -> None:
    for size in ((1, 1), (9, 3), (20, 5), (200, 60)):
        async with mapped(size) as (app, _):
            assert len(lines(app)) == size[1] and app.fault is None


def test_a_rung_is_the_highest_that_a_tension_reaches() -> None:
    drawn = TensionMap()
    drawn.set_up(ACTORS, RUNGS)
    assert [drawn.rung_of(value) for value in (0, 39, 40, 79, 80, 100)] == [0, 0, 1, 1, 2, 2]


async def test_the_pointer_is_at_the_hottest_relation_until_it_is_moved() -> None:
    async with mapped() as (app, pilot):
        drawn = app.query_one(TensionMap)
        drawn.show({"a-b": 20, "a-c": 50, "b-c": 10}, {})
        assert drawn.pointed == "a-c"
        drawn.focus()
        await press(pilot, "down")
        drawn.show({"a-b": 20, "a-c": 50, "b-c": 90}, {})
        assert drawn.pointed == "a-b"
