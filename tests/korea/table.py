"""One turn of the shipped scenario, from a state that a test names, and what its ledger says of why."""

from collections.abc import Iterable, Mapping
from functools import cache

from tests.engine.playing import TABLE, Game
from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.content.rules import Rules
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.events import Applied, Dealt, TurnEnded
from wargame.lab.games import forced

EVENING = 10**7
"""Long after every clock of a turn has run out, in milliseconds."""


@cache
def korea() -> Scenario:
    """Return the shipped scenario."""
    return load_scenario(None)


def at(
    month: int,
    *,
    flags: Iterable[str] = (),
    intents: Mapping[str, str] | None = None,
    headlines: int = 0,
    clock: bool = False,
    **numbers: int,
) -> "Turn":
    """Return a game that begins in a calendar month, with these flags and numbers and no card of its own.

    Numbers are typed with underscores: `dprk_economy` is the track, `dprk__rok` the relation.
    """
    scenario = forced(korea(), intents or {})
    typed = {name.replace("__", "-").replace("_", "."): value for name, value in numbers.items()}
    rules = _started(scenario.rules, typed, set(flags))
    length = rules.lengths["full"].model_copy(update={"turns": tuple(range(month, 9))})
    deal = rules.deal.model_copy(update={"headlines": headlines, "double": ()})
    rules = rules.model_copy(update={"lengths": {"here": length}, "length": "here", "deal": deal})
    # A dated card would take the place of the one that is drawn.
    cards = [
        card.model_copy(update={"deal": None}) if headlines and card.deal and card.deal.on else card
        for card in scenario.cards
    ]
    made = scenario.model_copy(update={"rules": rules, "cards": tuple(cards)})
    return Turn(Book(made, "here"), clock=clock)


def _started(rules: Rules, numbers: dict[str, int], flags: set[str]) -> Rules:
    actors = tuple(
        actor.model_copy(
            update={
                "tracks": tuple(
                    track.model_copy(update={"start": numbers.pop(f"{actor.id}.{track.id}", track.start)})
                    for track in actor.tracks
                )
            }
        )
        for actor in rules.actors
    )
    relations = {
        name: found.model_copy(update={"start": numbers.pop(name, found.start)})
        for name, found in rules.relations.items()
    }
    assert not numbers, f"there is no {', '.join(numbers)}"
    assert flags <= set(rules.flags)
    facts = {
        name: flag.model_copy(update={"start": flag.start or name in flags})
        for name, flag in rules.flags.items()
    }
    return rules.model_copy(update={"actors": actors, "relations": relations, "flags": facts})


class Turn(Game):
    """A game of which a test plays a turn or two."""

    def month(
        self,
        card: str | None = None,
        ruled: Mapping[str, int] | None = None,
        late: str | None = None,
        **choices: str,
    ) -> "Turn":
        """Play a turn with this card, or none; name chances' outcomes; one seat may let its clock run out."""
        turn = self.state.turn
        if card is not None:
            self.tell("inject", card=card, reason="The test asks for it.")
        self.tell("deal")
        for path, outcome in (ruled or {}).items():
            self.tell("rule-outcome", path=f"chance/{path}", outcome=outcome, reason="The test asks for it.")
        for seat in self.here.waiting():
            self._sit(str(seat), late, choices)
        self.tell("open")
        while self.state.turn == turn and self.state.phase != "ended":
            self.turn(**choices)
        return self

    def _sit(self, seat: str, late: str | None, choices: Mapping[str, str]) -> None:
        ask = self.book.asks[self.here.card][seat]  # type: ignore[index]
        if self.state.setup.clock:
            self.tell("sit", seat)
        if seat == late:
            self.tell("expire", TABLE, at=EVENING, seat=seat)
        else:
            self.commit(seat, choices.get(seat, ask.ask.default))

    def moved(self, number: str, cause: str = "") -> int:
        """Return by how much causes that begin so moved a number, by the ledger: `driver/reassured`."""
        return sum(
            entry.change.applied
            for entry in self.ledger(number)
            if entry.change.cause.partition("/")[2].startswith(cause)
        )

    def weights(self, roll: str) -> tuple[int, ...]:
        """Return what the outcomes of a roll weighed: `together/first-motion/0`."""
        events = [event for record in self.records for event in record.events if isinstance(event, Applied)]
        return next(e.roll.weights for e in events if e.roll is not None and e.roll.path == f"chance/{roll}")

    def flagged(self, flag: str) -> bool:
        """Say whether a flag is set."""
        return flag in {found.id for found in self.sight("facilitator").flags}

    def kept(self, seat: str) -> tuple[str, ...]:
        """Return the objectives of a seat that held at the end of the last turn played."""
        ends = [event for record in self.records for event in record.events if isinstance(event, TurnEnded)]
        return ends[-1].held.get(SeatId(seat), ())

    def cards(self) -> list[str]:
        """Return the cards that came to the table, in their order."""
        events = [event for record in self.records for event in record.events]
        return [str(event.card) for event in events if isinstance(event, Dealt)]

    def shut(self, card: str, seat: str, option: str) -> str | None:
        """Deal a card; return why a seat may not choose an option, None where it may."""
        self.tell("inject", card=card, reason="The test asks for it.")
        self.tell("deal")
        ask = self.sight(seat).ask
        assert ask is not None
        return next(found.shut for found in ask.options if found.id == option)


def dealt(tag: str, month: int, games: int = 1000, **state: object) -> int:
    """Return in how many games the card drawn in a month has a tag."""
    cards = []
    first = at(month, headlines=1, **state)  # type: ignore[arg-type]
    for seed in range(games):
        game = Game(first.book, seed)
        game.tell("deal")
        cards += [event.card for event in game.events if isinstance(event, Dealt) and event.card]
    return sum(tag in first.book.cards[card].card.tags for card in cards)
