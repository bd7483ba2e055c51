"""Games of the needle, played here and when they are let."""

import threading
import time
from collections.abc import Callable, Sequence

from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.blocks import Block
from wargame.lab.crew import Content, Gone

PATIENCE = 60


class Here:
    """Plays in the thread that asks, once it is let; notes what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.closed = False
        self.let = threading.Event()
        self.let.set()
        self.fault: Exception | None = None
        self.lost = 0
        self._books: dict[str, Book] = {}

    def do(self, content: Content, work: Callable[[Book, int], Block], jobs: Sequence[int]) -> list[Block]:
        self.asked += [(content.key, job) for job in jobs]
        self.let.wait(PATIENCE)
        if self.fault is not None:
            raise self.fault
        if self.lost:
            self.lost -= 1
            raise Gone("a process that played games has ended")
        if content.key not in self._books:
            self._books[content.key] = Book(Scenario.model_validate_json(content.text), content.length)
        return [work(self._books[content.key], job) for job in jobs]

    def ready(self) -> None:
        """There is nothing to start."""

    def close(self) -> None:
        self.closed = True
        self.let.set()


def until(holds: Callable[[], object]) -> None:
    for _ in range(PATIENCE * 100):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError
