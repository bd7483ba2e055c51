"""A seat's sitting at the table: it chooses, writes, looks the decision over and gives it; its clock runs."""

from typing import Literal

from textual import on

from wargame.content.base import SeatId
from wargame.engine.sight_parts import Sight
from wargame.play.words import reason
from wargame.tui.bar import Bar
from wargame.tui.course import Course, Stage
from wargame.tui.curtain import Curtain, Standing
from wargame.tui.form import Form
from wargame.tui.frame import Frame
from wargame.tui.ink import GAP, piece
from wargame.tui.looking import Looking
from wargame.tui.map import TensionMap
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.saying import Passing
from wargame.tui.telling import card

Step = Literal["choose", "write", "look"]

_WARNINGS = (30, 10)
"""Seconds before its clock runs out at which a seat is warned."""


class Sitting(Looking):
    """What people do at the table while a seat decides; `step` says how far it is.

    The table itself, which is one, shows what these steps lead to.
    """

    def __init__(self, course: Course) -> None:
        super().__init__(course)
        self.step: Step = "choose"
        self.seen: Sight | None = None

    def enter_stage(self) -> None:
        """Show the stage that the course has come to."""
        raise NotImplementedError

    def show_story(self, follow: bool = True) -> None:
        """Show the story of the step."""
        raise NotImplementedError

    def name_step(self) -> None:
        """Say what the next step is."""
        raise NotImplementedError

    def coach(self) -> None:
        """Say what the practice turn says at this step."""
        raise NotImplementedError

    @property
    def unsaid(self) -> bool:
        """Whether a reason is written that is in no envelope yet."""
        return self.step != "choose" and bool(self.course.draft.rationale.strip())

    def forget(self) -> None:
        """Leave nothing of the last sitting: not in the form, nor copied, nor notified, nor pointed at."""
        self.query_one("#form", Form).clear()
        for panel in self.query("#numbers, #desk, #curves, #map"):
            assert isinstance(panel, Page | TensionMap)
            panel.forget()
        self.query_one("#passing", Passing).hush()
        if isinstance(self.app, Frame):
            self.app.forget()

    def draw_curtain(self) -> None:
        """Hide everything until the seat whose turn it is sits alone before the screen."""
        seat = self.course.seat
        assert seat is not None

        def risen(_: None) -> None:
            if self.course.stage is Stage.CURTAIN:
                self.course.go()
                self.enter_stage()

        self.app.push_screen(Curtain(self.course.host.names.title(seat)), risen)

    # Deciding

    def action_again(self) -> None:
        """Let a seat decide once more."""
        seats = self.course.changeable()
        if len(seats) == 1:
            self._again(seats[0])
        elif seats:
            names = self.course.host.names
            asked = [piece((names.title(seat), "strong"), key=seat) for seat in seats]
            told = [piece("Whose decision do you want to change?"), GAP, *asked]
            self.app.push_screen(Overlay("Decide again", told), self._again)

    def _again(self, seat: str | None) -> None:
        if seat is not None:
            self.course.again(SeatId(seat))
            self.enter_stage()

    def action_option(self, number: int) -> None:
        """Take an option by its number."""
        ask = self.seen.ask if self.seen else None
        if self.course.stage is Stage.DECIDE and self.step == "choose" and ask and number <= len(ask.options):
            self.action_panel("story")
            self._take(ask.options[number - 1].id)

    @on(Page.Picked, "#story")
    def _picked(self, event: Page.Picked) -> None:
        event.stop()
        if event.key.startswith(card.OPTION) and self.course.stage is Stage.DECIDE:
            self._take(event.key.removeprefix(card.OPTION))

    def _take(self, key: str) -> None:
        assert self.seen is not None and self.seen.ask is not None
        option = next(option for option in self.seen.ask.options if option.id == key)
        if option.shut is not None:
            self.say(f"That option is shut: {reason(option)}.")
            return
        self.course.draft.option = key
        self._write()

    def _write(self) -> None:
        assert self.seen is not None
        self.step = "write"
        form = self.query_one("#form", Form)
        form.fill(self.course.draft, self.seen)
        self.set_class(True, "-writing")
        self.call_after_refresh(self.name_step)
        self.name_step()
        self.coach()
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
            self.commit()

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
        self.show_story()
        self.refresh_bindings()
        story = self.query_one("#story", Page)
        self.set_focus(story)
        if step == "choose":
            self.call_after_refresh(story.reveal)

    def commit(self) -> None:
        if self.step != "look":
            return
        no = self.course.commit()
        if no is None or self.course.stage is Stage.LATE:
            self.enter_stage()
        else:
            self.say(f"That cannot be: {no.sentence}.")

    # Time

    def action_pause(self) -> None:
        """Stop the clock and hide the table, or let it go on."""
        self.tick()
        if self.seen is None or self.seen.clock is None:
            self.say("No clock runs in this game: take your time.")
        elif self.course.stage is Stage.DECIDE:
            if no := self.course.pause():
                self.say(f"That is not possible: {no.sentence}.")
            elif self.course.host.paused:
                self.app.push_screen(Standing(), self._go_on)
        self.tell_time()

    def _go_on(self, _: None) -> None:
        if self.course.host.paused:
            self.action_pause()

    def tick(self) -> None:
        if self.course.tick():
            for over in reversed(self.app.screen_stack[self.app.screen_stack.index(self) + 1 :]):
                over.dismiss()
            self.enter_stage()
        else:
            self.tell_time()

    def tell_time(self) -> None:
        bar = self.query_one("#bar", Bar)
        clocked = self.seen is not None and self.seen.clock is not None
        bar.paused = clocked and self.course.host.paused
        left = self.course.reader.time_left() if clocked and self.course.stage is Stage.DECIDE else None
        for mark in _WARNINGS:
            if left is not None and bar.left is not None and left / 1000 <= mark < bar.left:
                self.say(f"{mark} seconds left. What is not in the envelope then does not count.")
        bar.left = None if left is None else left / 1000
