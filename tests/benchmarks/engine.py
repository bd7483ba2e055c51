"""The engine on the small game, beside the same game in plain Python with a list of dicts for a log.

Each decision of the engine is a command decided, an event made, both sealed into the digest chain as JSON,
the state moved, and every change put in the ledger.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import side_by_side
from wargame.content.base import TABLE, OptionId
from wargame.content.effects import Effect
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.commands import Command, Commit, Deal, Open, Proceed
from wargame.engine.records import Rejection
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

SMALL = Path(__file__).parent / "small" / "small.yaml"
GAMES = 20
DECISIONS = 48


def play(book: Book, number: int) -> None:
    """Play one small game of random choices through the table, with the digest chain and no file."""
    choose = random.Random(number)
    table = Table(book, Unsaved(), VirtualClock())
    seed = seed_from(number)
    put(table, begin(book, seed, holders(book, seed, (), None)))
    at = 0
    while table.state.phase != "ended":
        at += 1
        put(table, Deal(by=TABLE, at=at))
        for seat in book.seats:
            option = OptionId(f"option-{choose.randrange(3)}")
            put(table, Commit(by=seat, at=at, option=option, rationale="x"))
        put(table, Open(by=TABLE, at=at))
        put(table, Proceed(by=TABLE, at=at))


def put(table: Table, command: Command) -> None:
    """Put a command that must be accepted; raises ValueError with the reason if it is not."""
    answer = table.say(lambda _: command)
    if isinstance(answer, Rejection):
        raise ValueError(answer.sentence)


def plain(cards: list[list[list[tuple[str, int]]]], number: int) -> int:
    """Play one small game in plain Python: a dict of numbers, a list of dicts; returns its log's length."""
    choose = random.Random(number)
    numbers: dict[str, int] = {}
    log: list[dict[str, object]] = []
    for turn in range(8):
        card = cards[choose.randrange(len(cards))]
        for seat in range(6):
            chosen = choose.randrange(3)
            changes = []
            for name, delta in card[chosen]:
                before = numbers.get(name, 50)
                numbers[name] = min(100, max(0, before + delta))
                changes.append((name, before, numbers[name]))
            log.append({"turn": turn, "seat": seat, "option": chosen, "changes": changes})
    return len(log)


def run() -> Iterator[str]:
    """Yield the figures of the engine on the small game."""
    book = Book(load_scenario(SMALL))
    cards = [
        [
            [(str(name), delta) for effect in option.effects for name, delta in changes(effect)]
            for option in next(iter(card.asks.values())).options
        ]
        for card in book.scenario.cards
    ]

    def ours() -> int:
        for number in range(GAMES):
            play(book, number)
        return GAMES * DECISIONS

    def theirs() -> int:
        return sum(plain(cards, number) for number in range(10 * GAMES))

    play(book, 0)
    mine, other, ratio = side_by_side(ours, theirs)
    yield f"{mine:,.0f} decisions a second of processor time (goal 100,000)"
    yield f"{other:,.0f} in plain Python with a dict log, beside it; ratio {ratio:.3f}"


def changes(effect: Effect) -> list[tuple[str, int]]:
    """Return the changes of an effect as names and amounts."""
    return [(str(name), delta) for name, delta in (*effect.tension.items(), *effect.tracks.items())]
