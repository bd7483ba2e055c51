"""The replay screen: map, chart, story, numbers and desk at one moment, to the eyes that one has chosen."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical

from wargame.content.base import SeatId
from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import Sight
from wargame.play.names import Names
from wargame.study.effects import by_source
from wargame.study.notes import Notebook
from wargame.study.origins import origins
from wargame.study.replay import TRUTH, Replay
from wargame.study.viewing import as_seen_by, envelope, ruling
from wargame.tui.bar import Bar, Tabs
from wargame.tui.ink import Piece
from wargame.tui.keys import Keys
from wargame.tui.map import TensionMap
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.replay.marks import marked_points, marks
from wargame.tui.replay.noting import Noting
from wargame.tui.replay.timeline import Timeline
from wargame.tui.row import Go
from wargame.tui.saying import Passing
from wargame.tui.telling import board, helping, replayed, why
from wargame.tui.telling.chart import chart

_OPENLY = "That is shown only in the view 'as it was': press V until the line at the top says so."
_SECRET = (
    "This game is not over. If nobody plays it any more, begin the replay with --spoil to see its secrets."
)
_NEXT = ("→", "Next (← back; . , decisions; [ ] turns; f F marks)")
_WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]


class Chart(Page):
    """The panel of the chart, which is drawn anew for each size: a panel that was hidden has none before."""

    def on_resize(self) -> None:
        """Draw the chart for the new size."""
        super().on_resize()
        if isinstance(self.screen, ReplayScreen):
            self.screen.show_chart()


class ReplayScreen(Noting):
    """A saved game at one moment; it asks the replay what to show, and changes nothing but notes."""

    TABS = (
        ("story", "c", "Story"),
        ("map", "g", "Graph"),
        ("chart", "h", "Chart"),
        ("numbers", "n", "Numbers"),
        ("desk", "t", "Desk"),
    )
    CSS_PATH = "replay.tcss"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", key_display="?"),
        Binding("right", "step(1)", "Next", show=False, priority=True),
        Binding("left", "step(-1)", "Before", show=False, priority=True),
        Binding("full_stop", "jump('decision', 1)", "Next decision", key_display=".", show=False),
        Binding("comma", "jump('decision', -1)", "Decision before", key_display=",", show=False),
        Binding("x", "jump('crossed', 1)", "Next rung crossed", show=False),
        Binding("X", "jump('crossed', -1)", "Rung crossed before", show=False),
        Binding("f", "jump('mark', 1)", "Next mark", show=False),
        Binding("F", "jump('mark', -1)", "Mark before", show=False),
        Binding("less_than_sign,ctrl+home", "end(-1)", "To the start", key_display="<", show=False),
        Binding("greater_than_sign,ctrl+end", "end(1)", "To the end", key_display=">", show=False),
        Binding("plus,equals_sign", "speed(1)", "Faster", key_display="+", show=False),
        Binding("minus", "speed(-1)", "Slower", key_display="-", show=False),
        Binding("backspace", "back", "Back from a jump", show=False),
        Binding("v", "view(1)", "Eyes"),
        Binding("p,P", "play", "Play"),
        Binding("V", "view(-1)", "Whose eyes, back", show=False),
        Binding("u,U", "turning", "Turning points"),
        Binding("e,E", "effects", "Effects"),
        Binding("m,M", "mark", "Mark"),
        Binding("o,O", "note", "Note"),
        Binding("a,A", "notes", "Notes"),
        Binding("right_square_bracket", "turn(1)", "Turn", key_display="]"),
        Binding("left_square_bracket", "turn(-1)", "Back", key_display="["),
        Binding("c,C", "panel('story')", "Story", show=False),
        Binding("g,G", "panel('map')", "Graph", show=False),
        Binding("h,H", "panel('chart')", "Chart", show=False),
        Binding("n,N", "panel('numbers')", "Numbers", show=False),
        Binding("t,T", "panel('desk')", "Desk", show=False),
        Binding("escape", "panel('story')", "Back", show=False),
    ]

    def __init__(
        self, replay: Replay, names: Names, notebook: Notebook, viewers: Sequence[SeatId], viewer: SeatId
    ) -> None:
        super().__init__(replay, notebook)
        self.names = names
        self.viewers, self.viewer = viewers, viewer
        self._arose: tuple[int, str] | None = None

    def compose(self) -> ComposeResult:
        """Lay the panels out in the order in which Tab visits them."""
        self.fit()
        yield Bar(id="bar")
        yield Tabs(id="tabs")
        with Container(id="board"):
            with Vertical(id="left"):
                yield TensionMap(id="map")
                yield Chart(id="chart")
            with Vertical(id="right"):
                yield Page(id="story")
            with Vertical(id="more"):
                yield Page(id="numbers")
                yield Page(id="desk")
        yield Passing(id="passing")
        yield Timeline(id="line")
        yield Go(*_NEXT, id="go")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Name the panels and show the first moment."""
        self.query_one("#tabs", Tabs).names = self.TABS
        for panel, _, title in self.TABS:
            self.query_one(f"#{panel}").border_title = title
        self.query_one("#map", TensionMap).set_up(tuple(self.names.actors.items()), self.names.rungs)
        turns = {moment.turn: moment.at for moment in reversed(self.replay.moments)}
        self.query_one("#line", Timeline).set_up(len(self.replay.records), sorted(turns.items()))
        self._show_marks()
        self.come_forward("story")
        self.set_focus(self.query_one("#story", Page))
        self.show()
        if self.replay.warning:
            self.say(self.replay.warning, seconds=15)

    # What is shown

    def show(self) -> None:
        """Show the moment that is looked at."""
        now, sight = self.replay.moments[self.at], self._sight(self.viewer)
        bar = self.query_one("#bar", Bar)
        bar.title = sight.title
        heading, counts = self.replay.heading(now.turn), self.replay.counts
        bar.where = f"Turn {now.turn} of {sight.turns} · {heading} · {counts} {self.at}"
        bar.doing = as_seen_by(self.viewer, self.names)
        self.query_one("#map", TensionMap).show(
            {relation.id: relation.value for relation in sight.relations},
            {relation.id: relation.moved for relation in sight.relations},
        )
        self.query_one("#numbers", Page).show(board.numbers(sight, self.names.rungs), top=False)
        laid = replayed.cables(self.replay.cables(self.at), self.names) if self.viewer == TRUTH else []
        self.query_one("#desk", Page).show([*laid, *board.news(replace(sight, cables=()) if laid else sight)])
        self.query_one("#line", Timeline).at = self.at
        given = (
            envelope(self.replay, self.at, now.seat, self.viewer)
            if now.kind == "decision" and now.seat
            else None
        )
        seen_by = self.viewer if given is None or now.seat is None else now.seat
        over = self.replay.reason if now.kind == "end" else None
        over = f"Begun on {self.replay.begun}." if now.kind == "begin" and self.replay.begun else over
        told = replayed.moment(
            now,
            self._sight(seen_by),
            self.names,
            given,
            self._reasons(),
            ruling(self.replay, self.at, self.viewer) or over,
        )
        self.query_one("#story", Page).show([*self._noted(), *told])
        self.show_chart()
        self._name_step()

    @on(Page.Pointed)
    @on(TensionMap.Pointed)
    def _name_step(self) -> None:
        """Say in the line above the keys what Enter does where the keys go."""
        go, where = self.query_one("#go", Go), self.focused
        if isinstance(where, TensionMap | Page) and where.id in ("map", "numbers"):
            asked = why.asked(self._sight(self.viewer), where.pointed)
            go.key, go.label = "Enter", f"{asked} (↑ ↓: another; Esc: the story)"
        else:
            go.key, go.label = _NEXT

    def on_descendant_focus(self) -> None:
        """Say what Enter does where the keys go now."""
        self._name_step()

    def _sight(self, viewer: SeatId) -> Sight:
        """Return what these eyes saw at the moment; a seat's see no more at the end than they did in play."""
        return self.replay.sight(self.at, viewer, in_play=viewer != TRUTH)

    def _reasons(self) -> list[Piece]:
        """Return what was secret: at the start what all were after, at a reveal what lay in the envelopes."""
        now = self.replay.moments[self.at]
        if now.kind == "begin" and self.viewer == TRUTH:
            return replayed.intents(self.replay.intents, self.names)
        if now.kind != "reveal":
            return []
        asked = self._sight(self.viewer).asked
        found = [(seat, envelope(self.replay, self.at, seat, self.viewer)) for seat in asked]
        return replayed.reasons([(seat, given) for seat, given in found if given], self.names)

    def _noted(self) -> list[Piece]:
        at, cause = self._arose or (self.at, "")
        here = cause if at == self.at else ""
        return replayed.noted(self.notebook.at(self.at), self._points.get(self.at), here)

    def show_chart(self) -> None:
        """Draw the chart for its size, where it is shown at all."""
        panel = self.query_one("#chart", Page)
        if not panel.size.width:
            return
        relations = {name: own for name, own in self.replay.series.items() if "." not in name}
        width = panel.scrollable_content_region.width - 3
        told = chart(
            relations, self.names.numbers, self.names.rungs, len(self.replay.records), self.at, width
        )
        panel.show(told, top=False)

    def _show_marks(self) -> None:
        self.marks = marks(self.replay, self._points, self.notebook.notes)
        self.query_one("#line", Timeline).marks = self.marks

    @property
    def _points(self) -> dict[int, str]:
        """What turning points were about, for those who see a game as it was."""
        return marked_points(self.replay) if self.viewer == TRUTH else {}

    def show_notes(self) -> None:
        """Show a note that was just written or taken away."""
        self._show_marks()
        self.show()

    # Walking

    @on(Timeline.Sought)
    def _sought(self, event: Timeline.Sought) -> None:
        marked, at = {mark.at for mark in self.marks}, event.at
        while at and at not in marked and self.replay.moments[at].kind == "aside":
            at -= 1
        self.go_to(at)

    @on(Go.Pressed, "#go")
    def _pressed(self) -> None:
        if self.query_one("#go", Go).key == "Enter" and isinstance(self.focused, TensionMap | Page):
            self.focused.action_pick()
        else:
            self.action_step(1)

    @on(Page.PassedOn)
    def _passed_on(self) -> None:
        self.action_step(1)

    def action_view(self, by: int) -> None:
        """Look with other eyes."""
        if len(self.viewers) == 1:
            self.say(_SECRET)
            return
        at = (self.viewers.index(self.viewer) + by) % len(self.viewers)
        self.viewer = self.viewers[at]
        self._show_marks()
        self.show()

    # Looking closer

    @on(TensionMap.Picked)
    def _relation(self, event: TensionMap.Picked) -> None:
        self._explain(event.key)

    @on(Page.Picked, "#numbers,#chart")
    def _number(self, event: Page.Picked) -> None:
        event.stop()
        self._explain(event.key)

    def _explain(self, key: str) -> None:
        sight = self._sight(self.viewer)
        number = next((n for n in (*sight.relations, *sight.tracks) if n.id == key), None)
        if number is None:
            return
        found = origins(self.replay, self.at, key, self.viewer)
        bars = [(entry.cause, entry.before, entry.after) for entry, _, _ in reversed(found)]
        leads = [(at, *shares) for _, at, shares in found]
        told = [
            *why.why(number, [entry for entry, _, _ in found], leads),
            *replayed.waterfall(key, bars),
        ]
        follow = partial(self._follow, [entry for entry, _, _ in found])
        self.app.push_screen(Overlay("Why", told, "Go to what › points at"), follow)

    def _follow(self, entries: Sequence[Explained], key: str | None) -> None:
        """Go to where a cause arose that was picked, and say there which it was."""
        if key is not None:
            entry, part = map(int, key.partition("/")[0].split("."))
            picked = entries[entry]
            cause = picked.shares[part - 1][0] if part else picked.cause
            self._arose = int(key.rpartition("/")[2]), cause
        self.there(key)

    def action_effects(self) -> None:
        """Show what was decided in this exchange did to every number in all."""
        if self.viewer != TRUTH:
            self.say(_OPENLY if TRUTH in self.viewers else _SECRET)
            return
        now = self.replay.moments[self.at]
        own = [
            (source, found)
            for source, found in by_source(self.replay.effects).items()
            if source.turn == now.turn and source.exchange == now.exchange
        ]
        self.app.push_screen(Overlay(f"Turn {now.turn}: what it did", replayed.effects(own, self.names)))

    def action_turning(self) -> None:
        """Show the turning points, each of which leads to its moment."""
        if self.viewer != TRUTH:
            self.say(_OPENLY if TRUTH in self.viewers else _SECRET)
            return
        moments = [self.replay.moment_of(point) for point in self.replay.turning]
        told = replayed.turning(self.replay.turning, moments, self.names)
        self.app.push_screen(Overlay("Turning points", told, "Go to what › points at"), self.there)

    def action_help(self) -> None:
        """Show what can be done here."""
        self.app.push_screen(Overlay("Help", helping.REPLAY))
