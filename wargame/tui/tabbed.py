"""Panels that are tabs where the screen is small: one is in front, which a key or a click changes."""

from typing import ClassVar

from textual import on
from textual.screen import Screen
from textual.widget import Widget

from wargame.tui.bar import Tabs


class Tabbed(Screen[None]):
    """Panels with their keys and titles, as `TABS` has them; a row of tabs stands in `#tabs`."""

    TABS: ClassVar[tuple[tuple[str, str, str], ...]] = ()

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

    @on(Tabs.Picked)
    def _tab(self, event: Tabs.Picked) -> None:
        self.action_panel(event.panel)
