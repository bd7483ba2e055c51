"""What every screen of ours stands in: themes, a palette of the actions there are, and a quiet end.

This file alone relies on what Textual keeps to itself (`_handle_exception`, `_close_messages_no_wait`,
`_clipboard`), so that an upgrade that changes them breaks here and in its test, and nowhere else.
"""

import asyncio
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import TextArea
from textual.worker import WorkerFailed

from wargame.content.text import visible
from wargame.tui.closing import Palette
from wargame.tui.memory import Memory
from wargame.tui.themes import DARK, NAMES, PLAIN, THEMES, NoColours

FAULT = 70
_TEXTUAL = ("app.focus", "screen.copy", "app.help_quit")


class Frame(App[str]):
    """A Textual app that never prints what it knows, and forgets what was copied when it is told to.

    `fault` is what stopped it, if anything did; `interrupted` says whether Ctrl-C did; `stopped` is the
    number of the signal by which the system did.
    """

    TITLE = "wargame"
    ALLOW_SELECT = False
    leaving: ClassVar[tuple[str, str]] = ("Leave the game", "Every decision is kept already")
    """The way out by name, and what is kept."""
    CSS = """
    ToastRack { dock: top; align: right top; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", priority=True),
        Binding("ctrl+c", "interrupt", "Leave", show=False, priority=True, system=True),
    ]

    def __init__(self, memory: Memory | None = None) -> None:
        super().__init__()
        self.memory = memory if memory is not None else Memory.of_account()
        self.fault: Exception | None = None
        self.interrupted = False
        self.stopped = 0
        self._bare = NoColours()
        for theme in THEMES:
            self.register_theme(theme)
        for name in self.available_themes:
            if name not in NAMES:
                self.unregister_theme(name)
        remembered = self.memory.theme
        self.theme = PLAIN if self.no_color else remembered if remembered in NAMES else DARK

    def get_driver_class(self) -> type[Driver]:
        """Read keys in our own way where Textual would read them in its own for this system."""
        found = super().get_driver_class()
        if found.__name__ == "LinuxDriver":
            from wargame.tui import driver

            return driver.Driver
        return found

    def on_load(self) -> None:
        """Leave in good order when the system asks for it, too."""
        loop = asyncio.get_running_loop()
        # Windows has no such handlers, and a thread that is not the main one may set none.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(signal.SIGINT, self.action_interrupt)
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self._stop, number)

    def _stop(self, number: int) -> None:
        """End in good order; whoever asks twice is not asked to wait for it."""
        self.stopped = number
        asyncio.get_running_loop().remove_signal_handler(number)
        self.exit()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Take the colours out of all that is drawn, under the theme that has none."""
        if self.theme == PLAIN:
            return [self._bare]
        return super().get_line_filters()

    def action_leave(self) -> None:
        """Leave; every decision is kept already."""
        self.exit()

    def action_interrupt(self) -> None:
        """Leave as Ctrl-C asks for; inside a text of which a part is selected, copy that part."""
        if isinstance(self.focused, TextArea) and self.focused.selected_text:
            self.focused.action_copy()
            return
        self.interrupted = True
        self.exit()

    def action_command_palette(self) -> None:
        """Show every command by name."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_theme(self, name: str) -> None:
        """Take a theme, and remember it."""
        self.theme = name
        self.memory.keep(theme=name)
        self.refresh_css(animate=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the actions of the screen by name, then the themes, then the way out."""
        seen = {"leave", "command_palette"}
        for active in screen.active_bindings.values():
            binding = active.binding
            if active.node not in (screen, self) or binding.system or binding.action.startswith(_TEXTUAL):
                continue
            if active.enabled and binding.description and binding.action not in seen:
                seen.add(binding.action)
                run = partial(self.run_action, binding.action, active.node)
                yield SystemCommand(binding.description, f"Key: {binding.key_display or binding.key}", run)
        for name in NAMES:
            if name != self.theme:
                take = partial(self.action_theme, name)
                yield SystemCommand(f"Theme: {name}", "Remembered for the next game", take)
        yield SystemCommand(*self.leaving, self.action_leave)

    async def on_event(self, event: events.Event) -> None:
        """Let nothing that is pasted steer the terminal, wherever it is pasted."""
        if isinstance(event, events.Paste):
            event.text = visible(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        await super().on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what is copied inside the program: a terminal's clipboard outlives a sitting."""
        self._clipboard = text

    def forget(self) -> None:
        """Forget what was copied and what was notified, so that the next seat finds neither."""
        self._clipboard = ""
        self.clear_notifications()

    def _handle_exception(self, error: Exception) -> None:
        """End quietly: what went wrong is told by whoever ran the app, in one sentence.

        A search of the palette that fails is not worth a game: it may outlive the palette by a moment.
        """
        if isinstance(error, WorkerFailed):
            return
        if self.fault is None:
            self.fault = error
        self._return_code = FAULT
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
