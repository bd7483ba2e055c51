"""Many games in several processes: the same games, whatever the number of processes.

Processes are started afresh, never forked; each is given the content once, as its canonical text.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from wargame.content.scenario import Scenario, canonical, digest
from wargame.engine.book import Book
from wargame.lab.crew import Content, Crew, Job, Result
from wargame.lab.games import Outcome, play

Progress = Callable[[int, int], None]
LARGEST_CHUNK = 16
MOST_PROCESSES = 60  # Windows waits for at most 63 handles at once.


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
    return spread(scenario, length, play, seeds, processes, progress)


def spread(
    scenario: Scenario,
    length: str | None,
    work: Callable[[Book, Job], Result],
    jobs: Sequence[Job],
    processes: int = 1,
    progress: Progress | None = None,
) -> tuple[Result, ...]:
    """Return what `work`, a function of some module, makes of each job, one game each, in their order.

    Raises KeyError for a length that the rules do not name.
    """
    results: list[Result] = []
    for made in _made(scenario, length, work, jobs, processes):
        results.extend(made)
        if progress is not None:
            progress(len(results), len(jobs))
    return tuple(results)


def _made(
    scenario: Scenario,
    length: str | None,
    work: Callable[[Book, Job], Result],
    jobs: Sequence[Job],
    processes: int,
) -> Iterator[list[Result]]:
    book = Book(scenario, length)
    processes = max(1, min(processes, MOST_PROCESSES, len(jobs)))
    if processes == 1:
        yield from ([work(book, job)] for job in jobs)
        return
    size = max(1, min(LARGEST_CHUNK, len(jobs) // (4 * processes)))
    chunks = [jobs[at : at + size] for at in range(0, len(jobs), size)]
    text = canonical(scenario)
    content = Content(digest(text), text, book.length_name)
    # Left in haste, as by Ctrl-C, the processes are ended first, so that no thread waits for one.
    with ThreadPoolExecutor(processes) as threads, Crew(processes) as crew:
        yield from threads.map(lambda chunk: crew.do(content, work, chunk), chunks)
