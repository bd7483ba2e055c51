"""What can be looked at round the table at any time, each in a window: why, brief, past, sources, help."""

from textual import on

from wargame.tui.course import Course
from wargame.tui.map import TensionMap
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.saying import Says
from wargame.tui.script import Scene, Telling, past
from wargame.tui.tabbed import Tabbed
from wargame.tui.telling import board, helping, why


class Looking(Says, Tabbed):
    """A screen round which people look, while something may still be told on it."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self.course = course
        self.telling = Telling(Scene())

    def action_past(self) -> None:
        """Show once more what happened when the envelopes were last opened."""
        self.app.push_screen(Overlay("What happened", past(self.course)))

    @on(TensionMap.Picked)
    def _relation(self, event: TensionMap.Picked) -> None:
        self._explain(event.key)

    @on(Page.Picked, "#numbers,#curves")
    def _number(self, event: Page.Picked) -> None:
        event.stop()
        self._explain(event.key)

    def _explain(self, key: str) -> None:
        if not self.telling.whole:
            self.say("This is still being told: Enter tells the next, A all of it. Then ask why.")
            return
        sight = self.course.sight()
        number = next((n for n in (*sight.relations, *sight.tracks) if n.id == key), None)
        if number is not None:
            self.app.push_screen(Overlay("Why", why.why(number, self.course.reader.why(key))))

    def action_brief(self) -> None:
        """Show the seat's brief."""
        self.app.push_screen(Overlay("Your brief", board.brief(self.course.sight())))

    def action_sources(self) -> None:
        """Show what the letters mean that cards cite."""
        self.app.push_screen(Overlay("Sources", helping.sources(self.course.host.names.sources)))

    def action_help(self) -> None:
        """Show what can be done here."""
        self.app.push_screen(Overlay("Help", helping.table(self.course.stage, self.has_class("-writing"))))
