"""Options that need no thought: better than every sibling on everything that their seat wants.

Read from the content: an option's sure effects and costs, delayed ones included, against the signs of what
the seat wants. What depends on a condition, a combination or a chance is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.content.base import SeatId
from wargame.content.seats import Want
from wargame.engine.book import Book
from wargame.engine.ready import ReadyAsk, ReadyOption


@dataclass(frozen=True, slots=True)
class Dominant:
    """An option without a rival, with each of these intents of its seat (None for a seat that draws none)."""

    seat: SeatId
    ask: str
    option: str
    intents: tuple[str | None, ...]


def dominant(book: Book) -> Iterator[Dominant]:
    """Yield the options that are better than every sibling on everything that the seat wants."""
    for seat in book.seats:
        own = book.seat(seat)
        asks = [("standing", book.standing[seat])]
        asks += [(str(key), card.asks[seat]) for key, card in book.cards.items() if seat in card.asks]
        wants: list[tuple[str | None, tuple[Want, ...]]] = [
            (intent.id, (*own.wants, *intent.wants)) for intent in own.intents
        ] or [(None, own.wants)]
        for name, ask in asks:
            for option in ask.options:
                intents = tuple(key for key, wanted in wants if _best(book, ask, option, wanted))
                if intents:
                    yield Dominant(seat, name, option, intents)


def _best(book: Book, ask: ReadyAsk, option: str, wants: Sequence[Want]) -> bool:
    worth = _Worth(book, wants)
    own = worth.of(ask.options[option])
    rivals = [worth.of(other) for key, other in ask.options.items() if key != option]
    return all(_beats(own, rival) for rival in rivals)


def _beats(one: dict[str, int], other: dict[str, int]) -> bool:
    """Say whether one is no worse on anything and better on something."""
    gaps = [one.get(key, 0) - other.get(key, 0) for key in one.keys() | other.keys()]
    return min(gaps, default=0) >= 0 and max(gaps, default=0) > 0


class _Worth:
    """What options bring of each thing wanted, counted upward for what is wanted more of."""

    def __init__(self, book: Book, wants: Sequence[Want]) -> None:
        self._book = book
        numbers = dict.fromkeys(str(want.number) for want in wants if want.number is not None)
        self._signs = {number: _signs([w for w in wants if w.number == number]) for number in numbers}
        self._flags = {str(want.flag): want.weight for want in wants if want.flag is not None}
        self._tags = {str(want.tag): want.weight for want in wants if want.tag is not None}

    def of(self, option: ReadyOption) -> dict[str, int]:
        sums: dict[str, int] = {}
        set_flags: dict[str, int] = {}
        for effect in option.follows.effects:
            if effect.test is not None:
                continue
            for at, amount in effect.changes:
                sums[self._book.numbers[at]] = sums.get(self._book.numbers[at], 0) + amount
            set_flags.update({str(flag): 1 for flag in effect.set})
            set_flags.update({str(flag): -1 for flag in effect.clear})
        found: dict[str, int] = {}
        for number, signs in self._signs.items():
            for sign in signs:
                found[f"{number} {sign:+}"] = sign * sums.get(number, 0)
        for flag, weight in self._flags.items():
            found[f"flag {flag}"] = weight * set_flags.get(flag, 0)
        for tag, weight in self._tags.items():
            found[f"tag {tag}"] = weight if tag in option.tags else 0
        return found


def _signs(wants: Sequence[Want]) -> frozenset[int]:
    """Return which ways a number is wanted to go, at some level or other: +1, -1, both or neither."""
    found = set()
    for level in range(100):
        slope = sum(
            want.weight
            for want in wants
            if (want.above is None or level >= want.above) and (want.below is None or level < want.below)
        )
        found.add((slope > 0) - (slope < 0))
    return frozenset(found - {0})
