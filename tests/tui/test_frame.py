"""What every screen stands in: themes, the palette, copying, and a quiet end."""

from inspect import signature
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.widgets import Input, TextArea
from textual.worker import WorkerFailed

from tests.tui.driving import press, quiet
from wargame.tui.closing import Palette
from wargame.tui.frame import FAULT, Frame
from wargame.tui.memory import Memory
from wargame.tui.themes import DARK, NAMES

PRIVATE = {
    "_handle_exception": ["self", "error"],
    "_close_messages_no_wait": ["self"],
}
"""What the frame relies on that Textual keeps to itself, and how it is called."""


class Plain(Frame):
    """A box to write in."""

    def __init__(self, theme: str = "") -> None:
        memory = Memory(None)
        memory.theme = theme
        super().__init__(memory)

    def compose(self) -> ComposeResult:
        yield TextArea(id="box")


class Broken(Plain):
    """Breaks at a key, with something in its hands that nobody is to see."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+b", "break", "Break", priority=True)]

    def action_break(self) -> None:
        held = "zebrafinch"
        raise RuntimeError(f"broken after {len(held)} letters")


class BrokenAtOnce(Plain):
    """Breaks before there is anything to see."""

    def on_mount(self) -> None:
        held = "zebrafinch"
        raise RuntimeError(f"broken after {len(held)} letters")


@pytest.mark.parametrize("name", PRIVATE)
def test_textual_still_has_what_the_frame_relies_on(name: str) -> None:
    assert list(signature(getattr(App, name)).parameters) == PRIVATE[name]
    assert getattr(Frame, name).__qualname__.startswith(("Frame.", "MessagePump."))


async def test_textual_still_keeps_these_of_an_app() -> None:
    app = Plain()
    async with app.run_test():
        assert {"_clipboard", "_exception", "_exception_event", "_return_code"} <= set(vars(app))


async def test_a_fault_in_a_handler_ends_the_app_and_is_kept_for_whoever_ran_it() -> None:
    app = Broken()
    with pytest.raises(RuntimeError, match="broken after 10 letters"):
        async with app.run_test() as pilot:
            await press(pilot, "ctrl+b")
    assert isinstance(app.fault, RuntimeError) and app.return_code == FAULT == 70


def test_a_fault_prints_nothing_least_of_all_what_was_in_hand(capfd: pytest.CaptureFixture[str]) -> None:
    app = BrokenAtOnce()
    app.run(headless=True)
    assert isinstance(app.fault, RuntimeError) and app.return_code == FAULT
    out, err = capfd.readouterr()
    assert "zebrafinch" not in out + err and "Traceback" not in out + err


async def test_a_search_of_the_palette_that_fails_ends_nothing() -> None:
    app = Plain()
    async with app.run_test() as pilot:
        getattr(app, "_handle_exception")(WorkerFailed(RuntimeError("late")))  # noqa: B009
        await quiet(pilot)
        assert app.is_running and app.fault is None


async def test_what_is_copied_stays_in_the_program_until_it_is_to_be_forgotten(
    capfd: pytest.CaptureFixture[str],
) -> None:
    app = Plain()
    async with app.run_test() as pilot:
        box = app.query_one(TextArea)
        await press(pilot, *"secret", "f7", "ctrl+c")
        assert app.is_running and app.clipboard == "secret"
        await press(pilot, "end", "ctrl+v")
        assert box.text == "secretsecret"
        app.notify("secret")
        app.forget()
        await press(pilot, "ctrl+v")
        assert (app.clipboard, box.text) == ("", "secretsecret")
    assert "\x1b]52" not in capfd.readouterr().out


async def test_what_is_pasted_is_made_visible_wherever_it_is_pasted() -> None:
    app = Plain()
    async with app.run_test() as pilot:
        for widget in (TextArea, Input):
            if widget is Input:
                await app.mount(Input())
            app.query_one(widget).focus()
            await quiet(pilot)
            app.post_message(Paste("\x1b[2Ja\u202eb\r\nc"))
            await quiet(pilot)
        assert app.query_one(TextArea).text == "\N{REPLACEMENT CHARACTER}[2Ja\N{REPLACEMENT CHARACTER}b\nc"
        assert "\x1b" not in app.query_one(Input).value


async def test_ctrl_c_leaves_as_an_interruption_and_ctrl_q_does_not() -> None:
    for keys, interrupted in (("ctrl+c", True), ("ctrl+q", False)):
        app = Plain()
        async with app.run_test() as pilot:
            await press(pilot, keys)
            assert not app.is_running
        assert (app.interrupted, app.fault) == (interrupted, None)


@pytest.mark.parametrize(("remembered", "taken"), [("light", "light"), ("no such theme", DARK), ("", DARK)])
async def test_a_theme_that_is_remembered_is_taken_if_there_is_such_a_theme(
    remembered: str, taken: str
) -> None:
    app = Plain(remembered)
    async with app.run_test():
        assert app.theme == taken
        assert set(app.available_themes) == set(NAMES)


async def test_the_palette_names_the_actions_of_the_screen_the_other_themes_and_the_way_out() -> None:
    app = Broken()
    async with app.run_test() as pilot:
        named = [command.title for command in app.get_system_commands(app.screen)]
        assert named == ["Break", *(f"Theme: {name}" for name in NAMES if name != DARK), "Leave the game"]
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, Palette)
