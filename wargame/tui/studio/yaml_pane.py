"""Where the text of a card is typed: its lines as YAML, and one field of the form."""

from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Selection


class YamlPane(TextArea):
    """Lines of a deck, with the numbers that they have in the file; a new line begins below the old one.

    `given` is the text that the bench has as well; what differs from it was typed since.
    """

    DEFAULT_CSS = """
    YamlPane { border: none; padding: 0; background: $surface; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, soft_wrap=True, show_line_numbers=True, tab_behavior="focus")
        self.given = ""

    async def _on_key(self, event: events.Key) -> None:
        """Indent a new line as the one above."""
        if event.key != "enter" or self.read_only:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        row, column = self.cursor_location
        line = self.document.get_line(row)[:column]
        indent = len(line) - len(line.lstrip(" "))
        self.insert("\n" + " " * indent)

    def show(self, shown: str, start: int) -> None:
        """Show lines of which the first has this number, the cursor where it was."""
        self.line_number_start = start + 1
        self.given = shown
        if shown == self.text:
            return
        row, column = self.cursor_location
        with self.prevent(TextArea.Changed):
            self.load_text(shown)
        row = min(row, self.document.line_count - 1)
        self.move_cursor((row, min(column, len(self.document.get_line(row)))))

    def mark(self, begin: tuple[int, int], end: tuple[int, int] | None) -> None:
        """Put the cursor at a place, with what stands there selected, and bring its line into view."""
        row = min(begin[0], self.document.line_count - 1)
        line = len(self.document.get_line(row))
        at = (row, min(begin[1], line))
        stop = (row, line if end is None or end[0] > row else min(end[1], line))
        self.selection = Selection.cursor(at) if end is None else Selection(stop, at)
        # A pane that comes to the front has its size only after the next refresh.
        self.call_after_refresh(self.scroll_cursor_visible, center=True)


class Typing(TextArea):
    """A few lines of text: those of a field, or the words to be found."""

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(id=id, placeholder=placeholder, soft_wrap=True, tab_behavior="focus")
