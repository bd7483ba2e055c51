"""How cards hang together: what brings each about, and which flags one sets that another asks.

Whatever can bring a card about is a giver: another card, a standing rule, what a seat does when no card asks
it; a cable that is true sets flags alone. From a giver to what it gives lead ways: an option, a combination,
a chance, and what must hold on it.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from wargame.content.base import CardId, FlagId, Model, SeatId
from wargame.content.cards import Ask, Card, Option, Together
from wargame.content.conditions import Condition
from wargame.content.effects import Chance, Effect, FollowUp
from wargame.content.reading import Location
from wargame.content.rules import Driver, Rules
from wargame.content.seats import Cable
from wargame.content.walk import walk

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Giver(NamedTuple):
    """What brings cards about or changes flags: its kind, and its id; a standing question has its seat's."""

    kind: Literal["card", "rule", "standing", "cable"]
    id: str


class Way(NamedTuple):
    """How something comes of its giver: by choices, by one chance of several, if all of `when` holds.

    `turns` is how many turns later; what follows from a rule comes in the next turn at the soonest.
    """

    choices: tuple[tuple[SeatId, tuple[str, ...]], ...] = ()
    chance: Chance | None = None
    among: tuple[Chance, ...] = ()
    when: tuple[Condition, ...] = ()
    turns: int = 0

    def only_if(self, condition: Condition | None) -> "Way":
        """Return the way on which a condition must hold besides."""
        return self if condition is None else self._replace(when=(*self.when, condition))


class Brings(NamedTuple):
    """A way on which a giver brings a card about."""

    giver: Giver
    way: Way
    card: CardId


class Changes(NamedTuple):
    """A way on which a giver sets a flag, for so many turns if it is not for good, or clears it."""

    giver: Giver
    way: Way
    flag: FlagId
    sets: bool
    lasting: int | None = None


Use: TypeAlias = Literal["deal", "option", "outcome", "rule"]
"""What rests on a flag: whether a card is dealt, an option is open; what comes of a card; a standing rule."""


class Asks(NamedTuple):
    """A question about a flag, that it be set or (not `wanted`) that it be not; of an option, which one."""

    giver: Giver
    flag: FlagId
    use: Use
    wanted: bool
    option: tuple[SeatId, str] | None = None


class Links:
    """All that joins the cards of a scenario, in written order."""

    def __init__(self, rules: Rules, cards: Iterable[Card]) -> None:
        written: list[tuple[Giver, Model]] = [(Giver("card", card.id), card) for card in cards]
        written += [(Giver("rule", driver.id), driver) for driver in rules.drivers]
        for actor in rules.actors:
            if actor.seat is not None:
                written.append((Giver("standing", actor.id), actor.seat.standing))
        written += [(Giver("cable", cable.id), cable) for cable in rules.cables]
        given = [each for giver, model in written for each in _given(giver, model)]
        self.brings = tuple(each for each in given if isinstance(each, Brings))
        self.changes = tuple(each for each in given if isinstance(each, Changes))
        self.asks = tuple(dict.fromkeys(each for giver, model in written for each in _asked(giver, model)))

    def to(self, card: str) -> dict[Giver, list[Brings]]:
        """Return the ways to a card, by what brings it about."""
        return _grouped((each.giver, each) for each in self.brings if each.card == card)

    def after(self, giver: Giver) -> dict[str, list[Brings]]:
        """Return the ways on from a giver, by the card that comes."""
        return _grouped((str(each.card), each) for each in self.brings if each.giver == giver)

    def asked_by(self, *givers: Giver) -> dict[FlagId, list[Asks]]:
        """Return what rests on flags in some places, by the flag."""
        return _grouped((each.flag, each) for each in self.asks if each.giver in givers)

    def changed_by(self, giver: Giver) -> dict[FlagId, list[Changes]]:
        """Return the ways on which flags are changed by a giver, by the flag."""
        return _grouped((each.flag, each) for each in self.changes if each.giver == giver)

    def changing(self, flag: FlagId) -> dict[Giver, list[Changes]]:
        """Return the ways on which a flag is changed, by what changes it."""
        return _grouped((each.giver, each) for each in self.changes if each.flag == flag)

    def asking(self, flag: FlagId) -> dict[Giver, list[Asks]]:
        """Return what rests on a flag, by where it is asked."""
        return _grouped((each.giver, each) for each in self.asks if each.flag == flag)


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, list[_Value]]:
    found: dict[_Key, list[_Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _given(giver: Giver, written: Model) -> Iterator[Brings | Changes]:
    """Yield what something gives, for sure, by an option, by a combination, and by chance."""
    way = Way()
    if isinstance(written, Ask):
        yield from _asked_of(giver, SeatId(giver.id), written)
    elif isinstance(written, Card):
        for seat, ask in written.asks.items():
            yield from _asked_of(giver, seat, ask)
        for each in written.together:
            yield from _follows(giver, Way(tuple(each.choices.items())).only_if(each.when), each)
        yield from _follows(giver, way, written)
    elif isinstance(written, Driver):
        yield from _follows(giver, way.only_if(written.when), written)
    elif isinstance(written, Cable):
        for effect in written.if_true:
            yield from _effect(giver, way, effect)


def _asked_of(giver: Giver, seat: SeatId, ask: Ask) -> Iterator[Brings | Changes]:
    for option in ask.options:
        yield from _follows(giver, Way(((seat, (str(option.id),)),)), option)


def _follows(
    giver: Giver, way: Way, written: Card | Option | Together | Driver | Chance
) -> Iterator[Brings | Changes]:
    for effect in written.effects:
        yield from _effect(giver, way, effect)
    if not isinstance(written, Chance):
        for each in written.chances:
            yield from _follows(giver, way._replace(chance=each, among=written.chances), each)
    for follow_up in written.next:
        yield _brought(giver, way, follow_up)


def _brought(giver: Giver, way: Way, written: FollowUp) -> Brings:
    turns = max(1, written.in_) if giver.kind == "rule" else written.in_
    return Brings(giver, way.only_if(written.when)._replace(turns=turns), written.card)


def _effect(giver: Giver, way: Way, effect: Effect) -> Iterator[Changes]:
    if effect.flags is not None:
        here = way.only_if(effect.when)._replace(turns=effect.in_)
        yield from (Changes(giver, here, flag, False) for flag in effect.flags.clear)
        yield from (Changes(giver, here, flag, True, effect.flags.for_) for flag in effect.flags.set)
    for other in effect.else_:
        yield from _effect(giver, way.only_if(Condition(not_=effect.when)), other)


def _asked(giver: Giver, written: Model) -> Iterator[Asks]:
    """Yield each question about a flag; what a condition denies is wanted unset."""
    denied: dict[Location, bool] = {}
    for place, model in walk(written):
        if isinstance(model, Condition):
            above = denied.get(place[:-1], denied.get(place[:-2], False))
            denied[place] = above != (place[-1] == "not")
            use, option = _use(giver, written, place)
            yield from (Asks(giver, flag, use, not denied[place], option) for flag in model.flags)


def _use(giver: Giver, written: Model, place: Location) -> tuple[Use, tuple[SeatId, str] | None]:
    """Return what rests on a condition at a place."""
    if place[0] == "deal":
        return "deal", None
    if isinstance(written, Driver) and place[0] == "when":
        return "rule", None
    seat, ask = SeatId(giver.id), written
    if isinstance(written, Card) and place[0] == "asks":
        seat, place = SeatId(str(place[1])), place[2:]
        ask = written.asks[seat]
    if isinstance(ask, Ask) and "needs" in place:
        return "option", (seat, str(ask.options[int(place[1])].id))
    return "outcome", None
