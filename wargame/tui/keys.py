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
    "enter": "Enter",
}


class Keys(Row):
    """Names the actions of the screen, cut where there is no room; the palette names all."""

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
            if writing and (len(binding.key) == 1 or binding.key == "question_mark"):
                continue
            if binding.show and active.enabled and binding.action not in found:
                key = binding.key_display or _SPOKEN.get(binding.key, binding.key)
                found[binding.action] = (
                    key.upper() if len(key) == 1 else key,
                    binding.description,
                    binding.action,
                    active.node,
                )
        return [*found.values(), ("^P", "Commands", "command_palette", self.app)]

    def told(self, width: int) -> Runs:
        """Return the keys and their names."""
        return runs(
            *(
                part
                for key, name, *_ in self._named()
                for part in ((f" {key} ", "key"), (f"{name} ", "plain"))
            )
        )

    async def on_click(self, event: events.Click) -> None:
        """Take the action that was clicked."""
        event.stop()
        x = 0
        for key, name, action, whose in self._named():
            x += measured(runs(f" {key} ", f"{name} "))
            if event.x < x:
                await self.app.run_action(action, whose)
                return
