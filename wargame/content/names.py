"""What a scenario has names for, and every place where its content uses one of them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from wargame.content.base import ANYONE, Model
from wargame.content.cards import Card, Deal, Option, Question
from wargame.content.conditions import Condition
from wargame.content.effects import Effect, FlagChange, FollowUp
from wargame.content.findings import Say, no_such
from wargame.content.reading import Location
from wargame.content.rules import (
    CalendarTurn,
    Coupling,
    DealRules,
    Driver,
    Flag,
    Length,
    Measure,
    Rules,
    StandingQuestion,
    TagWeight,
    Terminal,
)
from wargame.content.seats import Cable, Objective, Want


class Names:
    """Everything in a scenario that has a name; `cards` are the ids of all cards of its decks."""

    def __init__(self, rules: Rules, cards: Iterable[str]) -> None:
        self.actors = tuple(str(actor.id) for actor in rules.actors)
        self.seats = tuple(str(actor.id) for actor in rules.actors if actor.seat)
        self.relations = tuple(str(relation) for relation in rules.relations)
        self.tracks = tuple(f"{actor.id}.{track.id}" for actor in rules.actors for track in actor.tracks)
        self.numbers = (*self.relations, *self.tracks)
        self.flags = tuple(str(flag) for flag in rules.flags)
        self.tags = tuple(rules.tags)
        self.windows = tuple(rules.windows)
        self.rows = tuple(rules.rows)
        self.lengths = tuple(rules.lengths)
        self.months = tuple(turn.month for turn in rules.calendar)
        self.cards = tuple(dict.fromkeys(cards))
        self.intents = {
            str(actor.id): tuple(intent.id for intent in actor.seat.intents)
            for actor in rules.actors
            if actor.seat
        }
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}

    def has(self, name: str, among: tuple[str, ...]) -> bool:
        """Say whether a name is among others, also where they are many."""
        return name in self._sets.setdefault(among, frozenset(among))


class Missing(NamedTuple):
    """A use of a name that leads nowhere: where, below the model that uses it, and what to say."""

    at: Location
    say: Say
    key: bool = False


Uses = Iterator[Missing]


def missing(model: Model, names: Names) -> Uses:
    """Yield what this model, those inside it left out, names and the scenario does not have."""
    for kind, look in _LOOKS:
        if isinstance(model, kind):
            yield from look(model, names)


def _each(at: str, kind: str, used: Iterable[str] | None, known: tuple[str, ...], names: Names) -> Uses:
    for which, name in enumerate(used or ()):
        if not names.has(name, known):
            yield Missing((at, which), no_such(kind, name, known))


def _keys(at: str, kind: str, used: Iterable[str], known: tuple[str, ...], names: Names) -> Uses:
    for name in used:
        if not names.has(name, known):
            yield Missing((at, name), no_such(kind, name, known), key=True)


def _one(at: str, kind: str, name: str | None, known: tuple[str, ...], names: Names) -> Uses:
    if name is not None and not names.has(name, known):
        yield Missing((at,), no_such(kind, name, known))


def _relation(name: str, names: Names) -> Say:
    turned = "-".join(reversed(name.split("-")))
    if turned in names.relations:
        return f"a relation is written in actor order: '{turned}', not '{name}'"
    return no_such("relation", name, names.relations)


def _relations(used: Iterable[str], names: Names) -> Uses:
    for name in used:
        if not names.has(name, names.relations):
            yield Missing(("tension", name), _relation(name, names), key=True)


def _turns(at: Location, turn: int, names: Names) -> Uses:
    last = len(names.months)
    if not 1 <= turn <= last:
        yield Missing(at, f"the calendar has turns 1 to {last}, and not {turn}")


def _condition(condition: Condition, names: Names) -> Uses:
    yield from _relations(condition.tension, names)
    yield from _keys("tracks", "track", condition.tracks, names.tracks, names)
    yield from _each("flags", "flag", condition.flags, names.flags, names)
    yield from _each("window", "window", condition.window, names.windows, names)
    yield from _keys("chosen", "seat", (s for s in condition.chosen if s != ANYONE), names.seats, names)
    for seat, tags in condition.chosen.items():
        for use in _each(seat, "tag", tags, names.tags, names):
            yield use._replace(at=("chosen", *use.at))
    yield from _each("late", "seat", condition.late, names.seats, names)
    yield from _keys("intent", "seat", condition.intent, names.seats, names)
    for seat, intents in condition.intent.items():
        if seat in names.intents:
            for use in _each(seat, f"intent of '{seat}'", intents, names.intents[seat], names):
                yield use._replace(at=("intent", *use.at))


def _effect(effect: Effect, names: Names) -> Uses:
    yield from _relations(effect.tension, names)
    yield from _keys("tracks", "track", effect.tracks, names.tracks, names)


def _flag_change(change: FlagChange, names: Names) -> Uses:
    yield from _each("set", "flag", change.set, names.flags, names)
    yield from _each("clear", "flag", change.clear, names.flags, names)


def _follow_up(next: FollowUp, names: Names) -> Uses:
    yield from _one("card", "card", next.card, names.cards, names)


def _tags_and_rows(model: Card | Option, names: Names) -> Uses:
    yield from _each("tags", "tag", model.tags, names.tags, names)
    yield from _rows(model, names)


def _rows(model: Card | Option | Objective | Driver | Measure, names: Names) -> Uses:
    if names.rows:
        yield from _each("covers", "row", model.covers, names.rows, names)


def _card(card: Card, names: Names) -> Uses:
    yield from _keys("asks", "seat", card.asks, names.seats, names)


def _option(option: Option, names: Names) -> Uses:
    yield from _keys("costs", "track", option.costs, names.tracks, names)


def _deal(deal: Deal, names: Names) -> Uses:
    if deal.on and deal.on not in names.months:
        yield Missing(("on",), f"the calendar runs from {names.months[0]} to {names.months[-1]}, without {deal.on}")


def _question(question: Question, names: Names) -> Uses:
    yield from _each("seats", "seat", question.seats, names.seats, names)
    if isinstance(question, StandingQuestion):
        for at, turn in enumerate(question.turns):
            yield from _turns(("turns", at), turn, names)


def _want(want: Want, names: Names) -> Uses:
    if want.number and "-" in want.number and "." not in want.number:
        if want.number not in names.relations:
            yield Missing(("number",), _relation(want.number, names))
    else:
        yield from _one("number", "track", want.number, names.tracks, names)
    yield from _one("flag", "flag", want.flag, names.flags, names)
    yield from _one("tag", "tag", want.tag, names.tags, names)


def _measure(measure: Measure, names: Names) -> Uses:
    yield from _one("number", "number", measure.number, names.numbers, names)


def _cable(cable: Cable, names: Names) -> Uses:
    yield from _one("seat", "seat", cable.seat, names.seats, names)
    for at, turn in enumerate(cable.turns):
        yield from _turns(("turns", at), turn, names)


def _coupling(coupling: Coupling, names: Names) -> Uses:
    for at, relation in (("from", coupling.from_), ("to", coupling.to)):
        if relation not in names.relations:
            yield Missing((at,), _relation(relation, names))


def _deal_rules(rules: DealRules, names: Names) -> Uses:
    for at, turn in enumerate(rules.double):
        yield from _turns(("double", at), turn, names)


def _length(length: Length, names: Names) -> Uses:
    for at, turn in enumerate(length.turns):
        yield from _turns(("turns", at), turn, names)


def _terminal(terminal: Terminal, names: Names) -> Uses:
    yield from _turns(("from",), terminal.from_, names)


def _rules(rules: Rules, names: Names) -> Uses:
    yield from _one("length", "length", rules.length, names.lengths, names)
    for relation in rules.relations:
        for actor in relation.split("-"):
            if actor not in names.actors:
                yield Missing(("relations", relation), no_such("actor", actor, names.actors), key=True)
