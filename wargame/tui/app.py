"""The game in the terminal: from the set-up screen, or straight from a plan, to the table and to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from wargame.content.text import visible
from wargame.tui.frame import Frame
from wargame.tui.ink import piece
from wargame.tui.memory import Memory
from wargame.tui.saying import Says
from wargame.tui.setup import SetUp

if TYPE_CHECKING:
    from wargame.content.scenario import Scenario
    from wargame.play.host import Host
    from wargame.play.wishes import Plan, Wishes


class WargameApp(Frame):
    """A new game as it was wished for, or one that goes on.

    `host` is the game as soon as there is one; `refusal` is what made a game impossible.
    """

    class Loaded(Message):
        """The content is there, and the wishes fit it."""

        def __init__(self, scenario: Scenario, plan: Plan) -> None:
            super().__init__()
            self.scenario, self.plan = scenario, plan

    class Impossible(Message):
        """No game can be made of what was wished for."""

        def __init__(self, refusal: Exception) -> None:
            super().__init__()
            self.refusal = refusal

    def __init__(
        self, wishes: Wishes | None = None, host: Host | None = None, memory: Memory | None = None
    ) -> None:
        super().__init__(memory)
        self._wishes = wishes
        self.host = host
        self.refusal: Exception | None = None
        self._scenario: Scenario | None = None
        self._plan: Plan | None = None
        self._set_up: SetUp | None = None
        self._warned = False

    def action_leave(self) -> None:
        """Leave; what is being written is not in an envelope yet, and is not thrown away at one key."""
        unsaid = getattr(self.screen, "unsaid", False)
        if unsaid and not self._warned:
            self._warned = True
            said = "What you are writing is not in the envelope, and would be lost. Ctrl+Q again leaves."
            if isinstance(self.screen, Says):
                self.screen.say(said, seconds=8)
            self.set_timer(8, self._forget_warning)
            return
        super().action_leave()

    def _forget_warning(self) -> None:
        self._warned = False

    @property
    def ready(self) -> bool:
        """Whether the content is loaded, and its screen there."""
        return self.host is not None or self._plan is not None

    def on_mount(self) -> None:
        """Go to the table, or ask first."""
        if self.host is not None:
            self._sit_down(self.host)
        else:
            self._set_up = SetUp(self.memory.practised)
            self.push_screen(self._set_up)
            self.call_after_refresh(self._load)

    @work(thread=True, exit_on_error=False)
    def _load(self) -> None:
        """Load the content behind the screen that is painted already."""
        from wargame.content.load import load_scenario
        from wargame.play.wishes import planned

        try:
            assert self._wishes is not None
            scenario = load_scenario(self._wishes.scenario, self._wishes.decks)
            plan = planned(scenario, self._wishes)
        except Exception as refusal:  # noqa: BLE001 - told by whoever ran the app
            self.post_message(self.Impossible(refusal))
            return
        self.post_message(self.Loaded(scenario, plan))

    @on(Impossible)
    def _impossible(self, event: Impossible) -> None:
        self._refuse(event.refusal)

    def _refuse(self, refusal: Exception) -> None:
        self.refusal = refusal
        self.exit()

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        from wargame.play.wishes import usual_length, usual_seat

        scenario, plan = event.scenario, event.plan
        if self.host is not None:
            return
        self._scenario, self._plan = scenario, plan
        if plan.people is not None and plan.length is not None:
            self._begin(plan)
        elif self._set_up is not None:
            lengths = tuple(scenario.rules.lengths)
            self._set_up.offer(scenario, plan, lengths, usual_length(scenario.rules), usual_seat(scenario))

    @on(SetUp.Begun)
    def _begun(self, event: SetUp.Begun) -> None:
        self._begin(event.plan)

    @on(SetUp.Practise)
    def _practise(self) -> None:
        """Play the practice turn over the set-up screen, which waits."""
        from wargame.content.load import load_scenario
        from wargame.play.game import practice_game
        from wargame.play.wishes import Plan, seats_named
        from wargame.tui.course import Course
        from wargame.tui.practice import SCENARIO, SEAT, SEED
        from wargame.tui.table import TableScreen

        if self.screen is not self._set_up:
            return
        scenario = load_scenario(SCENARIO)
        plan = Plan(people=seats_named(scenario, SEAT), seed=SEED)
        self.push_screen(TableScreen(Course(practice_game(scenario, plan)), practice=True))

    def on_table_screen_practised(self) -> None:
        """Go back to the set-up screen, and remember that the practice turn was played."""
        self.memory.keep(practised=True)
        while self.screen is not self._set_up:
            self.pop_screen()
        if self._set_up is not None:
            self._set_up.practised()

    @on(SetUp.Resumed)
    def _resume(self, event: SetUp.Resumed) -> None:
        """Go on with a saved game; one that cannot be resumed is named, and nothing is lost."""
        from wargame.journal.errors import JournalError
        from wargame.play.game import resume_game

        if self.host is not None:
            return
        try:
            self.host = resume_game(event.save)
        except JournalError as refusal:
            self.notify(visible(str(refusal)), severity="error", markup=False, timeout=12)
            return
        self._sit_down(self.host)

    def _begin(self, plan: Plan) -> None:
        from wargame.play.game import new_game

        assert self._scenario is not None
        if self.host is not None:
            return
        try:
            self.host = new_game(self._scenario, plan)
        except Exception as refusal:  # noqa: BLE001 - told by whoever ran the app
            self._refuse(refusal)
            return
        self._sit_down(self.host)

    def _sit_down(self, host: Host) -> None:
        from wargame.tui.course import Course
        from wargame.tui.overlay import Overlay
        from wargame.tui.table import TableScreen

        table = TableScreen(Course(host))
        while self._set_up is not None and self.screen is not self._set_up:
            self.pop_screen()
        if self._set_up is None:
            self.push_screen(table)
        else:
            self.switch_screen(table)
        if host.warning:
            self.push_screen(Overlay("Before you go on", [piece(host.warning)]))
