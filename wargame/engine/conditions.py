"""Conditions of the content, turned once into functions of what is true at the moment.

Each part of a condition becomes a small test; all of them must hold. A test reads numbers by their place
in the flat row, so it costs a comparison and not a look-up by name.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct

from wargame.content.base import ANYONE, FlagId, SeatId
from wargame.content.conditions import OPERATORS, Condition, parts


class Seen(Struct, frozen=True):
    """The choices that conditions may look at: of the exchange adjudicated, or of a turn at its end."""

    choices: Mapping[SeatId, str] = {}
    tags: Mapping[SeatId, frozenset[str]] = {}
    late: frozenset[SeatId] = frozenset()


NOTHING_SEEN = Seen()


class Facts(Protocol):
    """What a condition reads of the state, or of a step's working copy of it."""

    @property
    def numbers(self) -> "list[int] | tuple[int, ...]": ...

    @property
    def flags(self) -> Mapping[FlagId, int | None]: ...

    @property
    def month(self) -> int: ...

    @property
    def intents(self) -> Mapping[SeatId, str]: ...


Test = Callable[[Facts, Seen], bool]


def _always(facts: Facts, seen: Seen) -> bool:
    return True


def _number(index: int, comparison: str) -> Test:
    return _all([_bound(index, OPERATORS[sign], level) for sign, level in parts(comparison)])


def _bound(index: int, compare: Callable[[int, int], bool], level: int) -> Test:
    return lambda facts, seen: compare(facts.numbers[index], level)


def _turn(comparison: str) -> Test:
    bounds = tuple((OPERATORS[sign], level) for sign, level in parts(comparison))
    return lambda facts, seen: all(compare(facts.month, level) for compare, level in bounds)


def _flag(flag: FlagId) -> Test:
    return lambda facts, seen: flag in facts.flags


def _chosen(seat: SeatId, wanted: frozenset[str]) -> Test:
    if seat == ANYONE:
        return lambda facts, seen: any(not wanted.isdisjoint(tags) for tags in seen.tags.values())
    return lambda facts, seen: not wanted.isdisjoint(seen.tags.get(seat, ()))


def _choice(seat: SeatId, wanted: frozenset[str]) -> Test:
    return lambda facts, seen: seen.choices.get(seat) in wanted


def _intent(seat: SeatId, wanted: frozenset[str]) -> Test:
    return lambda facts, seen: facts.intents.get(seat) in wanted


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]

    # A loop: conditions are asked so often that a generator for each would be felt.
    def every(facts: Facts, seen: Seen) -> bool:
        for test in tests:  # noqa: SIM110
            if not test(facts, seen):
                return False
        return True

    return every


class Compiler:
    """Turns conditions into tests, for one order of the numbers and one calendar."""

    def __init__(self, index: Mapping[str, int], windows: Mapping[str, frozenset[int]]) -> None:
        self._index = index
        self._windows = windows

    def test(self, condition: Condition | None) -> Test:
        """Return the test of a condition; no condition always holds."""
        if condition is None:
            return _always
        tests = [_number(self._index[key], text) for key, text in condition.tension.items()]
        tests += [_number(self._index[key], text) for key, text in condition.tracks.items()]
        tests += [_flag(flag) for flag in condition.flags]
        if condition.window:
            open_months = frozenset[int]().union(*(self._windows.get(name, ()) for name in condition.window))
            tests.append(lambda facts, seen: facts.month in open_months)
        if condition.turn:
            tests.append(_turn(condition.turn))
        tests += [_choice(seat, frozenset(wanted)) for seat, wanted in condition.choices.items()]
        tests += [_chosen(seat, frozenset(wanted)) for seat, wanted in condition.chosen.items()]
        if condition.late:
            late = frozenset(condition.late)
            tests.append(lambda facts, seen: not late.isdisjoint(seen.late))
        tests += [_intent(seat, frozenset(wanted)) for seat, wanted in condition.intent.items()]
        if condition.any_:
            options = tuple(self.test(part) for part in condition.any_)
            tests.append(lambda facts, seen: any(test(facts, seen) for test in options))
        if condition.not_ is not None:
            inner = self.test(condition.not_)
            tests.append(lambda facts, seen: not inner(facts, seen))
        return _all(tests)
