"""Whole Korean games by bots, beside whole small games of random choices."""

from collections.abc import Iterator

from tests.benchmarks.engine import SMALL, play
from tests.benchmarks.measure import side_by_side
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.leading import play_out
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

GAMES = 4


def play_korea(book: Book, number: int) -> None:
    """Play one whole game with a bot in every seat, with the digest chain and no file."""
    table = Table(book, Unsaved(), VirtualClock())
    seed = seed_from(number)
    table.begin(begin(book, seed, holders(book, seed, (), None)))
    play_out(table)


def run() -> Iterator[str]:
    """Yield the figures of whole games."""
    korean, small = Book(load_scenario(None)), Book(load_scenario(SMALL))

    def ours() -> int:
        for number in range(GAMES):
            play_korea(korean, number)
        return GAMES

    def theirs() -> int:
        for number in range(5 * GAMES):
            play(small, number)
        return 5 * GAMES

    play_korea(korean, 0)
    mine, other, ratio = side_by_side(ours, theirs)
    yield f"{mine:.1f} whole games a second of processor time, eight turns, six bots"
    yield f"{other:.1f} small games a second, beside it; ratio {ratio:.3f}"
