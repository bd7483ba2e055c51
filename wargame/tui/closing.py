"""What lies over the table and is closed: once, however often and however fast it is asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.command import CommandList, CommandPalette

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.screen import Screen

    class _Base(Screen[Any]): ...
else:
    _Base = object


class ClosesOnce(_Base):
    """Is taken from the stack of screens only while it is the top of it.

    Textual's own `dismiss` takes away whatever is on top: of two keys that come faster than a window closes,
    the second would take the table.
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say that nothing can be done here before it is there: keys come faster than a screen."""
        return self.is_mounted

    def dismiss(self, result: Any = None) -> AwaitComplete | None:  # type: ignore[override]
        """Close, unless something else is on top already; what is not there yet closes when it is."""
        if not self.is_mounted:
            self.call_later(self._late, result)
        elif self.app.screen is self:
            self.workers.cancel_node(self)
            return super().dismiss(result)
        return None

    def _late(self, result: Any) -> None:
        self.dismiss(result)


class Palette(ClosesOnce, CommandPalette):
    """Every command by name; a search that still runs ends with it; an empty list has no pages to turn."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say what can be done: Textual would turn the pages of a list that is not drawn, and break."""
        if action == "command_list":
            found = self.query(CommandList)
            return any(each.option_count and each.scrollable_content_region for each in found)
        return super().check_action(action, parameters)
