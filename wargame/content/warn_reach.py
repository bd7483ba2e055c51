"""Cards that never come to the table, and seats that they seldom ask."""

from collections.abc import Iterable, Iterator, Sequence

from wargame.content.base import Model
from wargame.content.dealing import dealt_in
from wargame.content.effects import FollowUp
from wargame.content.findings import Findings, Placed
from wargame.content.laid import Laid
from wargame.content.possible import World
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.warn_conditions import Dead, lies_in

NEVER_DEALT = "never-dealt"
ONLY_BY_INJECT = "only-by-inject"
_OTHERWISE = "add 'deal', or name it in a 'next'"
RARELY_ASKED = "rarely-asked"

Parts = Sequence[tuple[str | None, str, Sequence[tuple[Location, Model]]]]
"""The models of the rules, and of each card by its id, with their file and places."""

_TURNS_A_DECISION = 2
"""Turns of the longest game for which a seat should be asked by one card more."""


class Reach:
    """Which cards can come, seen from what is dealt and from what follows it."""

    def __init__(
        self, rules: Rules, source: Placed, cards: Sequence[Laid], world: World, parts: Parts, dead: Dead
    ) -> None:
        self._rules = rules
        self._source = source
        self._cards = cards
        self._world = world
        self._named: set[str] = set()
        self._brought: dict[str | None, list[str]] = {}
        for by, file, models in parts:
            self._note(by, file, models, dead)
        self._come = self._reached()

    def warn(self, found: Findings) -> None:
        """Note the cards that never come, and the seats that those which do seldom ask."""
        for laid in self._cards:
            card = laid.card
            if card.deal is None and card.id not in self._named:
                said = f"'{card.id}' comes only if the facilitator injects it"
                found.add(laid.source, laid.at, f"{said}: {_OTHERWISE}", code=ONLY_BY_INJECT)
            elif card.id not in self._come:
                at, why = self._why(laid)
                found.add(
                    laid.source, (*laid.at, *at), f"'{card.id}' is never dealt: {why}", code=NEVER_DEALT
                )
        self._seldom(found)

    def _note(self, by: str | None, file: str, models: Iterable[tuple[Location, Model]], dead: Dead) -> None:
        brought = self._brought.setdefault(by, [])
        for at, model in models:
            if isinstance(model, FollowUp):
                self._named.add(model.card)
                if not lies_in(dead, file, at):
                    brought.append(model.card)

    def _reached(self) -> set[str]:
        come = {str(laid.card.id) for laid in self._cards if laid.card.deal and not self._why_not_dealt(laid)}
        todo: list[str | None] = [None, *come]
        while todo:
            for card in self._brought.get(todo.pop(), ()):
                if card not in come:
                    come.add(card)
                    todo.append(card)
        return come

    def _why_not_dealt(self, laid: Laid) -> str:
        deal = laid.card.deal
        if deal is None:
            return ""
        if deal.on is not None and deal.on > max(
            self._rules.calendar[at - 1].date for at in self._world.turns
        ):
            return f"no length plays {deal.on} or a later turn"
        why = self._world.why_never(deal.when)
        if not why and not dealt_in(self._rules, laid.card, sorted(self._world.turns)):
            return f"'when' holds in no turn from {deal.on} on"
        return why

    def _why(self, laid: Laid) -> tuple[Location, str]:
        deal = laid.card.deal
        if deal is None:
            return (), "nothing that brings it can come about"
        return ("deal", "on") if deal.on and not deal.when else ("deal",), self._why_not_dealt(laid)

    def _seldom(self, found: Findings) -> None:
        wanted = self._world.longest // _TURNS_A_DECISION
        for at, actor in enumerate(self._rules.actors):
            asking = sum(laid.card.copies for laid in self._asking(actor.id))
            if actor.seat and asking < wanted:
                cards = f"{asking} card{'' if asking == 1 else 's'}"
                said = f"only {cards} can ask '{actor.id}' in a game of {self._world.longest} turns"
                said += f"; {wanted} or more give it something to decide"
                found.add(self._source, ("actors", at, "seat"), said, key=True, code=RARELY_ASKED)

    def _asking(self, seat: str) -> Iterator[Laid]:
        return (laid for laid in self._cards if laid.card.id in self._come and seat in laid.card.asks)
