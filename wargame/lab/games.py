"""One game between bots, played through the engine itself, and what a study of many games keeps of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.content.laid import STANDING
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.conditions import NOTHING_SEEN, Test
from wargame.engine.events import TurnEnded
from wargame.engine.evolve import evolve
from wargame.engine.records import Record, Rejection
from wargame.engine.score import forecasts
from wargame.engine.shut import current_ask, shut
from wargame.engine.state import State
from wargame.play.clock import VirtualClock
from wargame.play.leading import Refused, bots_decide, lead
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table


class Decision(NamedTuple):
    """What a seat chose of the options open to it; `ask` is the card that asked, or `standing`."""

    turn: int
    exchange: int
    seat: str
    ask: str
    option: str
    manner: str
    offered: tuple[str, ...]


class Dealing(NamedTuple):
    """A card that came to the table, and how; None for a quiet turn.

    `moved` says how far the watched relation went when its envelopes were opened.
    """

    turn: int
    exchange: int
    card: str | None
    origin: str
    moved: int = 0


class Forecast(NamedTuple):
    """A resolved forecast: percent stated, what happened, its Brier score, and the public base rate."""

    seat: str
    question: str
    percent: int
    outcome: bool
    brier: float
    base: int | None


class Gauge(NamedTuple):
    """A figure of the tension graph at the start and at the end."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of one game; `numbers` are the final ones, in the order of `Book.numbers`."""

    seed: int
    ending: str
    war: bool
    turns: int
    numbers: tuple[int, ...]
    intents: Mapping[str, str]
    dealt: tuple[Dealing, ...]
    decisions: tuple[Decision, ...]
    drivers: tuple[tuple[str, int], ...]
    forecasts: tuple[Forecast, ...]
    points: Mapping[str, Mapping[str, int]]
    measures: Mapping[str, bool]
    graph: Mapping[str, Gauge]


class Forgetting:
    """A journal that keeps nothing."""

    digest = ""

    def append(self, record: Record) -> None:
        """Forget a record."""

    def close(self) -> None:
        """Nothing is held."""


def forced(scenario: Scenario, intents: Mapping[str, str]) -> Scenario:
    """Return the scenario in which seats draw the intents named, and no other.

    Raises ValueError for a seat or an intent that there is not.
    """
    actors = {str(actor.id): actor for actor in scenario.rules.actors}
    for name, wanted in intents.items():
        actor = actors.get(name)
        if actor is None or actor.seat is None:
            raise ValueError(f"there is no seat '{name}'")
        kept = tuple(intent for intent in actor.seat.intents if intent.id == wanted)
        if not kept:
            known = ", ".join(intent.id for intent in actor.seat.intents) or "none"
            raise ValueError(f"'{name}' has no intent '{wanted}'; it has: {known}")
        seat = actor.seat.model_copy(update={"intents": kept})
        actors[name] = actor.model_copy(update={"seat": seat})
    rules = scenario.rules.model_copy(update={"actors": tuple(actors.values())})
    return scenario.model_copy(update={"rules": rules})


def watched(book: Book) -> int | None:
    """Return the place in `Book.numbers` of the first relation that the rules measure, if they do."""
    places = (book.index[measure.number] for measure in book.rules.measures if measure.number is not None)
    return next((at for at in places if at < book.relations), None)


def play(book: Book, seed: int) -> Outcome:
    """Play the game of a seed number, a bot on every seat."""
    table = Table(book, Forgetting(), VirtualClock())
    drawn = seed_from(seed)
    answer = table.begin(begin(book, drawn, holders(book, drawn, (), None)))
    if isinstance(answer, Rejection):
        raise Refused(f"begin: {answer.sentence}")
    offers: dict[tuple[int, int, SeatId], tuple[str, ...]] = {}
    moved: dict[tuple[int, int], int] = {}
    measures, at = _Measures(book), watched(book)
    while table.state.phase != "ended":
        offers.update(_offered(book, table.state))
        bots_decide(table)
        before = table.state
        measures.look(before, lead(table))
        if at is not None and before.phase == "decide":
            exchange = before.turn, before.exchanges[-1].number
            moved[exchange] = table.state.numbers[at] - before.numbers[at]
    return _outcome(book, table.state, seed, offers, moved, measures)


def _offered(book: Book, state: State) -> Iterator[tuple[tuple[int, int, SeatId], tuple[str, ...]]]:
    """Yield the open options of every seat that has to decide now."""
    if state.phase != "decide":
        return
    here = state.exchanges[-1]
    for seat in here.asked:
        ask = current_ask(book, state, seat)
        assert ask is not None
        still_open = (key for key, option in ask.options.items() if shut(book, state, seat, option) is None)
        yield (state.turn, here.number, seat), tuple(still_open)


class _Measures:
    """Which of the rules' conditions held at the end of a turn, at the last or ever."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._tests: list[tuple[str, str, Test]] = [
            (measure.id, measure.hold, book.test(measure.when))
            for measure in book.rules.measures
            if measure.when is not None
        ]
        self.found: dict[str, bool] = {key: False for key, _, _ in self._tests}

    def look(self, state: State, record: Record) -> None:
        """Read the measures at the end of the turn, if this record ends one."""
        if not any(isinstance(event, TurnEnded) for event in record.events):
            return
        # The same record begins the next turn, in which flags have lapsed: stop before that.
        for event in record.events:
            state = evolve(self._book, state, event, record.command.at)
            if isinstance(event, TurnEnded):
                break
        for key, hold, test in self._tests:
            now = test(state, NOTHING_SEEN)
            self.found[key] = now or (hold == "ever" and self.found[key])


def _outcome(
    book: Book,
    state: State,
    seed: int,
    offers: Mapping[tuple[int, int, SeatId], tuple[str, ...]],
    moved: Mapping[tuple[int, int], int],
    measures: _Measures,
) -> Outcome:
    exchanges = state.every_exchange()
    return Outcome(
        seed=seed,
        ending=state.ending,
        war=state.war,
        turns=state.turn,
        numbers=tuple(state.numbers),
        intents={str(seat): intent for seat, intent in state.intents.items()},
        dealt=tuple(
            Dealing(turn, here.number, here.card, here.origin, moved.get((turn, here.number), 0))
            for turn, here in exchanges
        ),
        decisions=tuple(
            Decision(
                turn=turn,
                exchange=here.number,
                seat=seat,
                ask=here.card if here.card is not None and here.asked[seat] == "card" else STANDING,
                option=choice.option,
                manner=choice.manner,
                offered=offers[turn, here.number, seat],
            )
            for turn, here in exchanges
            for seat, choice in here.choices.items()
        ),
        drivers=state.fired,
        forecasts=tuple(
            Forecast(
                score.stated.seat,
                score.stated.question,
                score.stated.percent,
                score.outcome,
                score.brier,
                book.questions[score.stated.question].base,
            )
            for score in forecasts(book, state)
        ),
        points={str(seat): dict(points) for seat, points in state.points.items()},
        measures=measures.found,
        graph=_gauges(book, state.numbers),
    )


def _gauges(book: Book, numbers: tuple[int, ...]) -> dict[str, Gauge]:
    wanted = {measure.graph for measure in book.rules.measures if measure.graph is not None}
    if not wanted:
        return {}
    # Imported here, so that games without such a measure do without the graph library.
    from wargame.engine import tension

    figures = {"balance": tension.balance, "blocs": tension.blocs, "hostile": tension.hostile}
    return {
        name: Gauge(figures[name](book, book.starts), figures[name](book, numbers)) for name in sorted(wanted)
    }
