"""Walking a saved game: from moment to moment, by jumps and back, or by itself."""

from collections.abc import Callable

from textual.timer import Timer

from wargame.study.replay import Replay
from wargame.tui.replay.marks import Mark
from wargame.tui.saying import Says
from wargame.tui.tabbed import Tabbed

SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Records a second at which a game plays by itself."""

_STOPS = ("begin", "card", "decision", "late", "reveal", "ruling", "turn-end", "end")


class Walking(Says, Tabbed):
    """A screen that looks at one moment of a saved game; `at` is its record."""

    def __init__(self, replay: Replay) -> None:
        super().__init__()
        self.replay = replay
        self.at = 0
        self.marks: tuple[Mark, ...] = ()
        self._left: list[int] = []
        self._speed = 1
        self._playing: Timer | None = None

    def show(self) -> None:
        """Show the moment that is looked at."""
        raise NotImplementedError

    def go_to(self, at: int) -> None:
        """Look at another moment; beyond either end, at the last or first."""
        at = min(len(self.replay.records) - 1, max(0, at))
        if at != self.at:
            # What was said of the moment before is no word on this one.
            self.hush()
            self.at = at
            self.show()

    def there(self, key: str | None) -> None:
        """Go to the moment of an item that was picked in a window, and keep the way back."""
        if key is None:
            return
        left = self.at
        self.action_panel("story")
        self.go_to(int(key.rpartition("/")[2]))
        if self.at == left:
            self.say("That is this moment.")
            return
        self._left.append(left)
        self.say(f"Backspace: back to {self.replay.counts} {left}.")

    def action_back(self) -> None:
        """Go back to where one was before the last jump out of a window."""
        if self._left:
            self.go_to(self._left.pop())
        else:
            self.say("There is no jump to go back from yet.")

    def action_step(self, by: int) -> None:
        """Go to the next moment at which something moved, or to the one before."""
        self.seek(by, lambda at: self.replay.moments[at].kind in _STOPS)

    def action_jump(self, to: str, by: int) -> None:
        """Go to the next decision, rung crossed or mark, or to the one before."""
        moments = self.replay.moments
        marked = {mark.at for mark in self.marks}
        if to == "crossed":
            self.seek(by, lambda at: bool(moments[at].crossed))
        elif to == "mark":
            self.seek(by, marked.__contains__)
        else:
            self.seek(by, lambda at: moments[at].kind == to)

    def action_turn(self, by: int) -> None:
        """Go to where the next turn begins, or this one, or the one before."""
        moments = self.replay.moments
        self.seek(by, lambda at: at == 0 or moments[at].turn != moments[at - 1].turn)

    def action_end(self, to: int) -> None:
        """Go to the start or to the end."""
        self.go_to(0 if to < 0 else len(self.replay.records))

    def seek(self, by: int, wanted: "Callable[[int], bool]") -> None:
        """Go to the next record that is wanted, or to the one before; stay if there is none."""
        at = self.at + by
        while 0 <= at < len(self.replay.records) and not wanted(at):
            at += by
        if 0 <= at < len(self.replay.records):
            self.go_to(at)

    def action_play(self) -> None:
        """Let the game play by itself, or stop it."""
        if self._playing is not None:
            self._playing.stop()
            self._playing = None
        else:
            self._playing = self.set_interval(1 / SPEEDS[self._speed], self._tick)
        self.say(
            "It plays. P stops it; + and - make it faster and slower." if self._playing else "It is paused."
        )

    def action_speed(self, by: int) -> None:
        """Play faster or slower."""
        self._speed = min(len(SPEEDS) - 1, max(0, self._speed + by))
        if self._playing is not None:
            self._playing.stop()
            self._playing = self.set_interval(1 / SPEEDS[self._speed], self._tick)
        self.say(f"{SPEEDS[self._speed]:g} moments a second.")

    def _tick(self) -> None:
        before = self.at
        self.action_step(1)
        if self.at == before and self._playing is not None:
            self._playing.stop()
            self._playing = None
