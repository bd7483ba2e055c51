"""How a card hangs together with others, as a small graph: what leads to it, itself, where it leads."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from wargame.content.base import FlagId, SeatId
from wargame.content.cards import Ask, Card
from wargame.content.dealing import dealt_in, played
from wargame.content.effects import Chance
from wargame.content.links import Asks, Brings, Changes, Giver, Links, Way
from wargame.content.scenario import Scenario
from wargame.play.saying import Saying
from wargame.play.words import counted, due, joined, spans
from wargame.tui.branches import Branch, above, below, box, chip
from wargame.tui.ink import Piece, Run, firm, piece, runs

OWN = "own"
"""The key of the card in the middle."""
_CARD = "card/"
_MOST = 4
"""Neighbours of a neighbour that are drawn; how many more there are is said."""
_AGAIN = "↺ this card again"


def card_of(key: str) -> str | None:
    """Return the id of the card that an item of the graph stands for; None for the one in the middle."""
    return key.removeprefix(_CARD).partition("/")[0] if key.startswith(_CARD) else None


def leads(own: Card, scenario: Scenario, links: Links, say: Saying) -> list[Piece]:
    """Return the graph around a card, two steps deep; every card on it can be picked."""
    return list(_Graph(own, scenario, links, say).drawn())


class _Graph:
    """The neighbours of one card, by follow-ups and by flags."""

    def __init__(self, own: Card, scenario: Scenario, links: Links, say: Saying) -> None:
        self._own, self._links, self._say = own, links, say
        self._here = Giver("card", own.id)
        self._rules = scenario.rules
        self._cards = {str(card.id): card for card in scenario.cards}
        self._drivers = {str(driver.id): driver for driver in scenario.rules.drivers}
        self._cables = {str(cable.id): cable for cable in scenario.rules.cables}
        self._standing = {
            str(actor.id): actor.seat.standing for actor in scenario.rules.actors if actor.seat is not None
        }
        self._keys = 0

    def drawn(self) -> Iterator[Piece]:
        sources = [*self._opened_by(), *self._brought_by(), *self._deal()]
        targets = [*self._brings(self._here, 2), *self._opens()]
        yield piece(("What leads here", "heading"))
        if not any(not branch.dashed for branch in sources):
            yield piece(("Nothing deals it or brings it about: it comes only when injected.", "muted"))
        yield from above(sources)
        asks = joined([self._say.names.short.get(seat, seat) for seat in self._own.asks])
        yield from box(self._own.title, f"{self._own.id} · asks {asks}", OWN, leads_on=bool(targets))
        yield piece(("Where it leads", "heading"), mark=(" │ " if targets else "", "muted"))
        if not targets:
            yield piece(("Nowhere: it brings no other card about, and opens none.", "muted"))
        yield from below(targets)

    # What leads here

    def _deal(self) -> Iterator[Branch]:
        deal = self._own.deal
        if deal is None:
            return
        turns = played(self._rules)
        able = dealt_in(self._rules, self._own, turns)
        times = f"{'turn' if len(able) == 1 else 'turns'} {spans(able)}" if able else "no turn"
        times = "any turn" if able == tuple(turns) else times
        weight = f"dated {deal.on}" if deal.on else f"weight {deal.weight}"
        copies = f", {self._own.copies} copies" if self._own.copies > 1 else ""
        when = self._say.condition(deal.when, self._own.asks, but_turns=True) if deal.when else ""
        ways = [f"{weight}{copies}, {times}{f', if {when}' if when else ''}"]
        added = [f"“{each.tag}”" for each in self._rules.deal.weights if each.tag in self._own.tags]
        if added and not deal.on:
            ways.append(f"the rules add to it for {joined(added)}")
        yield Branch(runs("the deal"), tuple(runs(way) for way in ways))

    def _brought_by(self) -> Iterator[Branch]:
        for giver, found in self._links.to(self._own.id).items():
            back = self._back(giver) if giver != self._here else ()
            yield self._giver(giver, [self._way(each) for each in found], back)

    def _back(self, giver: Giver) -> tuple[Branch, ...]:
        """Return what leads to what leads here."""
        found = self._links.to(giver.id).items() if giver.kind == "card" else ()
        before = [self._giver(other, [self._way(each, short=True) for each in ways]) for other, ways in found]
        return _few(before)

    def _opened_by(self) -> Iterator[Branch]:
        """Yield the flags that the card asks about, or a rule that brings it, with what changes them."""
        rules = [giver for giver in self._links.to(self._own.id) if giver.kind == "rule"]
        for flag, asked in self._links.asked_by(self._here, *rules).items():
            before = [
                self._giver(giver, [_verbs(ways)], dashed=True)
                for giver, ways in self._links.changing(flag).items()
            ]
            ways = [self._use(each) for each in asked]
            if self._rules.flags[flag].start:
                ways.append("it is set when the game begins")
            yield self._flag(flag, ways, before)

    # Where it leads

    def _brings(self, giver: Giver, steps: int) -> tuple[Branch, ...]:
        found = self._links.after(giver).items()
        made = []
        for card, ways in found:
            on = self._brings(Giver("card", card), steps - 1) if steps > 1 and card != self._own.id else ()
            told = [self._way(each) for each in ways] if giver == self._here else self._in_short(ways)
            made.append(self._giver(Giver("card", card), told, on, goes_on=steps == 1))
        return tuple(made) if giver == self._here else _few(made)

    def _opens(self) -> Iterator[Branch]:
        """Yield the flags that the card changes and something asks about, with what that is."""
        for flag, changes in self._links.changed_by(self._here).items():
            resting = sorted(self._links.asking(flag).items(), key=lambda each: _weaker(each[1]))
            after = [branch for giver, asked in resting if (branch := self._rests(giver, asked))]
            if after:
                yield self._flag(flag, [self._change(each) for each in changes], after)

    def _rests(self, giver: Giver, asked: Sequence[Asks]) -> Branch | None:
        """Return what asks about a flag; None for what neither is a card nor brings one about."""
        brought = self._brings(giver, 1) if giver.kind != "card" else ()
        if giver.kind != "card" and not brought:
            return None
        return self._giver(giver, [self._use(each) for each in asked], brought, dashed=True)

    # What things are called

    def _giver(
        self,
        giver: Giver,
        ways: Sequence[str],
        more: tuple[Branch, ...] = (),
        *,
        dashed: bool = False,
        goes_on: bool = False,
    ) -> Branch:
        told = tuple(runs(way) for way in dict.fromkeys(ways))
        if giver == self._here:
            return Branch(runs((_AGAIN, "strong")), told, dashed=dashed)
        if giver.kind != "card":
            return Branch(runs(self._called(giver)), told, dashed=dashed, more=more)
        self._keys += 1
        if goes_on and self._links.after(giver):
            told = (*told[:-1], (*told[-1], Run(" ⋯", "muted")))
        return Branch(chip(self._called(giver)), told, f"{_CARD}{giver.id}/{self._keys}", dashed, more)

    def _called(self, giver: Giver) -> str:
        if giver.kind == "rule":
            return f"the standing rule “{self._drivers[giver.id].title}”"
        if giver.kind == "standing":
            return f"{self._who(giver.id)}, when no card asks it"
        if giver.kind == "cable":
            cable = self._cables[giver.id]
            return f"a cable to {self._who(cable.seat)}, if it is true: {giver.id}"
        card = self._cards.get(giver.id)
        return card.title if card is not None else giver.id

    def _flag(self, flag: FlagId, ways: Sequence[str], more: Sequence[Branch]) -> Branch:
        about = self._rules.flags[flag].about
        called = runs("flag ", (str(flag), "strong"), (f": {about}", "muted"))
        return Branch(called, tuple(runs(way) for way in dict.fromkeys(ways)), None, True, tuple(more))

    def _who(self, seat: str) -> str:
        return self._say.names.short.get(SeatId(seat), seat)

    def _asks(self, giver: Giver) -> Mapping[SeatId, Ask]:
        if giver.kind == "standing":
            return {SeatId(giver.id): self._standing[giver.id]}
        return self._cards[giver.id].asks if giver.kind == "card" and giver.id in self._cards else {}

    # How one comes of another

    def _way(self, brings: Brings, *, short: bool = False) -> str:
        way, asks = brings.way, self._asks(brings.giver)
        return ", ".join(
            [*self._by(brings.giver, way), firm(due(way.turns)), *self._if(way, asks, short=short)]
        )

    def _in_short(self, ways: Sequence[Brings]) -> list[str]:
        """Return the first of several ways, and how many more there are."""
        more = [f"{counted(len(ways) - 1, 'more way')}"] if len(ways) > 1 else []
        return [self._way(ways[0], short=True), *more]

    def _change(self, change: Changes) -> str:
        verb = f"{'sets' if change.sets else 'clears'} it"
        lasting = f" for {counted(change.lasting, 'turn')}" if change.lasting else ""
        later = [firm(due(change.way.turns))] if change.way.turns else []
        ways = [*self._by(change.giver, change.way), *later, *self._if(change.way, {}, short=True)]
        return f"{', '.join(ways)}: {verb}{lasting}"

    def _use(self, asks: Asks) -> str:
        if asks.option is not None:
            seat, key = asks.option
            return f"{'opens' if asks.wanted else 'shuts'} {self._who(seat)} {key}"
        if asks.use == "deal":
            return "its deal asks for it" if asks.wanted else "its deal asks that it is not set"
        if asks.use == "rule":
            return f"the rule works while it is {'set' if asks.wanted else 'not set'}"
        return "changes what follows"

    def _by(self, giver: Giver, way: Way) -> list[str]:
        chosen = [f"{self._who(seat)} {joined(list(keys), 'or')}" for seat, keys in way.choices]
        odds = [_odds(way.chance, way.among)] if way.chance else []
        always = ["always"] if giver.kind == "card" and not chosen and not odds else []
        return [*([joined(chosen)] if chosen else []), *odds, *always]

    def _if(self, way: Way, asks: Mapping[SeatId, Ask], *, short: bool = False) -> list[str]:
        if short and way.when:
            return ["if a condition holds"]
        said = joined([self._say.condition(each, asks) for each in way.when])
        return [f"if {said}"] if said else []


def _odds(one: Chance, among: Sequence[Chance]) -> str:
    """Return the odds of an outcome; where they rest on conditions, those by its weight alone."""
    share = Fraction(one.weight, sum(other.weight for other in among) or 1)
    rests = any(other.more or other.when for other in among)
    return firm(f"chance {'about ' if rests else ''}{share.numerator} in {share.denominator}")


def _weaker(asked: Sequence[Asks]) -> bool:
    """Say whether a flag neither brings a card nor opens an option, which is told last."""
    return all(each.use == "outcome" for each in asked)


def _verbs(changes: Sequence[Changes]) -> str:
    """Return what is done to a flag on some ways."""
    verbs = sorted({"sets" if each.sets else "clears" for each in changes}, reverse=True)
    return f"{joined(verbs, 'or')} it"


def _few(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """Return a few branches, and how many more there are."""
    more = len(branches) - _MOST
    if more <= 1:
        return tuple(branches)
    return (*branches[:_MOST], Branch(runs((f"and {more} more", "muted")), (runs(""),)))
