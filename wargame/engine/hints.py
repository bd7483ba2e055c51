"""What an option tells of its effects: their direction, their size, or nothing.

Only numbers that the seat may see are named, and only effects written on the option itself: what a
combination or a chance may add is for the table to find out.
"""

from msgspec import Struct

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.known import own_or_public
from wargame.engine.ready import ReadyEffect, ReadyOption


class Hint(Struct, frozen=True):
    """A number that an option would move: `direction` +1 or -1, `size` in points unless it is withheld.

    One that is not `sure` depends on a condition; a `later` one comes in a later turn.
    """

    number: str
    label: str
    direction: int
    size: int | None
    sure: bool
    later: bool


class FlagHint(Struct, frozen=True):
    """A flag that an option would set, or clear; one that is not `sure` depends on a condition."""

    flag: str
    about: str
    sets: bool
    sure: bool
    later: bool


def flag_hints(book: Book, option: ReadyOption, seat: SeatId, detail: str) -> tuple[FlagHint, ...]:
    """Return the flags that an option's own effects would set or clear, as far as the seat knows of them."""
    if detail == "none":
        return ()
    found: dict[FlagHint, None] = {}
    for effect in option.follows.effects:
        _collect_flags(found, book, seat, effect, effect.test is None)
    return tuple(found)


def _collect_flags(
    found: dict[FlagHint, None], book: Book, seat: SeatId, effect: ReadyEffect, sure: bool
) -> None:
    for flag, sets in [*((flag, True) for flag in effect.set), *((flag, False) for flag in effect.clear)]:
        if book.flag_known_to(flag, seat):
            found[FlagHint(flag, book.rules.flags[flag].about, sets, sure, effect.delay > 0)] = None
    for other in effect.otherwise:
        _collect_flags(found, book, seat, other, False)


def hints(book: Book, option: ReadyOption, seat: SeatId, detail: str) -> tuple[Hint, ...]:
    """Return the hints of an option, in the order in which its effects are written."""
    if detail == "none":
        return ()
    sums: dict[tuple[int, bool, bool], int] = {}
    for effect in option.follows.effects:
        _collect(sums, effect, effect.test is None)
    found = []
    for (at, sure, later), amount in sums.items():
        number = book.numbers[at]
        if amount and own_or_public(book, seat, number):
            size = abs(amount) if detail == "size" else None
            direction = 1 if amount > 0 else -1
            found.append(Hint(number, book.label(number), direction, size, sure, later))
    return tuple(found)


def _collect(sums: dict[tuple[int, bool, bool], int], effect: ReadyEffect, sure: bool) -> None:
    if not effect.for_late:
        for at, amount in effect.changes:
            key = at, sure, effect.delay > 0
            sums[key] = sums.get(key, 0) + amount
    for other in effect.otherwise:
        _collect(sums, other, effect.for_late)
