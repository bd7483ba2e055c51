"""The table: the map and the seat's picture on the left, the story of the moment on the right."""

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from wargame.content.base import SeatId
from wargame.engine.sight_parts import Sight
from wargame.play.words import reason
from wargame.tui import practice
from wargame.tui.bar import Bar, Tabs
from wargame.tui.course import PRIVATE, Course, Stage
from wargame.tui.curtain import Curtain, Standing
from wargame.tui.form import Form, summary
from wargame.tui.frame import Frame
from wargame.tui.ink import GAP, piece
from wargame.tui.keys import Keys
from wargame.tui.looking import Looking
from wargame.tui.map import TensionMap
from wargame.tui.overlay import Overlay
from wargame.tui.page import Note, Page
from wargame.tui.picture import Curves, Picture
from wargame.tui.row import Go
from wargame.tui.script import Telling, moment, scene, since, where
from wargame.tui.telling import card

TABS = (("story", "c", "Card"), ("map", "g", "Graph"), ("numbers", "n", "Numbers"), ("desk", "t", "Desk"))
"""The panels that are tabs on a small screen: name, key, title."""

_TICK = 0.5
_WARNINGS = (30, 10)
"""Seconds before its clock runs out at which a seat is warned."""
_WIDTHS = [(0, "-narrow"), (112, "-normal"), (160, "-wide")]
_HEIGHTS = [(0, "-low"), (38, "-tall")]
_NUMBERS = ("numbers", "curves")
Step = Literal["choose", "write", "look"]
_PANELS = tuple(panel for panel, _, _ in TABS)


class TableScreen(Looking):
    """The game as the people at one screen see it; it asks its course what to show, and tells it what to do.

    While a seat decides, `step` says how far: it chooses, writes, or looks its decision over.
    """

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
        self.step: Step = "choose"
        self._sight: Sight | None = None

    def compose(self) -> ComposeResult:
        """Lay the panels out in the order in which Tab visits them."""
        # Textual says so only after the first frame, which would be drawn for another width.
        self.add_class(*_fitting(self.app.size), "front-story")
        yield Bar(id="bar")
        yield Tabs(id="tabs")
        yield Note(id="coach")
        with Container(id="board"):
            yield Picture(id="left")
            with Vertical(id="right"):
                yield Page(id="story")
                yield Form(id="form")
            yield Curves(id="curves")
        yield Go(id="go")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Name the panels, start the clock, and show where the game stands."""
        self.query_one("#tabs", Tabs).names = TABS
        self.query_one("#left", Picture).set_up(self.course.host.names)
        self._come_forward("story")
        for what in ("scroll_y", "virtual_size"):
            self.watch(self.query_one("#story", Page), what, self._name_step, init=False)
        self.set_interval(_TICK, self._tick)
        self.enter_stage()

    @property
    def unsaid(self) -> bool:
        """Whether a reason is written that is in no envelope yet."""
        return self.step != "choose" and bool(self.course.draft.rationale.strip())

    # What is shown

    def enter_stage(self) -> None:
        """Show the stage that the course has come to, from its beginning."""
        self.step = "choose"
        if self.course.stage not in PRIVATE:
            self._forget()
        self._sight = sight = self.course.sight()
        self.telling = Telling(scene(self.course, sight))
        self.set_class(False, "-writing")
        self._show_picture(sight)
        self._show_story()
        self._come_forward("story")
        self.refresh_bindings()
        if self.course.stage is Stage.CURTAIN:
            self._draw_curtain()
        else:
            self.set_focus(self.query_one("#story", Page))

    def _forget(self) -> None:
        """Leave nothing of the last sitting: not in the form, nor copied, nor notified, nor pointed at."""
        self.query_one("#form", Form).clear()
        for panel in self.query("#numbers, #desk, #curves, #map"):
            assert isinstance(panel, Page | TensionMap)
            panel.forget()
        if isinstance(self.app, Frame):
            self.app.forget()

    def _show_picture(self, sight: Sight) -> None:
        """Show all but the story: bar, map, numbers, desk, curves."""
        bar = self.query_one("#bar", Bar)
        bar.title = sight.title
        bar.where = where(self.course, sight)
        bar.doing = self.telling.scene.doing
        bar.whole = (sight.clock or 0) / 1000
        self._tell_time()
        self._show_moment()
        self._show_curves()

    def _show_moment(self) -> None:
        """Show map, numbers and desk as they stand after what is told so far."""
        assert self._sight is not None
        told = moment(self.course, self._sight, self.telling)
        self.query_one("#left", Picture).show(told, since(self.course, told))

    def _show_told(self, follow: bool = True) -> None:
        """Show what has just been told; `follow` what comes last."""
        self._show_moment()
        self._show_curves()
        self._show_story(follow)
        self.refresh_bindings()

    def _show_curves(self) -> None:
        """Show the curves; what is still being told is not in them yet."""
        if self._sight is not None and self.telling.whole:
            self.query_one("#curves", Curves).draw(self._sight, self.course.reader, self.course.host.names)

    def on_resize(self) -> None:
        """Draw the curves for the new size."""
        self.call_after_refresh(self._show_curves)
        self.call_after_refresh(self._name_step)

    def _show_story(self, follow: bool = True) -> None:
        """Show as much of the scene as was told, and what the next step is; `follow` what comes last."""
        assert self._sight is not None
        story, told = self.query_one("#story", Page), self.telling
        self._coach()
        if self.step == "look":
            story.show(summary(self.course.draft, self._sight))
        elif self.course.stage is Stage.DECIDE:
            chosen = self.course.draft.option
            story.show(told.pieces(), point=f"{card.OPTION}{chosen}" if chosen else None)
        else:
            story.show(told.pieces(), top=not told.scene.beats)
            if told.scene.beats and follow:
                story.scroll_end(animate=False)
        self._name_step()
        self.call_after_refresh(self._name_step)

    def _name_step(self) -> None:
        """Say in the line above the keys what the next step is."""
        go = self.query_one("#go", Go)
        if self.has_class("-narrow") and not self.has_class("front-story"):
            go.key, go.label = "C", "Back to the card"
        elif self.step == "write":
            go.key, go.label = "Ctrl+S", "Look it over, then give it"
        elif self.step == "look":
            go.key, go.label = "Enter", "Put it in the envelope (Esc: change it)"
        elif isinstance(self.focused, TensionMap) or (self.focused and self.focused.id in _NUMBERS):
            go.key, go.label = "Enter", "Why is this number what it is? (Esc: back)"
        elif self._unread():
            go.key, go.label = "Enter", "Read on ↓"
        else:
            go.key, go.label = self.telling.next_step()

    def on_descendant_focus(self) -> None:
        """Say what Enter does where the keys go now."""
        self._name_step()

    def _unread(self) -> bool:
        """Say whether Enter reads on, since the story goes on below what is seen of it."""
        story = self.query_one("#story", Page)
        waits = self.course.stage not in (Stage.DECIDE, Stage.SEALED) and self.telling.whole
        return waits and story.display and story.scroll_offset.y < story.max_scroll_y

    def _coach(self) -> None:
        """Say what the practice turn says at this step."""
        coach = self.query_one("#coach", Note)
        coach.display = self.practice
        if self.practice:
            coach.show(practice.said(self.course.stage, self.step))

    def _draw_curtain(self) -> None:
        seat = self.course.seat
        assert seat is not None

        def risen(_: None) -> None:
            if self.course.stage is Stage.CURTAIN:
                self.course.go()
                self.enter_stage()

        self.app.push_screen(Curtain(self.course.host.names.title(seat)), risen)

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
            self._commit()
        elif self.step == "choose" and self.course.stage is Stage.DECIDE:
            self.action_panel("story")
        elif self._unread():
            self.query_one("#story", Page).scroll_page_down(animate=False)
        elif not self.telling.whole:
            self.telling.go_on()
            self._show_told()
        elif self.course.stage is Stage.END:
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
        """Turn the pages of the end."""
        if self.course.stage is Stage.END:
            self.telling.turn(by)
            self._show_story()

    def action_open(self) -> None:
        """Open the envelopes."""
        self.course.open()
        self.enter_stage()

    def action_again(self) -> None:
        """Let a seat decide once more."""
        seats = self.course.changeable()
        if len(seats) == 1:
            self._again(seats[0])
        elif seats:
            names = self.course.host.names
            asked = [piece((names.title(seat), "strong"), key=seat) for seat in seats]
            told = [piece("Whose decision is to be changed?"), GAP, *asked]
            self.app.push_screen(Overlay("Decide again", told), self._again)

    def _again(self, seat: str | None) -> None:
        if seat is not None:
            self.course.again(SeatId(seat))
            self.enter_stage()

    def action_option(self, number: int) -> None:
        """Take an option by its number."""
        ask = self._sight.ask if self._sight else None
        if self.course.stage is Stage.DECIDE and self.step == "choose" and ask and number <= len(ask.options):
            self.action_panel("story")
            self._take(ask.options[number - 1].id)

    @on(Page.Picked, "#story")
    def _picked(self, event: Page.Picked) -> None:
        event.stop()
        if event.key.startswith(card.OPTION) and self.course.stage is Stage.DECIDE:
            self._take(event.key.removeprefix(card.OPTION))

    def _take(self, key: str) -> None:
        assert self._sight is not None and self._sight.ask is not None
        option = next(option for option in self._sight.ask.options if option.id == key)
        if option.shut is not None:
            self.say(f"That option is shut: {reason(option)}.")
            return
        self.course.draft.option = key
        self._write()

    def _write(self) -> None:
        assert self._sight is not None
        self.step = "write"
        form = self.query_one("#form", Form)
        form.fill(self.course.draft, self._sight)
        self.set_class(True, "-writing")
        self.call_after_refresh(self._name_step)
        self._name_step()
        self._coach()
        self.refresh_bindings()
        form.begin()

    def action_back(self) -> None:
        """Go back a step: out of a look, out of the form, and on a small screen to the story."""
        if self.step == "look":
            self._write()
        elif self.step == "write":
            self._to_story("choose")
        elif self.focused is self.query_one("#story") and self.course.kept():
            self.enter_stage()
        else:
            self.action_panel("story")

    def action_give(self) -> None:
        """Look a decision over, or put it in the envelope."""
        if self.step == "write":
            self.query_one("#form", Form).give()
        elif self.step == "look":
            self._commit()

    @on(Form.Wanting)
    def _wanting(self, event: Form.Wanting) -> None:
        self.say(event.sentence)
        self.query_one("#form", Form).begin()

    @on(Form.Given)
    def _look(self) -> None:
        self._to_story("look")

    def _to_story(self, step: Step) -> None:
        """Come out of the form, to choose again or to look the decision over."""
        self.step = step
        self.set_class(False, "-writing")
        self._show_story()
        self.refresh_bindings()
        self.set_focus(self.query_one("#story", Page))

    def _commit(self) -> None:
        if self.step != "look":
            return
        no = self.course.commit()
        if no is None or self.course.stage is Stage.LATE:
            self.enter_stage()
        else:
            self.say(f"That cannot be: {no.sentence}.")

    # Looking around

    def action_panel(self, panel: str) -> None:
        """Go to a panel."""
        self._come_forward(panel)
        if panel == "story" and self.step == "write":
            self.query_one("#form", Form).begin()
        else:
            self.set_focus(self.query_one(f"#{panel}", Widget))

    def _come_forward(self, panel: str) -> None:
        self.update_classes({f"front-{name}": name == panel for name in _PANELS}, animate=False)
        self.query_one("#tabs", Tabs).front = panel
        self._name_step()

    @on(Tabs.Picked)
    def _tab(self, event: Tabs.Picked) -> None:
        self.action_panel(event.panel)

    # Time

    def action_pause(self) -> None:
        """Stop the clock and hide the table, or let it go on."""
        self._tick()
        if self._sight is None or self._sight.clock is None:
            self.say("No clock runs in this game: take your time.")
        elif self.course.stage is Stage.DECIDE:
            if no := self.course.pause():
                self.say(f"That is not possible: {no.sentence}.")
            elif self.course.host.paused:
                self.app.push_screen(Standing(), self._go_on)
        self._tell_time()

    def _go_on(self, _: None) -> None:
        if self.course.host.paused:
            self.action_pause()

    def _tick(self) -> None:
        if self.course.tick():
            for over in reversed(self.app.screen_stack[self.app.screen_stack.index(self) + 1 :]):
                over.dismiss()
            self.enter_stage()
        else:
            self._tell_time()

    def _tell_time(self) -> None:
        bar = self.query_one("#bar", Bar)
        clocked = self._sight is not None and self._sight.clock is not None
        bar.paused = clocked and self.course.host.paused
        left = self.course.reader.time_left() if clocked and self.course.stage is Stage.DECIDE else None
        for mark in _WARNINGS:
            if left is not None and bar.left is not None and left / 1000 <= mark < bar.left:
                self.say(f"{mark} seconds left. What is not in the envelope then does not count.")
        bar.left = None if left is None else left / 1000

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which actions there are at this stage, so that the footer shows no others."""
        if not self.is_mounted:
            return False
        stage = self.course.stage
        match action:
            case "open":
                return stage is Stage.SEALED
            case "again":
                return bool(self.course.changeable())
            case "all":
                return not self.telling.whole and stage in (Stage.REVEAL, Stage.TURN_END)
            case "end_practice":
                return self.practice and self.step == "choose"
            case "back":
                elsewhere = self.step != "choose" or self.focused is not self.query_one("#story")
                return elsewhere or bool(stage is Stage.DECIDE and self._sight and self._sight.envelope)
            case "turn":
                return stage is Stage.END
            case "give":
                return self.step != "choose"
            case "pause":
                return self._sight is not None and self._sight.clock is not None and stage is Stage.DECIDE
            case "option":
                ask = self._sight.ask if self._sight and stage is Stage.DECIDE else None
                return (
                    ask is not None
                    and self.step == "choose"
                    and parameters[0] in range(1, len(ask.options) + 1)
                )
            case "brief":
                return bool(self._sight and self._sight.brief) and stage is not Stage.BRIEF
            case "past":
                told = stage in (Stage.REVEAL, Stage.TURN_END, Stage.CURTAIN)
                return not told and self.course.host.opened
            case _:
                return True


def _fitting(size: Size) -> tuple[str, str]:
    """Return the classes of a size."""
    return (
        max(width for width in _WIDTHS if width[0] <= size.width)[1],
        max(height for height in _HEIGHTS if height[0] <= size.height)[1],
    )
