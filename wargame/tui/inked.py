"""What every widget that draws runs shares: the look of a style under the present theme."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from wargame.tui.ink import Run
from wargame.tui.styles import looks

if TYPE_CHECKING:
    from textual.widget import Widget

    class _Base(Widget): ...
else:
    _Base = object


class Inked(_Base):
    """Draws runs on the widget's own ground.

    The styles are looked up here and not by component classes: a sheet of forty rules a widget, applied anew
    at every change of focus, was most of what a key press took.
    """

    def strip(self, told: Iterable[Run], width: int, ground: Color | None = None) -> Strip:
        """Return runs as a line of so many cells, on a ground of its own if one is named."""
        found = looks(self.app.theme)
        base = self.rich_style
        over = Style(bgcolor=ground) if ground is not None else None
        segments = [Segment(text, base + found.get(style, _PLAIN) + over) for text, style in told]
        return Strip(segments).adjust_cell_length(width, base + over)

    def pointed_ground(self) -> Color | None:
        """Return the ground of what is pointed at."""
        return looks(self.app.theme)["pointed"].bgcolor


_PLAIN = Style()
