"""A scenario of one length, made ready to play; it never changes, and serves many games."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from wargame.content.base import FACILITATOR, CardId, FlagId, SeatId
from wargame.content.calendar import Length
from wargame.content.cards import Option, Question
from wargame.content.conditions import Condition
from wargame.content.rules import Rung
from wargame.content.scenario import Scenario, canonical, digest
from wargame.content.seats import Intent, Objective, Seat
from wargame.engine.conditions import Compiler, Test
from wargame.engine.events import AskKind
from wargame.engine.ready import Maker, ReadyAsk, ReadyCable, ReadyCard, ReadyDriver

T = TypeVar("T")


def _rung(rungs: Sequence[Rung], tension: int) -> str:
    return next((rung.name for rung in reversed(rungs) if tension >= rung.at), rungs[0].name)


class Book:
    """Everything of a scenario that adjudication looks up, by name and by place.

    `numbers` names the flat row: relations first (`relations` of them), then `tracks` in actor order.
    `turns` lists the calendar turns that this length plays. `asks` holds what each seat is asked with a card
    on the table: by the card, else its standing ask. `asked` holds whom an exchange asks, and by what, for
    its card and whether it is its turn's first, which asks every seat. `content` is the text that the
    scenario was read from, where a save keeps it; else it is written out. Raises KeyError for a length that
    the rules do not name.
    """

    def __init__(self, scenario: Scenario, length: str | None = None, content: str | None = None) -> None:
        rules = scenario.rules
        self.scenario = scenario
        self._content = content
        self.rules = rules
        self.length_name = length or rules.length
        self.length: Length = rules.lengths[self.length_name]
        self.turns = self.length.turns
        self._seats = {
            SeatId(actor.id): actor.seat.in_length(self.length_name) for actor in rules.actors if actor.seat
        }
        self.seats = tuple(self._seats)
        self._number_the_row()
        windows = {
            name: frozenset(at for at, turn in enumerate(rules.calendar, 1) if name in turn.windows)
            for name in rules.windows
        }
        self._compiler = Compiler(self.index, windows)
        self._make_ready(Maker(self.index, self._compiler))
        self._read_the_deal()
        self.terminal = tuple((terminal, self.test(terminal.when)) for terminal in rules.terminal)
        self.war_may_come = any(terminal.war for terminal in rules.terminal)
        self.rungs = tuple(_rung(rules.rungs, tension) for tension in range(101))
        self._found: dict[Hashable, Any] = {}
        self._read_questions()
        self._read_objectives()

    def _make_ready(self, maker: Maker) -> None:
        rules = self.rules
        self.cards: Mapping[CardId, ReadyCard] = {card.id: maker.card(card) for card in self.scenario.cards}
        self.standing: Mapping[SeatId, ReadyAsk] = {
            seat: maker.ask(self.seat(seat).standing, f"standing/{seat}") for seat in self.seats
        }
        self.asks: Mapping[CardId | None, Mapping[SeatId, ReadyAsk]] = {
            None: self.standing,
            **{card: {**self.standing, **ready.asks} for card, ready in self.cards.items()},
        }
        self.drivers = tuple(maker.driver(driver) for driver in rules.drivers)
        self._drivers = {ready.driver.id: ready for ready in self.drivers}
        self.couplings = tuple(
            (self.index[c.from_], self.index[c.to], c.percent, f"coupling/{c.from_}/{c.to}")
            for c in rules.couplings
        )
        cables = [maker.cable(cable) for cable in rules.cables if cable.seat in self._seats]
        self.cables: Mapping[int, tuple[ReadyCable, ...]] = {
            month: tuple(ready for ready in cables if month in ready.cable.turns) for month in self.turns
        }

    def _read_the_deal(self) -> None:
        cards = self.scenario.cards
        self.asked = {
            (card, first): self._asked(card, first) for card in (None, *self.cards) for first in (True, False)
        }
        self.draw_pile = tuple(card.id for card in cards for _ in range(card.copies))
        self.drawable = tuple(
            (card.id, card.deal.weight) for card in cards if card.deal and card.deal.on is None
        )
        self.conditional = tuple(
            (card, when) for card, _ in self.drawable if (when := self.cards[card].when) is not None
        )
        self.dated = tuple(
            (ready.card.deal.on, card, ready.when)
            for card, ready in self.cards.items()
            if ready.card.deal and ready.card.deal.on is not None
        )
        self.tag_weights = tuple(
            (weight.tag, tuple((more.weight, self.test(more.when)) for more in weight.more))
            for weight in self.rules.deal.weights
        )

    def _number_the_row(self) -> None:
        rules = self.rules
        tracks = {f"{actor.id}.{track.id}": track.start for actor in rules.actors for track in actor.tracks}
        starts = {**{str(key): rule.start for key, rule in rules.relations.items()}, **tracks}
        self.relations = len(rules.relations)
        self.tracks = tuple(track for actor in rules.actors for track in actor.tracks)
        self.numbers = tuple(starts)
        self.starts = tuple(starts.values())
        self._owners = {name: SeatId(name.split(".")[0]) if "." in name else None for name in starts}
        self._labels = {name: self._label(name) for name in starts}
        self.index: Mapping[str, int] = {name: at for at, name in enumerate(self.numbers)}
        floors = [rule.floor for rule in rules.relations.values()]
        self.floors = (*floors, *[0] * len(tracks))
        self.decays = tuple(
            (self.index[key], rule.baseline, rule.decay)
            for key, rule in rules.relations.items()
            if rule.baseline is not None and rule.decay
        )

    def _read_questions(self) -> None:
        questions: dict[str, Question] = {q.id: q for q in self.rules.forecasts}
        for card in self.scenario.cards:
            questions.update({q.id: q for q in card.forecasts})
        self.questions: Mapping[str, Question] = questions
        self.question_tests = {key: self.test(question.when) for key, question in questions.items()}

    def _read_objectives(self) -> None:
        self.judged = tuple(seat for seat in self.seats if self.all_objectives(seat))
        self.objective_tests = {
            (seat, objective.id): self.test(objective.when)
            for seat in self.seats
            for objective in self.all_objectives(seat)
        }

    def once(self, key: Hashable, find: Callable[[], T]) -> T:
        """Return what `key` stands for, which rests on this book alone, and so is found but once."""
        found = self._found
        if key not in found:
            found[key] = find()
        known: T = found[key]
        return known

    def test(self, condition: Condition) -> Test:
        """Return the test of a condition of this scenario."""
        return self._compiler.test(condition)

    @cached_property
    def content(self) -> str:
        """The content as a save keeps it: one text, which stands for the scenario."""
        return self._content if self._content is not None else canonical(self.scenario)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of that text, in hexadecimal."""
        return digest(self.content)

    def seat(self, seat: SeatId) -> Seat:
        """Return what the rules say of a seat; raises KeyError."""
        return self._seats[seat]

    def intent(self, seat: SeatId, key: str | None) -> Intent | None:
        """Return an intent of a seat, or None if it draws none."""
        return next((intent for intent in self.seat(seat).intents if intent.id == key), None)

    def all_objectives(self, seat: SeatId) -> tuple[Objective, ...]:
        """Return every objective that a seat could have, whichever intent it draws."""
        rules = self.seat(seat)
        return (*rules.objectives, *(i.objective for i in rules.intents if i.objective))

    def objectives(self, seat: SeatId, intent: str | None) -> tuple[Objective, ...]:
        """Return the objectives of a seat with the intent that it drew."""
        return self.once(("objectives", seat, intent), lambda: self._objectives(seat, intent))

    def _objectives(self, seat: SeatId, intent: str | None) -> tuple[Objective, ...]:
        drawn = self.intent(seat, intent)
        return (*self.seat(seat).objectives, *((drawn.objective,) if drawn and drawn.objective else ()))

    def _asked(self, card: CardId | None, first: bool) -> Mapping[SeatId, AskKind]:
        asks = self.cards[card].asks if card is not None else {}
        seats = [seat for seat in self.seats if first or seat in asks]
        return {seat: "card" if seat in asks else "standing" for seat in seats}

    def rung(self, tension: int) -> str:
        """Return the name of the rung that a tension lies on."""
        return self.rungs[tension]

    def owner(self, number: str) -> SeatId | None:
        """Return the seat whose track a number is, None for a relation, which is public; raises KeyError."""
        return self._owners[number]

    def label(self, number: str) -> str:
        """Return a number as people say it: `North-South tension`, `South capacity`."""
        return self._labels[number]

    def _label(self, number: str) -> str:
        if "." in number:
            actor, track = number.split(".", 1)
            return f"{self.scenario.actor(actor).short} {track}"
        return "-".join(self.scenario.actor(actor).short for actor in number.split("-")) + " tension"

    def baseline(self, relation: str) -> int:
        """Return the baseline that a relation's tension drifts back to; raises KeyError."""
        return next(level for at, level, _ in self.decays if self.numbers[at] == relation)

    def flag_known_to(self, flag: str, seat: SeatId) -> bool:
        """Say whether a seat knows of a flag: of every public one, and of secrets that it is let into.

        The facilitator knows of all.
        """
        rule = self.rules.flags.get(FlagId(flag))
        if rule is None or not rule.secret:
            return rule is not None
        return seat == FACILITATOR or seat in (rule.known_to or ())

    def driver(self, key: str) -> ReadyDriver:
        """Return a driver; raises KeyError."""
        return self._drivers[key]

    @cached_property
    def alike(self) -> Mapping[SeatId, tuple[tuple[Option, ...], ...]]:
        """The options of each seat that others cannot tell apart: of one ask, and shown by one label."""
        found: dict[SeatId, list[tuple[Option, ...]]] = {}
        asks = [*self.standing.items(), *(ask for card in self.cards.values() for ask in card.asks.items())]
        for seat, ask in asks:
            shown: dict[str, list[Option]] = {}
            for option in ask.ask.options:
                shown.setdefault(option.shown_as or option.label, []).append(option)
            found.setdefault(seat, []).extend(tuple(same) for same in shown.values() if len(same) > 1)
        return {seat: tuple(groups) for seat, groups in found.items()}
