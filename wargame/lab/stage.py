"""A card on the table in a state of one's choosing: the start of the game, but for what is set otherwise.

The engine begins the game and deals the card, as a facilitator's inject; the state between the two is the
only one that no game has led to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wargame.content.base import FACILITATOR, OBSERVER, CardId, FlagId, SeatId
from wargame.content.cards import Card
from wargame.content.conditions import Condition, holds
from wargame.content.names import Names
from wargame.content.scenario import Scenario
from wargame.content.walk import walk
from wargame.engine import shut
from wargame.engine.book import Book
from wargame.engine.commands import Command, Commit, Deal, Inject, Open
from wargame.engine.decide import decide
from wargame.engine.evolve import follow
from wargame.engine.ready import ReadyOption
from wargame.engine.records import Rejection
from wargame.engine.shut import current_ask
from wargame.engine.sight import sight
from wargame.engine.sight_parts import Sight
from wargame.engine.state import State, replace
from wargame.play.leading import Refused
from wargame.play.setup import begin, holders, seed_from

_SEED = 1


@dataclass(frozen=True, slots=True)
class Setting:
    """What is otherwise than at the start: a turn of the calendar, numbers, flags that are set."""

    turn: int | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


def stage(scenario: Scenario, card: CardId, setting: Setting) -> tuple[Book, State]:
    """Return the longest game of a scenario with a card just dealt; raises ValueError for unknown names."""
    lengths = scenario.rules.lengths
    book = Book(scenario, max(lengths, key=lambda name: len(lengths[name].turns)))
    _check(book, setting)
    seed = seed_from(_SEED)
    seats = holders(book, seed, book.seats, None)
    state = said(book, State(), begin(book, seed, seats, facilitator=True))
    state = _set(book, state, setting)
    state = said(book, state, Inject(by=FACILITATOR, at=0, card=card, reason="to look at it"))
    return book, said(book, state, Deal(by=FACILITATOR, at=0))


def intents_asked(state: State, card: Card) -> dict[SeatId, str]:
    """Return the intents that what follows from a card rests on, as they were drawn."""
    asked = {seat for _, part in walk(card) if isinstance(part, Condition) for seat in part.intent}
    return {seat: intent for seat, intent in state.intents.items() if seat in asked}


def sights(book: Book, state: State) -> dict[SeatId, Sight]:
    """Return what each seat is told of the card on the table."""
    return {seat: sight(book, state, seat) for seat in state.exchanges[-1].asked}


def met(book: Book, state: State, seat: SeatId) -> dict[str, list[str]]:
    """Return by option what those that are open to a seat need, which holds in this state."""
    ask = current_ask(book, state, seat)
    options = ask.options.items() if ask else ()
    return {str(key): needed for key, ready in options if (needed := shut.met(book, state, seat, ready))}


def opening(book: Book, state: State, seat: SeatId, ready: ReadyOption) -> Setting | None:
    """Return the numbers and flags that would open an option that is shut, each as near as can be.

    None for an open option, and where numbers and flags alone do not open it.
    """
    if not shut.shut(book, state, seat, ready):
        return None
    now = dict(zip(map(str, book.numbers), state.numbers, strict=True))
    least = {str(book.numbers[at]): amount for at, amount in ready.costs}
    needs = ready.option.needs or Condition.model_construct()
    asked: dict[str, str] = dict.fromkeys(least, ">= 0")
    for number, comparison in [*needs.tension.items(), *needs.tracks.items()]:
        asked[str(number)] = comparison
    numbers: dict[str, int] = {}
    for name, wanted in asked.items():
        fit = [level for level in range(least.get(name, 0), 101) if holds(wanted, level)]
        near = min(fit, key=lambda level: abs(level - now[name]), default=now[name])
        if near != now[name]:
            numbers[name] = near
    flags = tuple(str(flag) for flag in needs.flags if flag not in state.flags)
    found = Setting(numbers=numbers, flags=flags)
    return None if shut.shut(book, _with(book, state, found), seat, ready) else found


def revealed(book: Book, state: State) -> Sight:
    """Return what all are told once everybody has taken the default and the envelopes are open."""
    here = state.exchanges[-1]
    for seat in here.asked:
        default = book.asks[here.card][seat].ask.default
        state = said(book, state, Commit(by=seat, at=0, option=default, rationale="to look at it"))
    return sight(book, said(book, state, Open(by=FACILITATOR, at=0)), OBSERVER)


def milder(card: Card) -> tuple[tuple[SeatId, str, str], ...]:
    """Return each option that others read by another label: its seat, its label, and the other."""
    return tuple(
        (seat, option.label, option.shown_as)
        for seat, ask in card.asks.items()
        for option in ask.options
        if option.shown_as is not None
    )


def said(book: Book, state: State, command: Command) -> State:
    """Return the state after a command; raises Refused."""
    answer = decide(book, state, command)
    if isinstance(answer, Rejection):
        raise Refused(answer.sentence)
    return follow(book, state, answer)


def _check(book: Book, setting: Setting) -> None:
    names = Names(book.rules, [str(card) for card in book.cards])
    asked = [("number", number) for number in setting.numbers] + [("flag", flag) for flag in setting.flags]
    if setting.turn is not None:
        asked.append(("turn", str(setting.turn)))
    for kind, name in asked:
        if not names.has(kind, name):
            unknown = names.unknown(kind, name)
            raise ValueError(unknown if isinstance(unknown, str) else unknown())
    if setting.turn is not None and setting.turn not in book.turns:
        turns = ", ".join(map(str, book.turns))
        raise ValueError(f"no length of this scenario plays turn {setting.turn}; the longest plays {turns}")


def _set(book: Book, state: State, setting: Setting) -> State:
    month = setting.turn or book.turns[0]
    state = _with(book, state, setting)
    return replace(state, turn=book.turns.index(month) + 1, month=month, turn_start=state.numbers)


def _with(book: Book, state: State, setting: Setting) -> State:
    """Return a state with the numbers and flags of a setting."""
    numbers = list(state.numbers)
    for number, value in setting.numbers.items():
        numbers[book.index[number]] = value
    flags = {**state.flags, **{FlagId(flag): None for flag in setting.flags}}
    return replace(state, numbers=tuple(numbers), flags=flags)
