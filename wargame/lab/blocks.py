"""Games in blocks of a few seeds, and of them what a comparison needs: sums, and which games they were.

Two contents are compared on the blocks that both have played, seed by seed, so that what is left between
them is what the difference of the contents brought about.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wargame.engine.book import Book
from wargame.lab.estimates import SURE, Estimate, apart, paired, share
from wargame.lab.games import play
from wargame.lab.options import Option, tally

SEEDS = 8
"""Games in a block: so few that a run can be cancelled at any moment."""
MOST = 250
"""Blocks of a whole run: 2,000 games."""
_WHOLE = (1 << SEEDS) - 1


class Block(NamedTuple):
    """What came of the games of a block: for war, and each card, one bit a game; for options, sums."""

    war: int
    dealt: Mapping[str, int]
    offered: Mapping[Option, int]
    chosen: Mapping[Option, int]


def seeds(at: int) -> range:
    """Return the seed numbers of a block; the first has 1 in it, as `wargame odds` has."""
    return range(1 + SEEDS * at, 1 + SEEDS * (at + 1))


def block(book: Book, at: int) -> Block:
    """Play the games of a block."""
    outcomes = [play(book, seed) for seed in seeds(at)]
    dealt: Counter[str] = Counter()
    for bit, outcome in enumerate(outcomes):
        for card in {dealing.card for dealing in outcome.dealt if dealing.card is not None}:
            dealt[card] += 1 << bit
    counted = tally(outcomes)
    war = sum(outcome.war << bit for bit, outcome in enumerate(outcomes))
    return Block(war, dict(dealt), dict(counted.offered), dict(counted.chosen))


class Games:
    """The blocks of one content that were played so far; `blocks` are their numbers."""

    def __init__(self) -> None:
        self.blocks: set[int] = set()
        self._war = 0
        self._dealt: dict[str, int] = {}
        self._offered: dict[Option, array[int]] = {}
        self._chosen: dict[Option, array[int]] = {}

    def add(self, at: int, came: Block) -> None:
        """Keep what came of a block."""
        if at in self.blocks:
            return
        self.blocks.add(at)
        self._war |= came.war << (SEEDS * at)
        for card, games in came.dealt.items():
            self._dealt[card] = self._dealt.get(card, 0) | games << (SEEDS * at)
        for kept, told in ((self._offered, came.offered), (self._chosen, came.chosen)):
            for option, times in told.items():
                row = kept.setdefault(option, array("H"))
                if len(row) <= at:
                    row.extend([0] * (at + 1 - len(row)))
                row[at] = times

    def war(self, among: int) -> int:
        """Return which of some games ended in war, one bit a game."""
        return self._war & among

    def dealt(self, card: str, among: int) -> int:
        """Return in which of some games a card was dealt, one bit a game."""
        return self._dealt.get(card, 0) & among

    def choices(self, option: Option, blocks: Sequence[int]) -> tuple[int, int]:
        """Return how often an option was chosen in some blocks, and how often it was open."""
        offered, chosen = self._offered.get(option), self._chosen.get(option)
        if offered is None or chosen is None:
            return 0, 0
        return _sum(chosen, blocks), _sum(offered, blocks)


def _sum(row: "array[int]", blocks: Sequence[int]) -> int:
    """Return the sum of some blocks; a row ends with the last block of which there was anything to tell."""
    return sum(row[at] for at in blocks if at < len(row))


@dataclass(frozen=True, slots=True)
class Shift:
    """A share before and now, None of what there is not, and how far it went, if both are.

    `sure` is a difference that chance alone makes once in a thousand times: people look at it again and
    again while games are played, and in three runs of ten some look would find a 95% interval beside zero.
    """

    before: Estimate | None
    now: Estimate | None
    by: Estimate | None = None
    sure: bool = False

    @property
    def perhaps(self) -> bool:
        """Say whether it is more than chance makes at a single look, 95 times in 100."""
        return self.by is not None and (self.by.low > 0 or self.by.high < 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an edit does, from so many games of each content, the same seeds for both.

    `to_war` is how many games end in war that did not, and `from_war` how many no longer do.
    """

    games: int
    war: Shift
    to_war: int
    from_war: int
    dealt: Shift
    options: Mapping[Option, Shift]


def answer(before: Games | None, now: Games, card: str, options: Iterable[Option]) -> Answer:
    """Return what the games tell of a card and of options; `before` is None where there is none."""
    blocks = sorted(now.blocks if before is None else now.blocks & before.blocks)
    among = sum(_WHOLE << (SEEDS * at) for at in blocks)
    games = SEEDS * len(blocks)
    old, new = (None if before is None else before.war(among)), now.war(among)
    return Answer(
        games=games,
        war=_of_games(old, new, games),
        to_war=0 if old is None else (new & ~old).bit_count(),
        from_war=0 if old is None else (old & ~new).bit_count(),
        dealt=_of_games(None if before is None else before.dealt(card, among), now.dealt(card, among), games),
        options={
            option: _of_choices(
                None if before is None else before.choices(option, blocks), now.choices(option, blocks)
            )
            for option in options
        },
    )


def _of_games(before: int | None, now: int, games: int) -> Shift:
    share_now = share(now.bit_count(), games)
    if before is None:
        return Shift(None, share_now)
    gained, lost = (now & ~before).bit_count(), (before & ~now).bit_count()
    by = paired(gained, lost, games)
    return Shift(
        share(before.bit_count(), games), share_now, by, _beside_zero(paired(gained, lost, games, SURE))
    )


def _of_choices(before: tuple[int, int] | None, now: tuple[int, int]) -> Shift:
    """Return a share of choices; these are no pairs: what is asked in one game need not be in the other."""
    if before is None or not before[1] or not now[1]:
        return Shift(None if before is None else share(*before), share(*now))
    return Shift(share(*before), share(*now), apart(*now, *before), _beside_zero(apart(*now, *before, SURE)))


def _beside_zero(found: Estimate | None) -> bool:
    return found is not None and (found.low > 0 or found.high < 0)
