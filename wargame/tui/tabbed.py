"""Panels that are tabs where the screen is small: one is in front, which a key or a click changes."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from wargame.tui.bar import Tabs


class Tabbed(Screen[None]):
    """Panels with their keys and titles, as `TABS` has them; a row of tabs stands in `#tabs`."""

    TABS: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "onward(1)", "Next panel", show=False),
        Binding("shift+tab", "onward(-1)", "Panel before", show=False),
    ]

    def fit(self) -> None:
        """Take the classes of the size that the screen has, with the first panel in front.

        Textual says them only after the first frame, which would be drawn for another size.
        """
        size = self.app.size
        for steps, cells in (
            (self.HORIZONTAL_BREAKPOINTS, size.width),
            (self.VERTICAL_BREAKPOINTS, size.height),
        ):
            if steps:
                self.add_class(max(step for step in steps if step[0] <= cells)[1])
        self.add_class(f"front-{self.TABS[0][0]}")

    def come_forward(self, panel: str) -> None:
        """Bring a panel to the front."""
        self.update_classes({f"front-{name}": name == panel for name, _, _ in self.TABS}, animate=False)
        self.query_one("#tabs", Tabs).front = panel

    def action_panel(self, panel: str) -> None:
        """Go to a panel."""
        self.come_forward(panel)
        self.set_focus(self.query_one(f"#{panel}", Widget))

    def action_onward(self, by: int) -> None:
        """Go to the next panel, also where it stands behind this one; inside a form, to its next question."""
        panels = [name for name, _, _ in self.TABS]
        if self.has_class("-narrow") and self.focused is not None and self.focused.id in panels:
            self.action_panel(panels[(panels.index(self.focused.id) + by) % len(panels)])
        elif by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    @on(Tabs.Picked)
    def _tab(self, event: Tabs.Picked) -> None:
        self.action_panel(event.panel)
