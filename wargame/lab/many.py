"""Many games in several processes: the same games, whatever the number of processes.

Processes are started afresh, never forked; each is given the content once, as its canonical text.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from wargame.content.scenario import Scenario, canonical
from wargame.engine.book import Book
from wargame.lab.games import Outcome, play

Progress = Callable[[int, int], None]
LARGEST_CHUNK = 16
MOST_PROCESSES = 60  # Windows waits for at most 63 handles at once.

_book: Book | None = None


def usable_processes() -> int:
    """Return how many processes this machine lets us keep busy."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def play_many(
    scenario: Scenario,
    length: str | None,
    seeds: Sequence[int],
    processes: int = 1,
    progress: Progress | None = None,
) -> tuple[Outcome, ...]:
    """Play the games of these seed numbers, in their order; `progress` hears of games done, and of all.

    Raises KeyError for a length that the rules do not name.
    """
    outcomes: list[Outcome] = []
    for played in _played(scenario, length, seeds, processes):
        outcomes.extend(played)
        if progress is not None:
            progress(len(outcomes), len(seeds))
    return tuple(outcomes)


def _played(
    scenario: Scenario, length: str | None, seeds: Sequence[int], processes: int
) -> Iterator[list[Outcome]]:
    book = Book(scenario, length)
    processes = max(1, min(processes, MOST_PROCESSES, len(seeds)))
    if processes == 1:
        yield from ([play(book, seed)] for seed in seeds)
        return
    size = max(1, min(LARGEST_CHUNK, len(seeds) // (4 * processes)))
    chunks = [seeds[at : at + size] for at in range(0, len(seeds), size)]
    with ProcessPoolExecutor(
        max_workers=processes,
        mp_context=get_context("spawn"),
        initializer=_prepare,
        initargs=(canonical(scenario), book.length_name),
    ) as pool:
        yield from pool.map(_play_chunk, chunks)


def _prepare(content: str, length: str) -> None:
    global _book
    # Whoever presses Ctrl-C is answered by the process that they started, and by it alone.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _book = Book(Scenario.model_validate_json(content), length)


def _play_chunk(seeds: Sequence[int]) -> list[Outcome]:
    assert _book is not None
    return [play(_book, seed) for seed in seeds]
