"""Conditions that can never hold, and what of the content is dead because of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wargame.content.base import SeatId
from wargame.content.cards import Ask, Card, Together
from wargame.content.check_conditions import Consequences
from wargame.content.conditions import Condition
from wargame.content.effects import Effect, FollowUp
from wargame.content.findings import Findings, Placed
from wargame.content.possible import ANYWHERE, Scene, World, offered
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.seats import Objective

NEVER_HOLDS = "never-holds"
ALWAYS_SHUT = "always-shut"
NEVER_REACHED = "never-reached"
TOO_LATE = "too-late"

_MOST_COMPARED = 50
"""Combinations of a card that later ones are compared with: many more than a card has."""

Dead = set[tuple[str, Location]]
"""The files and places of what never comes about."""


def lies_in(dead: Dead, file: str, path: Location) -> bool:
    """Say whether a place of a file is dead, or inside something dead."""
    return any((file, path[:length]) in dead for length in range(len(path) + 1))


class ConditionsWarning:
    """Looks at every condition of one file; `dead` is what it finds dead there."""

    def __init__(self, world: World, source: Placed, found: Findings, dead: Dead) -> None:
        self._world = world
        self._source = source
        self._found = found
        self._dead = dead

    def rules(self, rules: Rules) -> None:
        """Note what is dead in a rules file."""
        for at, actor in enumerate(rules.actors):
            if seat := actor.seat:
                here: Location = ("actors", at, "seat")
                self._ask(seat.standing, SeatId(actor.id), (*here, "standing"), ANYWHERE)
                for which, objective in enumerate(seat.objectives):
                    self._objective(objective, (*here, "objectives", which))
                for which, intent in enumerate(seat.intents):
                    if intent.objective:
                        self._objective(intent.objective, (*here, "intents", which, "objective"))
        for at, driver in enumerate(rules.drivers):
            self._never(driver.when, ("drivers", at, "when"), ANYWHERE, of=("drivers", at))
            self._follows(driver, ("drivers", at), ANYWHERE)
        for at, terminal in enumerate(rules.terminal):
            self._never(terminal.when, ("terminal", at, "when"), Scene(turn=terminal.from_))
        for at, measure in enumerate(rules.measures):
            self._never(measure.when, ("measures", at, "when"), ANYWHERE)
        for at, entry in enumerate(rules.deal.weights):
            for which, more in enumerate(entry.more):
                self._never(more.when, ("deal", "weights", at, "more", which, "when"), ANYWHERE)
        for at, question in enumerate(rules.forecasts):
            self._never(question.when, ("forecasts", at, "when"), ANYWHERE)
        for at, cable in enumerate(rules.cables):
            for which, case in enumerate(cable.reliability):
                self._never(case.when, ("cables", at, "reliability", which, "when"), ANYWHERE)

    def _objective(self, objective: Objective, path: Location) -> None:
        self._never(objective.when, (*path, "when"), ANYWHERE)
        for at, asked in enumerate(objective.shorter):
            self._never(asked.when, (*path, "shorter", at, "when"), ANYWHERE)

    def card(self, card: Card, path: Location) -> None:
        """Note what is dead on a card, but for what keeps it from being dealt."""
        scene = Scene({str(seat): offered(ask) for seat, ask in card.asks.items()})
        for seat, ask in card.asks.items():
            self._ask(ask, seat, (*path, "asks", seat), scene)
        for at, entry in enumerate(card.together):
            here = (*path, "together", at)
            settled = replace(scene, chosen=entry.choices)
            self._never(entry.when, (*here, "when"), settled, of=here)
            self._follows(entry, here, settled)
        self._hidden(card.together, (*path, "together"))
        self._follows(card, path, scene)
        for at, question in enumerate(card.forecasts):
            # Only one that is answered at the reveal asks of this card's choices.
            asked = scene if question.resolves == "reveal" else ANYWHERE
            self._never(question.when, (*path, "forecasts", at, "when"), asked)

    def _ask(self, ask: Ask, seat: SeatId, path: Location, scene: Scene) -> None:
        for at, option in enumerate(ask.options):
            here = (*path, "options", at)
            if why := self._world.why_never(option.needs, Scene(costs=option.costs)):
                said = f"this option is always shut: {why}"
                self._found.add(self._source, (*here, "needs"), said, key=True, code=ALWAYS_SHUT)
                self._dead.add((self._source.file, here))
            self._follows(option, here, replace(scene, chosen={seat: [option.id]}))

    def _follows(self, source: Consequences, path: Location, scene: Scene) -> None:
        self._effects(source.effects, (*path, "effects"), scene)
        for at, chance in enumerate(source.chances):
            here = (*path, "chances", at)
            self._never(chance.when, (*here, "when"), scene, of=here)
            for which, more in enumerate(chance.more):
                self._never(more.when, (*here, "more", which, "when"), scene)
            self._effects(chance.effects, (*here, "effects"), scene)
            self._next(chance.next, (*here, "next"), scene)
        self._next(source.next, (*path, "next"), scene)

    def _effects(self, effects: Iterable[Effect], path: Location, scene: Scene) -> None:
        for at, effect in enumerate(effects):
            here = (*path, at)
            if effect.when is not None:
                self._never(effect.when, (*here, "when"), scene)
                self._effects(effect.else_, (*here, "else"), scene)
            self._late(effect.in_, here)

    def _next(self, follow_ups: Iterable[FollowUp], path: Location, scene: Scene) -> None:
        for at, follow_up in enumerate(follow_ups):
            here = (*path, at)
            self._never(follow_up.when, (*here, "when"), scene, of=here)
            if self._late(follow_up.in_, here):
                self._dead.add((self._source.file, here))

    def _late(self, turns: int, path: Location) -> bool:
        longest = self._world.longest
        if turns < longest:
            return False
        said = f"this comes {turns} turns later, and the longest game has {longest}: it is over by then"
        self._found.add(self._source, (*path, "in"), said, code=TOO_LATE)
        return True

    def _never(
        self, condition: Condition | None, path: Location, scene: Scene, of: Location | None = None
    ) -> None:
        """Note a condition that never holds, and that what it stands in is dead, if that is given."""
        if why := self._world.why_never(condition, scene):
            self._found.add(self._source, path, f"this never holds: {why}", key=True, code=NEVER_HOLDS)
            if of is not None:
                self._dead.add((self._source.file, of))

    def _hidden(self, together: Sequence[Together], path: Location) -> None:
        """Note combinations that come after one which takes all of their cases."""
        wide: list[int] = []
        for at, entry in enumerate(together):
            taking = next((one for one in wide if _takes(together[one].choices, entry.choices)), None)
            if taking is not None:
                line, _ = self._source.place((*path, taking))
                said = f"this never comes: the combination on line {line}, which comes before, takes all its"
                self._found.add(
                    self._source, (*path, at), f"{said} cases; put this one first", code=NEVER_REACHED
                )
                self._dead.add((self._source.file, (*path, at)))
            elif entry.when is None and len(wide) < _MOST_COMPARED:
                wide.append(at)


def _takes(wide: Mapping[SeatId, tuple[str, ...]], narrow: Mapping[SeatId, tuple[str, ...]]) -> bool:
    return all(seat in narrow and set(narrow[seat]) <= set(options) for seat, options in wide.items())
