"""Games that go on from one state: bots play them to the end, each with dice of its own.

Intents, cards, cables and whatever lies in the envelopes stay as they are; the seed is another, derived from
a number as that of any game whose seed a person named. So a run can be repeated from its first number.
"""

from collections.abc import Mapping
from typing import NamedTuple

from wargame.content.base import SeatId
from wargame.engine.book import Book
from wargame.engine.state import State, replace
from wargame.lab.games import Forgetting
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import holders, seed_from
from wargame.play.table import Table


class Onward(NamedTuple):
    """A game to be played on from a state, with the dice of a number."""

    state: State
    seed: int


class Came(NamedTuple):
    """What a game came to: war or not, the final numbers in the order of `Book.numbers`, and points."""

    war: bool
    numbers: tuple[int, ...]
    points: Mapping[SeatId, Mapping[str, int]]


def play_on(book: Book, job: Onward) -> Came:
    """Play a game on to its end."""
    state = handed_over(book, job.state, job.seed)
    table = Table(book, Forgetting(), VirtualClock(state.now), state)
    play_out(table)
    return Came(table.state.war, table.state.numbers, table.state.points)


def handed_over(book: Book, state: State, seed: int) -> State:
    """Return a state with other dice, in which bots hold every seat that anybody held, and nobody rules.

    A bot stays the one that it was; the style of one that takes over from people is drawn with the dice.
    """
    drawn, setup = seed_from(seed), state.setup
    bots = holders(book, drawn, (), None)
    seats = {seat: bots[seat] if holder.kind == "human" else holder for seat, holder in setup.seats.items()}
    return replace(
        state,
        paused=None,
        ruled_numbers=(),
        ruled_outcomes={},
        setup=replace(
            setup, seats=seats, humans=(), facilitator=False, clock=False, seed=drawn.seed, salt=drawn.salt
        ),
    )
