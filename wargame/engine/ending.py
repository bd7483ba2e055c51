"""What is told to everybody when the game is over: every secret, beside what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.content.base import SeatId
from wargame.content.conditions import within
from wargame.engine.book import Book
from wargame.engine.causes import outcome_news, roll_about
from wargame.engine.events import Choice
from wargame.engine.evolve import stated
from wargame.engine.nearest import Nearest, nearest_war
from wargame.engine.score import ForecastScore, forecasts, mean_brier
from wargame.engine.sight import opened
from wargame.engine.sight_parts import EnvelopeSight
from wargame.engine.state import Exchange, State, Stated


@dataclass(frozen=True, slots=True)
class RelationEnd:
    """A relation from start to finish."""

    label: str
    start: int
    start_rung: str
    end: int
    end_rung: str


@dataclass(frozen=True, slots=True)
class ObjectiveEnd:
    """An objective, whether it was secret, survives war, and the points that it brought of those it could."""

    text: str
    secret: bool
    survives_war: bool
    points: int
    worth: int


@dataclass(frozen=True, slots=True)
class CableEnd:
    """A cable beside the truth; `true` is None for one that stays unresolved."""

    seat: SeatId
    turn: int
    text: str
    true: bool | None
    afterwards: str | None


@dataclass(frozen=True, slots=True)
class SeatEnd:
    """A seat laid open: its intent, its objectives, its points, its mean Brier score if it has one.

    `guessed` are the forecast questions that were about its intent.
    """

    seat: SeatId
    who: str
    intent: tuple[str, str] | None
    guessed: tuple[str, ...]
    objectives: tuple[ObjectiveEnd, ...]
    points: int
    worth: int
    brier: float | None


@dataclass(frozen=True, slots=True)
class DecisionEnd:
    """What a seat decided in an exchange, and its envelope, which one that took its default does not have.

    `shown` is the label that the others read at the reveal.
    """

    seat: SeatId
    label: str
    shown: str
    manner: str
    envelope: EnvelopeSight | None

    @property
    def by_bot(self) -> bool:
        """Whether a bot held the seat then."""
        return self.envelope is not None and self.envelope.decided == "bot"


@dataclass(frozen=True, slots=True)
class ExchangeEnd:
    """An exchange laid open: its card, every decision, and the questions that the card puts to the room."""

    turn: int
    number: int
    title: str | None
    decisions: tuple[DecisionEnd, ...]
    discuss: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForecastEnd:
    """A forecast beside what happened: percent stated, the outcome, and three Brier scores.

    `outcome` is None for one that could not be told; then nothing is scored. `base` is the score of the
    public base rate, `room` that of the median of all that were stated on the same question. `bot` says
    whether a bot stated it.
    """

    seat: SeatId
    turn: int
    question: str
    percent: int
    outcome: bool | None
    brier: float | None
    base: float | None
    room: float | None
    bot: bool


@dataclass(frozen=True, slots=True)
class RollEnd:
    """A roll laid open: what it was about, each outcome's weight and news, and the one that came.

    `exchange` is 0 for a roll at the end of a turn; an outcome without news changed numbers, or nothing.
    """

    turn: int
    exchange: int
    about: str
    outcomes: tuple[tuple[int, str], ...]
    came: int
    ruled: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """How the game ended, and everything that was secret in it."""

    reason: str
    text: str
    war: bool
    nearest: Nearest | None
    turn: int
    relations: tuple[RelationEnd, ...]
    seats: tuple[SeatEnd, ...]
    cables: tuple[CableEnd, ...]
    exchanges: tuple[ExchangeEnd, ...]
    stated: tuple[ForecastEnd, ...]
    forecasts: tuple[ForecastScore, ...]
    crossings: tuple[tuple[int, str, str, str], ...]
    rolls: tuple[RollEnd, ...]
    seed: str
    salt: str
    commitment: str
    seed_given: bool

    @property
    def milder(self) -> tuple[tuple[int, DecisionEnd], ...]:
        """The decisions that others were shown by a milder label, each with its turn."""
        made = [(exchange.turn, one) for exchange in self.exchanges for one in exchange.decisions]
        return tuple((turn, one) for turn, one in made if one.shown != one.label)


def ending(book: Book, state: State) -> Ending:
    """Return the ending of a game that has ended; raises ValueError for one that goes on."""
    if state.phase != "ended":
        raise ValueError("the game has not ended")
    terminal = next((t for t in book.rules.terminal if t.id == state.ending), None)
    scores = forecasts(book, state)
    return Ending(
        reason=reason(book, state),
        text=terminal.text.strip() if terminal else "",
        war=state.war,
        nearest=nearest_war(book, state),
        turn=state.turn,
        relations=tuple(_relation(book, state, at) for at in range(book.relations)),
        seats=tuple(_seat(book, state, seat, scores) for seat in book.seats),
        cables=cables_sent(book, state),
        exchanges=exchanges(book, state),
        stated=tuple(_stated(book, state, given, scores) for given in stated(state)),
        forecasts=scores,
        crossings=tuple((turn, book.label(c.relation), c.before, c.after) for turn, c in state.crossings),
        rolls=tuple(_rolls(book, state)),
        seed=state.setup.seed.hex(),
        salt=state.setup.salt.hex(),
        commitment=state.setup.commitment,
        seed_given=state.setup.seed_given,
    )


def _rolls(book: Book, state: State) -> Iterator[RollEnd]:
    for turn in range(1, state.turn + 1):
        found = [
            (here.number, roll) for at, here in state.every_exchange() if at == turn for roll in here.rolls
        ]
        found += [(0, roll) for at, roll in state.driven if at == turn]
        for exchange, roll in found:
            news = [outcome_news(book, roll.path, at) for at in range(len(roll.weights))]
            about = roll_about(book, roll.path)
            outcomes = tuple(zip(roll.weights, news, strict=True))
            yield RollEnd(turn, exchange, about, outcomes, roll.outcome, roll.ruled)


def reason(book: Book, state: State) -> str:
    """Return what a game that has ended came to, in words: the title of its ending."""
    titles = (terminal.title for terminal in book.rules.terminal if terminal.id == state.ending)
    return next(titles, "The calendar ran out")


def _relation(book: Book, state: State, at: int) -> RelationEnd:
    start, end = book.starts[at], state.numbers[at]
    return RelationEnd(book.label(book.numbers[at]), start, book.rung(start), end, book.rung(end))


def _seat(book: Book, state: State, seat: SeatId, scores: tuple[ForecastScore, ...]) -> SeatEnd:
    intent = book.intent(seat, state.intents.get(seat))
    public = book.seat(seat).objectives
    points = state.points.get(seat, {})
    objectives = tuple(
        ObjectiveEnd(o.text, o not in public, o.survives_war, points.get(o.id, 0), o.points)
        for o in book.objectives(seat, state.intents.get(seat))
    )
    return SeatEnd(
        seat=seat,
        who=book.scenario.actor(seat).name,
        intent=(intent.title, intent.brief.strip()) if intent else None,
        guessed=_guessed(book, seat),
        objectives=objectives,
        points=sum(objective.points for objective in objectives),
        worth=sum(objective.worth for objective in objectives),
        brier=mean_brier(scores, seat),
    )


def _guessed(book: Book, seat: SeatId) -> tuple[str, ...]:
    found = (q for q in book.questions.values() if any(seat in part.intent for part in within(q.when)))
    return tuple(dict.fromkeys(question.question for question in found))


def cables_sent(book: Book, state: State) -> tuple[CableEnd, ...]:
    """Return every cable so far beside the truth."""
    written = {cable.id: cable for cable in book.rules.cables}
    found = []
    for sent in state.cables:
        cable = written[sent.cable]
        after = cable.afterwards
        told = after.unresolved if sent.true is None else after.true if sent.true else after.false
        found.append(CableEnd(sent.seat, sent.turn, cable.text, sent.true, told))
    return tuple(found)


def exchanges(book: Book, state: State) -> tuple[ExchangeEnd, ...]:
    """Return every exchange so far laid open, for those from whom nothing is kept."""
    return tuple(_exchange(book, turn, exchange) for turn, exchange in state.every_exchange())


def _exchange(book: Book, turn: int, here: Exchange) -> ExchangeEnd:
    card = book.cards[here.card].card if here.card is not None else None
    return ExchangeEnd(
        turn=turn,
        number=here.number,
        title=card.title if card else None,
        decisions=tuple(_decision(book, here, seat, choice) for seat, choice in here.choices.items()),
        discuss=card.discuss if card else (),
    )


def _decision(book: Book, here: Exchange, seat: SeatId, choice: Choice) -> DecisionEnd:
    envelope = here.envelopes.get(seat)
    option = book.asks[here.card][seat].options[choice.option].option
    return DecisionEnd(
        seat=seat,
        label=option.label,
        shown=option.shown_as or option.label,
        manner=choice.manner,
        envelope=opened(envelope, option.label) if envelope else None,
    )


def _stated(book: Book, state: State, given: Stated, scores: tuple[ForecastScore, ...]) -> ForecastEnd:
    score = next((score for score in scores if score.stated == given), None)
    return ForecastEnd(
        seat=given.seat,
        turn=given.turn,
        question=book.questions[given.question].question,
        percent=given.percent,
        outcome=state.resolved.get((given.question, given.turn, given.exchange)),
        brier=score.brier if score else None,
        base=score.base if score else None,
        room=score.room if score else None,
        bot=given.bot,
    )
