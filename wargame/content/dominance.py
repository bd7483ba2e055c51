"""Options that need no thought: better than every sibling on everything that their seat wants.

Read from the content: an option's sure effects and costs, delayed ones included, against the signs of what
the seat wants. What depends on a condition, a combination or a chance is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wargame.content.base import SeatId
from wargame.content.cards import Card, Option
from wargame.content.laid import STANDING
from wargame.content.rules import Rules
from wargame.content.seats import Seat, Want

_MOST_INTENTS = 20
"""Intents of a seat that are looked at: several times what a seat has."""


@dataclass(frozen=True, slots=True)
class Dominant:
    """An option without a rival, with each of these intents of its seat (None for a seat that draws none).

    `ask` is the id of its card, or STANDING.
    """

    seat: SeatId
    ask: str
    option: str
    intents: tuple[str | None, ...]


def dominant(rules: Rules, cards: Iterable[Card]) -> Iterator[Dominant]:
    """Yield the options that are better than every sibling on everything that the seat wants."""
    cards = tuple(cards)
    for actor in rules.actors:
        if actor.seat is None:
            continue
        seat = SeatId(actor.id)
        asks = [(STANDING, actor.seat.standing)]
        asks += [(str(card.id), card.asks[seat]) for card in cards if seat in card.asks]
        worths = _worths(actor.seat)
        for name, ask in asks:
            brought = [_Brought(option) for option in ask.options]
            best = [(intent, worth.best(brought)) for intent, worth in worths]
            for option in ask.options:
                intents = tuple(intent for intent, found in best if found == option.id)
                if intents:
                    yield Dominant(seat, name, option.id, intents)


def rivals(seat: Seat, options: Sequence[Option]) -> bool:
    """Say whether none of the options is better than every other, whatever the seat is secretly after."""
    brought = [_Brought(option) for option in options]
    return all(worth.best(brought) is None for _, worth in _worths(seat))


def _worths(seat: Seat) -> "list[tuple[str | None, _Worth]]":
    return [(intent.id, _Worth((*seat.wants, *intent.wants))) for intent in seat.intents[:_MOST_INTENTS]] or [
        (None, _Worth(seat.wants))
    ]


class _Brought:
    """What an option surely moves, sets (1) and clears (-1)."""

    def __init__(self, option: Option) -> None:
        self.id = option.id
        self.tags = option.tags
        self.sums = {str(track): -amount for track, amount in option.costs.items()}
        self.flags: dict[str, int] = {}
        for effect in option.effects:
            if effect.when is not None:
                continue
            for number, amount in (*effect.tension.items(), *effect.tracks.items()):
                self.sums[number] = self.sums.get(number, 0) + amount
            if effect.flags:
                self.flags.update(dict.fromkeys(effect.flags.set, 1))
                self.flags.update(dict.fromkeys(effect.flags.clear, -1))


class _Worth:
    """What options bring of each thing wanted, counted upward for what is wanted more of."""

    def __init__(self, wants: Sequence[Want]) -> None:
        numbers = dict.fromkeys(str(want.number) for want in wants if want.number is not None)
        self._signs = [
            (number, sign)
            for number in numbers
            for sign in _signs([want for want in wants if want.number == number])
        ]
        self._flags = {str(want.flag): want.weight for want in wants if want.flag is not None}
        self._tags = {str(want.tag): want.weight for want in wants if want.tag is not None}

    def best(self, options: Sequence[_Brought]) -> str | None:
        """Return the option that is no worse than any other on anything, and better on something."""
        worth = [self._of(option) for option in options]
        most = [max(each) for each in zip(*worth, strict=True)]
        best = [option for option, own in zip(options, worth, strict=True) if own == most]
        # Of two that bring as much of everything, neither is better.
        return best[0].id if len(best) == 1 else None

    def _of(self, option: _Brought) -> list[int]:
        found = [sign * option.sums.get(number, 0) for number, sign in self._signs]
        found += [weight * option.flags.get(flag, 0) for flag, weight in self._flags.items()]
        found += [weight if tag in option.tags else 0 for tag, weight in self._tags.items()]
        return found


def _signs(wants: Sequence[Want]) -> tuple[int, ...]:
    """Return which ways a number is wanted to go, at some level or other: +1, -1, both or neither."""
    found = set()
    # What a number is worth bends only where a want begins or ends.
    for level in {0, *(want.above or 0 for want in wants), *(want.below or 0 for want in wants)} - {100}:
        slope = sum(
            want.weight
            for want in wants
            if (want.above is None or level >= want.above) and (want.below is None or level < want.below)
        )
        found.add((slope > 0) - (slope < 0))
    return tuple(sorted(found - {0}))
