"""A page: wrapped text that scrolls, whose items can be pointed at and picked, by key and by mouse.

Almost everything on the screens is a page. It draws line by line, so that moving the pointer repaints two
items and not a screen.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wargame.tui.ink import Line, Piece, Run, lay_out
from wargame.tui.inked import Inked

POINTER = "›"


class Page(Inked, ScrollView, can_focus=True):
    """Pieces of text in a column, with a pointer if any of them are items."""

    DEFAULT_CSS = """
    Page {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "point(-1)", "Up", show=False),
        Binding("down,j", "point(1)", "Down", show=False),
        Binding("enter", "pick", "Pick", show=False),
        Binding("home", "end(-1)", "First", show=False),
        Binding("end", "end(1)", "Last", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown,space", "page_down", "Page down", show=False),
    ]

    class Pointed(Message):
        """The pointer came to an item."""

        def __init__(self, page: "Page", key: str) -> None:
            super().__init__()
            self.page, self.key = page, key

        @property
        def control(self) -> "Page":
            """The page."""
            return self.page

    class Picked(Pointed):
        """An item was picked, by Enter or by a click."""

    class PassedOn(Message):
        """Enter was pressed on a page that has no items: whoever leads on may take it."""

    def __init__(
        self, pieces: Iterable[Piece] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._pieces = tuple(pieces)
        self._keys = _keys_of(self._pieces)
        self._pointed = next(iter(self._keys), None)
        self._lines: list[Line] = []
        self._width = -1

    @property
    def pointed(self) -> str | None:
        """The item that is pointed at."""
        return self._pointed

    @property
    def text(self) -> str:
        """All that the page says, line by line."""
        return "\n".join("".join(run.text for run in line.runs) for line in self._lines)

    def show(self, pieces: Iterable[Piece], *, point: str | None = None, top: bool = True) -> None:
        """Show pieces; the pointer goes to `point`, or stays where it was if that item is still there."""
        told = tuple(pieces)
        wanted = point if point is not None else self._pointed
        if told != self._pieces:
            self._pieces, self._keys, self._lines, self._width = told, _keys_of(told), [], -1
            self._pointed = wanted if wanted in self._keys else next(iter(self._keys), None)
            self._lay_out()
            if self.styles.is_auto_height:
                self.refresh(layout=True)
        elif wanted != self._pointed and wanted in self._keys:
            self._refresh_item(self._pointed)
            self._pointed = wanted
            self._refresh_item(wanted)
        if top:
            self.scroll_to(0, 0, animate=False, immediate=True)
        if point is not None:
            self.reveal()

    def read_from(self, place: int) -> None:
        """Bring the piece at a place among all to the top, as far as there is text below it."""
        room = self._room(self.scrollable_content_region.width)
        if room > 0:
            self.scroll_to(y=len(lay_out(self._pieces[:place], room)), animate=False)

    def forget(self) -> None:
        """Leave nothing of where one looked last."""
        if self._keys:
            self.point_at(self._keys[0])
        self.scroll_to(0, 0, animate=False, immediate=True)

    def point_at(self, key: str) -> None:
        """Point at an item and bring it into view."""
        if key in self._keys and key != self._pointed:
            old, self._pointed = self._pointed, key
            self._refresh_item(old)
            self._refresh_item(key)
            self.reveal()
            self.post_message(self.Pointed(self, key))

    def action_point(self, by: int) -> None:
        """Move the pointer; a page without items scrolls."""
        if not self._keys or self._pointed is None:
            self.scroll_relative(y=by, animate=False)
            return
        at = self._keys.index(self._pointed) + by
        if 0 <= at < len(self._keys) and not self._rest_of_item(by):
            self.point_at(self._keys[at])
        else:
            self.scroll_relative(y=by, animate=False)

    def action_end(self, to: int) -> None:
        """Go to the first item or line, or to the last."""
        if self._keys:
            self.point_at(self._keys[0 if to < 0 else -1])
        self.scroll_to(y=0 if to < 0 else self.virtual_size.height, animate=False)

    def action_pick(self) -> None:
        """Pick the item that is pointed at."""
        if self._pointed is None:
            self.post_message(self.PassedOn())
        else:
            self.post_message(self.Picked(self, self._pointed))

    def on_click(self, event: events.Click) -> None:
        """Pick the item that was clicked."""
        at = event.get_content_offset(self)
        if at is None:
            return
        row = at.y + self.scroll_offset.y
        if 0 <= row < len(self._lines) and (key := self._lines[row].key) is not None:
            event.stop()
            self.point_at(key)
            self.post_message(self.Picked(self, key))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the page has at a width, for a page as high as what it says."""
        return len(self._wrapped(width))

    def _room(self, width: int) -> int:
        """Return the cells for text: one stays free at the right, and a pointer has one of its own."""
        return width - (2 if self._keys else 1)

    def on_resize(self) -> None:
        """Lay the page out anew."""
        self._lay_out()

    def watch_has_focus(self, _focused: bool) -> None:
        """Show the pointer where the keys go."""
        super().watch_has_focus(_focused)
        self._refresh_item(self._pointed)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.scrollable_content_region.width
        lines = self._wrapped(width)
        row = y + self.scroll_offset.y
        if row >= len(lines):
            return Strip.blank(width, self.rich_style)
        line = lines[row]
        at_pointer = line.key is not None and line.key == self._pointed
        gutter = " "
        if at_pointer and self.has_focus and (row == 0 or lines[row - 1].key != line.key):
            gutter = POINTER
        told = (Run(gutter, "pointer"), *line.runs) if self._keys else line.runs
        pointed = at_pointer and self.has_focus
        return self.strip(told, width, self.pointed_ground() if pointed else None)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._room(width) > 0:
            self.virtual_size = Size(width, len(self._wrapped(width)))
            self.refresh()

    def _wrapped(self, width: int) -> list[Line]:
        """Return the lines at a width; the first frame asks for them before the page hears of its size."""
        if width != self._width:
            self._lines, self._width = lay_out(self._pieces, self._room(width)), width
        return self._lines

    def _rows_of(self, key: str | None) -> Sequence[int]:
        return [] if key is None else [row for row, line in enumerate(self._lines) if line.key == key]

    def _rest_of_item(self, by: int) -> bool:
        """Say whether the item pointed at goes on out of view in a direction: then it is scrolled first."""
        rows = self._rows_of(self._pointed)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if not rows or not height:
            return False
        return rows[-1] >= top + height if by > 0 else rows[0] < top

    def _refresh_item(self, key: str | None) -> None:
        for row in self._rows_of(key):
            self.refresh_line(row - self.scroll_offset.y)

    def reveal(self) -> None:
        """Bring the item that is pointed at into view."""
        rows = self._rows_of(self._pointed)
        if rows:
            region = Region(0, rows[0], max(1, self.size.width), len(rows))
            self.scroll_to_region(region, animate=False, force=True, immediate=True)


def _keys_of(pieces: Iterable[Piece]) -> list[str]:
    return list(dict.fromkeys(piece.key for piece in pieces if piece.key is not None))


class Note(Page, can_focus=False):
    """A page as high as what it says, which only stands there to be read."""

    DEFAULT_CSS = """
    Note { height: auto; overflow-y: hidden; scrollbar-gutter: auto; }
    """
