"""What a seat can know before the end: numbers, flags, what a condition reads, and rolls.

What happens in public is evidence, and may rest on secrets. A roll is told where something of it shows, or
where its occasion is known; its odds and which outcome came only where neither gives away what is not known.
"""

from collections.abc import Callable, Iterable

from wargame.content.base import ANYONE, FACILITATOR, CardId, FlagId, SeatId
from wargame.content.cards import Option
from wargame.content.conditions import Condition, within
from wargame.engine.book import Book
from wargame.engine.causes import consequences, outcome_news, ready_option
from wargame.engine.events import Chances
from wargame.engine.ready import ReadyEffect
from wargame.engine.state import State


def all_open(state: State, seat: SeatId) -> bool:
    """Say whether nothing is kept from a seat: from the facilitator, and from all after the end."""
    return seat == FACILITATOR or state.phase == "ended"


def own_or_public(book: Book, seat: SeatId, number: str) -> bool:
    """Say whether a number is a relation or a seat's own track, which it sees at any time."""
    return book.owner(number) in (None, seat)


def may_see(book: Book, state: State, seat: SeatId, number: str) -> bool:
    """Say whether a seat may see a number: relations, its own tracks, and all of it after the end."""
    return own_or_public(book, seat, number) or all_open(state, seat)


def numbers_seen(book: Book, state: State, seat: SeatId) -> frozenset[str]:
    """Return every number that a seat may see."""
    return book.once(
        ("numbers seen", seat, all_open(state, seat)),
        lambda: frozenset(number for number in book.numbers if may_see(book, state, seat, number)),
    )


def knows_flag(book: Book, state: State, seat: SeatId, flag: FlagId) -> bool:
    """Say whether a seat knows whether a flag is set: all are known after the end."""
    return book.flag_known_to(flag, seat) or all_open(state, seat)


def knowable(book: Book, state: State, seat: SeatId, parts: Iterable[Condition]) -> bool:
    """Say whether a seat can know all that conditions read, those inside them left out.

    What others chose is known as far as the labels that it was shown tell options apart.
    """
    return all_open(state, seat) or all(_knowable(book, state, seat, part) for part in parts)


JUDGED = frozenset(
    ("tension", "tracks", "flags", "window", "turn", "intent", "choices", "chosen", "late", "any_", "not_")
)
"""What a condition may read for this to say whether a seat knows it: of anything newer, no seat does."""


def _knowable(book: Book, state: State, seat: SeatId, part: Condition) -> bool:
    return (
        part.model_fields_set <= JUDGED
        and all(may_see(book, state, seat, track) for track in part.tracks)
        and all(knows_flag(book, state, seat, flag) for flag in part.flags)
        and set(part.intent) <= {seat}
        and all(_apart(book, seat, who, _named(ids)) for who, ids in part.choices.items())
        and all(_apart(book, seat, who, _tagged(tags)) for who, tags in part.chosen.items())
    )


def roll_told(book: Book, state: State, seat: SeatId, roll: Chances, moved: Iterable[str]) -> bool:
    """Say whether a seat is told that a chance was rolled; `moved` are the numbers that its outcome moved."""
    shows = outcome_news(book, roll.path, roll.outcome) or any(
        may_see(book, state, seat, one) for one in moved
    )
    if shows or all_open(state, seat):
        return True
    if not odds_told(book, state, seat, roll.path):
        return False
    source = roll.path.split("/")[1:]
    return book.once(("occasion", seat, roll.path), lambda: _occasion(book, state, seat, source))


def odds_told(book: Book, state: State, seat: SeatId, path: str) -> bool:
    """Say whether a seat is told the odds of a roll, and which outcome came.

    It must know all that the odds rest on. And an outcome that news does not tell apart from the others must
    do nothing that is hidden from it, since its place would tell that.
    """
    return all_open(state, seat) or book.once(
        ("odds", seat, path), lambda: _odds_told(book, state, seat, path.split("/")[1:])
    )


def _odds_told(book: Book, state: State, seat: SeatId, source: list[str]) -> bool:
    found = consequences(book, source)
    if found is None or not knowable(book, state, seat, found.odds_rest_on):
        return False
    news = [chance.news for chance in found.chances]
    return not any(
        (chance.news is None or news.count(chance.news) > 1)
        and (chance.next or _hides(book, state, seat, chance.effects))
        for chance in found.chances
    )


def _hides(book: Book, state: State, seat: SeatId, effects: Iterable[ReadyEffect]) -> bool:
    """Say whether a seat might not see all that effects do, as soon as they are made."""
    return any(
        effect.delay > 0
        or not all(may_see(book, state, seat, book.numbers[at]) for at, _ in effect.changes)
        or not all(knows_flag(book, state, seat, flag) for flag in (*effect.set, *effect.clear))
        or _hides(book, state, seat, effect.otherwise)
        for effect in effects
    )


def _occasion(book: Book, state: State, seat: SeatId, source: list[str]) -> bool:
    """Say whether a seat can know that the occasion of a roll arose, whatever came of it."""
    match source:
        case ["card", _]:
            return True
        case ["driver", key]:
            return knowable(book, state, seat, within(book.driver(key).driver.when))
        case ["together", card, at]:
            entries = book.cards[CardId(card)].card.together[: int(at) + 1]
            return all(
                knowable(book, state, seat, within(entry.when))
                and all(_apart(book, seat, who, _named(ids)) for who, ids in entry.choices.items())
                for entry in entries
            )
        case _:
            found = ready_option(book, source)
            return found is not None and _apart(
                book, seat, found[0], lambda option: option == found[1].option
            )


def _named(ids: Iterable[str]) -> Callable[[Option], bool]:
    wanted = frozenset(ids)
    return lambda option: option.id in wanted


def _tagged(tags: Iterable[str]) -> Callable[[Option], bool]:
    wanted = frozenset(tags)
    return lambda option: not wanted.isdisjoint(option.tags)


def _apart(book: Book, seat: SeatId, owner: SeatId, meant: Callable[[Option], bool]) -> bool:
    """Say whether a seat can tell the options that are meant from all others of their owner."""
    owners = book.seats if owner == ANYONE else (owner,)
    return all(
        one == seat or len({meant(option) for option in alike}) == 1
        for one in owners
        for alike in book.alike.get(one, ())
    )
