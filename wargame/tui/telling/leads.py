"""How a card hangs together with others, as a small graph: what leads to it, itself, where it leads."""

from collections.abc import Iterator, Sequence

from wargame.content.base import FlagId
from wargame.content.cards import Card
from wargame.content.links import Asks, Giver, Links
from wargame.content.scenario import Scenario
from wargame.play.saying import Saying
from wargame.play.words import joined
from wargame.tui.branches import Branch, above, below, box, chip
from wargame.tui.ink import Piece, Run, piece, runs
from wargame.tui.telling.ways import Ways, verbs

OWN = "own"
"""The key of the card in the middle."""
_CARD = "card/"
_MOST = 4
"""Neighbours of a neighbour that are drawn; how many more there are is said."""


def card_of(key: str) -> str | None:
    """Return the id of the card that an item of the graph stands for; None for the one in the middle."""
    return key.removeprefix(_CARD).partition("/")[0] if key.startswith(_CARD) else None


def leads(own: Card, scenario: Scenario, links: Links, say: Saying, *, ids: bool = False) -> list[Piece]:
    """Return the graph around a card, two steps deep; every card on it can be picked.

    With `ids` they stand behind the titles, for those who go on by typing them.
    """
    return list(_Graph(own, scenario, links, Ways(scenario, say, ids=ids)).drawn())


class _Graph:
    """The neighbours of one card, by follow-ups and by flags."""

    def __init__(self, own: Card, scenario: Scenario, links: Links, words: Ways) -> None:
        self._own, self._links, self._words = own, links, words
        self._here = Giver("card", own.id)
        self._flags = scenario.rules.flags
        self._keys = 0

    def drawn(self) -> Iterator[Piece]:
        brought = [*self._brought_by(), *self._deal(self._own)]
        targets = [*self._brings(self._here, 2), *self._opens()]
        yield piece(("What leads here", "heading"))
        if not brought:
            yield piece(("Nothing deals it or brings it about: it comes only when injected.", "muted"))
        yield from above([*self._opened_by(), *brought])
        asks = joined([self._words.who(seat) for seat in self._own.asks])
        yield from box(self._own.title, f"{self._own.id} · asks {asks}", OWN, leads_on=bool(targets))
        yield piece(("Where it leads", "heading"), mark=(" │ " if targets else "", "muted"))
        if not targets:
            yield piece(("Nowhere: it brings no other card about, and opens none.", "muted"))
        yield from below(targets)

    # What leads here

    def _deal(self, card: Card, *, short: bool = False) -> list[Branch]:
        ways = self._words.deal(card, short=short)
        return [Branch(runs("the deal"), tuple(runs(way) for way in ways))] if ways else []

    def _brought_by(self) -> Iterator[Branch]:
        for giver, found in self._links.to(self._own.id).items():
            back = self._back(giver) if giver != self._here else ()
            yield self._joined(giver, [self._words.way(each) for each in found], back)

    def _back(self, giver: Giver) -> tuple[Branch, ...]:
        """Return what leads to what leads here."""
        card = self._words.card(giver.id) if giver.kind == "card" else None
        if card is None:
            return ()
        found = self._links.to(card.id).items()
        before = [self._joined(other, self._words.in_short(ways)) for other, ways in found]
        return _few([*before, *self._deal(card, short=True)])

    def _opened_by(self) -> Iterator[Branch]:
        """Yield the flags that the card asks about, or a rule that brings it, with what changes them."""
        rules = [giver for giver in self._links.to(self._own.id) if giver.kind == "rule"]
        for flag, asked in self._links.asked_by(self._here, *rules).items():
            changing = self._links.changing(flag).items()
            before = [self._joined(giver, [verbs(ways)], dashed=True) for giver, ways in changing]
            ways = [self._words.use(each) for each in asked]
            if self._flags[flag].start:
                ways.append("it is set when the game begins")
            yield self._flag(flag, ways, before)

    # Where it leads

    def _brings(self, giver: Giver, steps: int) -> tuple[Branch, ...]:
        """Return the cards that something brings about, and as many steps on as are left."""
        made = []
        for card, ways in self._links.after(giver).items():
            on = self._brings(Giver("card", card), steps - 1) if steps > 1 and card != self._own.id else ()
            here = giver == self._here
            told = [self._words.way(each) for each in ways] if here else self._words.in_short(ways)
            made.append(self._joined(Giver("card", card), told, on, goes_on=steps == 1))
        return tuple(made) if giver == self._here else _few(made)

    def _opens(self) -> Iterator[Branch]:
        """Yield the flags that the card changes and something asks about, with what that is."""
        for flag, changes in self._links.changed_by(self._here).items():
            resting = sorted(self._links.asking(flag).items(), key=lambda each: _weaker(each[1]))
            after = [branch for giver, asked in resting if (branch := self._rests(giver, asked))]
            if after:
                yield self._flag(flag, [self._words.change(each) for each in changes], after)

    def _rests(self, giver: Giver, asked: Sequence[Asks]) -> Branch | None:
        """Return what asks about a flag; None for what neither is a card nor brings one about."""
        brought = self._brings(giver, 1) if giver.kind != "card" else ()
        if giver.kind != "card" and not brought:
            return None
        return self._joined(giver, [self._words.use(each) for each in asked], brought, dashed=True)

    # What is drawn of each

    def _joined(
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
            return Branch(runs(("↺ this card again", "strong")), told, dashed=dashed)
        if giver.kind != "card":
            return Branch(runs(self._words.called(giver)), told, dashed=dashed, more=more)
        self._keys += 1
        if goes_on and self._links.after(giver):
            told = (*told[:-1], (*told[-1], Run(" ⋯", "muted")))
        return Branch(chip(self._words.called(giver)), told, f"{_CARD}{giver.id}/{self._keys}", dashed, more)

    def _flag(self, flag: FlagId, ways: Sequence[str], more: Sequence[Branch]) -> Branch:
        called = runs("flag ", (str(flag), "strong"), (f": {self._flags[flag].about}", "muted"))
        return Branch(called, tuple(runs(way) for way in dict.fromkeys(ways)), None, True, tuple(more))


def _weaker(asked: Sequence[Asks]) -> bool:
    """Say whether a flag neither brings a card nor opens an option, which is told last."""
    return all(each.use == "outcome" for each in asked)


def _few(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """Return a few branches, and how many more there are."""
    more = len(branches) - _MOST
    if more <= 1:
        return tuple(branches)
    return (*branches[:_MOST], Branch(runs((f"and {more} more", "muted")), (runs(""),)))
