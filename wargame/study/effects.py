"""What each decision did to each number, directly and by way of others; with what was no decision, the whole.

Every entry of the ledger is led back to the causes at its bottom (`ledger.roots`): spillover is shared among
what spilled. What a choice set going later, and what chance made of it, counts as its own. What a combination
of choices brought stays joint: it is shared by those who made it. So for each number the sums over all
sources are the change from start to end, exactly. What chance made of a combination, of a situation or of a
rule is nobody's choice: it stands as chance, with its odds.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import Literal, NamedTuple

from wargame.content.base import FACILITATOR, CardId, SeatId
from wargame.engine.book import Book
from wargame.engine.causes import ready_option, tell
from wargame.engine.events import Chances
from wargame.engine.ledger import entries, roots
from wargame.engine.state import State
from wargame.play.words import chance

SourceKind = Literal["decision", "joint", "chance", "situation", "rule", "drift", "ruling"]


class Source(NamedTuple):
    """What stands at the bottom of a change: when it lay, whose it was, and what it is called.

    `seats` are who decided: one for a decision, several for what they brought about together, none for the
    rest. `exchange` is 0 for what the end of a turn brought.
    """

    kind: SourceKind
    turn: int
    exchange: int
    seats: tuple[SeatId, ...]
    key: str
    label: str


class Effect(NamedTuple):
    """What one source added to one number in all, in points: at once or later, and through spillover."""

    source: Source
    number: str
    direct: int
    indirect: int

    @property
    def total(self) -> int:
        """Everything that it added."""
        return self.direct + self.indirect


def effects(book: Book, state: State) -> tuple[Effect, ...]:
    """Return every effect of a game so far, in the order in which they first came.

    For each number the totals add up to its value less its start.
    """
    found: dict[tuple[Source, str], list[int]] = {}
    rolls = {
        f"{turn}.{here.number}/{roll.path}": roll
        for turn, here in state.every_exchange()
        for roll in here.rolls
    }
    rolls |= {f"{turn}/{roll.path}": roll for turn, roll in state.driven}
    for _, of_a_turn in groupby(entries(state), key=lambda entry: entry.turn):
        ledger = list(of_a_turn)  # what spills over in a turn began in it
        for entry in ledger:
            if not entry.change.applied:
                continue
            for cause, share in roots(ledger, entry).items():
                sums = found.setdefault((source(book, cause, rolls), entry.change.number), [0, 0])
                sums[entry.step == "spillover"] += share
    return tuple(Effect(one, number, *sums) for (one, number), sums in found.items())


def by_source(found: tuple[Effect, ...]) -> Mapping[Source, tuple[Effect, ...]]:
    """Return effects gathered by their sources."""
    gathered: dict[Source, list[Effect]] = {}
    for effect in found:
        gathered.setdefault(effect.source, []).append(effect)
    return {one: tuple(own) for one, own in gathered.items()}


def source(book: Book, cause: str, rolls: Mapping[str, Chances]) -> Source:
    """Return what stands behind a cause of the ledger; `rolls` are those of the game by turn and path.

    What chance made of the choice of one seat counts as that choice.
    """
    when, *parts = cause.split("/")
    turn, _, exchange = when.partition(".")
    if parts[0] == "chance" and parts[1] in ("option", "standing"):
        parts = parts[1:-1]
    if parts[0] == "chance":
        label = _chance(book, cause, rolls.get(cause.rpartition("/")[0]))
        return Source("chance", int(turn), int(exchange or 0), (), "/".join(parts), label)
    kind, seats, label = _named(book, parts)
    return Source(kind, int(turn), int(exchange or 0), seats, "/".join(parts), label)


def _chance(book: Book, cause: str, roll: Chances | None) -> str:
    """Return a chance as the ledger tells it, with its odds where dice decided it."""
    told, colon, news = tell(book, cause, SeatId(FACILITATOR), ended=True).partition("): ")
    told = told if colon else told.removesuffix(")")
    odds = f", {chance(roll.weights[roll.outcome], sum(roll.weights))}" if roll and not roll.ruled else ""
    return f"{told}{odds}){': ' if colon else ''}{news}"


def _named(book: Book, parts: list[str]) -> tuple[SourceKind, tuple[SeatId, ...], str]:
    match parts:
        case ["option" | "standing", *_]:
            found = ready_option(book, parts)
            assert found is not None
            return "decision", (found[0],), found[1].option.label
        case ["together", card, at]:
            entry = book.cards[CardId(card)].together[int(at)]
            named = {owner for owner, _ in entry.choices}
            seats = tuple(seat for seat in book.seats if seat in named)
            title = book.cards[CardId(card)].card.title
            return "joint", seats, entry.news or f"what they chose together in '{title}'"
        case ["card", card]:
            return "situation", (), book.cards[CardId(card)].card.title
        case ["driver", key]:
            return "rule", (), book.driver(key).driver.title
        case ["decay", number]:
            return "drift", (), f"Drift back toward {book.baseline(number)}"
        case ["ruling", *_]:
            return "ruling", (), "The facilitator's ruling"
        case _:
            raise ValueError(f"no cause is written so: {'/'.join(parts)}")
