"""All that was done to a text since it was opened, each step of which can be taken back and done again."""

from wargame.content.editing.lines import Change, Text


class History:
    """A text and its steps; a step is one change, or several that count as one.

    Those are letters typed one behind the other, a word's worth of them, and changes made to join the last.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self._done: list[list[Change]] = []
        self._undone: list[list[Change]] = []
        self._joins = False

    @property
    def steps(self) -> tuple[int, int]:
        """How many steps can be taken back, and how many done again."""
        return len(self._done), len(self._undone)

    def do(self, change: Change, *, typed: bool = False, joins: bool = False) -> None:
        """Make a change, `typed` or one that `joins` the last step; raises ValueError if it does not fit."""
        self.text = self.text.after(change)
        self._undone.clear()
        letter = _letter(change) if typed else ""
        follows = letter and self._joins and self._done and self._done[-1][-1].new == change.old
        if follows or (joins and self._done):
            self._done[-1].append(change)
        else:
            self._done.append([change])
        self._joins = bool(letter.strip())

    def undo(self) -> int | None:
        """Take the last step back; return the line where it was, None where there is none."""
        return self._move(self._done, self._undone, back=True)

    def redo(self) -> int | None:
        """Do the step again that was taken back last; return its line, None where there is none."""
        return self._move(self._undone, self._done, back=False)

    def _move(self, source: list[list[Change]], target: list[list[Change]], *, back: bool) -> int | None:
        self._joins = False
        if not source:
            return None
        before = self.text
        while source:
            step = source.pop()
            for change in reversed(step) if back else step:
                self.text = self.text.after(change.back if back else change)
            target.append(step)
            if self.text.lines != before.lines:
                break  # a step that came to nothing is taken with the next, or a key press would show nothing
        return step[-1].at


def _letter(change: Change) -> str:
    """Return the letter that a change adds to one line, or nothing if it is another kind of change."""
    if len(change.old) != 1 or len(change.new) != 1 or len(change.new[0]) != len(change.old[0]) + 1:
        return ""
    old, new = change.old[0], change.new[0]
    at = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return new[at] if old[at:] == new[at + 1 :] else ""
