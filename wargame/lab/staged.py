"""A card on the table while it is being edited: as the stage is set, and as it was when it was last sound."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, Protocol

from wargame.content.base import CardId, SeatId
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.shut import current_ask
from wargame.engine.sight_parts import Sight
from wargame.engine.state import State
from wargame.lab.games import forced
from wargame.lab.stage import Setting, met, milder, opening, revealed, sights, stage
from wargame.lab.trial import Trial, always, trial
from wargame.play.names import Names
from wargame.play.saying import Saying

AsOf = Literal["now", "before", "saved"]
"""Of when a card is: as it is typed now, as it was before its problem, as it is in the saved file."""

MOST_KEPT = 200
"""Cards of which the last sound scenario is remembered."""


@dataclass(frozen=True)
class Scenery:
    """What a card is met in: the state, what seats are after, whose options are varied, what others hold."""

    setting: Setting = field(default_factory=Setting)
    intents: Mapping[str, str] = field(default_factory=dict)
    vary: tuple[str, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        """Say whether nothing is set: the game begins, and everybody may choose anything."""
        return self == Scenery()

    def with_set(self, more: Setting) -> "Scenery":
        """Return the scenery with more numbers and flags set."""
        now = self.setting
        flags = tuple(dict.fromkeys((*now.flags, *more.flags)))
        return replace(self, setting=replace(now, numbers={**now.numbers, **more.numbers}, flags=flags))


@dataclass(frozen=True)
class Staged:
    """A card on the table, what each seat is told of it, and what all are told when the envelopes are open.

    `needed` says by seat and option what open options need and have, `openings` what would open one that is
    shut; `milder` are the labels that others read otherwise.
    """

    book: Book
    state: State
    scenery: Scenery
    names: Names
    sights: Mapping[SeatId, Sight]
    after: Sight
    milder: tuple[tuple[SeatId, str, str], ...]
    needed: Mapping[tuple[SeatId, str], Sequence[str]]
    openings: Mapping[tuple[SeatId, str], Setting]
    as_of: AsOf = "now"

    @cached_property
    def saying(self) -> Saying:
        """How conditions of the scenario are said."""
        return Saying(self.book)

    @property
    def card(self) -> CardId | None:
        """The card that lies there."""
        return self.state.exchanges[-1].card

    @property
    def vary(self) -> tuple[str, ...]:
        """The seats to vary that the card asks."""
        return tuple(seat for seat in self.scenery.vary if seat in self.asks)

    @property
    def held(self) -> dict[str, str]:
        """The choices that are held, of options that the card has."""
        own = self.asks
        return {seat: option for seat, option in self.scenery.held.items() if option in own.get(seat, ())}

    @property
    def asks(self) -> dict[str, dict[str, str]]:
        """The options, by id with their labels, of each seat that the card itself asks."""
        here = self.state.exchanges[-1]
        asks = self.book.asks[here.card]
        own = [seat for seat, kind in here.asked.items() if kind == "card"]
        return {seat: {key: ready.option.label for key, ready in asks[seat].options.items()} for seat in own}

    def tried(self, go_on: Callable[[], bool] = always) -> Trial:
        """Return what came of combinations of choices; raises ValueError for a held option that is shut."""
        return trial(self.book, self.state, self.vary, self.held, go_on)


def staged(scenario: Scenario, card: str, scenery: Scenery, as_of: AsOf = "now") -> Staged | None:
    """Put a card on the table; None where it is not there, or cannot be shown."""
    if CardId(card) not in {each.id for each in scenario.cards}:
        return None
    try:
        book, state = stage(forced(scenario, scenery.intents), CardId(card), scenery.setting)
        needed, openings = {}, {}
        for seat in state.exchanges[-1].asked:
            needed.update({(seat, option): said for option, said in met(book, state, seat).items()})
            ask = current_ask(book, state, seat)
            for option, ready in ask.options.items() if ask else ():
                if (opens := opening(book, state, seat, ready)) is not None:
                    openings[seat, option] = opens
        return Staged(
            book,
            state,
            scenery,
            Names.of(book),
            sights(book, state),
            revealed(book, state),
            milder(book.cards[CardId(card)].card),
            needed,
            openings,
            as_of,
        )
    except Exception:  # noqa: BLE001 - a card that cannot be shown is no reason to stop editing it
        return None


class Place(Protocol):
    """Where a card is in the decks that are edited: its deck, its id, and which of how many it is there."""

    @property
    def deck(self) -> Path: ...
    @property
    def id(self) -> str: ...
    @property
    def at(self) -> int: ...
    @property
    def of(self) -> int: ...


class LastSound:
    """Remembers for each card that was worked on the scenario in which it was last sound.

    A card is found again by its place, since a problem can be in its id, else by its id.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Scenario, str]] = {}

    def staged(
        self, place: Place, scenery: Scenery, now: Scenario | None, saved: Callable[[], Scenario | None]
    ) -> Staged | None:
        """Put a card on the table as it is now, else as it last was, else as it is saved; None if never."""
        found = staged(now, place.id, scenery) if now is not None else None
        keys = (place.deck, place.at, place.of), (place.deck, place.id)
        if found is not None and now is not None:
            for key in keys:
                self._kept.pop(key, None)
                self._kept[key] = now, place.id
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return found
        for key in keys:
            if key in self._kept:
                before, name = self._kept[key]
                return staged(before, name, scenery, "before")
        old = saved()
        return staged(old, place.id, scenery, "saved") if old is not None else None
