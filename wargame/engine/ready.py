"""Content made ready to play: names resolved to places in the flat row, conditions to functions."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from wargame.content.base import CardId, FlagId, SeatId
from wargame.content.cards import Ask, Card, Option, Together
from wargame.content.conditions import Condition, within
from wargame.content.effects import Chance, Effect, FollowUp
from wargame.content.rules import Driver
from wargame.content.seats import Cable
from wargame.engine.chance import CHANCE
from wargame.engine.conditions import Compiler, Test
from wargame.engine.events import Choice
from wargame.engine.state import replace


class ReadyEffect(Struct, frozen=True):
    """Changes as places and amounts, and flags; `otherwise` if the test fails.

    One `for_late` is made only when some seat's clock ran out: nobody chooses it.
    """

    test: Test | None
    for_late: bool
    changes: tuple[tuple[int, int], ...]
    set: tuple[FlagId, ...]
    lasting: int | None
    clear: tuple[FlagId, ...]
    delay: int
    otherwise: "tuple[ReadyEffect, ...]"


class ReadyFollowUp(Struct, frozen=True):
    """A card to be dealt `delay` played turns later."""

    card: CardId
    delay: int
    test: Test | None


class ReadyChance(Struct, frozen=True):
    """One outcome; `more` are weights added while a test holds."""

    weight: int
    more: tuple[tuple[int, Test], ...]
    test: Test | None
    news: str | None
    effects: tuple[ReadyEffect, ...]
    next: tuple[ReadyFollowUp, ...]


class Consequences(Struct, frozen=True):
    """What follows from an option, a combination, a card or a driver.

    `source` is its path in the ledger, `path` the one under which its chances are ruled and rolled.
    `odds_rest_on` are the conditions, those inside them too, that the odds of its chances depend on.
    """

    source: str
    path: str
    effects: tuple[ReadyEffect, ...]
    chances: tuple[ReadyChance, ...]
    next: tuple[ReadyFollowUp, ...]
    odds_rest_on: tuple[Condition, ...]


class ReadyOption(Struct, frozen=True):
    """An option of an ask; `chosen` is what it is when a seat chooses it.

    Its costs are also the first effects of what follows.
    """

    option: Option
    chosen: Choice
    needs: Test | None
    costs: tuple[tuple[int, int], ...]
    tags: frozenset[str]
    follows: Consequences


class ReadyAsk(Struct, frozen=True):
    """An ask with its options by id, in written order."""

    ask: Ask
    options: Mapping[str, ReadyOption]


class ReadyTogether(Struct, frozen=True):
    """A combination: which options of which seats, and what they bring about."""

    choices: tuple[tuple[SeatId, frozenset[str]], ...]
    test: Test | None
    news: str | None
    follows: Consequences

    def matches(self, chosen: Mapping[SeatId, str]) -> bool:
        """Say whether every seat that it names chose one of the options that it names."""
        return all(chosen.get(seat) in options for seat, options in self.choices)


class ReadyCard(Struct, frozen=True):
    """A card with its asks and combinations."""

    card: Card
    when: Test | None
    asks: Mapping[SeatId, ReadyAsk]
    together: tuple[ReadyTogether, ...]
    follows: Consequences


class ReadyDriver(Struct, frozen=True):
    """A standing rule with its test."""

    driver: Driver
    test: Test
    follows: Consequences


class ReadyCable(Struct, frozen=True):
    """A cable with the percents at which it is true, each with its test, and what it brings if it is."""

    cable: Cable
    reliability: tuple[tuple[Test | None, int], ...]
    if_true: tuple[ReadyEffect, ...]


class Maker:
    """Makes content ready, for one order of the numbers and one calendar."""

    def __init__(self, index: Mapping[str, int], compiler: Compiler) -> None:
        self._index = index
        self._compiler = compiler

    def test(self, condition: Condition | None) -> Test | None:
        """Return the test of a condition, None for none."""
        return None if condition is None else self._compiler.test(condition)

    def effects(self, effects: Iterable[Effect]) -> tuple[ReadyEffect, ...]:
        """Make effects ready, in written order; neighbours that are sure and immediate become one."""
        ready: list[ReadyEffect] = []
        for effect in map(self._effect, effects):
            if ready and _joins(ready[-1], effect):
                effect = replace(ready[-1], changes=(*ready.pop().changes, *effect.changes))
            ready.append(effect)
        return tuple(ready)

    def card(self, card: Card) -> ReadyCard:
        """Make a card ready."""
        return ReadyCard(
            card=card,
            when=self.test(card.deal.when if card.deal else None),
            asks={seat: self.ask(ask, f"option/{card.id}/{seat}") for seat, ask in card.asks.items()},
            together=tuple(
                self._together(entry, f"together/{card.id}/{at}") for at, entry in enumerate(card.together)
            ),
            follows=self._follows(card, f"card/{card.id}"),
        )

    def ask(self, ask: Ask, path: str) -> ReadyAsk:
        """Make an ask ready; `path` starts the cause of each of its options."""
        return ReadyAsk(ask, {str(option.id): self._option(option, path) for option in ask.options})

    def driver(self, driver: Driver) -> ReadyDriver:
        """Make a driver ready."""
        return ReadyDriver(
            driver, self._compiler.test(driver.when), self._follows(driver, f"driver/{driver.id}")
        )

    def cable(self, cable: Cable) -> ReadyCable:
        """Make a cable ready."""
        cases = tuple((self.test(case.when), case.percent) for case in cable.reliability)
        return ReadyCable(cable, cases, self.effects(cable.if_true))

    def _follows(
        self, written: Option | Together | Card | Driver, source: str, paid: tuple[Effect, ...] = ()
    ) -> Consequences:
        asked = [when for one in written.chances for when in (one.when, *(more.when for more in one.more))]
        return Consequences(
            source=source,
            path=f"{CHANCE}{source}",
            effects=self.effects((*paid, *written.effects)),
            chances=tuple(self._chance(chance) for chance in written.chances),
            next=self._next(written.next),
            odds_rest_on=tuple(part for when in asked for part in within(when)),
        )

    def _option(self, option: Option, path: str) -> ReadyOption:
        debits = {track: -amount for track, amount in option.costs.items()}
        paid = (Effect(tracks=debits),) if debits else ()
        return ReadyOption(
            option=option,
            chosen=Choice(option.id, "chosen"),
            needs=self.test(option.needs),
            costs=tuple((self._index[track], amount) for track, amount in option.costs.items()),
            tags=frozenset(option.tags),
            follows=self._follows(option, f"{path}/{option.id}", paid),
        )

    def _together(self, entry: Together, path: str) -> ReadyTogether:
        return ReadyTogether(
            choices=tuple((seat, frozenset(options)) for seat, options in entry.choices.items()),
            test=self.test(entry.when),
            news=entry.news,
            follows=self._follows(entry, path),
        )

    def _effect(self, effect: Effect) -> ReadyEffect:
        changes = [*effect.tension.items(), *effect.tracks.items()]
        flags = effect.flags
        return ReadyEffect(
            test=self.test(effect.when),
            for_late=effect.when is not None and effect.when.late is not None,
            changes=tuple((self._index[key], amount) for key, amount in changes if amount),
            set=flags.set if flags else (),
            lasting=flags.for_ if flags else None,
            clear=flags.clear if flags else (),
            delay=effect.in_,
            otherwise=self.effects(effect.else_),
        )

    def _chance(self, chance: Chance) -> ReadyChance:
        return ReadyChance(
            weight=chance.weight,
            more=tuple((more.weight, self._compiler.test(more.when)) for more in chance.more),
            test=self.test(chance.when),
            news=chance.news,
            effects=self.effects(chance.effects),
            next=self._next(chance.next),
        )

    def _next(self, follow_ups: Iterable[FollowUp]) -> tuple[ReadyFollowUp, ...]:
        return tuple(ReadyFollowUp(one.card, one.in_, self.test(one.when)) for one in follow_ups)


def _joins(before: ReadyEffect, effect: ReadyEffect) -> bool:
    """Say whether an effect only adds changes to the one before it, both made at once whatever is true."""
    sure = before.test is None and effect.test is None and not before.delay and not effect.delay
    return sure and not (effect.set or effect.clear)
