"""The decks on the bench: each as it is typed, its cards, and one of them being worked on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wargame.content.editing.edits import put, remove
from wargame.content.editing.lines import Change, Text
from wargame.content.editing.new import Offer, copied_card, new_card, offers
from wargame.content.editing.outline import Part, outline
from wargame.content.editing.spans import Read
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.text import visible
from wargame.content.values import Value
from wargame.journal.manuscript import Manuscript
from wargame.tui.studio.fields import typed


@dataclass(frozen=True)
class Listed:
    """A card in the list: its deck and its lines."""

    deck: Path
    part: Part

    @property
    def words(self) -> frozenset[str]:
        """Words by which it is found: its deck, seats, tags and rows, as far as it can be read."""
        return _words(self.deck.stem, self.part.lines)

    @property
    def name(self) -> str:
        """What it is called in the list."""
        return self.part.id or "(no id)"


class Bench:
    """All decks that are edited together; `deck`, `start` and `stop` say which lines are worked on."""

    def __init__(self, decks: Sequence[Manuscript], rules: Rules) -> None:
        self.rules = rules
        self.decks = {each.path: each for each in decks}
        self.deck = decks[0]
        self.start = self.stop = 0
        self._filling: tuple[Read, Location] | None = None
        self._outlines: dict[Path, tuple[Text, tuple[Listed, ...]]] = {}
        cards = self.cards()
        self.take(cards[0])

    def cards(self) -> list[Listed]:
        """Return all cards, deck by deck."""
        return [listed for path in self.decks for listed in self._outline(path)]

    def _outline(self, path: Path) -> tuple[Listed, ...]:
        text = self.decks[path].text
        before = self._outlines.get(path)
        if before is not None and before[0] is text:
            return before[1]
        made = tuple(Listed(path, part) for part in outline(text))
        self._outlines[path] = (text, made)
        return made

    def take(self, card: Listed) -> None:
        """Work on a card."""
        self.deck = self.decks[card.deck]
        self.start, self.stop = card.part.start, card.part.stop

    def at(self, line: int) -> Listed | None:
        """Return the card of the present deck that has a line."""
        own = self._outline(self.deck.path)
        return next((card for card in reversed(own) if card.part.start <= line), None) or next(
            iter(own), None
        )

    @property
    def shown(self) -> str:
        """The lines worked on, as they are shown: what steers or hides has become a mark, one for one."""
        return visible("\n".join(self.deck.text.bare[self.start : self.stop]))

    def read(self) -> Read:
        """Read the lines worked on; raises ContentError, with places counted from the deck's first line."""
        try:
            return Read.of(self.deck.text.part(self.start, self.stop), str(self.deck.path))
        except ContentError as error:
            raise ContentError(
                Problem(each.file, each.line + self.start, each.column, each.sentence)
                for each in error.problems
            ) from None

    def write(self, shown: str) -> None:
        """Take lines as they were typed where `shown` was; raises EditError."""
        before, own = self.shown, "\n".join(self.deck.text.bare[self.start : self.stop])
        same = next(
            (at for at, (one, other) in enumerate(zip(before, shown, strict=False)) if one != other),
            min(len(before), len(shown)),
        )
        rest = 0
        while rest < min(len(before), len(shown)) - same and before[-1 - rest] == shown[-1 - rest]:
            rest += 1
        made = own[:same] + shown[same : len(shown) - rest] + own[len(own) - rest :]
        lines = made.split("\n") if made else []
        self.do(self.deck.text.change(self.start, self.stop, lines), below=False)

    def begin(self, location: Location) -> None:
        """Begin to fill a field; raises ContentError."""
        self._filling = (self.read(), location)

    def fill(self, text: str) -> None:
        """Write what the field has come to; raises Refused and EditError.

        It is written in place of what stood there when it was begun, not of each state between: a text that
        needed quotes for the length of a key press is left without.
        """
        assert self._filling is not None
        read, location = self._filling
        value: Value = typed(location, text, read.at(location))
        lines = read.text.after(put(read, location, value)).bare
        self.do(self.deck.text.change(self.start, self.stop, lines), below=False)

    def remove(self, location: Location) -> None:
        """Take a field away; raises ContentError, Refused and EditError."""
        self.do(remove(self.read(), location))

    def known(self) -> list[str]:
        """Return the ids of all cards."""
        return [card.part.id for card in self.cards() if card.part.id]

    def offers(self, at: Location) -> list[Offer]:
        """Return what can be added at a place; nothing where the card cannot be read."""
        try:
            return offers(self.read(), at, self.rules, self.known())
        except ContentError:
            return []

    def add(self, offer: Offer) -> None:
        """Add what was offered; raises ContentError, Refused and EditError."""
        self.do(offer.change(self.read()))

    def add_card(self, *, copy: bool) -> None:
        """Add a card behind the one worked on, a copy of it or a new one; raises EditError."""
        card = self.at(self.start)
        if card is None:
            return
        text, part = self.deck.text, card.part
        if copy:
            change = copied_card(text, part, self.known())
        else:
            change = new_card(text, part, card.deck.stem, self.rules, self.known())
        self.deck.do(change)
        own = self._outline(card.deck)
        self.take(own[min(len(own) - 1, [each.part.start for each in own].index(part.start) + 1)])

    def do(self, change: Change, *, below: bool = True) -> None:
        """Make a change, which counts from the lines worked on or from the deck's first; raises EditError."""
        change = change.below(self.start) if below else change
        lines = len(self.deck.text.lines)
        self.deck.do(change, typed=True)
        self.stop += len(self.deck.text.lines) - lines

    def undo(self) -> bool:
        """Take the last step of this deck back, and work on the card where it was; raises EditError."""
        return self._go_to(self.deck.undo())

    def redo(self) -> bool:
        """Do the step of this deck again; raises EditError."""
        return self._go_to(self.deck.redo())

    def _go_to(self, line: int | None) -> bool:
        if line is None:
            return False
        self.settle(line)
        return True

    def settle(self, line: int | None = None) -> None:
        """Work on the card that now has a line, or the one where work was."""
        if (card := self.at(self.start if line is None else line)) is not None:
            self.take(card)


@lru_cache(2000)
def _words(deck: str, lines: tuple[str, ...]) -> frozenset[str]:
    found = {deck}
    try:
        value = Read.of(Text(tuple(f"{line}\n" for line in lines))).value
    except ContentError:
        return frozenset(found)
    card = value[0] if isinstance(value, list) and value else None
    for name in ("asks", "tags", "covers"):
        held = card.get(name) if isinstance(card, dict) else None
        if isinstance(held, list | dict):
            found |= {word.casefold() for word in held if isinstance(word, str)}
    return frozenset(found)
