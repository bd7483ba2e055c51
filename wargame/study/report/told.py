"""What a report is told from: the game, whose eyes, whose notes, and which names are to be left out."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from wargame.content.base import SeatId
from wargame.content.text import one_line
from wargame.engine.ending import Ending, ending
from wargame.engine.sight_parts import Sight
from wargame.play.names import Names
from wargame.study.camps import at_ends
from wargame.study.decisions import Played, TurnEnd, played, turn_ends
from wargame.study.effects import Effect, by_source
from wargame.study.notes import Note
from wargame.study.replay import TRUTH, Replay

HIDDEN = "[name]"
"""What stands where the name of a person was."""

_BLANK = r"\s+"


class Told:
    """A game as a report tells it.

    `secret_names` are names of people that no word of the report may hold: reviewers become numbers, and in
    what people typed a name, or a part of one, becomes `HIDDEN`.
    """

    def __init__(
        self,
        replay: Replay,
        viewer: SeatId = TRUTH,
        notes: Iterable[Note] = (),
        *,
        save: str = "",
        anonymous: bool = False,
        secret_names: Iterable[str] = (),
    ) -> None:
        self.replay, self.viewer, self.anonymous = replay, viewer, anonymous
        self.save = "" if anonymous else save
        self.book, self.names = replay.book, Names.of(replay.book)
        self.notes = tuple(sorted(notes))
        people = (*secret_names, *(note.by for note in self.notes)) if anonymous else ()
        self._hidden = _pattern(people)
        # Numbered as they first spoke: an order by name would tell a little of the names.
        self._reviewers: Mapping[str, str] = {
            by: f"Reviewer {at}" for at, by in enumerate(dict.fromkeys(note.by for note in self.notes), 1)
        }

    @property
    def whole(self) -> bool:
        """Whether the game is told as it was."""
        return self.viewer == TRUTH

    @property
    def begun(self) -> str:
        """When people began to play; nothing for a game of bots, nor in a report without names."""
        return "" if self.anonymous else self.replay.begun

    @property
    def last(self) -> int:
        """The last record."""
        return len(self.replay.records) - 1

    @cached_property
    def ending(self) -> Ending | None:
        """What is laid open at the end, if the game has ended and is told as it was."""
        return ending(self.book, self.replay.game.state) if self.whole and self.replay.ended else None

    @cached_property
    def played(self) -> tuple[Played, ...]:
        """The exchanges, as these eyes saw them."""
        return played(self.replay, self.viewer)

    @cached_property
    def turn_ends(self) -> tuple[TurnEnd, ...]:
        """The ends of turns, as these eyes saw them."""
        return turn_ends(self.replay, self.viewer)

    @cached_property
    def did(self) -> Mapping[tuple[int, int, SeatId], tuple[Effect, ...]]:
        """What each decision did, by its turn, its exchange and its seat."""
        return {
            (source.turn, source.exchange, source.seats[0]): effects
            for source, effects in by_source(self.replay.effects).items()
            if source.kind == "decision"
        }

    @cached_property
    def at_last(self) -> Sight:
        """What these eyes could see last."""
        return self.replay.sight(self.last, self.viewer, in_play=True)

    @cached_property
    def numbers(self) -> tuple[tuple[int, ...], ...]:
        """The row of numbers at the start, and at the end of each turn that has ended."""
        return tuple(numbers for _, numbers in at_ends(self.book, self.replay.game.state))

    @property
    def ticks(self) -> tuple[str, ...]:
        """What stands on an axis for the start and each turn."""
        return tuple(str(turn) for turn in range(len(self.numbers)))

    @property
    def columns(self) -> tuple[str, ...]:
        """The start and each turn in full: its name, and its cards."""
        cards: dict[int, list[str]] = {}
        for here in self.played:
            cards.setdefault(here.turn, []).append(here.card.title if here.card else "a quiet turn")
        turns = [
            f"After turn {turn}, {self.replay.heading(turn)}: {'; '.join(cards.get(turn, ('nothing yet',)))}"
            for turn in range(1, len(self.numbers))
        ]
        return ("At the start", *turns)

    def short(self, seat: SeatId) -> str:
        """Return the short name of a seat."""
        return self.names.short[seat]

    def typed(self, text: str) -> str:
        """Return what somebody typed, without the names that are to be left out."""
        return self._hidden.sub(HIDDEN, text) if self._hidden else text

    def reviewer(self, by: str) -> str:
        """Return what a reviewer is called."""
        return self._reviewers[by] if self.anonymous else by


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds names in a text: a whole name however it is written, and each word of it as it is."""
    split = [words for name in names if (words := one_line(name).split())]
    whole = [f"(?i:{_bounded(_BLANK.join(map(re.escape, words)))})" for words in split]
    parts = [_bounded(re.escape(word)) for words in split for word in words if len(word) > 1]
    found = dict.fromkeys((*whole, *parts))
    return re.compile("|".join(found)) if found else None


def _bounded(pattern: str) -> str:
    """Return a pattern that finds no part of a longer word; where words have no bounds, it finds any."""
    return rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])" if pattern.isascii() else pattern
