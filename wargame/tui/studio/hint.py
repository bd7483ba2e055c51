"""What stands below a field: what it is for, and what may stand in it, one of which can be taken."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from wargame.content.editing.meaning import Choice
from wargame.content.text import one_line
from wargame.tui.ink import Piece, piece
from wargame.tui.page import POINTER, Note
from wargame.tui.studio.yaml_pane import Typing

SHOWN = 5
"""Choices that are shown at a time."""


class Hint(Note):
    """A sentence about a field, and below it the choices that go on as was typed."""

    choices: Sequence[Choice] = ()
    chosen = -1
    _about: Sequence[Piece] = ()
    _width_told = 0

    def tell(self, about: Sequence[Piece], choices: Sequence[Choice] = ()) -> None:
        """Show what a field is for, and choices of which none is taken yet."""
        self._about = about
        self.choices, self.chosen = choices, -1
        self._tell()

    def choose(self, by: int) -> bool:
        """Point at the next choice, or at the one before; say whether there is one."""
        if not -1 <= self.chosen + by < len(self.choices):
            return False
        self.chosen += by
        self._tell()
        return True

    def on_resize(self) -> None:
        """Cut what is said to the width that there is."""
        if self.size.width != self._width_told:
            self._tell()

    def _tell(self) -> None:
        self._width_told = self.size.width
        first = max(0, min(self.chosen - SHOWN // 2, len(self.choices) - SHOWN))
        told = list(self._about)
        for at, (name, about) in list(enumerate(self.choices))[first : first + SHOWN]:
            style = "chosen" if at == self.chosen else "strong"
            mark = POINTER if at == self.chosen else " "
            said = one_line(about, max(20, self._width_told - len(name) - 8))
            parts = ((name, style), (f"  {said}", "muted"))
            told.append(piece(*parts, mark=(f"{mark} ", "pointer"), key=f"take/{at}"))
        if (more := len(self.choices) - first - SHOWN) > 0:
            told.append(piece((f"and {more} more", "muted"), indent=2))
        self.show(told)
        self.refresh(layout=True)


class FieldArea(Typing):
    """Where a field is typed: Enter is done with it, except in a text of several lines; Tab goes on."""

    class Said(Message):
        """A key was pressed that means the field."""

        def __init__(self, area: "FieldArea", by: int = 0) -> None:
            super().__init__()
            self.area, self.by = area, by

        @property
        def control(self) -> "FieldArea":
            """The field."""
            return self.area

    class Left(Said):
        """The field is done with: `by` is 1 for the next one, -1 for the one before, 0 for the form."""

    class Taken(Said):
        """The choice that is pointed at is taken, the first if none is; `by` as where a field is left."""

    class Chosen(Said):
        """The pointer of the choices is to be moved."""

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder, id=id)
        self.of_lines = False
        self.hint: Hint | None = None
        self.completes = False

    async def _on_key(self, event: events.Key) -> None:
        """Take the keys that mean the field, leave all others to the text."""
        message = self._meant(event.key)
        if message is None:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.post_message(message)

    def _meant(self, key: str) -> Message | None:
        hint = self.hint
        chosen = hint is not None and hint.chosen >= 0
        if key == "enter":
            return self.Taken(self) if chosen else None if self.of_lines else self.Left(self)
        if key == "tab":
            return self.Taken(self, 1) if chosen or self.completes else self.Left(self, 1)
        if key == "shift+tab":
            return self.Left(self, -1)
        if key == "up" and chosen:
            return self.Chosen(self, -1)
        if key == "down" and hint is not None and hint.choices and (chosen or self.cursor_at_last_line):
            return self.Chosen(self, 1)
        return None

    def fit(self, most: int) -> None:
        """Grow with what is typed, up to so many rows."""
        rows = self.wrapped_document.height if self.size.width else self.document.line_count
        self.styles.height = max(3, min(most, rows + 2))


def words_at(area: TextArea) -> tuple[int, int]:
    """Return where, in the whole text, the entry of a list begins and ends that the cursor is in."""
    text = area.text
    row, column = area.cursor_location
    at = sum(len(area.document.get_line(line)) + 1 for line in range(row)) + column
    begin = text.rfind(",", 0, at) + 1
    end = text.find(",", at)
    return begin + len(text[begin:at]) - len(text[begin:at].lstrip()), len(text) if end < 0 else end
