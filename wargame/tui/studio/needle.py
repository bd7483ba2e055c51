"""The panel of the needle: it plays while it is looked at, and shows what it has found so far."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from wargame.content.base import CardId, SeatId
from wargame.content.cards import Card
from wargame.content.rules import Rules
from wargame.content.scenario import Scenario
from wargame.lab.blocks import SEEDS, Answer
from wargame.lab.checking import Checker, Found
from wargame.lab.needle import Edit, Needle, edit
from wargame.lab.options import Option
from wargame.tui.ink import GAP, Piece, piece
from wargame.tui.page import Page
from wargame.tui.studio.broken import TellsFaults
from wargame.tui.telling import needle as telling

LOOKS = 0.2
"""Seconds between two looks at what has been found."""


class NeedlePanel(TellsFaults, Page):
    """Shows the odds before an edit and now.

    The decks as they are saved are `before`. It plays only while it can be seen, or also behind other panels
    if that is asked for; never behind a window. Any edit stops it until the edit has been checked. What it
    knows of the decks it is told by `edited` and `consider`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,L", "length", "Length"),
        Binding("p,P", "keep", "Play on"),
    ]
    makes: ClassVar[Callable[[], Needle]] = Needle

    class Said(Message):
        """There is another short answer."""

    class Prepared(Message):
        """Contents are ready to be played."""

        def __init__(self, made: Edit, step: int) -> None:
            super().__init__()
            self.made, self.step = made, step

    def __init__(self, checker: Checker, rules: Rules, *, id: str) -> None:
        super().__init__([piece(("Nothing has been played yet.", "muted"))], id=id)
        self.short = ""
        self._checker = checker
        self._lengths = tuple(rules.lengths)
        self._length = rules.length
        self._needle: Needle | None = None
        self._found: Found | None = None
        self._saved: Mapping[Path, str] = {}
        self._card = ""
        self._edit: Edit | None = None
        self._answered: Edit | None = None
        self._before: tuple[Mapping[Path, str], Scenario | None] | None = None
        self._step = 0
        self._seen = self._kept = self._covered = False
        self._shown: tuple[object, ...] = ()

    # What it is told

    def on_mount(self) -> None:
        """Look again and again at what has been found."""
        self.set_interval(LOOKS, self._look)

    def on_show(self) -> None:
        """Play on."""
        self._seen = True
        self._go_on()

    def on_hide(self) -> None:
        """Play no more while nobody looks, if that is not asked for."""
        self._seen = False
        self._go_on()

    def cover(self, covered: bool) -> None:
        """Rest while a window lies over the screen."""
        self._covered = covered
        self._go_on()

    def action_keep(self) -> None:
        """Play on behind other panels as well, or no more."""
        self._kept = not self._kept
        self._tell()

    @property
    def _plays(self) -> bool:
        return (self._seen or self._kept) and not self._covered

    def _go_on(self) -> None:
        if not self._plays:
            self._rest()
            return
        if self._needle is None:
            self._needle = type(self).makes()
        self._needle.wake()
        self._prepare()
        self._play()
        self._tell()

    def on_unmount(self) -> None:
        """End the processes that play."""
        if self._needle is not None:
            self._needle.close()

    def edited(self) -> None:
        """Stop at an edit: what is being played is of before it."""
        self._step += 1
        self._edit = None
        self._rest()
        self._tell()

    def consider(self, found: Found, saved: Mapping[Path, str], card: str) -> None:
        """Take what a check found, the decks as they are saved, and the card that is worked on."""
        anew = saved != self._saved
        waits = not found.whole and (self._found is None or self._found.whole)
        self._found, self._saved, self._card = found, saved, card
        # After a save what is known has another name: it is said at once, without a game.
        if self._plays or (anew and self._answered is not None):
            self._prepare()
            self._tell()
        if waits:
            self.scroll_to(0, 0, animate=False, immediate=True)

    def action_length(self) -> None:
        """Take the next length of game."""
        at = self._lengths.index(self._length)
        self._length = self._lengths[(at + 1) % len(self._lengths)]
        self._step += 1
        self._edit = self._answered = None
        self._rest()
        self._prepare()
        self._tell()

    # What it does

    def _prepare(self) -> None:
        """Make contents of the scenarios, off this thread."""
        found = self._found
        if found is None or found.scenario is None or not found.whole:
            self._edit = None
            self._rest()
        else:
            self._make(found.scenario, self._saved, self._length, self._step)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _make(self, now: Scenario, saved: Mapping[Path, str], length: str, step: int) -> None:
        before = self._before
        if before is None or before[0] != saved:
            before = self._before = (saved, self._checker.scenario(saved))
        self.post_message(self.Prepared(edit(before[1], now, length), step))

    @on(Prepared)
    def _begin(self, event: Prepared) -> None:
        event.stop()
        if event.step == self._step:
            self._edit, self._shown = event.made, ()
            self._play()
            self._tell()

    def _play(self) -> None:
        if self._plays and self._edit is not None and self._needle is not None:
            self._needle.ask(*self._edit.contents)

    def _rest(self) -> None:
        if self._needle is not None:
            self._needle.stop()

    def _look(self) -> None:
        if self._plays and self._needle is not None and self._edit is not None:
            now = (self._needle.games(*self._edit.contents), self._needle.playing, self._needle.fault)
            if now != self._shown:
                self._shown = now
                self._tell()

    # What it shows

    def on_resize(self) -> None:
        """Draw the needle anew; the page lays itself out first."""
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        """Show what has been found; while it is too little, what was found last."""
        found = None if self._edit is None else self._answer(self._edit)
        if found is not None:
            self._answered = self._edit
        late = found is None and self._answered is not None
        if late and self._answered is not None:
            found = self._answer(self._answered)
        self._say_short(found, late)
        if not self._seen:
            return
        width = max(1, self._room(self.scrollable_content_region.width))
        told = list(self._state())
        if found is not None and self._answered is not None:
            told += [piece((f"What follows was found before {self._since()}.", "warn"))] if late else []
            told += [GAP, *telling.odds(found, *self._asked(self._answered), width)]
        self.show(told, top=False)

    def _since(self) -> str:
        return "the mistake" if self._found is not None and not self._found.whole else "the last edit"

    def _say_short(self, found: Answer | None, late: bool) -> None:
        said = "" if found is None else ("earlier: " if late else "") + telling.short(found)
        if said != self.short:
            self.short = said
            self.post_message(self.Said())

    def _answer(self, made: Edit) -> Answer | None:
        if self._needle is None:
            return None
        _, _, gone = self._asked(made)
        own = _card(made.now, self._card)
        return self._needle.answer(made, self._card, [*_options(own), *gone])

    def _asked(self, made: Edit) -> tuple[Card | None, list[tuple[SeatId, str]], list[Option]]:
        """Return the card, the seats that it asks or asked, and the options that it had and has no more."""
        own, was = _card(made.now, self._card), _card(made.before, self._card)
        here = {*_options(own)}
        gone = [option for option in _options(was) if option not in here]
        seats = dict.fromkeys(seat for _, seat, _ in (*_options(own), *gone))
        return own, [(SeatId(seat), made.now.actor(seat).short) for seat in seats], gone

    def _state(self) -> Iterator[Piece]:
        """Yield what is being played, or why nothing is."""
        found, made, needle = self._found, self._edit, self._needle
        if found is not None and not found.whole:
            where = "(F8)" if found.problems else "in another deck, or in the rules"
            yield piece((f"The needle waits for the problems {where} to be mended.", "warn"))
        elif made is None or needle is None:
            yield piece(("Getting ready to play …", "muted"))
        elif needle.fault:
            yield piece((f"The needle rests: {needle.fault}.", "bad"))
        else:
            yield from self._about(made)
            each = " each" if len(made.contents) > 1 else ""
            done = needle.games(*made.contents)
            yield telling.progress(done, needle.most * SEEDS, each, needle.playing)
        more = "; L takes another" if len(self._lengths) > 1 else ""
        yield piece((f"Length {self._length}{more}.", "muted"))
        kept = "It plays on behind other panels; P: only while you see it."
        yield piece((kept if self._kept else "P: play on behind other panels as well.", "muted"))

    def _about(self, made: Edit) -> Iterator[Piece]:
        if made.before is None:
            yield piece(("The saved decks have problems: there is no before.", "warn"))
        elif made.was == made.is_now:
            yield piece("Nothing differs from what is saved: these are its odds.")
        elif made.only_words:
            yield piece(("Only words changed: the odds are as before.", "good"))
        elif _card(made.before, self._card) is None and _card(made.now, self._card) is not None:
            yield piece("The card is new: before is the game without it.")


def _card(scenario: Scenario | None, name: str) -> Card | None:
    cards = () if scenario is None else scenario.cards
    return next((card for card in cards if card.id == CardId(name)), None)


def _options(card: Card | None) -> list[Option]:
    if card is None:
        return []
    return [(str(card.id), str(seat), str(one.id)) for seat, ask in card.asks.items() for one in ask.options]
