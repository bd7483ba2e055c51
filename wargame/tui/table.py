"""The table: the map and the seat's picture on the left, the story of the moment on the right."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message

from wargame.engine.sight_parts import Sight
from wargame.play.words import counted
from wargame.tui import practice
from wargame.tui.bar import Bar, Tabs
from wargame.tui.course import PRIVATE, Course, Stage
from wargame.tui.form import Form, summary
from wargame.tui.keys import Keys
from wargame.tui.map import TensionMap
from wargame.tui.page import Note, Page
from wargame.tui.picture import Curves, Picture
from wargame.tui.possible import possible
from wargame.tui.row import Go
from wargame.tui.saying import Passing
from wargame.tui.script import Telling, moment, scene, since, where
from wargame.tui.sitting import Sitting
from wargame.tui.telling import board, card, why

_TICK = 0.5
_WIDTHS = [(0, "-narrow"), (112, "-normal"), (160, "-wide")]
_HEIGHTS = [(0, "-low"), (38, "-tall")]
_NUMBERS = ("map", "numbers", "curves")


class TableScreen(Sitting):
    """The game as the people at one screen see it: it shows what its course has come to, and leads it on."""

    TABS = (("story", "c", "Card"), ("map", "g", "Graph"), ("numbers", "n", "Numbers"), ("desk", "t", "Desk"))
    CSS_PATH = "table.tcss"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", key_display="?"),
        Binding("enter", "go", "Go on", show=False),
        Binding("o,O", "open", "Open"),
        Binding("d,D", "again", "Change"),
        Binding("a,A", "all", "All"),
        Binding("right", "turn(1)", "Next page", show=False),
        Binding("left", "turn(-1)", "Page before", show=False),
        Binding("escape", "back", "Back"),
        Binding("ctrl+s", "give", "Give", priority=True),
        Binding("c,C", "panel('story')", "Card"),
        Binding("g,G", "panel('map')", "Graph"),
        Binding("n,N", "panel('numbers')", "Numbers"),
        Binding("t,T", "panel('desk')", "Desk"),
        Binding("b,B", "brief", "Brief"),
        Binding("p,P", "pause", "Pause"),
        Binding("ctrl+t", "pause", "Pause", priority=True),
        Binding("r,R", "past", "Look back"),
        Binding("s,S", "sources", "Sources"),
        Binding("x,X", "end_practice", "End practice"),
        *(Binding(str(at), f"option({at})", f"Option {at}", show=False) for at in range(1, 10)),
    ]

    class Practised(Message):
        """The practice turn is over, or enough of it."""

    def __init__(self, course: Course, practice: bool = False) -> None:
        super().__init__(course)
        self.practice = practice
        self._told: Sight | None = None
        self._new: tuple[tuple[str, int, str], ...] = ()
        self._read: set[tuple[str, int, str]] = set()

    def compose(self) -> ComposeResult:
        """Lay the panels out in the order in which Tab visits them."""
        self.fit()
        yield Bar(id="bar")
        yield Tabs(id="tabs")
        yield Note(id="coach")
        with Container(id="board"):
            yield Picture(id="left")
            with Vertical(id="right"):
                yield Page(id="story")
                yield Form(id="form")
            yield Curves(id="curves")
        yield Passing(id="passing")
        yield Go(id="go")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Name the panels, start the clock, and show where the game stands."""
        self.query_one("#left", Picture).set_up(self.course.host.names)
        self.come_forward("story")
        for what in ("scroll_y", "virtual_size"):
            self.watch(self.query_one("#story", Page), what, self.name_step, init=False)
        self.set_interval(_TICK, self.tick)
        self.enter_stage()

    # What is shown

    def enter_stage(self) -> None:
        """Show the stage that the course has come to, from its beginning."""
        self.step = "choose"
        if self.course.stage not in PRIVATE:
            self.forget()
        self.seen = sight = self.course.sight()
        self.telling = Telling(scene(self.course, sight))
        self.set_class(False, "-writing")
        self._show_picture(sight)
        self.show_story()
        self.come_forward("story")
        self.refresh_bindings()
        if self.course.stage is Stage.CURTAIN:
            self.draw_curtain()
        else:
            self.set_focus(self.query_one("#story", Page))

    def _show_picture(self, sight: Sight) -> None:
        """Show all but the story: bar, map, numbers, desk, curves."""
        bar = self.query_one("#bar", Bar)
        bar.title = sight.title
        bar.where = where(self.course, sight)
        bar.doing = self.telling.scene.doing
        bar.whole = (sight.clock or 0) / 1000
        self.tell_time()
        self._show_moment()
        self._show_curves()

    def _show_moment(self) -> None:
        """Show map, numbers and desk as they stand after what is told so far."""
        assert self.seen is not None
        told = moment(self.course, self.seen, self.telling)
        self.query_one("#left", Picture).show(told, since(self.course, told))
        self._told = told
        self._new = tuple((told.seat, cable.turn, cable.id) for cable in board.arrived(told))
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Name the panels, the desk with the number of its cables that nobody has looked at yet."""
        tabs = self.query_one("#tabs", Tabs)
        if tabs.front == "desk":
            self._read.update(self._new)
        new = sum(cable not in self._read for cable in self._new)
        told = f" ({counted(new, 'new cable')})" if new else ""
        tabs.names = tuple(
            (panel, key, f"{name}{told if panel == 'desk' else ''}") for panel, key, name in self.TABS
        )

    def _show_told(self, follow: bool = True) -> None:
        """Show what has just been told; `follow` what comes last."""
        self._show_moment()
        self._show_curves()
        self.show_story(follow)
        self.refresh_bindings()

    def _show_curves(self) -> None:
        """Show the curves; what is still being told is not in them yet."""
        if self.seen is not None and self.telling.whole:
            self.query_one("#curves", Curves).draw(self.seen, self.course.reader, self.course.host.names)

    def on_resize(self) -> None:
        """Draw the curves for the new size."""
        self.call_after_refresh(self._show_curves)
        self.call_after_refresh(self.name_step)

    def show_story(self, follow: bool = True) -> None:
        """Show as much of the scene as was told, and what the next step is; `follow` what comes last."""
        assert self.seen is not None
        story, told = self.query_one("#story", Page), self.telling
        self.coach()
        if self.step == "look":
            story.show(summary(self.course.draft, self.seen))
        elif self.course.stage is Stage.DECIDE:
            chosen = self.course.draft.option
            story.show(told.pieces(), point=f"{card.OPTION}{chosen}" if chosen else None)
            if chosen is None:
                story.read_from(told.newest)
        else:
            story.show(told.pieces(), top=not told.scene.beats)
            if told.scene.beats and follow:
                story.read_from(told.newest)
        self.name_step()
        self.call_after_refresh(self.name_step)

    def name_step(self) -> None:
        """Say in the line above the keys what the next step is."""
        go = self.query_one("#go", Go)
        behind = self.has_class("-narrow") and not self.has_class("front-story")
        if isinstance(self.focused, TensionMap | Page) and self.focused.id in _NUMBERS:
            asked = why.asked(self._told, self.focused.pointed)
            go.key, go.label = "Enter", f"{asked} (↑ ↓: another; {'C' if behind else 'Esc'}: the card)"
        elif behind:
            go.key, go.label = "C", "Back to the card"
        elif self.focused is not None and self.focused.id == "starters":
            go.key, go.label = "Enter", "Begin the reason so (↑ ↓ another; Tab: the next question)"
        elif self.step == "write":
            go.key, go.label = "Ctrl+S", "Look it over, then give it"
        elif self.step == "look":
            go.key, go.label = "Enter", "Put it in the envelope (Esc: change it)"
        elif self._unread():
            go.key, go.label = "Enter", "Read on ↓"
        elif self.course.stage is Stage.DECIDE:
            go.key, go.label = self._taking()
        else:
            go.key, go.label = self.telling.next_step()

    def _taking(self) -> tuple[str, str]:
        """Return what Enter takes: the option that is pointed at, unless that is shut."""
        options = self.seen.ask.options if self.seen and self.seen.ask else ()
        pointed = self.query_one("#story", Page).pointed
        for at, option in enumerate(options, 1):
            if pointed == f"{card.OPTION}{option.id}":
                if option.shut is not None:
                    return "↑ ↓", f"Option {at} of {len(options)} is shut: go to another, or press its number"
                return "Enter", f"Take option {at} of {len(options)} (↑ ↓, or press its number)"
        return self.telling.next_step()

    @on(Page.Pointed)
    @on(TensionMap.Pointed)
    def _pointed(self) -> None:
        self.name_step()

    def on_descendant_focus(self) -> None:
        """Say what Enter does where the keys go now."""
        self.name_step()

    def _unread(self) -> bool:
        """Say whether Enter reads on, since the story goes on below what is seen of it."""
        story = self.query_one("#story", Page)
        waits = self.course.stage not in (Stage.DECIDE, Stage.SEALED) and self.telling.whole
        return waits and story.display and story.scroll_offset.y < story.max_scroll_y

    def coach(self) -> None:
        """Say what the practice turn says at this step."""
        coach = self.query_one("#coach", Note)
        coach.display = self.practice
        if self.practice:
            coach.show(practice.said(self.course.stage, self.step))

    # What people do

    @on(Go.Pressed, "#go")
    def _pressed(self) -> None:
        if self.query_one("#go", Go).key == "C":
            self.action_panel("story")
        elif isinstance(self.focused, TensionMap | Page) and self.focused.id != "story":
            self.focused.action_pick()
        elif self.course.stage is Stage.SEALED:
            self.action_open()
        elif self.step == "write":
            self.action_give()
        elif self.course.stage is Stage.DECIDE and self.step == "choose":
            self.query_one("#story", Page).action_pick()
        elif self.course.stage is Stage.END and self.telling.last_page and not self._unread():
            self._leave()
        else:
            self.action_go()

    @on(Page.PassedOn)
    def _passed_on(self) -> None:
        self.action_go()

    def action_go(self) -> None:
        """Take the next step, if it is one that only waits to be read."""
        if self.course.stage is Stage.CURTAIN or self.app.screen is not self:
            # A key pressed once too often, on its way while the curtain fell.
            return
        if self.step == "look":
            self.commit()
        elif self.step == "choose" and self.course.stage is Stage.DECIDE:
            self.action_panel("story")
        elif self._unread():
            self.query_one("#story", Page).scroll_page_down(animate=False)
        elif not self.telling.whole:
            self.telling.go_on()
            self._show_told()
        elif self.course.stage is Stage.END:
            if not self.telling.last_page:
                self.action_turn(1)
        elif self.course.stage not in (Stage.SEALED, Stage.DECIDE):
            self.course.go()
            self.enter_stage()

    def _leave(self) -> None:
        if self.practice:
            self.post_message(self.Practised())
        else:
            self.app.exit()

    def action_end_practice(self) -> None:
        """Go back from the practice turn to the set-up screen."""
        self._leave()

    def action_all(self) -> None:
        """Show all of a reveal at once."""
        self.telling.tell_all()
        self._show_told(follow=False)

    def action_turn(self, by: int) -> None:
        """Turn the pages of the end; forward in a reveal, tell the rest of a part."""
        if not self.telling.whole and by > 0:
            self.telling.tell_part()
            self._show_told()
        elif self.course.stage is Stage.END:
            self.telling.turn(by)
            self.show_story()

    def action_open(self) -> None:
        """Open the envelopes."""
        self.course.open()
        self.enter_stage()

    # Panels

    def action_panel(self, panel: str) -> None:
        """Go to a panel; back to the form, if that is being filled."""
        super().action_panel(panel)
        if panel == "story" and self.step == "write":
            self.query_one("#form", Form).begin()

    def come_forward(self, panel: str) -> None:
        """Bring a panel to the front."""
        super().come_forward(panel)
        self._name_tabs()
        self.name_step()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which actions there are at this stage, so that the footer shows no others."""
        if not self.is_mounted:
            return False
        if action == "back" and (self.step != "choose" or self.focused is not self.query_one("#story")):
            return True
        if action == "end_practice":
            return self.practice and self.step == "choose"
        return possible(action, parameters, self.course, self.step, self.seen, self.telling.whole)
