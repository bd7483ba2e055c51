"""The decks on the bench: each as it is typed, its cards, and one of them being worked on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from wargame.content.editing.edits import Refused, move, put, remove, rename
from wargame.content.editing.lines import Change, Text
from wargame.content.editing.new import named_after, offers
from wargame.content.editing.offer import Offer
from wargame.content.editing.outline import Part, moved_card, outline, removed_card
from wargame.content.editing.spans import Read
from wargame.content.editing.templates import Template, copied_card, follow_up, new_card, templates
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.text import visible
from wargame.content.values import Value
from wargame.journal.manuscript import Manuscript
from wargame.tui.studio.fields import as_typed, begins_word, typed


class Place(NamedTuple):
    """Where a card is: its deck, its id as it is typed, and which of how many cards of the deck it is.

    `twice` says that another card has this id as well.
    """

    deck: Path
    id: str
    at: int
    of: int
    twice: bool = False


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
        self._filled: str | None = None
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

    def edited(self, card: Listed) -> bool:
        """Say whether a card is other than the file has it."""
        deck = self.decks[card.deck]
        return deck.changed and card.part.lines not in _saved(deck.base)

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
    def place(self) -> Place:
        """Where the card is that is worked on."""
        own, here = self._outline(self.deck.path), self.at(self.start)
        if here is None:
            return Place(self.deck.path, "", 0, 0)
        twice = self.known().count(here.part.id) > 1
        return Place(here.deck, here.part.id, own.index(here), len(own), twice)

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
        made = _meant("\n".join(self.deck.text.bare[self.start : self.stop]), shown)
        lines = made.split("\n") if made else []
        self.do(self.deck.text.change(self.start, self.stop, lines), below=False)

    def begin(self, location: Location) -> None:
        """Begin to fill a field; raises ContentError."""
        self._filling, self._filled = (self.read(), location), None

    def fill(self, text: str) -> None:
        """Write what the field has come to; raises Refused and EditError.

        It is written in place of what stood there when it was begun, not of each state between: a text that
        needed quotes for the length of a key press is left without. All of it is one step, or in a text one
        for each word.
        """
        assert self._filling is not None
        read, location = self._filling
        old = read.at(location)
        value: Value = typed(location, _meant(as_typed(read, location), text), old)
        lines = read.text.after(put(read, location, value)).bare
        joins = self._filled is not None and not (isinstance(old, str) and begins_word(self._filled, text))
        change = self.deck.text.change(self.start, self.stop, lines)
        if change.old != change.new:
            self.do(change, below=False, letters=False, joins=joins)
            self._filled = text

    def name_after(self, label: Location) -> None:
        """Give a new option an id after its label, in the same step; raises as `fill` does."""
        if self._filled is not None and (change := named_after(self.read(), label)) is not None:
            self.do(change, letters=False, joins=True)

    def remove(self, location: Location) -> None:
        """Take a field away; raises ContentError, Refused and EditError."""
        self.do(remove(self.read(), location))

    def titles(self) -> dict[str, str]:
        """Return the titles of all cards by their ids."""
        return {card.part.id: card.part.title for card in self.cards() if card.part.id}

    def known(self) -> list[str]:
        """Return the ids of all cards."""
        return [card.part.id for card in self.cards() if card.part.id]

    def offers(self, at: Location) -> list[Offer]:
        """Return what can be added at a place; nothing where the card cannot be read."""
        try:
            return offers(self.read(), at, self.rules, self.known())
        except ContentError:
            return []

    def add(self, offer: Offer) -> Location:
        """Add what was offered and return its place; raises ContentError, Refused and EditError."""
        read = self.read()
        self.do(offer.change(read), letters=False)
        return offer.place(read)

    def templates(self) -> list[Template]:
        """Return the cards that can be added behind the one worked on."""
        return templates(self.deck.path.stem, self.rules, self.known())

    def add_copy(self) -> Location:
        """Add a copy of the card worked on behind it, and work on that; raises EditError."""
        if (card := self.at(self.start)) is not None:
            self._behind(card, copied_card(self.deck.text, card.part, self.known()))
        return (0,)

    def add_card(self, template: Template) -> Location:
        """Add a card behind the one worked on, and work on it; raises ContentError, Refused and EditError."""
        card = self.at(self.start)
        if card is None:
            return (0,)
        if template.follows:
            self.do(follow_up(template).change(self.read()), letters=False)
            card = self.at(self.start) or card
        change = new_card(self.deck.text, card.part, template)
        self._behind(card, change, joins=template.follows)
        return (0,)

    def _behind(self, card: Listed, change: Change, *, joins: bool = False) -> None:
        self.deck.do(change, joins=joins)
        own = self._outline(card.deck)
        self.take(own[min(len(own) - 1, [each.part.start for each in own].index(card.part.start) + 1)])

    def rename(self, location: Location, name: str) -> None:
        """Give a field another name; raises ContentError, Refused and EditError."""
        self.do(rename(self.read(), location, name), letters=False)

    def move(self, location: Location, by: int) -> None:
        """Let a part change places with its neighbour; raises ContentError, Refused and EditError."""
        self.do(move(self.read(), location, by), letters=False)

    def move_card(self, by: int) -> None:
        """Let the card change places with its neighbour in the deck; raises Refused and EditError."""
        own = self._outline(self.deck.path)
        at = next((at for at, each in enumerate(own) if each.part.start == self.start), 0)
        parts = [each.part for each in own]
        if not 0 <= at + by < len(own):
            raise Refused(f"This is the {'first' if by < 0 else 'last'} card of its deck.")
        self.deck.do(moved_card(self.deck.text, parts[min(at, at + by)], parts[max(at, at + by)]))
        self.take(self._outline(self.deck.path)[at + by])

    def remove_card(self) -> str:
        """Take the card away, work on the one that follows, and return its name; raises as `move_card`."""
        own = self._outline(self.deck.path)
        at = next((at for at, each in enumerate(own) if each.part.start == self.start), 0)
        if len(own) == 1:
            raise Refused("This is the only card of its deck, and a deck needs one: add another first (N).")
        self.deck.do(removed_card(self.deck.text, own[at].part))
        left = self._outline(self.deck.path)
        self.take(left[min(at, len(left) - 1)])
        return own[at].name

    def do(self, change: Change, *, below: bool = True, letters: bool = True, joins: bool = False) -> None:
        """Make a change, which counts from the lines worked on or from the deck's first; raises EditError."""
        change = change.below(self.start) if below else change
        lines = len(self.deck.text.lines)
        self.deck.do(change, typed=letters, joins=joins)
        self.stop += len(self.deck.text.lines) - lines

    def undo(self) -> bool:
        """Take the last step of this deck back, and work on the card where it was; raises EditError."""
        return self._go_to(self.deck.undo)

    def redo(self) -> bool:
        """Do the step of this deck again; raises EditError."""
        return self._go_to(self.deck.redo)

    def _go_to(self, step: Callable[[], int | None]) -> bool:
        lines = len(self.deck.text.lines)
        line = step()
        if line is None:
            return False
        bare = self.deck.text.bare
        # A card that is there again may begin below the blank lines that came with it.
        while len(bare) > lines and line < len(bare) - 1 and not bare[line].strip():
            line += 1
        self.settle(line)
        return True

    def follow(self, deck: Manuscript) -> None:
        """Take what another program made of a deck that is not edited, and work on the same card.

        Raises EditError.
        """
        name = self.place.id
        deck.follow()
        if deck is self.deck:
            own = self._outline(deck.path)
            card = next((each for each in own if each.part.id == name), None)
            self.settle(card.part.start if card is not None else None)

    def settle(self, line: int | None = None) -> None:
        """Work on the card that now has a line, or the one where work was."""
        if (card := self.at(self.start if line is None else line)) is not None:
            self.take(card)


def _meant(own: str, shown: str) -> str:
    """Return what was typed over a text that was shown with marks: what was not touched is as it was."""
    before = visible(own)
    same = next(
        (at for at, (one, other) in enumerate(zip(before, shown, strict=False)) if one != other),
        min(len(before), len(shown)),
    )
    rest = 0
    while rest < min(len(before), len(shown)) - same and before[-1 - rest] == shown[-1 - rest]:
        rest += 1
    return own[:same] + shown[same : len(shown) - rest] + own[len(own) - rest :]


@lru_cache(100)
def _saved(raw: str) -> frozenset[tuple[str, ...]]:
    return frozenset(part.lines for part in outline(Text.of(raw)))


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
