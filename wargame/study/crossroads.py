"""Crossroads: an exchange, what each seat could have chosen there, and the state with that in its envelope.

What the others had in their envelopes stays there: they filled them without knowing. A clock that ran out has
not, for a seat that is given another choice.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wargame.content.base import OptionId, SeatId
from wargame.content.text import one_line
from wargame.engine.book import Book
from wargame.engine.commands import Commit
from wargame.engine.decide import decide
from wargame.engine.events import Opened
from wargame.engine.evolve import follow
from wargame.engine.records import Rejection
from wargame.engine.state import State, replace
from wargame.play.names import Names
from wargame.play.words import nearest
from wargame.study.camps import by_turn
from wargame.study.replay import Replay
from wargame.study.turning import TurningPoint


class NoWhatIf(Exception):
    """A question that cannot be asked of a game; its text is one sentence for people."""


class Way(NamedTuple):
    """An option of a seat, whether it was taken, and late, and the state with it in the envelope."""

    option: str
    label: str
    taken: bool
    late: bool
    state: State


class Question(NamedTuple):
    """What a seat could have done in an exchange; `closed` are the labels of shut options, and why."""

    seat: SeatId
    ways: tuple[Way, ...]
    closed: tuple[tuple[str, str], ...]


class Crossroads(NamedTuple):
    """An exchange with a question for each seat; `at` is the record that dealt it.

    `why` is the sentence of the turning point, if it is one; `numbers` are those that are watched.
    """

    at: int
    turn: int
    exchange: int
    title: str | None
    why: str
    numbers: tuple[str, ...]
    questions: tuple[Question, ...]


def turning(
    replay: Replay, points: int, seats: Sequence[SeatId], numbers: Sequence[str]
) -> Iterator[Crossroads]:
    """Yield the crossroads of the weightiest turning points at which somebody had another option.

    Those at which something moved come before those at which forecasts went wrong or apart: where these were
    stated nothing need have hung on what was decided.
    """
    found: set[int] = set()
    for point in sorted(replay.turning, key=lambda point: point.kind in ("surprise", "disagreement")):
        if len(found) == points:
            return
        exchange = point.exchange or _weightiest(replay, point)
        if not exchange:
            continue
        at = _dealt(replay, point.turn, exchange)
        watched = numbers or ((point.number,) if point.number else ())
        here = crossroads(replay, at, seats, watched, point.sentence)
        if here.questions and at not in found:
            found.add(at)
            yield here


def _weightiest(replay: Replay, point: TurningPoint) -> int:
    """Return the exchange of a turn whose decisions moved the number of a turning point most, 0 for none."""
    moved: dict[int, int] = {}
    for effect in replay.effects:
        source = effect.source
        if source.turn == point.turn and source.exchange and effect.number == point.number:
            moved[source.exchange] = moved.get(source.exchange, 0) + abs(effect.total)
    return max(moved, key=lambda exchange: moved[exchange], default=0)


def _dealt(replay: Replay, turn: int, exchange: int) -> int:
    return next(
        moment.at
        for moment in replay.moments
        if (moment.kind, moment.turn, moment.exchange) == ("card", turn, exchange)
    )


def exchange_at(replay: Replay, at: int) -> int:
    """Return the record that dealt the exchange on the table after a record, else the next.

    Raises NoWhatIf.
    """
    if not 0 <= at < len(replay.records):
        raise NoWhatIf(f"Give the number of a record from 0 to {len(replay.records) - 1}, and not {at}.")
    cards = [moment.at for moment in replay.moments if moment.exchange and moment.kind == "card"]
    if replay.state(at).phase in ("decide", "reveal"):
        return max(card for card in cards if card <= at)
    later = [card for card in cards if card > at]
    if not later:
        raise NoWhatIf(f"After record {at} nobody was asked any more: name an earlier one.")
    return later[0]


def crossroads(
    replay: Replay, at: int, seats: Sequence[SeatId], numbers: Sequence[str], why: str = ""
) -> Crossroads:
    """Return what seats could have done in the exchange that a record dealt.

    Without `seats` they are those that its card asked, or all that were asked if there was none; without
    `numbers` the relation that moved most in that turn is watched.
    """
    book, before = replay.book, _before(replay, at)
    here = before.exchanges[-1]
    asked = [seat for seat in here.asked if seat not in here.vacant]
    by_card = [seat for seat in asked if here.asked[seat] == "card"]
    questions = [_question(book, before, seat) for seat in asked if seat in (seats or by_card or asked)]
    return Crossroads(
        at=at,
        turn=before.turn,
        exchange=here.number,
        title=book.cards[here.card].card.title if here.card is not None else None,
        why=why,
        numbers=tuple(numbers) or (_swung(replay, before.turn),),
        questions=tuple(question for question in questions if len(question.ways) > 1),
    )


def _before(replay: Replay, at: int) -> State:
    """Return the state just before the envelopes of an exchange are opened, or the last; no clock runs."""
    opened = (
        later - 1
        for later in range(at + 1, len(replay.records))
        if any(isinstance(event, Opened) for event in replay.records[later].events)
    )
    state = replay.state(next(opened, len(replay.records) - 1))
    here = replace(state.exchanges[-1], until={}, left={})
    return replace(state, paused=None, exchanges=(*state.exchanges[:-1], here))


def _question(book: Book, before: State, seat: SeatId) -> Question:
    here = before.exchanges[-1]
    ask, envelope, late = book.asks[here.card][seat], here.envelopes.get(seat), seat in here.late
    taken = envelope.option if envelope else ask.ask.default if late else None
    ways, closed = [], []
    if taken is not None:
        was_late = late and envelope is None
        ways.append(Way(taken, ask.options[taken].option.label, True, was_late, before))
    in_time = replace(here, late=tuple(other for other in here.late if other != seat))
    free = replace(before, exchanges=(*before.exchanges[:-1], in_time))
    for key, ready in ask.options.items():
        if envelope is not None and key == taken:
            continue
        chosen = _chosen(book, free, seat, ready.option.id)
        if isinstance(chosen, str):
            closed.append((ready.option.label, chosen))
        else:
            ways.append(Way(key, ready.option.label, False, False, chosen))
    return Question(seat, tuple(ways), tuple(closed))


def _chosen(book: Book, state: State, seat: SeatId, option: OptionId) -> State | str:
    """Return the state with another option in a seat's envelope, or why it is shut."""
    commit = Commit(by=seat, at=state.now, option=option, rationale="What if?")
    answer = decide(book, state, commit)
    return answer.sentence if isinstance(answer, Rejection) else follow(book, state, answer)


def _swung(replay: Replay, turn: int) -> str:
    """Return the relation that moved most in a turn; of equals the first."""
    book = replay.book
    rows = dict(by_turn(book, replay.game.state))
    moved = [abs(rows[turn][at] - rows[turn - 1][at]) for at in range(book.relations)]
    return book.numbers[moved.index(max(moved))]


def number_named(book: Book, typed: str) -> str:
    """Return the number that was typed, by its name or its label; raises NoWhatIf."""
    folded = typed.strip().casefold()
    for name in book.numbers:
        if folded in (name.casefold(), book.label(name).casefold()):
            return name
    near = nearest(typed, book.numbers)
    raise NoWhatIf(
        f"There is no number '{one_line(typed, 60)}'.{near} The numbers are: {', '.join(book.numbers)}."
    )


def free(here: Crossroads, seats: Sequence[SeatId], names: Names) -> None:
    """Raise NoWhatIf where a seat that was named, or everybody, had no other option at a crossroads."""
    able = [question.seat for question in here.questions]
    where = f"turn {here.turn}, exchange {here.exchange}"
    for seat in seats:
        if seat not in able:
            raise NoWhatIf(f"{names.short[seat]} had nothing else to choose in {where}.")
    if not able:
        raise NoWhatIf(f"Nobody had anything else to choose in {where}.")
