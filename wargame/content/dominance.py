"""Options that need no thought: better than every sibling on everything that their seat wants.

Read from the content: an option's sure effects and costs, delayed ones included, against the signs of what
the seat wants. What depends on a condition, a combination or a chance is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wargame.content.base import SeatId
from wargame.content.cards import Ask, Card, Option
from wargame.content.laid import STANDING
from wargame.content.rules import Rules
from wargame.content.seats import Want


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
        worths: list[tuple[str | None, _Worth]] = [
            (intent.id, _Worth((*actor.seat.wants, *intent.wants))) for intent in actor.seat.intents
        ] or [(None, _Worth(actor.seat.wants))]
        for name, ask in asks:
            best = [(intent, worth.best(ask)) for intent, worth in worths]
            for option in ask.options:
                intents = tuple(intent for intent, found in best if found == option.id)
                if intents:
                    yield Dominant(seat, name, option.id, intents)


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

    def best(self, ask: Ask) -> str | None:
        """Return the option that is no worse than any other on anything, and better on something."""
        worth = [self._of(option) for option in ask.options]
        for option, own in zip(ask.options, worth, strict=True):
            if all(_beats(own, rival) for rival in worth if rival is not own):
                return option.id
        return None

    def _of(self, option: Option) -> list[int]:
        sums = {str(track): -amount for track, amount in option.costs.items()}
        set_flags: dict[str, int] = {}
        for effect in option.effects:
            if effect.when is not None:
                continue
            for number, amount in (*effect.tension.items(), *effect.tracks.items()):
                sums[number] = sums.get(number, 0) + amount
            if effect.flags:
                set_flags.update(dict.fromkeys(effect.flags.set, 1))
                set_flags.update(dict.fromkeys(effect.flags.clear, -1))
        found = [sign * sums.get(number, 0) for number, sign in self._signs]
        found += [weight * set_flags.get(flag, 0) for flag, weight in self._flags.items()]
        found += [weight if tag in option.tags else 0 for tag, weight in self._tags.items()]
        return found


def _beats(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether one is no worse on anything and better on something."""
    gaps = [mine - theirs for mine, theirs in zip(one, other, strict=True)]
    return min(gaps, default=0) >= 0 and max(gaps, default=0) > 0


def _signs(wants: Sequence[Want]) -> tuple[int, ...]:
    """Return which ways a number is wanted to go, at some level or other: +1, -1, both or neither."""
    found = set()
    for level in range(100):
        slope = sum(
            want.weight
            for want in wants
            if (want.above is None or level >= want.above) and (want.below is None or level < want.below)
        )
        found.add((slope > 0) - (slope < 0))
    return tuple(sorted(found - {0}))
