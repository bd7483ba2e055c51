"""One exchange with a card, for every combination of choices, with all that chance can make of each.

Nothing is computed here: the engine opens the envelopes, and is told as a facilitator may tell it how each
chance comes out, one way after the other. What follows at the end of a turn is left to a game.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product, takewhile
from math import prod

from wargame.content.base import FACILITATOR, FlagId, OptionId, SeatId
from wargame.content.problems import suggestion
from wargame.engine.book import Book
from wargame.engine.commands import Commit, Open, RuleOutcome
from wargame.engine.decide import decide
from wargame.engine.events import Applied, Delayed, Scheduled
from wargame.engine.records import Rejection
from wargame.engine.shut import current_ask, shut
from wargame.engine.state import State, replace
from wargame.lab.stage import said
from wargame.play.leading import Refused

MOST = 40
"""Combinations of all seats; of more, each seat is varied alone, unless the seats to vary are named."""

MOST_NAMED = 200
"""Combinations of the seats that are named."""

MOST_OUTCOMES = 60
"""Ways in which chance can make one combination come out, of those that are told."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What steps brought about: numbers as (before, after), flags, later changes, cards, news."""

    moves: Mapping[str, tuple[int, int]]
    sets: tuple[tuple[FlagId, int | None], ...]
    clears: tuple[FlagId, ...]
    later: tuple[Delayed, ...]
    cards: tuple[Scheduled, ...]
    news: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way in which all chances of a combination come out, its odds, and what it adds to the sure part."""

    odds: Fraction
    brought: Brought


@dataclass(frozen=True, slots=True)
class Tried:
    """A combination of choices: what it surely brings, and its outcomes; none where nothing is rolled.

    `told` is the share of all that can happen which the outcomes make up: 1, unless there are too many.
    """

    choices: Mapping[SeatId, OptionId]
    sure: Brought
    outcomes: tuple[Outcome, ...]

    @property
    def told(self) -> Fraction:
        """Return the sum of the odds of the outcomes."""
        return sum((outcome.odds for outcome in self.outcomes), Fraction())


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a card: options by seat, those that are shut with the reason, and combinations tried.

    `left` counts the combinations that were not tried. With `apart`, those were tried in which at most one
    seat does not take its default.
    """

    options: Mapping[SeatId, tuple[OptionId, ...]]
    shut: tuple[tuple[SeatId, OptionId, str], ...]
    tried: tuple[Tried, ...]
    left: int
    apart: bool


def alone(state: State) -> State:
    """Return the state in which the card on the table asks only its own seats."""
    here = state.exchanges[-1]
    asked = {seat: kind for seat, kind in here.asked.items() if kind == "card"}
    return replace(state, exchanges=(replace(here, asked=asked),))


def always() -> bool:
    """Say that a trial goes on."""
    return True


def trial(
    book: Book,
    state: State,
    vary: Iterable[str] = (),
    fixed: Mapping[str, str] | None = None,
    go_on: Callable[[], bool] = always,
) -> Trial:
    """Try the card on the table.

    Seats in `fixed` take that option; if seats are to `vary`, all others take their default. Before each
    combination `go_on` is asked; if it says no, the rest are left. Raises ValueError for a seat that is not
    asked, and for an option that there is not or that is shut.
    """
    state = alone(state)
    fixed, vary = dict(fixed or {}), tuple(vary)
    asked = state.exchanges[-1].asked
    for seat in (*vary, *fixed):
        if seat not in asked:
            near = suggestion(seat, asked) or f"; it asks {', '.join(asked)}"
            raise ValueError(f"this card does not ask '{seat}'{near}")
    asks = {seat: ask for seat in asked if (ask := current_ask(book, state, seat))}
    closed: list[tuple[SeatId, OptionId, str]] = []
    offered = [
        _offered(book, state, seat, fixed.get(seat), not vary or seat in vary, closed) for seat in asks
    ]
    several = prod(map(len, offered))
    apart = not vary and several > MOST
    chosen = _apart(offered) if apart else islice(product(*offered), MOST_NAMED)
    going = takewhile(lambda _: go_on(), chosen)
    tried = tuple(_tried(book, state, dict(zip(asks, each, strict=True))) for each in going)
    options = {seat: tuple(map(OptionId, ask.options)) for seat, ask in asks.items()}
    return Trial(options, tuple(closed), tried, several - len(tried), apart)


def _apart(offered: Sequence[Sequence[OptionId]]) -> Iterator[tuple[OptionId, ...]]:
    """Yield the combination of everybody's first option, and those that differ from it in one."""
    usual = tuple(options[0] for options in offered)
    yield usual
    for at, options in enumerate(offered):
        for option in options[1:]:
            yield (*usual[:at], option, *usual[at + 1 :])


def _offered(
    book: Book,
    state: State,
    seat: SeatId,
    fixed: str | None,
    varies: bool,
    closed: list[tuple[SeatId, OptionId, str]],
) -> Sequence[OptionId]:
    """Return the options of a seat that are tried, its default first; adds the shut ones to `closed`."""
    ask = current_ask(book, state, seat)
    assert ask is not None
    why = {option: shut(book, state, seat, ready) for option, ready in ask.options.items()}
    if fixed is not None and fixed not in why:
        near = suggestion(fixed, why) or f"; there are {', '.join(why)}"
        raise ValueError(f"'{seat}' has no option '{fixed}' on this card{near}")
    if fixed is not None and (no := why[fixed]):
        raise ValueError(f"'{seat}' cannot choose '{fixed}' in this state: {no.sentence}")
    if fixed is not None or not varies:
        return [OptionId(fixed or ask.ask.default)]
    closed += [(seat, OptionId(option), no.sentence) for option, no in why.items() if no]
    opened = [OptionId(option) for option, no in why.items() if not no]
    return sorted(opened, key=lambda option: option != ask.ask.default)


def _tried(book: Book, state: State, choices: Mapping[SeatId, OptionId]) -> Tried:
    for seat, option in choices.items():
        state = said(book, state, Commit(by=seat, at=0, option=option, rationale="to try it"))
    ways = list(islice(_ways(book, state), MOST_OUTCOMES))
    sure = brought([step for step in ways[0][1] if step.step != "chance"])
    rolled = any(step.roll for step in ways[0][1])
    outcomes = [
        Outcome(odds, brought([step for step in steps if step.step == "chance"]))
        for odds, steps in (ways if rolled else [])
    ]
    return Tried(choices, sure, tuple(outcomes))


def _ways(
    book: Book, state: State, ruled: frozenset[str] = frozenset(), odds: Fraction = Fraction(1)
) -> Iterator[tuple[Fraction, tuple[Applied, ...]]]:
    """Yield the steps of opening the envelopes for each way in which the chances can come out."""
    steps = _opened(book, state)
    roll = next((step.roll for step in steps if step.roll and step.roll.path not in ruled), None)
    if roll is None:
        yield odds, steps
        return
    for outcome, weight in enumerate(roll.weights):
        if weight:
            told = RuleOutcome(by=FACILITATOR, at=0, path=roll.path, outcome=outcome, reason="to try it")
            share = odds * Fraction(weight, sum(roll.weights))
            yield from _ways(book, said(book, state, told), ruled | {roll.path}, share)


def _opened(book: Book, state: State) -> tuple[Applied, ...]:
    answer = decide(book, state, Open(by=FACILITATOR, at=0))
    if isinstance(answer, Rejection):
        raise Refused(answer.sentence)
    return tuple(event for event in answer.events if isinstance(event, Applied))


def brought(steps: Iterable[Applied]) -> Brought:
    """Return what steps brought about, each number from its first value to its last."""
    steps = tuple(steps)
    moves: dict[str, tuple[int, int]] = {}
    for step in steps:
        for number, _, before, after, _ in step.changes:
            moves[number] = (moves.get(number, (before, after))[0], after)
    return Brought(
        moves=moves,
        sets=tuple(entry for step in steps for entry in step.set),
        clears=tuple(flag for step in steps for flag in step.clear),
        later=tuple(delayed for step in steps for delayed in step.delayed),
        cards=tuple(card for step in steps for card in step.scheduled),
        news=tuple(text for step in steps for text in step.news),
    )
