"""What the models cannot see of a rules file: order, repetition, and rules that contradict themselves."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from wargame.content.base import ANYONE, FACILITATOR, OBSERVER, TABLE
from wargame.content.check_cables import check_cable
from wargame.content.check_cards import check_ask, check_secret
from wargame.content.check_conditions import COUNTED, Conditions, Setting, asks_intent
from wargame.content.findings import Findings, Placed
from wargame.content.names import Names
from wargame.content.problems import suggestion
from wargame.content.reading import Location
from wargame.content.rules import Actor, Rules
from wargame.content.seats import Objective, Seat

_NO_ACTORS = tuple(str(seat) for seat in (FACILITATOR, OBSERVER, TABLE, ANYONE))
_Ordered = TypeVar("_Ordered", int, str)
_AT_TURN_END = Setting("here", chosen=True)
_SCORED = Setting("here", chosen=True, intent=True)


class RulesCheck:
    """Checks one rules file, part by part."""

    def __init__(self, rules: Rules, source: Placed, names: Names, found: Findings) -> None:
        self._rules = rules
        self._source = source
        self._names = names
        self._found = found
        self._conditions = Conditions(source, rules, found)

    def run(self) -> None:
        """Note everything that is wrong."""
        self._check_repetition()
        self._check_graph()
        self._check_time()
        for at, actor in enumerate(self._rules.actors):
            self._check_actor(actor, ("actors", at))
        if not self._names.known["seat"]:
            self._say(("actors",), "no actor has a 'seat': nobody could play")
        self._check_drivers()
        self._check_asked_of_the_state()
        for at, cable in enumerate(self._rules.cables):
            check_cable(cable, ("cables", at), self._rules, self._source, self._conditions, self._found)

    def _say(self, path: Location, sentence: str, *, key: bool = False) -> None:
        self._found.add(self._source, path, sentence, key=key)

    def _once(self, kind: str, paths: Iterable[tuple[Location, str]]) -> None:
        first: set[str] = set()
        for path, name in paths:
            if name in first:
                self._say(path, f"there are two {kind} '{name}'")
            first.add(name)

    def _check_repetition(self) -> None:
        rules = self._rules
        listed: tuple[tuple[str, str, Sequence[object], str], ...] = (
            ("actors", "actors", rules.actors, "id"),
            ("drivers", "drivers", rules.drivers, "id"),
            ("forecasts", "forecasts", rules.forecasts, "id"),
            ("cables", "cables", rules.cables, "id"),
            ("terminal", "endings", rules.terminal, "id"),
            ("measures", "measures", rules.measures, "id"),
            ("rungs", "rungs", rules.rungs, "name"),
        )
        for field, kind, entries, name in listed:
            self._once(kind, (((field, at, name), getattr(e, name)) for at, e in enumerate(entries)))
        weights = enumerate(rules.deal.weights)
        self._once("weights for the tag", ((("deal", "weights", at, "tag"), e.tag) for at, e in weights))
        self._once("decks", ((("decks", at), deck) for at, deck in enumerate(rules.decks)))
        self._once(
            "places for the seat", ((("teams", at), seat) for at, seat in enumerate(rules.teams or ()))
        )
        couplings = enumerate(rules.couplings)
        self._once("couplings", ((("couplings", at), f"{c.from_} to {c.to}") for at, c in couplings))

    def _check_graph(self) -> None:
        rules, actors = self._rules, self._names.known["actor"]
        order = {actor: at for at, actor in enumerate(actors)}
        for relation, rule in rules.relations.items():
            one, other = relation.split("-")
            if one == other:
                self._say(("relations", relation), "a relation joins two different actors", key=True)
            elif order.get(one, 0) > order.get(other, len(order)):
                said = f"a relation is written in actor order: '{other}-{one}', not '{relation}'"
                self._say(("relations", relation), said, key=True)
            if rule.decay and rule.baseline is None:
                said = "'decay' needs a 'baseline' to which the tension goes back"
                self._say(("relations", relation, "decay"), said, key=True)
        for at, coupling in enumerate(rules.couplings):
            if coupling.from_ == coupling.to:
                self._say(("couplings", at, "to"), "a coupling leads to another relation, not to its own")
        levels = [rung.at for rung in rules.rungs]
        if levels[0] != 0:
            self._say(("rungs", 0, "at"), f"the first rung is at 0, and not {levels[0]}")
        self._rising(levels, ("rungs",), "at", "rungs rise")
        if rules.signs.friendly > rules.signs.hostile:
            self._say(("signs", "friendly"), "'friendly' must not be above 'hostile'")

    def _rising(self, values: Sequence[_Ordered], path: Location, inner: str | None, said: str) -> None:
        for at, (before, after) in enumerate(pairwise(values), 1):
            if after <= before:
                where = (*path, at) if inner is None else (*path, at, inner)
                self._say(where, f"{said}: {after} cannot come after {before}")

    def _check_time(self) -> None:
        rules = self._rules
        self._rising(
            [turn.date for turn in rules.calendar], ("calendar",), None, "the dates of a calendar rise"
        )
        for name, length in rules.lengths.items():
            self._rising(length.turns, ("lengths", name, "turns"), None, "the turns of a length rise")
        for at, terminal in enumerate(rules.terminal):
            if terminal.id == "calendar":
                said = "'calendar' is what the game's own end is called: choose another id"
                self._say(("terminal", at, "id"), said)

    def _check_actor(self, actor: Actor, path: Location) -> None:
        if actor.id in _NO_ACTORS:
            self._say((*path, "id"), f"'{actor.id}' cannot be an actor: the word has a meaning of its own")
        tracks = (((*path, "tracks", at, "id"), track.id) for at, track in enumerate(actor.tracks))
        self._once(f"tracks of '{actor.id}' called", tracks)
        if actor.seat:
            self._check_seat(actor.seat, actor.id, (*path, "seat"))

    def _check_seat(self, seat: Seat, actor: str, path: Location) -> None:
        intents = list(enumerate(seat.intents))
        self._once("intents", (((*path, "intents", at, "id"), i.id) for at, i in intents))
        objectives = [((*path, "objectives", at), o) for at, o in enumerate(seat.objectives)]
        objectives += [((*path, "intents", at, "objective"), i.objective) for at, i in intents if i.objective]
        self._once("objectives of this seat called", (((*here, "id"), o.id) for here, o in objectives))
        for here, objective in objectives:
            self._conditions.check(objective.when, (*here, "when"), _SCORED)
            for at, asked in enumerate(objective.shorter):
                self._conditions.check(asked.when, (*here, "shorter", at, "when"), _SCORED)
            self._check_lengths(objective, (*here, "shorter"))
        standing = (*path, "standing")
        check_ask(seat.standing, actor, self._source, standing, _AT_TURN_END, self._conditions, self._found)

    def _check_lengths(self, objective: Objective, path: Location) -> None:
        lengths, named = self._rules.lengths, []
        for at, asked in enumerate(objective.shorter):
            for which, length in enumerate(asked.lengths):
                here = (*path, at, "lengths", which)
                named.append((here, length))
                if length not in lengths:
                    near = suggestion(length, lengths) or f"; there are: {', '.join(lengths)}"
                    self._say(here, f"there is no length '{length}'{near}")
                elif asked.times > 1 and objective.hold != "ever":
                    self._say((*path, at, "times"), "'times' goes with 'hold: ever'")
                elif asked.times > (turns := len(lengths[length].turns)):
                    said = (
                        f"'{length}' has {turns} turn{'' if turns == 1 else 's'}: this cannot hold at the end"
                    )
                    self._say((*path, at, "times"), f"{said} of {asked.times}")
        self._once("demands of this objective for the length", named)

    def _check_drivers(self) -> None:
        for at, driver in enumerate(self._rules.drivers):
            self._conditions.check(driver.when, ("drivers", at, "when"), _AT_TURN_END)
            self._conditions.follows(driver, ("drivers", at), _AT_TURN_END)

    def _check_asked_of_the_state(self) -> None:
        rules, conditions = self._rules, self._conditions
        for at, terminal in enumerate(rules.terminal):
            ending = Setting("of an ending")
            conditions.check(terminal.when, ("terminal", at, "when"), ending)
        for at, measure in enumerate(rules.measures):
            conditions.check(measure.when, ("measures", at, "when"), COUNTED)
            watched = (measure.when, measure.number, measure.graph)
            if sum(thing is not None for thing in watched) != 1:
                self._say(("measures", at), "a measure watches one of 'when', 'number' or 'graph'")
        for at, entry in enumerate(rules.deal.weights):
            for which, more in enumerate(entry.more):
                here = ("deal", "weights", at, "more", which, "when")
                conditions.check(more.when, here, COUNTED)
        for at, question in enumerate(rules.forecasts):
            conditions.check(question.when, ("forecasts", at, "when"), _SCORED)
            secret = asks_intent(question.when)
            check_secret(question.resolves, secret, self._source, ("forecasts", at), self._found)
