"""One secret of one seat, changed at random: its intent, a track, a cable, an envelope and others."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from wargame.content.base import FlagId, OptionId, SeatId
from wargame.engine.book import Book
from wargame.engine.commands import Command
from wargame.engine.decide import decide
from wargame.engine.events import CableSent, Delayed, Scheduled
from wargame.engine.evolve import follow
from wargame.engine.records import Record, Rejection
from wargame.engine.state import Exchange, State, replace

WORDS = ("rationale", "expects", "dissent")


@dataclass
class Game:
    """A game of which nobody keeps a record."""

    book: Book
    state: State

    def put(self, said: Command) -> Record | Rejection:
        """Put a command; return what came of it."""
        answer = decide(self.book, self.state, said)
        if isinstance(answer, Record):
            self.state = follow(self.book, self.state, answer)
        return answer


Twist = Callable[[Random, Game, SeatId], State | None]


def another_intent(rng: Random, game: Game, seat: SeatId) -> State | None:
    others = [one.id for one in game.book.seat(seat).intents if one.id != game.state.intents.get(seat)]
    if not others:
        return None
    return replace(game.state, intents={**game.state.intents, seat: rng.choice(others)})


def another_track(rng: Random, game: Game, seat: SeatId) -> State | None:
    own = [name for name in game.book.numbers if game.book.owner(name) == seat]
    at = game.book.index[rng.choice(own)]
    numbers = list(game.state.numbers)
    numbers[at] = rng.randint(0, 100)
    return replace(game.state, numbers=tuple(numbers))


def another_cable(rng: Random, game: Game, seat: SeatId) -> State | None:
    """Change the truth of a cable, take it away, or send another."""
    sent = game.state.cables
    mine = [cable for cable in sent if cable.seat == seat]
    if mine and rng.random() < 0.5:
        one = rng.choice(mine)
        truth = replace(one, true=rng.choice([t for t in (True, False, None) if t != one.true]))
        changed = rng.choice([(truth,), ()])
        return replace(game.state, cables=(*(cable for cable in sent if cable != one), *changed))
    new = [cable.id for cable in game.book.rules.cables if cable.seat == seat]
    cable = CableSent(rng.choice(new), seat, game.state.turn, True) if new else None
    return replace(game.state, cables=(*sent, cable)) if cable else None


def another_envelope(rng: Random, game: Game, seat: SeatId) -> State | None:
    """Change what lies in an envelope: all of it while it is closed, the words of one that was opened."""
    state = game.state
    exchanges = [here for here in state.exchanges if seat in here.envelopes]
    if not exchanges:
        return None
    here = rng.choice(exchanges)
    old = here.envelopes[seat]
    option = old.option
    if not here.choices:
        ask = game.book.asks[here.card][seat]
        option = OptionId(rng.choice(sorted(ask.options)))
    words: dict[str, Any] = dict.fromkeys(WORDS, "Three.")
    new = replace(old, option=option, decided="majority", forecasts={"any": 50}, left=9, **words)
    return with_exchange(state, here, replace(here, envelopes={**here.envelopes, seat: new}))


def another_clock(rng: Random, game: Game, seat: SeatId) -> State | None:
    """Change when the clock of a sitting runs out, or whether the seat sits; late only with an envelope."""
    if game.state.phase != "decide":
        return None
    here = game.state.exchanges[-1]
    until = {key: time for key, time in here.until.items() if key != seat}
    if rng.random() < 0.5:
        until[seat] = rng.randint(0, 10**6)
    late = here.late
    if seat in here.envelopes and rng.random() < 0.5:
        late = tuple(one for one in late if one != seat) if seat in late else (*late, seat)
    left = {**here.left, seat: rng.randint(0, 10**6)}
    return with_exchange(game.state, here, replace(here, until=until, late=late, left=left))


def another_secret(rng: Random, game: Game, seat: SeatId) -> State | None:
    """Set or clear a flag that nobody knows of but the seat."""
    state, rules = game.state, game.book.rules.flags
    secret = [flag for flag, rule in rules.items() if rule.secret and set(rule.known_to or ()) <= {seat}]
    flag = FlagId(rng.choice(secret))
    flags = {key: until for key, until in state.flags.items() if key != flag}
    return replace(state, flags=flags if flag in state.flags else {**flags, flag: None})


def another_score(rng: Random, game: Game, seat: SeatId) -> State | None:
    """Change how often an objective of the seat held, and how a forecast came out."""
    objectives = game.book.all_objectives(seat)
    held = {**game.state.held, **{(seat, one.id): rng.randint(0, 9) for one in objectives}}
    question = rng.choice(sorted(game.book.questions))
    resolved = {**game.state.resolved, (question, 1, 1): rng.choice([True, False, None])}
    return replace(game.state, held=held, resolved=resolved)


def another_seed(rng: Random, game: Game, seat: SeatId) -> State | None:
    """Change the dice: where they make no difference in public, nobody is told how they fell."""
    setup = replace(game.state.setup, seed=rng.randbytes(32))
    return replace(game.state, setup=setup)


def another_future(rng: Random, game: Game, seat: SeatId) -> State | None:
    """Put something else in motion: nobody is told of what is to come before it comes."""
    state, turn = game.state, game.state.turn + 9
    own = next(name for name in game.book.numbers if game.book.owner(name) == seat)
    driver, card = game.book.drivers[0].driver.id, rng.choice(sorted(game.book.cards))
    delayed = Delayed(turn=turn, wanted=((own, 5),), cause=f"{state.turn}/driver/{driver}")
    scheduled = Scheduled(card=card, turn=turn, cause=delayed.cause)
    return replace(state, delayed=(*state.delayed, delayed), scheduled=(*state.scheduled, scheduled))


TWISTS: dict[str, Twist] = {
    "intent": another_intent,
    "track": another_track,
    "cable": another_cable,
    "envelope": another_envelope,
    "clock": another_clock,
    "secret": another_secret,
    "score": another_score,
    "future": another_future,
    "seed": another_seed,
}


def with_exchange(state: State, old: Exchange, new: Exchange) -> State:
    return replace(state, exchanges=tuple(new if here is old else here for here in state.exchanges))
