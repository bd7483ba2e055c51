"""The words on the lines of a graph of cards: by which choices, chance and condition one comes of another."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from wargame.content.base import SeatId
from wargame.content.cards import Ask, Card
from wargame.content.dealing import dealt_in, played
from wargame.content.effects import Chance
from wargame.content.links import Asks, Brings, Changes, Giver, Way
from wargame.content.scenario import Scenario
from wargame.play.saying import Saying
from wargame.play.words import counted, due, joined, spans
from wargame.tui.ink import firm


class Ways:
    """Says what things are called and how they are joined; options go by their ids, as authors type them.

    What is said in short leaves out what a condition asks. With `ids` they stand behind the titles of cards.
    """

    def __init__(self, scenario: Scenario, say: Saying, *, ids: bool) -> None:
        self._say, self._ids = say, ids
        self._rules = scenario.rules
        self._cards = {str(card.id): card for card in scenario.cards}
        self._drivers = {str(driver.id): driver for driver in scenario.rules.drivers}
        self._cables = {str(cable.id): cable for cable in scenario.rules.cables}
        self._standing = {str(actor.id): actor.seat.standing for actor in scenario.rules.actors if actor.seat}

    def card(self, key: str) -> Card | None:
        """Return a card by its id; None if it cannot be put on the table as it is."""
        return self._cards.get(key)

    def called(self, giver: Giver) -> str:
        """Return what a card, a rule, a seat's unasked doings or a cable is called."""
        if giver.kind == "rule":
            return f"the standing rule “{self._drivers[giver.id].title}”"
        if giver.kind == "standing":
            return f"{self.who(giver.id)}, when no card asks it"
        if giver.kind == "cable":
            return f"a cable to {self.who(self._cables[giver.id].seat)}, if it is true: {giver.id}"
        card = self.card(giver.id)
        if card is None:
            return giver.id
        return f"{card.title} ({card.id})" if self._ids else card.title

    def who(self, seat: str) -> str:
        """Return the short name of a seat."""
        return self._say.names.short.get(SeatId(seat), seat)

    def deal(self, card: Card, *, short: bool = False) -> list[str]:
        """Return how the deal brings a card: by what weight, in which turns, and if what holds."""
        deal, turns = card.deal, played(self._rules)
        if deal is None:
            return []
        able = dealt_in(self._rules, card, turns)
        times = f"{'turn' if len(able) == 1 else 'turns'} {spans(able)}" if able else "no turn"
        times = "any turn" if able == tuple(turns) else times
        weight = f"dated {deal.on}" if deal.on else f"weight {deal.weight}"
        copies = [f"{card.copies} copies"] if card.copies > 1 else []
        if short:
            return [", ".join([weight, times])]
        when = self._say.condition(deal.when, card.asks, but_turns=True) if deal.when else ""
        ways = [", ".join([weight, *copies, times, *([f"if {when}"] if when else [])])]
        added = [f"“{each.tag}”" for each in self._rules.deal.weights if each.tag in card.tags]
        return [*ways, *([f"the rules add to it for {joined(added)}"] if added and not deal.on else [])]

    def way(self, brings: Brings, *, short: bool = False) -> str:
        """Return a way from a giver to the card that it brings about."""
        giver, way = brings.giver, brings.way
        parts = [*self._by(giver, way), firm(due(way.turns)), *self._if(way, self._asks(giver), short=short)]
        return ", ".join(parts)

    def in_short(self, ways: Sequence[Brings]) -> list[str]:
        """Return the first of several ways, and how many more there are."""
        more = [counted(len(ways) - 1, "more way")] if len(ways) > 1 else []
        return [self.way(ways[0], short=True), *more]

    def change(self, change: Changes) -> str:
        """Return a way on which a flag is set or cleared."""
        verb = f"{'sets' if change.sets else 'clears'} it"
        lasting = f" for {counted(change.lasting, 'turn')}" if change.lasting else ""
        later = [firm(due(change.way.turns))] if change.way.turns else []
        ways = [*self._by(change.giver, change.way), *later, *self._if(change.way, {}, short=True)]
        return f"{', '.join(ways)}: {verb}{lasting}"

    def use(self, asks: Asks) -> str:
        """Return what rests on a flag where it is asked about."""
        if asks.option is not None:
            seat, key = asks.option
            return f"{'opens' if asks.wanted else 'shuts'} {self.who(seat)} {key}"
        if asks.use == "deal":
            return "its deal asks for it" if asks.wanted else "its deal asks that it is not set"
        if asks.use == "rule":
            return f"the rule works while it is {'set' if asks.wanted else 'not set'}"
        return "changes what follows"

    def _by(self, giver: Giver, way: Way) -> list[str]:
        """Return by which choices and by what chance something comes."""
        chosen = [f"{self.who(seat)} {joined(list(keys), 'or')}" for seat, keys in way.choices]
        odds = [_odds(way.chance, way.among)] if way.chance else []
        always = ["always"] if giver.kind == "card" and not chosen and not odds else []
        return [*([joined(chosen)] if chosen else []), *odds, *always]

    def _if(self, way: Way, asks: Mapping[SeatId, Ask], *, short: bool) -> list[str]:
        if short and way.when:
            return ["if a condition holds"]
        said = joined([self._say.condition(each, asks) for each in way.when])
        return [f"if {said}"] if said else []

    def _asks(self, giver: Giver) -> Mapping[SeatId, Ask]:
        if giver.kind == "standing":
            return {SeatId(giver.id): self._standing[giver.id]}
        card = self.card(giver.id) if giver.kind == "card" else None
        return card.asks if card is not None else {}


def _odds(one: Chance, among: Sequence[Chance]) -> str:
    """Return the odds of an outcome; where they rest on conditions, those by its weight alone."""
    share = Fraction(one.weight, sum(other.weight for other in among) or 1)
    rests = any(other.more or other.when for other in among)
    return firm(f"chance {'about ' if rests else ''}{share.numerator} in {share.denominator}")


def verbs(changes: Sequence[Changes]) -> str:
    """Return what is done to a flag on some ways."""
    done = sorted({"sets" if each.sets else "clears" for each in changes}, reverse=True)
    return f"{joined(done, 'or')} it"
