"""Whether a condition can hold at all: its parts against each other, and against what the content can do.

A condition is opened into alternatives. In each, every thing that it asks about (a number, the turn, a flag,
a seat's choice) keeps the values that are left to it, as bits; when nothing is left to one, the alternative
is out. Things are taken to be independent, so that what is called possible may still never come.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from wargame.content.base import ANYONE, Model, SeatId, TrackId
from wargame.content.cards import Ask, Card
from wargame.content.conditions import OPERATORS, Condition, parts
from wargame.content.effects import FlagChange
from wargame.content.rules import Rules

Left = Mapping[str, int]
"""The values left to each thing asked about, as bits; what is not named can have any."""

_LEVELS = (1 << 101) - 1
_YES, _NO = 1, 2
_MOST = 100
"""Alternatives looked at; a condition with more is taken to be possible."""


class _TooMany(Exception):
    """A condition of too many alternatives."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a condition is asked: the options offered to each seat with their tags, and what is settled."""

    offered: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    chosen: Mapping[SeatId, Iterable[str]] = field(default_factory=dict)
    costs: Mapping[TrackId, int] = field(default_factory=dict)
    turn: int = 1

    def left(self) -> Left:
        """Return what is left of things by what is settled: choices made, costs paid, the first turn."""
        left = {str(track): _levels(f">= {amount}") for track, amount in self.costs.items()}
        for seat, options in self.chosen.items():
            if seat in self.offered:
                thing, bits, _ = _choice(seat, options, self)
                left[thing] = bits
        return {**left, "turn": ~((1 << self.turn) - 1)} if self.turn > 1 else left


ANYWHERE = Scene()


class World:
    """What can become true in any game of a scenario; `models` are those of which rules and cards consist."""

    def __init__(self, rules: Rules, cards: Iterable[Card], models: Iterable[Model]) -> None:
        self.turns = frozenset(turn for length in rules.lengths.values() for turn in length.turns)
        self.longest = max(len(length.turns) for length in rules.lengths.values())
        self._played = _bits(self.turns)
        self._windows = {
            window: _bits(at for at, turn in enumerate(rules.calendar, 1) if window in turn.windows)
            for window in rules.windows
        }
        self._intents = {
            str(actor.id): [str(intent.id) for intent in actor.seat.intents]
            for actor in rules.actors
            if actor.seat
        }
        self._set, self._cleared = _flags(rules, models)
        self._tags: dict[str, set[str]] = {}
        asks = [(actor.id, actor.seat.standing) for actor in rules.actors if actor.seat]
        for seat, ask in [*asks, *(asked for card in cards for asked in card.asks.items())]:
            for option in ask.options:
                self._tags.setdefault(seat, set()).update(option.tags)
                self._tags.setdefault(ANYONE, set()).update(option.tags)

    def why_never(self, condition: Condition | None, scene: Scene = ANYWHERE) -> str:
        """Return why a condition can never hold, or nothing if it can."""
        if condition is None or self._possible(condition, scene):
            return ""
        for one in _parts(condition):
            if not self._possible(one, Scene(scene.offered)):
                return self._said(one)
        return "its parts contradict each other"

    def _possible(self, condition: Condition, scene: Scene) -> bool:
        settled = scene.left()
        try:
            return any(_joined((left, settled)) is not None for left in self._open(condition, scene, True))
        except _TooMany:
            return True

    def _said(self, condition: Condition) -> str:
        if condition.flags:
            return f"nothing sets the flag '{condition.flags[0]}'"
        if condition.window:
            return f"no length plays a turn with the window '{condition.window[0]}'"
        if condition.turn:
            return f"no length plays a turn that is '{condition.turn}'"
        for seat, tags in condition.chosen.items():
            who = "no option" if seat == ANYONE else f"no option of '{seat}'"
            return f"{who} has the tag '{tags[0]}'"
        return "its parts contradict each other"

    def _open(self, condition: Condition, scene: Scene, wanted: bool) -> list[Left]:
        """Return the alternatives in which a condition holds, or in which it does not."""
        single: list[Left] = [
            {thing: bits if wanted else every & ~bits} for thing, bits, every in self._asked(condition, scene)
        ]
        inner = [self._open(part, scene, wanted) for part in condition.any_]
        opposite = [self._open(condition.not_, scene, not wanted)] if condition.not_ else []
        if wanted:
            some = [[left for part in inner for left in part]] if inner else []
            return _all([[left] for left in single] + some + opposite)
        none = _all(inner) if inner else []
        return [
            *(left for left in single if all(left.values())),
            *none,
            *(left for way in opposite for left in way),
        ]

    def _asked(self, condition: Condition, scene: Scene) -> Iterator[tuple[str, int, int]]:
        """Yield each thing asked about, the values wanted of it, and those that it can have."""
        for number, comparison in (*condition.tension.items(), *condition.tracks.items()):
            yield number, _levels(comparison), _LEVELS
        for flag in condition.flags:
            can_be = (_YES if flag in self._set else 0) | (_NO if flag in self._cleared else 0)
            yield f"flag {flag}", _YES & can_be, can_be
        if condition.window:
            opened = 0
            for window in condition.window:
                opened |= self._windows.get(window, 0)
            yield "turn", opened & self._played, self._played
        if condition.turn:
            yield "turn", _turns(condition.turn, self.turns), self._played
        for seat, options in condition.choices.items():
            here = seat in scene.offered
            yield _choice(seat, options, scene) if here else (f"choice {seat}", _YES, _YES | _NO)
        for seat, tags in condition.chosen.items():
            yield self._chosen(seat, frozenset(tags), scene)
        if condition.late:
            yield f"late {' '.join(condition.late)}", _YES, _YES | _NO
        for seat, intents in condition.intent.items():
            known = self._intents.get(seat, [])
            wanted = _bits(at for at, intent in enumerate(known) if intent in intents)
            yield f"intent {seat}", wanted, (1 << len(known)) - 1

    def _chosen(self, seat: str, tags: frozenset[str], scene: Scene) -> tuple[str, int, int]:
        if seat in scene.offered:
            fitting = [option for option, has in scene.offered[seat].items() if has & tags]
            return _choice(seat, fitting, scene)
        can_be = (_YES if tags & self._tags.get(seat, set()) else 0) | _NO
        return f"chosen {seat} {' '.join(sorted(tags))}", _YES & can_be, can_be


def offered(ask: Ask) -> dict[str, frozenset[str]]:
    """Return the options of an ask with their tags."""
    return {str(option.id): frozenset(option.tags) for option in ask.options}


def _choice(seat: str, options: Iterable[str], scene: Scene) -> tuple[str, int, int]:
    known, wanted = scene.offered[seat], set(options)
    return f"choice {seat}", _bits(at for at, key in enumerate(known) if key in wanted), (1 << len(known)) - 1


def _flags(rules: Rules, models: Iterable[Model]) -> tuple[set[str], set[str]]:
    """Return the flags that can be true, and those that can be untrue; `models` are all of the content."""
    can_be = {str(name) for name, flag in rules.flags.items() if flag.start}
    can_end = {str(name) for name, flag in rules.flags.items() if not flag.start}
    for model in models:
        if isinstance(model, FlagChange):
            can_be.update(model.set)
            can_end.update((*model.clear, *(model.set if model.for_ else ())))
    return can_be, can_end


def _parts(condition: Condition) -> Iterator[Condition]:
    """Yield what a condition asks, one thing at a time, leaving out alternatives and opposites."""
    yield from (Condition(flags=(flag,)) for flag in condition.flags)
    if condition.window:
        yield Condition(window=condition.window)
    if condition.turn:
        yield Condition(turn=condition.turn)
    for seat, tags in condition.chosen.items():
        yield Condition(chosen={seat: tags})


def _all(ways: list[list[Left]]) -> list[Left]:
    """Return the alternatives in which one of each list holds."""
    size = 1
    for way in ways:
        size *= len(way)
    if size > _MOST:
        raise _TooMany
    return [left for chosen in product(*ways) if (left := _joined(chosen)) is not None]


def _joined(several: Iterable[Left]) -> Left | None:
    """Return what is left of each thing when all of this holds; None if nothing is left of one."""
    found: dict[str, int] = {}
    for left in several:
        for thing, bits in left.items():
            found[thing] = found.get(thing, -1) & bits
            if not found[thing]:
                return None
    return found


@cache
def _levels(comparison: str) -> int:
    return _fitting(comparison, range(101))


@cache
def _turns(comparison: str, turns: frozenset[int]) -> int:
    return _fitting(comparison, turns)


def _fitting(comparison: str, numbers: Iterable[int]) -> int:
    bounds = [(OPERATORS[sign], level) for sign, level in parts(comparison)]
    return _bits(number for number in numbers if all(holds(number, level) for holds, level in bounds))


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits
