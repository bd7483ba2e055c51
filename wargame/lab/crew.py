"""Processes that play games for this one, each over a pipe of its own.

They are started afresh, never forked. Nobody but this process holds the other end of their pipe: when it is
gone, even killed, the pipe ends, and so do they, after the jobs at hand.
"""

import os
import pickle
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Lock
from typing import Any, NamedTuple, Protocol, TypeVar

from wargame.content.scenario import Scenario
from wargame.engine.book import Book

BOOKS = 4
"""How many contents a process keeps ready to play."""
_NICE = 5
_CLOSED = "the processes that play games are closed"

Job = TypeVar("Job")
Result = TypeVar("Result")


class Gone(Exception):
    """A process that was to play games cannot, or no more; its text is one sentence for people."""


class Content(NamedTuple):
    """What games are played of: its canonical text, their length, and a name by which to know both again."""

    key: str
    text: str
    length: str | None


class Plays(Protocol):
    """Whoever plays games when it is told to."""

    def do(
        self, content: Content, work: Callable[[Book, Job], Result], jobs: Sequence[Job]
    ) -> list[Result]: ...

    def ready(self) -> None: ...

    def close(self) -> None: ...


def prepare() -> None:
    """Start what the system needs along with the first process; to be called on the main thread.

    It is handed sys.stderr, which under Textual is no file. To swap that for a moment is safe only where
    nobody else does it: Textual does at its beginning and its end, on the main thread too.
    """
    if sys.platform != "win32":
        from multiprocessing import resource_tracker

        with redirect_stderr(sys.__stderr__), suppress(OSError):
            resource_tracker.ensure_running()


class Crew:
    """So many processes, each started when it is first needed; threads may share them.

    Those of a `gentle` crew let all other work go first, where the system has a way to say so.
    """

    def __init__(self, size: int, *, gentle: bool = False) -> None:
        self._gentle = gentle
        self._free: SimpleQueue[_Process | None] = SimpleQueue()
        for _ in range(size):
            self._free.put(None)
        self._hired: set[_Process] = set()
        self._closed = False
        self._hiring = Lock()

    def do(self, content: Content, work: Callable[[Book, Job], Result], jobs: Sequence[Job]) -> list[Result]:
        """Return what `work`, a function of a module, makes of each job; raises Gone, and what it raises."""
        process = self._free.get()
        try:
            if self._closed:
                raise Gone(_CLOSED)
            process = process or self._hire()
            return process.do(content, work, jobs)
        except Gone:
            if process is not None:
                self._let_go(process)
            process = None
            raise
        finally:
            self._free.put(process)

    def ready(self) -> None:
        """Start a process that will be needed; raises Gone."""
        process = self._free.get()
        try:
            process = process or self._hire()
        finally:
            self._free.put(process)

    @property
    def size(self) -> int:
        """How many processes there are now."""
        return len(self._hired)

    def close(self) -> None:
        """End all processes at once, whatever they are at; one that is just being started, once it is."""
        self._closed = True
        with self._hiring:
            hired, self._hired = self._hired, set()
        for process in hired:
            process.end()

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _hire(self) -> "_Process":
        with self._hiring:
            if self._closed:
                raise Gone(_CLOSED)
            try:
                process = _Process(self._gentle)
            except OSError as error:
                raise Gone(f"no process can be started to play games ({error.strerror or error})") from error
            self._hired.add(process)
            return process

    def _let_go(self, process: "_Process") -> None:
        """Give back what a process held that is gone, unless the whole crew is going."""
        with self._hiring:
            if process not in self._hired:
                return
            self._hired.remove(process)
        process.end()
        process.release()


class _Process:
    """One process, and what it knows of contents: it forgets as `_Books` does."""

    def __init__(self, gentle: bool) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, gentle), daemon=True)
        self._process.start()
        theirs.close()
        self._known: deque[str] = deque(maxlen=BOOKS)

    def do(self, content: Content, work: Callable[[Book, Any], Any], jobs: Sequence[Any]) -> list[Any]:
        try:
            new = content.key not in self._known
            self._pipe.send((content if new else content.key, work, jobs))
            if new:
                self._known.append(content.key)
            fault, made = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise Gone("a process that played games has ended") from error
        if fault is not None:
            self._known.clear()
            raise fault
        result: list[Any] = made
        return result

    def end(self) -> None:
        self._process.kill()
        self._process.join()

    def release(self) -> None:
        self._pipe.close()
        self._process.close()


class _Books:
    """The last few contents, ready to play."""

    def __init__(self) -> None:
        self._books: dict[str, Book] = {}

    def of(self, content: Content | str) -> Book:
        if isinstance(content, str):
            return self._books[content]
        self._books[content.key] = Book(Scenario.model_validate_json(content.text), content.length)
        if len(self._books) > BOOKS:
            del self._books[next(iter(self._books))]
        return self._books[content.key]

    def forget(self) -> None:
        self._books.clear()


def _serve(pipe: "Connection[Any, Any]", gentle: bool) -> None:
    """Do what is asked over a pipe until it ends."""
    # Whoever presses Ctrl-C is answered by the process that they started, and by it alone.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if gentle and hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICE)
    books = _Books()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_done(books, *pipe.recv()))


def _done(
    books: _Books, content: Content | str, work: Callable[[Book, Any], Any], jobs: Sequence[Any]
) -> tuple[Exception | None, list[Any]]:
    try:
        book = books.of(content)
        return None, [work(book, job) for job in jobs]
    except Exception as fault:  # noqa: BLE001 - raised again by whoever asked
        books.forget()
        return _sent(fault, traceback.format_exc()), []


def _sent(fault: Exception, where: str) -> Exception:
    """Return a fault with the place where it arose, or its name and text if it cannot be sent as it is."""
    try:
        pickle.loads(pickle.dumps(fault))
    except Exception:  # noqa: BLE001 - whatever an exception is made of
        fault = RuntimeError(f"{type(fault).__name__}: {fault}")
    fault.add_note(where)
    return fault
