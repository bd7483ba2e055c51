"""The decision as one form, in the order of thought: why, what we expect, how we decided, forecasts."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import TextArea

from wargame.content.base import NumberId
from wargame.content.seats import Want
from wargame.content.text import visible
from wargame.engine.commands import LONGEST, MANNERS
from wargame.engine.sight_parts import OptionSight, QuestionSight, Sight
from wargame.play.draft import QUESTIONS, Draft
from wargame.play.words import base_rate
from wargame.tui.ink import GAP, Piece, firm, piece
from wargame.tui.page import Note, Page
from wargame.tui.row import Pick, Slider, likelihood


class Say(TextArea):
    """A few lines of what people write; Enter goes on to the next question."""

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(id=id, placeholder=placeholder, tab_behavior="focus", soft_wrap=True)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, no longer than an answer may be."""
        event.prevent_default()
        event.stop()
        if told := event.text[: max(0, LONGEST - len(self.text))]:
            self.insert(told)


class Form(VerticalScroll, can_focus=False):
    """Everything of a decision but the option itself; what people write is in the draft at once."""

    DEFAULT_CSS = """
    Form { padding: 0 1; scrollbar-size-vertical: 1; }
    Form Note { margin-top: 1; padding: 0; }
    Form #chosen { margin-top: 0; }
    Form #starters { height: auto; overflow-y: hidden; scrollbar-gutter: auto; padding: 0; }
    Form Say { height: auto; min-height: 4; max-height: 8; min-width: 12; padding: 0 1; }
    Form Say { border: round $foreground 40%; background: $surface; }
    Form Say:focus { border: heavy $accent; }
    Form #dissent { min-height: 3; }
    Form.-alone #dissent, Form.-alone #dissent-label { display: none; }
    Form #forecasts { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next question", show=False, priority=True),
    ]

    class Given(Message):
        """All that is to be said was said."""

    class Wanting(Message):
        """Something is missing, or too long; `sentence` says what."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draft = Draft()
        self._starters: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay the questions out; forecasts come with the seat's own."""
        yield Note(id="chosen")
        yield _question(f"{QUESTIONS['rationale']}.", "why-label")
        yield Say("Because …", id="why")
        yield Page(id="starters")
        yield _question(f"{QUESTIONS['expects']} (may stay empty)", "expects-label")
        yield Say("We expect …", id="expects")
        yield _question(QUESTIONS["decided"], "decided-label")
        yield Pick(MANNERS, "alone", id="decided")
        yield _question(f"{QUESTIONS['dissent']} (may stay empty)", "dissent-label")
        yield Say("Who disagreed, and why", id="dissent")
        yield Vertical(id="forecasts")

    def fill(self, draft: Draft, sight: Sight) -> None:
        """Show a draft, with the forecasts that the seat is asked for."""
        self._draft = draft
        option = _option(sight, draft.option)
        self.query_one("#chosen", Note).show(
            [
                piece(
                    (f"{QUESTIONS['option']}: ", "muted"),
                    (option.label if option else "", "strong"),
                    (firm("  Esc: another"), "muted"),
                )
            ]
        )
        self._starters = {f"start/{at}": text for at, text in enumerate(starters(option, sight.wants))}
        self.query_one("#starters", Page).show(
            [piece((text, "muted"), mark=("+ ", "key"), key=key) for key, text in self._starters.items()]
        )
        for name, text in (("why", draft.rationale), ("expects", draft.expects), ("dissent", draft.dissent)):
            area, told = self.query_one(f"#{name}", Say), visible(text)
            if area.text != told:
                area.load_text(told)
                area.move_cursor(area.document.end)
        self.query_one("#decided", Pick).value = draft.decided
        self.set_class(draft.decided == "alone", "-alone")
        self._ask(sight.questions)
        self.scroll_home(animate=False)

    def _ask(self, questions: tuple[QuestionSight, ...]) -> None:
        holder = self.query_one("#forecasts", Vertical)
        if [slider.key for slider in holder.query(Slider)] == [question.id for question in questions]:
            for slider in holder.query(Slider):
                slider.value = self._draft.forecasts.get(slider.key)
            return
        holder.remove_children()
        for question in questions:
            base = f" {base_rate(question.base)}" if question.base is not None else ""
            last = f" The last time, you said {question.last}%." if question.last is not None else ""
            note = Note(
                [piece((f"{QUESTIONS['forecasts']}: ", "heading"), question.question, (base + last, "muted"))]
            )
            holder.mount(note, Slider(question.id, self._draft.forecasts.get(question.id)))

    def begin(self) -> None:
        """Put the keys where the writing begins."""
        self.screen.set_focus(self.query_one("#why", Say))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say that Enter goes on from a question, and from nothing else."""
        return action != "next" or isinstance(self.screen.focused, Say | Pick | Slider)

    def action_next(self) -> None:
        """Go on to the next question, and from the last to what was said in all."""
        focused = self.screen.focused
        asked = [widget for widget in self.screen.focus_chain if isinstance(widget, Say | Pick | Slider)]
        at = next((at for at, widget in enumerate(asked) if widget is focused), -1)
        if at + 1 < len(asked):
            self.screen.set_focus(asked[at + 1])
        else:
            self.give()

    def clear(self) -> None:
        """Forget everything that was written here, what could be undone too."""
        for area in self.query(Say):
            area.load_text("")
        self._draft, self._starters = Draft(), {}
        self.query_one("#forecasts", Vertical).remove_children()
        for page in (self.query_one("#chosen", Note), self.query_one("#starters", Page)):
            page.show([])

    def give(self) -> None:
        """Say that the decision is complete, or what is missing, once all that was typed has arrived."""
        focused = self.screen.focused
        (focused if isinstance(focused, Say) else self).call_later(self._give)

    def _give(self) -> None:
        self._written()
        missing = wanting(self._draft)
        self.post_message(self.Wanting(missing) if missing else self.Given())

    @on(TextArea.Changed)
    def _written(self) -> None:
        rationale, expects, dissent = (
            visible(self.query_one(f"#{name}", Say).text) for name in ("why", "expects", "dissent")
        )
        self._draft.rationale, self._draft.expects, self._draft.dissent = rationale, expects, dissent

    @on(Pick.Changed, "#decided")
    def _decided(self, event: Pick.Changed) -> None:
        self._draft.decided = event.value  # type: ignore[assignment]
        self.set_class(event.value == "alone", "-alone")

    @on(Slider.Changed)
    def _forecast(self, event: Slider.Changed) -> None:
        self._draft.forecasts[event.slider.key] = event.value

    @on(Page.Picked, "#starters")
    def _start(self, event: Page.Picked) -> None:
        event.stop()
        area = self.query_one("#why", Say)
        gap = " " if area.text and not area.text.endswith((" ", "\n")) else ""
        area.insert(f"{gap}{self._starters[event.key]}", area.document.end)
        self.screen.set_focus(area)


def _question(text: str, id: str) -> Note:
    return Note([piece((text, "heading"))], id=id)


def _option(sight: Sight, key: str | None) -> OptionSight | None:
    return next((o for o in sight.ask.options if o.id == key), None) if sight.ask else None


def starters(option: OptionSight | None, wants: Sequence[Want]) -> list[str]:
    """Return sentences to begin a rationale with: what the option moves the seat's way, and its price."""
    if option is None:
        return []
    ways = {want.number: want.weight for want in wants if want.number is not None}
    sure = [hint for hint in option.hints if hint.sure]
    good = [hint for hint in sure if ways.get(NumberId(hint.number), 0) * hint.direction > 0]
    found = [f"It {'raises' if hint.direction > 0 else 'lowers'} {hint.label}." for hint in good[:2]]
    return [*found, "We accept its price, since"]


def wanting(draft: Draft) -> str:
    """Return what a draft lacks, in one sentence; nothing when it can be given."""
    if draft.option is None:
        return "Choose an option first."
    if not draft.rationale.strip():
        return "A reason is needed: a few words will do."
    for name, text in (
        ("reason", draft.rationale),
        ("expectation", draft.expects),
        ("dissent", draft.dissent),
    ):
        if len(text.strip()) > LONGEST:
            return f"The {name} is too long: an answer may have {LONGEST} characters."
    return ""


def summary(draft: Draft, sight: Sight) -> list[Piece]:
    """Return a draft as it would go into the envelope."""
    option = _option(sight, draft.option)
    told = [piece(("Your decision", "title")), GAP]
    told.append(piece(("Choice: ", "muted"), (option.label if option else "", "strong")))
    told.append(piece(("Because: ", "muted"), draft.rationale.strip()))
    if draft.expects.strip():
        told.append(piece(("You expect: ", "muted"), draft.expects.strip()))
    if draft.decided != "alone":
        told.append(piece(("Decided by: ", "muted"), draft.decided))
        if draft.dissent.strip():
            told.append(piece(("Dissent: ", "muted"), draft.dissent.strip()))
    for question in sight.questions:
        percent = draft.forecasts.get(question.id)
        said = "no forecast" if percent is None else f"{percent}%, {likelihood(percent)}"
        told.append(piece(("Forecast: ", "muted"), f"{question.question} ", (said, "strong")))
    return [*told, GAP, piece(("It can be changed until the envelopes are opened.", "muted"))]
