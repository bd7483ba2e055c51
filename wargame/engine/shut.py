"""Whether a seat may take an option, and why not: one check behind the screen's grey and the engine's no."""

from collections.abc import Iterator

from wargame.content.base import SeatId
from wargame.content.conditions import Condition, holds, in_words
from wargame.engine.book import Book
from wargame.engine.conditions import NOTHING_SEEN
from wargame.engine.known import own_or_public
from wargame.engine.ready import ReadyAsk, ReadyOption
from wargame.engine.records import Rejection
from wargame.engine.state import State


def current_ask(book: Book, state: State, seat: SeatId) -> ReadyAsk | None:
    """Return what a seat is asked in the exchange on the table, None if it is not."""
    if state.phase not in ("decide", "reveal"):
        return None
    here = state.exchanges[-1]
    return book.asks[here.card][seat] if seat in here.asked else None


def shut(book: Book, state: State, seat: SeatId, ready: ReadyOption) -> Rejection | None:
    """Say why an option is shut to a seat now; None if it is open.

    The sentence names a number or flag only if the seat may see it.
    """
    for at, amount in ready.costs:
        if state.numbers[at] < amount:
            own = f"it costs {amount} {_name(book, at)}, and you have {state.numbers[at]}"
            reason = own if own_or_public(book, seat, book.numbers[at]) else "it costs more than there is"
            return Rejection("shut", f"'{ready.option.label}' is shut: {reason}")
    if ready.needs is None or ready.needs(state, NOTHING_SEEN):
        return None
    assert ready.option.needs is not None
    reason = "; ".join(_unmet(book, state, seat, ready.option.needs)) or "it is not possible now"
    return Rejection("shut", f"'{ready.option.label}' is shut: {reason}")


def _name(book: Book, at: int) -> str:
    return book.label(book.numbers[at])


def met(book: Book, state: State, seat: SeatId, ready: ReadyOption) -> list[str]:
    """Return what an open option needs and has, of the numbers and flags that its seat may see."""
    needs = ready.option.needs
    if needs is None or shut(book, state, seat, ready):
        return []
    return [said for said, so in _needed(book, state, seat, needs) if so]


def _unmet(book: Book, state: State, seat: SeatId, needs: Condition) -> list[str]:
    return [said for said, so in _needed(book, state, seat, needs) if not so]


def _needed(book: Book, state: State, seat: SeatId, needs: Condition) -> Iterator[tuple[str, bool]]:
    """Yield each number and flag that is needed and that the seat may see, in words, and whether it is so."""
    for number, comparison in [*needs.tension.items(), *needs.tracks.items()]:
        now = state.numbers[book.index[number]]
        if own_or_public(book, seat, number):
            said = f"it needs {book.label(number)} {in_words(comparison)}, and it is {now}"
            yield said, holds(comparison, now)
    for flag in needs.flags:
        if book.flag_known_to(flag, seat):
            yield f"it needs this: {book.rules.flags[flag].about}", flag in state.flags


def late(state: State, seat: SeatId, at: int) -> Rejection | None:
    """Say that a seat's clock has run out at a time; None if it has not."""
    here = state.exchanges[-1]
    until = here.until.get(seat)
    now = at if state.paused is None else state.paused
    if seat not in here.late and (until is None or now <= until):
        return None
    counts = "envelope" if seat in here.envelopes else "default"
    return Rejection("late", f"the clock of '{seat}' has run out; the {counts} counts")


def refused(book: Book, state: State, seat: SeatId, option: str, at: int) -> Rejection | None:
    """Say why a seat cannot commit to an option at a time; None if it can."""
    ask = current_ask(book, state, seat)
    if ask is None:
        return Rejection("not-asked", f"'{seat}' is not asked in this exchange")
    here = state.exchanges[-1]
    if (here.until or here.late) and (no := late(state, seat, at)):
        return no
    if seat in here.vacant:
        return Rejection("vacant", f"nobody sits in '{seat}'; the default counts")
    ready = ask.options.get(option)
    if ready is None:
        return Rejection(
            "unknown-option", f"there is no option '{option}'; choose one of {', '.join(ask.options)}"
        )
    return shut(book, state, seat, ready)
