"""A game gone on with from a moment of an earlier one: with another choice, or with others in the seats.

Every command up to the moment is decided once more, into records of a game of its own. The seed stays, so the
same choices meet the same dice. Only who led the game on is said otherwise than at first, where a seat has
changed hands. Who decided stays as it was: what a bot decided is the bot's, whoever sits there now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from msgspec.structs import replace

from wargame.content.base import OptionId, SeatId
from wargame.content.text import one_line
from wargame.engine.book import Book
from wargame.engine.commands import Begin, Command, Commit, Holder
from wargame.engine.decide import decide
from wargame.engine.evolve import follow
from wargame.engine.legal import LEGAL, leads
from wargame.engine.ready import ReadyAsk
from wargame.engine.records import Record, Rejection
from wargame.engine.shut import current_ask
from wargame.engine.state import State
from wargame.play.leading import Refused, lead, leader
from wargame.play.names import Names
from wargame.play.setup import Seed, holders
from wargame.play.table import Table
from wargame.play.words import counted, joined, nearest
from wargame.study.replay import Replay

_LONGEST = 60


class NoFork(Exception):
    """A fork that cannot be; its text is one sentence for people."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A game begun with what an earlier one has in common with it; `records` lead up to where it goes on."""

    book: Book
    records: tuple[Record, ...]


class _Kept:
    """A journal in memory."""

    digest = ""

    def __init__(self) -> None:
        self.records: list[Record] = []

    def append(self, record: Record) -> None:
        """Keep a record."""
        self.records.append(record)

    def close(self) -> None:
        """Nothing is held."""


class _Stopped:
    """A clock that stands still: no time passes while somebody chooses for others."""

    def __init__(self, at: int) -> None:
        self._at = at

    def now(self) -> int:
        """Return milliseconds of play."""
        return self._at


def start_of(replay: Replay, turn: int) -> int:
    """Return the record after which a turn begins; raises NoFork for one that was never begun."""
    starts = [0, *(moment.at for moment in replay.moments if moment.kind == "turn-end")]
    if not 1 <= turn <= len(starts):
        raise NoFork(f"This game has {counted(len(starts), 'turn')}, and no turn {turn}.")
    return starts[turn - 1]


def checked(replay: Replay, at: int) -> int:
    """Return the number of a record after which there is something to decide; raises NoFork."""
    last = len(replay.records) - (2 if replay.ended else 1)
    if 0 <= at <= last:
        return at
    over = f" With record {at} the game ended." if replay.ended and at == last + 1 else ""
    raise NoFork(f"Give the number of a record from 0 to {last}, and not {at}.{over}")


def seating(replay: Replay, people: Sequence[SeatId], bots: Iterable[SeatId] | None) -> dict[SeatId, Holder]:
    """Return who sits where: people and bots as named, or bots on all other seats when None; else as it was.

    A seat in which nobody sat stays empty. Raises NoFork.
    """
    begin = replay.game.begin
    empty = [seat for seat, holder in begin.seats.items() if holder.kind == "empty"]
    bot = [seat for seat in begin.seats if seat not in (*people, *empty)] if bots is None else list(bots)
    for seat in (*people, *bot):
        if seat in empty:
            raise NoFork(f"Nobody sat in '{seat}' in this game, and so nobody can in a fork of it.")
        if seat in people and seat in bot:
            raise NoFork(f"'{seat}' cannot be held by a person and by a bot.")
    seed = Seed(bytes.fromhex(begin.seed), b"", given=begin.seed_given)
    named = holders(replay.book, seed, people, bot)
    changed = {
        seat: holder
        for seat, holder in named.items()
        if holder.kind != "empty" and holder.kind != begin.seats[seat].kind
    }
    return {**begin.seats, **changed}


def fork(
    replay: Replay,
    at: int,
    seats: Mapping[SeatId, Holder],
    choices: Mapping[str, str] | None = None,
    started: str = "",
) -> Fork:
    """Return the fork of a game after a record; raises NoFork.

    `choices` are options by seat, as they were typed. They count in the exchange that is being decided then,
    or, when none is, in the next; whatever else lies in its envelopes stays there.
    """
    book = replay.book
    begin = replace(replay.game.begin, seats=dict(seats), started=started)
    kept, state = _Kept(), State()
    for record in replay.records[: checked(replay, at) + 1]:
        command = begin if isinstance(record.command, Begin) else _said_again(state, record.command)
        answer = decide(book, state, command)
        if isinstance(answer, Rejection):
            raise Refused(answer.sentence)
        kept.append(answer)
        state = follow(book, state, answer)
    if choices:
        _choose(Table(book, kept, _Stopped(state.now), state), at, choices)
    return Fork(book, tuple(kept.records))


def _said_again(state: State, command: Command) -> Command:
    """Return a command as those say it who sit there now."""
    if command.kind in LEGAL[state.phase].get("leader", ()) and not leads(state, command.by):
        return replace(command, by=leader(state))
    return command


def _choose(table: Table, at: int, choices: Mapping[str, str]) -> None:
    while table.state.phase in ("brief", "reveal"):
        lead(table)
    if table.state.phase == "ended":
        raise NoFork(f"After record {at} nobody is asked any more: fork before it to choose otherwise.")
    names = Names.of(table.book)
    for typed, option in choices.items():
        seat, ask = _asked(table, names, typed)
        chosen = _option(seat, ask, option)
        answer = table.say(partial(_committed, table.state, seat, chosen, at))
        if isinstance(answer, Rejection):
            raise NoFork(f"{names.short[seat]} cannot choose '{chosen}' there: {answer.sentence}.")


def _committed(state: State, seat: SeatId, option: OptionId, after: int, at: int) -> Commit:
    """Return a seat's other choice, with the forecasts of the envelope that it takes the place of, if any."""
    before = state.exchanges[-1].envelopes.get(seat)
    # With the forecasts goes who stated them.
    held = before.decided if before else state.setup.seats[seat].kind
    return Commit(
        by=seat,
        at=at,
        option=option,
        rationale=f"Chosen in a fork after record {after}.",
        decided="bot" if held == "bot" else "alone",
        forecasts=before.forecasts if before else {},
    )


def _asked(table: Table, names: Names, typed: str) -> tuple[SeatId, ReadyAsk]:
    seat = names.seat(typed)
    if seat is None:
        near = nearest(typed, names.short)
        raise NoFork(f"There is no seat '{one_line(typed, _LONGEST)}'.{near} {_list('seats', names.short)}")
    ask = current_ask(table.book, table.state, seat)
    if ask is None:
        here = table.state.exchanges[-1]
        asked = joined([names.short[other] for other in here.asked])
        where = f"turn {table.state.turn}, exchange {here.number}"
        raise NoFork(f"{names.short[seat]} is not asked in {where}; it asks {asked}.")
    return seat, ask


def _option(seat: SeatId, ask: ReadyAsk, typed: str) -> OptionId:
    """Return the option that was typed, by its id or its label, however it is written."""
    folded = typed.strip().casefold()
    for key, ready in ask.options.items():
        if folded in (key.casefold(), ready.option.label.casefold()):
            return ready.option.id
    near = nearest(typed, ask.options)
    raise NoFork(
        f"'{seat}' has no option '{one_line(typed, _LONGEST)}' there.{near} {_list('options', ask.options)}"
    )


def _list(what: str, names: Iterable[str]) -> str:
    return f"The {what} are: {', '.join(names)}."
