"""The set-up screen: it paints at once, and asks what the command line did not say.

Content loads behind it: nothing of the game is imported here before the first paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen

from wargame.tui.ink import GAP, Piece, firm, piece, prose
from wargame.tui.keys import Keys
from wargame.tui.page import Note, Page
from wargame.tui.row import Go, Pick

if TYPE_CHECKING:
    from wargame.content.scenario import Scenario
    from wargame.play.wishes import Plan

_NOBODY = "nobody"
_DEFAULTS = "each card says what happens if nobody decides"
_WHO = {"person": ("people here", "key"), "bot": ("a bot", "muted"), "empty": (_NOBODY, "muted")}
_NEXT = {"person": "bot", "bot": "empty", "empty": "person"}
_SEAT = "seat/"
_ASKED = (
    "#teams-row",
    "#who-label",
    "#seats",
    "#length-label",
    "#length",
    "#clock-label",
    "#clock",
    "#begin",
    "#practise",
)


class SetUp(Screen[None]):
    """Who sits where, how long, with a clock or without; then the game begins."""

    DEFAULT_CSS = """
    SetUp { align: center top; }
    SetUp > Vertical { width: 84; max-width: 100%; padding: 1 1 0 1; height: 1fr; overflow-y: auto; }
    SetUp Note { padding: 0; }
    SetUp #seats { height: auto; max-height: 12; padding: 0; }
    SetUp .ask { margin-top: 1; }
    SetUp #length-label { margin-top: 0; }
    SetUp #teams-row { height: 1; }
    SetUp #teams-label { width: 17; }
    SetUp #begin { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "begin", "Begin", priority=True),
        Binding("t,T", "practise", "Practice turn"),
        Binding("r,R", "resume", "Resume"),
        Binding("question_mark,f1", "help", "Help", key_display="?"),
        *(Binding(str(at), f"teams({at})", f"{at} teams", show=False) for at in range(1, 10)),
    ]

    class Begun(Message):
        """All was said: the game can begin."""

        def __init__(self, plan: Plan) -> None:
            super().__init__()
            self.plan = plan

    class Resumed(Message):
        """A saved game is to go on."""

        def __init__(self, save: Path) -> None:
            super().__init__()
            self.save = save

    class Practise(Message):
        """The practice turn is wished for."""

    def __init__(self, practised: bool) -> None:
        super().__init__()
        self._practised = practised
        self._scenario: Scenario | None = None
        self._plan: Plan | None = None
        self._who: dict[str, str] = {}
        self._teams: int | None = None
        self._clock_asked = False

    def compose(self) -> ComposeResult:
        """Lay the questions out."""
        with Vertical():
            opening = piece(("A crisis, in this terminal", "title")), GAP, piece("Opening the decks …")
            yield Note(opening, id="opening")
            with Horizontal(id="teams-row"):
                yield Note([piece(("How many teams?", "heading"))], id="teams-label")
                yield Pick((), "", id="teams")
            yield Note(id="who-label")
            yield Page(id="seats")
            yield Note(id="length-label", classes="ask")
            yield Pick((), "", id="length")
            yield Note(id="clock-label", classes="ask")
            yield Pick(("off", "on"), "off", id="clock")
            yield Go(id="begin")
            yield Go(id="practise")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Ask nothing before the content is there."""
        for name in _ASKED:
            self.query_one(name).display = False

    def offer(self, scenario: Scenario, plan: Plan, lengths: Sequence[str], length: str, usual: str) -> None:
        """Ask what the plan leaves open."""
        self._scenario, self._plan = scenario, plan
        self._clock_asked = plan.clock is not None
        people = plan.people if plan.people is not None else (usual,)
        bots = plan.bots
        for seat in scenario.seats():
            bot = bots is None or seat in bots
            self._who[seat] = "person" if seat in people else "bot" if bot else "empty"
        opening = [piece((scenario.rules.title, "title")), GAP]
        opening += prose(scenario.rules.question.strip().split("\n\n")[0])
        self.query_one("#opening", Note).show([*opening, GAP])
        words = tuple(str(at) for at in range(1, len(self._who) + 1))
        self.query_one("#teams", Pick).offer(words, str(len(people)))
        self._show_seats(next(iter(people), None))
        length_pick = self.query_one("#length", Pick)
        length_pick.offer(tuple(lengths), plan.length or length)
        self.query_one("#clock", Pick).value = "on" if plan.clock else "off"
        self._tell_length()
        for name in _ASKED:
            self.query_one(name).display = True
        self._name_steps()
        self.query_one("#seats", Page).focus()

    def practised(self) -> None:
        """Come back from the practice turn."""
        self._practised = True
        self._name_steps()

    def _name_steps(self) -> None:
        begin, practise = self.query_one("#begin", Go), self.query_one("#practise", Go)
        begin.key, begin.label = "Ctrl+S", "Begin the game"
        practise.key, practise.label = "T", "First a practice turn, five minutes, which does not count"
        if self._practised:
            practise.label = "The practice turn once more"

    def _show_seats(self, point: str | None = None) -> None:
        assert self._scenario is not None
        told: list[Piece] = []
        for seat in self._scenario.seats():
            actor = self._scenario.actor(seat)
            also = f" ({actor.also[0]})" if actor.also and actor.also[0] != actor.name else ""
            who, style = _WHO[self._who[seat]]
            told.append(
                piece(
                    firm(actor.short, 9),
                    (firm(who, 13), style),
                    (_DEFAULTS if who == _NOBODY else f"{actor.name}{also}", "muted"),
                    key=f"{_SEAT}{seat}",
                )
            )
        where = None if point is None else f"{_SEAT}{point}"
        self.query_one("#seats", Page).show(told, point=where, top=False)
        self.query_one("#who-label", Note).show(
            [piece(("Who sits where? ", "heading"), (self._sharing(), "muted"))]
        )

    def _sharing(self) -> str:
        """Return how the teams share the seats once somebody has said how many there are, else the keys."""
        from wargame.play.words import shared

        if self._teams is None:
            return "↑ ↓ and Enter, or a click, change a seat; Tab goes on."
        return f"{shared(self._teams, len(self._people()))}. Enter changes a seat."

    def _people(self) -> list[str]:
        return [seat for seat, who in self._who.items() if who == "person"]

    def _tell_length(self) -> None:
        """Say how long the game takes and each sitting with a clock, as both follow from what is picked."""
        assert self._scenario is not None
        from wargame.play.lasting import lasting
        from wargame.play.words import minutes

        name, seats = self.query_one("#length", Pick).value, len(self._people())
        plan = f"{lasting(self._scenario.rules, name, seats)}. ← → choose."
        self.query_one("#length-label", Note).show([piece(("How long? ", "heading"), (plan, "muted"))])
        proposed = not self._clock_asked and self.query_one("#clock", Pick).value == "on"
        opening = f"On for {seats} seats:" if proposed else "If so,"
        each = minutes(self._scenario.rules.lengths[name].sitting)
        clock = f"{opening} {each} each. ← → choose."
        self.query_one("#clock-label", Note).show(
            [piece(("A clock for each sitting? ", "heading"), (clock, "muted"))]
        )

    @on(Page.Picked, "#seats")
    def _change_seat(self, event: Page.Picked) -> None:
        event.stop()
        seat = event.key.removeprefix(_SEAT)
        self._who[seat] = _NEXT[self._who[seat]]
        if self._teams is None:
            self.query_one("#teams", Pick).value = str(len(self._people()))
        self._changed()

    def _changed(self) -> None:
        """Show who sits where; propose a clock where people sit at several seats, and say so."""
        self._show_seats()
        if not self._clock_asked:
            self.query_one("#clock", Pick).value = "on" if len(self._people()) > 1 else "off"
        self._tell_length()

    @on(Pick.Changed, "#teams")
    def _offer_seats(self, event: Pick.Changed) -> None:
        """Give so many teams the seats that the scenario recommends; which they hold can still be changed."""
        from wargame.play.wishes import seats_for

        assert self._scenario is not None
        self._teams = int(event.value)
        offered = seats_for(self._scenario, self._teams)
        for seat, who in self._who.items():
            self._who[seat] = "person" if seat in offered else "bot" if who == "person" else who
        self._changed()

    def action_teams(self, teams: int) -> None:
        """Say how many teams there are."""
        self.query_one("#teams", Pick).take(str(teams))

    @on(Pick.Changed, "#length")
    def _change_length(self) -> None:
        self._tell_length()

    @on(Pick.Changed, "#clock")
    def _change_clock(self) -> None:
        """Leave the clock from now on as a person picked it."""
        self._clock_asked = True
        self._tell_length()

    @on(Go.Pressed, "#begin")
    def action_begin(self) -> None:
        """Begin the game."""
        from wargame.content.base import SeatId

        if self._plan is None:
            return
        seats = {who: tuple(SeatId(seat) for seat, held in self._who.items() if held == who) for who in _WHO}
        plan = replace(
            self._plan,
            people=seats["person"],
            bots=seats["bot"],
            length=self.query_one("#length", Pick).value,
            clock=self.query_one("#clock", Pick).value == "on",
        )
        self.post_message(self.Begun(plan))

    @on(Go.Pressed, "#practise")
    def action_practise(self) -> None:
        """Play the practice turn first."""
        if self._plan is not None:
            self.post_message(self.Practise())

    def action_resume(self) -> None:
        """Offer the saved games."""
        from wargame.journal.glance import glances
        from wargame.journal.places import newest_saves
        from wargame.tui.overlay import Overlay
        from wargame.tui.telling.saving import saves

        found = glances(newest_saves())

        def chosen(key: str | None) -> None:
            if key is not None:
                self.post_message(self.Resumed(Path(key)))

        self.app.push_screen(Overlay("Saved games", saves(found), "Open this game"), chosen)

    def action_help(self) -> None:
        """Show what can be done here."""
        from wargame.tui.overlay import Overlay
        from wargame.tui.telling.helping import SET_UP

        self.app.push_screen(Overlay("Help", SET_UP))
