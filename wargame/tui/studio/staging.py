"""The window in which the stage is set: one line to type in, and all that can be set to pick from."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from wargame.lab.staged import Scenery
from wargame.play.words import sentence
from wargame.tui.closing import ClosesOnce
from wargame.tui.ink import Piece, heading, piece
from wargame.tui.page import Note, Page
from wargame.tui.row import Go
from wargame.tui.studio.scenery import Prop, Props
from wargame.tui.studio.yaml_pane import Typing

_NUDGE = 5


class Staging(ClosesOnce, ModalScreen[Scenery]):
    """Returns the scenery as it was set; each thing that is set counts at once."""

    DEFAULT_CSS = """
    Staging { align: center middle; background: $background 60%; }
    Staging > Vertical {
        width: 90%; max-width: 92; height: 90%; max-height: 44;
        border: round $primary; background: $surface; border-title-color: $primary;
    }
    Staging Typing { height: 3; border: round $panel; padding: 0 1; background: $surface; }
    Staging Typing:focus { border: round $primary; }
    Staging #props { height: 1fr; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Done", key_display="Esc"),
        Binding("enter", "take", "Set it", show=False, priority=True),
        Binding("down", "down", "To the list", show=False, priority=True),
        Binding("ctrl+n", "complete", "Names", show=False, priority=True),
        Binding("ctrl+r", "unset", "As the game begins", show=False, priority=True),
        Binding("left", f"nudge(-{_NUDGE})", "Less", show=False),
        Binding("right", f"nudge({_NUDGE})", "More", show=False),
        Binding("delete", "take_away", "Take away", show=False),
        Binding("slash", "line", "To the line", show=False),
    ]

    def __init__(self, props: Props, scenery: Scenery) -> None:
        super().__init__()
        self._props, self._scenery = props, scenery
        self._found: dict[str, Prop] = {}

    def compose(self) -> ComposeResult:
        """Lay the window out."""
        with Vertical() as window:
            window.border_title = "Set the stage"
            yield Typing("write a name, or pick below", id="line")
            yield Note(id="said")
            yield Page(id="props")
            yield Go("Ctrl+R", "Put it back as the game begins", id="unset")
            yield Go("Esc", "Done", id="done")

    def on_mount(self) -> None:
        """Show all that can be set, and put the keys on the line, unless it is closed before it is drawn."""
        if not self.query("#line"):
            return
        self._show()
        self.query_one("#line", Typing).focus()

    # What is shown

    def _show(self, said: str = "") -> None:
        text = self.query_one("#line", Typing).text
        self._found = {prop.typed: prop for prop in self._props.rows(self._scenery) if _fits(prop, text)}
        told: list[Piece] = []
        group = ""
        for prop in self._found.values():
            told += heading(prop.group)[0 if told else 1 :] if prop.group != group else []
            group = prop.group
            mark = ("● ", "good") if prop.is_set else ("○ ", "muted")
            style = "strong" if prop.is_set else "plain"
            told.append(piece((prop.typed, style), (f"  {prop.about}", "muted"), mark=mark, key=prop.typed))
        page = self.query_one("#props", Page)
        page.show(told or [piece(("Nothing that can be set has this name.", "muted"))], top=False)
        style, words = ("warn", said) if said else ("muted", self._advice())
        now = " · ".join(self._props.told(self._scenery)) or "nothing, all is as the game begins"
        self.query_one("#said", Note).show([piece((words, style)), piece(("Set: ", "key"), now)])

    def _advice(self) -> str:
        if isinstance(self.focused, Page):
            return "Enter sets, Del takes away, ← and → move a number, / goes to the line."
        return "Type 'turn 2', or a number's name and '40'. ↓ goes to the list."

    @on(TextArea.Changed, "#line")
    def _typed(self) -> None:
        self._show()

    def on_descendant_focus(self) -> None:
        """Say what the keys do where they go now."""
        if self.is_mounted:
            self._show()

    # What is set

    def action_take(self) -> None:
        """Set what is typed, or what is pointed at."""
        if isinstance(self.focused, Page):
            self.focused.action_pick()
            return
        text = self.query_one("#line", Typing).text
        if not text.strip():
            self.action_down()
            return
        exact = self._set(text)
        if exact:
            self._show(exact if len(self._found) != 1 else "")
            if len(self._found) == 1:
                self._pick(next(iter(self._found)))

    def _set(self, text: str) -> str:
        """Set what was typed, and empty the line; return why not, or nothing."""
        try:
            self._scenery = self._props.with_typed(self._scenery, text)
        except ValueError as no:
            return sentence(f"{str(no)[:1].upper()}{str(no)[1:]}")
        self._write("")
        return ""

    def _write(self, text: str) -> None:
        line = self.query_one("#line", Typing)
        with self.prevent(TextArea.Changed):
            line.load_text(text)
        line.move_cursor(line.document.end)
        self._show()

    @on(Page.Picked, "#props")
    def _picked(self, event: Page.Picked) -> None:
        event.stop()
        self._pick(event.key)

    def _pick(self, typed: str) -> None:
        """Set what was picked, or begin to type the value of a number."""
        if typed in self._props.starts:
            self._write(f"{typed} ")
            self.query_one("#line", Typing).focus()
            return
        said = self._set(typed)
        self._show(said)

    def action_nudge(self, by: int) -> None:
        """Move the number that is pointed at."""
        number = self.query_one("#props", Page).pointed
        if isinstance(self.focused, Page) and number in self._props.starts:
            self._scenery = self._props.nudged(self._scenery, number, by)
            self._show()

    def action_take_away(self) -> None:
        """Take away what is pointed at."""
        pointed = self.query_one("#props", Page).pointed
        if pointed is not None:
            self._scenery = self._props.without(self._scenery, pointed)
            self._show()

    def action_unset(self) -> None:
        """Put everything back as the game begins."""
        self._scenery = Scenery()
        self._write("")

    # Keys

    def action_complete(self) -> None:
        """Complete the name that is typed as far as it is clear."""
        line = self.query_one("#line", Typing)
        begun = line.text.split(" ")[-1]
        words = {
            word for prop in self._found.values() for word in prop.typed.split() if word.startswith(begun)
        }
        if words and begun:
            first, last = min(words), max(words)
            same = next((at for at, letter in enumerate(first) if last[at : at + 1] != letter), len(first))
            line.insert(first[len(begun) : same])

    def action_down(self) -> None:
        """Go from the line to the list, and on in it."""
        page = self.query_one("#props", Page)
        if self.focused is page:
            page.action_point(1)
        else:
            page.focus()

    def action_line(self) -> None:
        """Go to the line."""
        self.query_one("#line", Typing).focus()

    @on(Go.Pressed)
    def _pressed(self, event: Go.Pressed) -> None:
        event.stop()
        if event.go.id == "unset":
            self.action_unset()
        else:
            self.action_leave()

    def on_click(self, event: events.Click) -> None:
        """A click beside the window closes it."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave the stage as it is set."""
        self.dismiss(self._scenery)


def _fits(prop: Prop, text: str) -> bool:
    """Say whether a row has all that is typed; the value of a number is none of its words."""
    words = text.replace("=", " ").casefold().split()
    if len(words) == 2 and words[1].isdecimal() and words[0] != "turn":
        del words[1]
    own = f"{prop.group} {prop.typed} {prop.about}".casefold()
    return all(word in own for word in words)
