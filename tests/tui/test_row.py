"""Rows: one word out of several, and a probability in words."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.pilot import Pilot

from tests.tui.driving import press, quiet
from tests.tui.mouse import click_at
from wargame.tui.frame import Frame
from wargame.tui.memory import Memory
from wargame.tui.row import Go, Pick, Slider, likelihood

ICD_203 = {
    "almost no chance": (1, 5),
    "very unlikely": (6, 20),
    "unlikely": (21, 45),
    "about even": (46, 55),
    "likely": (56, 80),
    "very likely": (81, 95),
    "almost certain": (96, 99),
}
"""The bands of ICD 203, each with its upper end; 0 and 100 take the word of the band beside them."""


class Rows(Frame):
    """A word, two probabilities and a step, and all that they say."""

    def __init__(self) -> None:
        super().__init__(Memory(None))
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield Pick(("alone", "consensus", "majority"), "alone", id="pick")
        yield Slider("first", id="first")
        yield Slider("second", 30, id="second")
        yield Go("X", "Leave", id="go")

    def on_pick_changed(self, event: Pick.Changed) -> None:
        self.heard.append(event.value)

    def on_slider_changed(self, event: Slider.Changed) -> None:
        self.heard.append((event.slider.key, event.value))

    def on_go_pressed(self, event: Go.Pressed) -> None:
        self.heard.append(event.go.label)


@asynccontextmanager
async def rows() -> AsyncIterator[tuple[Rows, Pilot[str]]]:
    app = Rows()
    async with app.run_test(size=(70, 6)) as pilot:
        await quiet(pilot)
        yield app, pilot


def test_probabilities_have_the_words_of_icd_203() -> None:
    for words, (least, most) in ICD_203.items():
        assert {likelihood(percent) for percent in range(least, most + 1)} == {words}
    assert (likelihood(0), likelihood(100)) == ("almost no chance", "almost certain")


@pytest.mark.parametrize("value", [None, *range(0, 101, 10)])
def test_a_scale_is_as_long_whatever_it_says_and_marks_its_place(value: int | None) -> None:
    text = "".join(run.text for run in Slider("q", value).told(80))
    scale = text.partition(" 100")[0].removeprefix("0 ")
    assert cell_len(scale) == Slider.LENGTH
    if value is not None:
        assert scale.index("●") == round(value * 24 / 100)
    assert ("unset" in text) == (value is None)


async def test_a_forecast_begins_unset_and_is_moved_typed_and_taken_back() -> None:
    async with rows() as (app, pilot):
        slider = app.query_one("#first", Slider)
        slider.focus()
        assert slider.value is None
        await press(pilot, "left")
        assert slider.value == 50, "from unset it begins in the middle"
        await press(pilot, "right", "shift+right", "left", "shift+left", "shift+left")
        assert slider.value == 49
        await press(pilot, "7")
        assert slider.value == 7
        await press(pilot, "3")
        assert slider.value == 73
        await press(pilot, "5")
        assert slider.value == 35, "735 is more than 100: its first digit is let go"
        await press(pilot, "1", "0", "0")
        assert slider.value == 100
        await press(pilot, *["right"] * 3)
        assert slider.value == 100
        await press(pilot, "backspace", "2")
        assert (slider.value, app.heard[-1]) == (2, ("first", 2))
        await press(pilot, "delete")
        assert (slider.value, app.heard[-1]) == (None, ("first", None))


async def test_a_number_typed_in_one_scale_does_not_go_on_in_the_next() -> None:
    async with rows() as (app, pilot):
        app.query_one("#first").focus()
        await press(pilot, "4", "tab", "5")
        assert (app.query_one("#first", Slider).value, app.query_one("#second", Slider).value) == (4, 5)
        await press(pilot, "shift+tab", "6")
        assert app.query_one("#first", Slider).value == 6


async def test_a_click_sets_what_it_points_at_and_one_beside_the_scale_nothing() -> None:
    async with rows() as (app, pilot):
        slider = app.query_one("#second", Slider)
        for x, value in ((2, 0), (26, 100), (14, 50), (30, 50), (0, 50)):
            await click_at(pilot, x, 2)
            assert slider.value == value
        await click_at(pilot, 28, 0)
        assert app.query_one("#pick", Pick).value == "majority"
        await click_at(pilot, 69, 0)
        assert app.query_one("#pick", Pick).value == "majority"
        await click_at(pilot, 1, 3)
        assert app.heard[-1] == "Leave"


async def test_one_word_is_picked_at_a_time_and_the_last_is_followed_by_the_first() -> None:
    async with rows() as (app, pilot):
        pick = app.query_one("#pick", Pick)
        pick.focus()
        await press(pilot, "right", "space", "right")
        assert app.heard == ["consensus", "majority", "alone"]
        await press(pilot, "left")
        assert pick.value == "majority"
        assert pick.text.count("(•)") == 1 and "(•) majority" in pick.text


def test_a_step_without_a_name_says_nothing() -> None:
    assert Go().told(80) == ()
