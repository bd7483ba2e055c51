"""The line at the bottom: every action that there is here and now, with its key; a click takes it."""

from textual import events
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import TextArea

from wargame.tui.ink import Runs, measured, runs
from wargame.tui.row import Row

_SPOKEN = {
    "question_mark": "?",
    "escape": "Esc",
    "ctrl+q": "^Q",
    "ctrl+s": "^S",
    "ctrl+p": "^P",
    "ctrl+t": "^T",
    "ctrl+z": "^Z",
    "ctrl+y": "^Y",
    "enter": "Enter",
    "f1": "F1",
}


class Keys(Row):
    """Names the actions of the screen, those that there is room for; the palette names all."""

    DEFAULT_CSS = """
    Keys { dock: bottom; background: $panel; }
    """

    def on_mount(self) -> None:
        """Draw anew whenever other actions are possible."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _named(self) -> list[tuple[str, str, str, DOMNode]]:
        """Return key, name, action and whose it is, the palette last.

        Panels that are tabs are not named, nor letters while they are letters of a text.
        """
        writing = isinstance(self.screen.focused, TextArea)
        found: dict[str, tuple[str, str, str, DOMNode]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.action.startswith("panel(") and self.screen.has_class("-narrow"):
                continue
            if writing and (len(binding.key) == 1 or binding.key in ("question_mark", "slash")):
                continue
            if binding.show and active.enabled and binding.action not in found:
                spoken = _SPOKEN.get(binding.key, binding.key)
                key = spoken if writing and binding.key == "f1" else binding.key_display or spoken
                found[binding.action] = (
                    key.upper() if len(key) == 1 else key,
                    binding.description,
                    binding.action,
                    active.node,
                )
        return [*found.values(), ("^P", "Commands", "command_palette", self.app)]

    def _fitting(self, width: int) -> list[tuple[str, str, str, DOMNode]]:
        """Return as many of the actions as there is room for; the way out and the palette always are."""
        named = self._named()
        kept = ("leave", "command_palette")
        while sum(measured(_said(key, name)) for key, name, *_ in named) > width:
            last = next((one for one in reversed(named) if one[2] not in kept), None)
            if last is None:
                break
            named.remove(last)
        return named

    def told(self, width: int) -> Runs:
        """Return the keys and their names."""
        return tuple(run for key, name, *_ in self._fitting(width) for run in _said(key, name))

    async def on_click(self, event: events.Click) -> None:
        """Take the action that was clicked."""
        event.stop()
        x = 0
        for key, name, action, whose in self._fitting(self.size.width):
            x += measured(_said(key, name))
            if event.x < x:
                await self.app.run_action(action, whose)
                return


def _said(key: str, name: str) -> Runs:
    return runs((f" {key} ", "key"), (f"{name} ", "plain"))
