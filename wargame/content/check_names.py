"""Every place where content uses a name: what it names must be there, or the engine would look in vain."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from wargame.content.base import ANYONE, Model, SeatId
from wargame.content.calendar import CalendarTurn, Length
from wargame.content.cards import Card, Deal, Option, Question
from wargame.content.conditions import Condition
from wargame.content.effects import Effect, FlagChange, FollowUp
from wargame.content.findings import Findings, Placed
from wargame.content.measures import Measure
from wargame.content.names import Names, intent_of
from wargame.content.reading import Location
from wargame.content.rules import (
    Coupling,
    DealRules,
    Driver,
    Flag,
    Rules,
    StandingQuestion,
    TagWeight,
    Terminal,
    Track,
)
from wargame.content.seats import Cable, Objective, Want


class Use(NamedTuple):
    """A name used by a model: where below it, of which kind, and whether it is the key of a field."""

    at: Location
    kind: str
    name: str
    key: bool = False


def check_names(
    models: Iterable[tuple[Location, Model]], source: Placed, names: Names, found: Findings
) -> None:
    """Note each name in these models, given with their places, that leads nowhere.

    A seat that a card asks, and that there is not, is noted once: the rest of the card follows it.
    """
    asked: set[str] = set()
    for path, model in models:
        for use in uses(model):
            if not names.has(use.kind, use.name) and not (use.kind == "seat" and use.name in asked):
                if use.kind == "seat" and isinstance(model, Card):
                    asked.add(use.name)
                found.add(source, (*path, *use.at), names.unknown(use.kind, use.name), key=use.key)


def uses(model: Model) -> Iterator[Use]:
    """Yield the names that a model uses itself; the models inside it have their own."""
    # The kinds of which there are thousands come first.
    match model:
        case Effect():
            yield from _keys("tension", "relation", model.tension)
            yield from _keys("tracks", "track", model.tracks)
        case Condition():
            yield from _condition(model)
        case Option():
            yield from chain(_keys("costs", "track", model.costs), _each("tags", "tag", model.tags))
            yield from _each("covers", "row", model.covers)
        case FlagChange():
            yield from chain(_each("set", "flag", model.set), _each("clear", "flag", model.clear))
        case FollowUp():
            yield Use(("card",), "card", model.card)
        case Card():
            yield from chain(_keys("asks", "seat", model.asks), _each("tags", "tag", model.tags))
            yield from _each("covers", "row", model.covers)
        case Deal(on=str() as date):
            yield Use(("on",), "date", date)
        case Question():
            yield from _each("seats", "seat", model.seats or ())
            if isinstance(model, StandingQuestion):
                yield from _turns("turns", model.turns)
        case Want():
            yield from _want(model)
        case _:
            yield from _of_rules(model)


def _of_rules(model: Model) -> Iterator[Use]:
    if isinstance(model, Objective | Driver | Measure | Track | Coupling):
        yield from _each("covers", "row", model.covers)
    if isinstance(model, Cable | Length):
        yield from _turns("turns", model.turns)
    match model:
        case Measure():
            if model.number is not None:
                yield Use(("number",), "number", model.number)
            yield from _intents("given", model.given)
        case Cable():
            yield Use(("seat",), "seat", model.seat)
        case TagWeight():
            yield Use(("tag",), "tag", model.tag)
        case DealRules():
            yield from _turns("double", model.double)
        case Flag():
            yield from _each("known-to", "seat", model.known_to or ())
        case CalendarTurn():
            yield from _each("windows", "window", model.windows)
        case Coupling():
            yield Use(("from",), "relation", model.from_)
            yield Use(("to",), "relation", model.to)
        case Terminal():
            yield Use(("from",), "turn", str(model.from_))
        case Rules():
            yield Use(("length",), "length", model.length)
            if model.seat is not None:
                yield Use(("seat",), "seat", model.seat)
            yield from _each("teams", "seat", model.teams or ())
            yield from _each("advice", "row", model.advice)
            for relation in model.relations:
                for actor in relation.split("-"):
                    yield Use(("relations", relation), "actor", actor, key=True)


def _condition(condition: Condition) -> Iterator[Use]:
    yield from _keys("tension", "relation", condition.tension)
    yield from _keys("tracks", "track", condition.tracks)
    yield from _each("flags", "flag", condition.flags)
    yield from _each("window", "window", condition.window or ())
    yield from _keys("chosen", "seat", (seat for seat in condition.chosen if seat != ANYONE))
    yield from _each("late", "seat", condition.late or ())
    yield from _intents("intent", condition.intent)
    for seat, tags in condition.chosen.items():
        yield from (Use(("chosen", seat, at), "tag", tag) for at, tag in enumerate(tags))


def _want(want: Want) -> Iterator[Use]:
    if want.number is not None:
        yield Use(("number",), "number", want.number)
    if want.flag is not None:
        yield Use(("flag",), "flag", want.flag)
    if want.tag is not None:
        yield Use(("tag",), "tag", want.tag)


def _intents(field: str, used: Mapping[SeatId, tuple[str, ...]]) -> Iterator[Use]:
    yield from _keys(field, "seat", used)
    for seat, intents in used.items():
        yield from (Use((field, seat, at), intent_of(seat), key) for at, key in enumerate(intents))


def _each(field: str, kind: str, used: Iterable[str]) -> Iterator[Use]:
    return (Use((field, at), kind, name) for at, name in enumerate(used))


def _keys(field: str, kind: str, used: Iterable[str]) -> Iterator[Use]:
    return (Use((field, name), kind, name, key=True) for name in used)


def _turns(field: str, turns: Iterable[int]) -> Iterator[Use]:
    return _each(field, "turn", (str(turn) for turn in turns))
