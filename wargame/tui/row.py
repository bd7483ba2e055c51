"""Rows: one-line controls drawn by hand, that keys and the mouse work alike."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from wargame.tui.ink import Runs, fitted, measured, runs
from wargame.tui.inked import Inked


class Row(Inked, Widget):
    """One line of runs; a subclass says which."""

    DEFAULT_CSS = """
    Row {
        height: 1;
        width: 1fr;
    }
    """

    def told(self, width: int) -> Runs:
        """Return what the row says on so many cells."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """What the row says, at its present width."""
        return "".join(run.text for run in self.told(self.size.width))

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        width = self.size.width
        return self.strip(fitted(self.told(width), width) if y == 0 else (), width)


class Go(Row):
    """The next step, in words, with its key; a click takes it."""

    DEFAULT_CSS = """
    Go { background: $primary 25%; }
    Go:hover { background: $primary 45%; }
    """

    class Pressed(Message):
        """The step was clicked."""

        def __init__(self, go: "Go") -> None:
            super().__init__()
            self.go = go

        @property
        def control(self) -> "Go":
            """The row."""
            return self.go

    key: reactive[str] = reactive("Enter")
    label: reactive[str] = reactive("")

    def __init__(self, key: str = "Enter", label: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(Go.key, key)
        self.set_reactive(Go.label, label)

    def told(self, width: int) -> Runs:
        """Return the key and what it does."""
        return runs((" ▶ ", "key"), (self.key, "key"), (f"  {self.label}", "strong")) if self.label else ()

    def on_click(self, event: events.Click) -> None:
        """Take the step."""
        event.stop()
        if self.label:
            self.post_message(self.Pressed(self))


class Pick(Row, can_focus=True):
    """One word out of several, all of them in sight."""

    DEFAULT_CSS = """
    Pick:focus { background: $pointed; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "Before", show=False),
        Binding("right,l,space", "move(1)", "Next", show=False),
        Binding("enter", "app.focus_next", "Go on", show=False),
    ]

    class Changed(Message):
        """Another word was picked."""

        def __init__(self, pick: "Pick", value: str) -> None:
            super().__init__()
            self.pick, self.value = pick, value

        @property
        def control(self) -> "Pick":
            """The row."""
            return self.pick

    value: reactive[str] = reactive("")

    def __init__(self, words: tuple[str, ...], value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = words
        self.set_reactive(Pick.value, value)

    def offer(self, words: tuple[str, ...], value: str) -> None:
        """Offer other words."""
        self._words = words
        self.set_reactive(Pick.value, value)
        self.refresh()

    def told(self, width: int) -> Runs:
        """Return the words, the one that is picked marked."""
        marked = [
            (f"{'(•)' if word == self.value else '( )'} {word}   ", "key" if word == self.value else "plain")
            for word in self._words
        ]
        return runs(*marked)

    def action_move(self, by: int) -> None:
        """Pick the next word."""
        at = self._words.index(self.value) if self.value in self._words else 0
        self.take(self._words[(at + by) % len(self._words)])

    def on_click(self, event: events.Click) -> None:
        """Pick the word that was clicked."""
        event.stop()
        x = 0
        for word, run in zip(self._words, self.told(self.size.width), strict=True):
            x += measured((run,))
            if event.x < x:
                self.take(word)
                return

    def take(self, word: str) -> None:
        """Pick a word, if it is one of them."""
        if word != self.value and word in self._words:
            self.value = word
            self.post_message(self.Changed(self, word))


class Slider(Row, can_focus=True):
    """A probability from 0 to 100 that begins unset, with the words that go with it.

    The words are those of Intelligence Community Directive 203 (Analytic Standards, 2015).
    """

    DEFAULT_CSS = """
    Slider:focus { background: $pointed; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-5)", "Less", show=False),
        Binding("right,l", "move(5)", "More", show=False),
        Binding("shift+left", "move(-1)", "A little less", show=False),
        Binding("shift+right", "move(1)", "A little more", show=False),
        Binding("backspace,delete", "unset", "Unset", show=False),
    ]
    LENGTH = 25

    class Changed(Message):
        """Another probability was set, or none."""

        def __init__(self, slider: "Slider", value: int | None) -> None:
            super().__init__()
            self.slider, self.value = slider, value

        @property
        def control(self) -> "Slider":
            """The slider."""
            return self.slider

    value: reactive[int | None] = reactive(None)

    def __init__(self, key: str, value: int | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.key = key
        self._typed = ""
        self.set_reactive(Slider.value, value)

    def told(self, width: int) -> Runs:
        """Return the scale with its mark, the number and its words."""
        if self.value is None:
            return runs(
                ("0 ", "muted"),
                ("·" * self.LENGTH, "muted"),
                (" 100  ", "muted"),
                ("unset: → sets it", "muted"),
            )
        at = round(self.value * (self.LENGTH - 1) / 100)
        return runs(
            ("0 ", "muted"),
            ("━" * at, "key"),
            ("●", "key"),
            ("─" * (self.LENGTH - 1 - at), "muted"),
            (" 100  ", "muted"),
            (f"{self.value}% ", "strong"),
            (likelihood(self.value), "plain"),
        )

    def action_move(self, by: int) -> None:
        """Say more likely or less; from unset it begins in the middle."""
        self._typed = ""
        self._take(50 if self.value is None else min(100, max(0, self.value + by)))

    def action_unset(self) -> None:
        """Take the forecast back."""
        self._typed = ""
        self._take(None)

    def on_key(self, event: events.Key) -> None:
        """Let a probability be typed."""
        if event.character is None or not event.character.isascii() or not event.character.isdigit():
            return
        event.stop()
        self._typed += event.character
        while int(self._typed) > 100:
            self._typed = self._typed[1:]
        self._take(int(self._typed))

    def on_blur(self) -> None:
        """What is typed next begins a number of its own."""
        self._typed = ""

    def on_click(self, event: events.Click) -> None:
        """Set the probability that was clicked."""
        event.stop()
        at = event.x - 2
        if 0 <= at < self.LENGTH:
            self._typed = ""
            self._take(round(at * 100 / (self.LENGTH - 1)))

    def _take(self, value: int | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))


_WORDS = (
    (5, "almost no chance"),
    (20, "very unlikely"),
    (45, "unlikely"),
    (55, "about even"),
    (80, "likely"),
    (95, "very likely"),
    (100, "almost certain"),
)


def likelihood(percent: int) -> str:
    """Return the words for a probability in percent."""
    return next(words for most, words in _WORDS if percent <= most)
