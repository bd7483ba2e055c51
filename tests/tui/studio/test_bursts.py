"""Keys that come faster than they can be taken do what they do when they are pressed slowly."""

import random
from collections.abc import Sequence

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.content.small import write
from tests.lab.here import Here
from tests.tui.studio.editing import editing, studio
from tests.tui.studio.test_form import area
from tests.tui.studio.test_studio import to_field
from wargame.lab.needle import Needle
from wargame.tui.studio.app import StudioApp
from wargame.tui.studio.needle import NeedlePanel
from wargame.tui.studio.staging import Staging
from wargame.tui.studio.yaml_pane import Typing

BEGIN = "0/asks/north/options/0/label"
KEYS = [
    "tab",
    "shift+tab",
    "backspace",
    "delete",
    "ctrl+a",
    "ctrl+k",
    "ctrl+u",
    "left",
    "right",
    "home",
    "end",
]
KEYS += ["up", "down", "enter", "escape", "ctrl+z", "ctrl+y", "f3", "f4", *"abn9+", "space"]


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The needle plays few games, in this process."""
    monkeypatch.setattr(NeedlePanel, "makes", lambda: Needle(Here(), 1, 4))


async def burst(app: StudioApp, pilot: Pilot[str], keys: Sequence[str]) -> None:
    """Press keys without a pause between them."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        letter = " " if key == "space" else key if len(key) == 1 else None
        app.post_message(events.Key(name, letter))
    # The keys may lie in the app's queue still: then none is under way yet.
    for _ in keys:
        await pilot.press()


@pytest.fixture
def deck(tmp_path):
    write(tmp_path)
    return tmp_path / "border.yaml"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["tab", *["backspace"] * 3, "9"], "f9"),
        (["tab", "ctrl+a", "ctrl+k", "x", "7"], "x7"),
        (["x", "tab", "tab", "shift+tab", "backspace", "b"], "firb"),
    ],
)
async def test_keys_behind_tab_go_to_the_next_field_in_their_order(deck, keys, left) -> None:
    async with editing(deck) as (app, pilot):
        await to_field(app, pilot, BEGIN)
        await pilot.press("enter")
        await burst(app, pilot, keys)
        assert area(app).text == left


async def test_what_is_typed_behind_a_key_that_opens_a_window_goes_into_it(deck) -> None:
    async with editing(deck) as (app, pilot):
        await pilot.press("f5")
        await burst(app, pilot, ["s", *"turn", "space", "2", "enter"])
        assert isinstance(app.screen, Staging)
        assert app.screen.query_one("#line", Typing).text == ""
        await pilot.press("escape")
        assert not studio(app).scenery.plain


async def left_by(tmp_path, keys: Sequence[str], *, at_once: bool) -> tuple[str, str, str | None]:
    write(tmp_path)
    async with editing(tmp_path / "border.yaml", (80, 24)) as (app, pilot):
        await to_field(app, pilot, BEGIN)
        await pilot.press("enter")
        if at_once:
            await burst(app, pilot, keys)
        else:
            await pilot.press(*keys)
        focused = app.focused.id if app.focused is not None else None
        return studio(app).bench.deck.text.raw, area(app).text, focused


@pytest.mark.parametrize("seed", range(3))
async def test_any_burst_of_keys_leaves_what_the_same_keys_leave_slowly(tmp_path, seed) -> None:
    dice = random.Random(seed)
    keys = [dice.choice(KEYS) for _ in range(20)]
    fast, slow = tmp_path / "fast", tmp_path / "slow"
    fast.mkdir()
    slow.mkdir()
    assert await left_by(fast, keys, at_once=True) == await left_by(slow, keys, at_once=False)
