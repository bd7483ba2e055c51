"""Processes that play games: what they keep, what they raise, and that none outlives whoever started it."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from wargame.content.scenario import Scenario, canonical
from wargame.engine.book import Book
from wargame.lab.crew import BOOKS, Content, Crew, Gone, prepare
from wargame.lab.games import play

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def titled(book: Book, job: int) -> tuple[str, int]:
    return book.scenario.rules.title, job


def ends(book: Book, job: int) -> int:
    os._exit(job)


def refuses(book: Book, job: int) -> int:
    raise ValueError(f"not {job}")


def sleeps(book: Book, job: float) -> float:
    sys.stdout.write("asleep\n")
    sys.stdout.flush()
    time.sleep(job)
    return job


def content(scenario: Scenario, title: str = "") -> Content:
    if title:
        rules = scenario.rules.model_copy(update={"title": title})
        scenario = scenario.model_copy(update={"rules": rules})
    return Content(title, canonical(scenario), None)


def test_each_content_is_played_as_it_is_however_many_there_are(crisis: Scenario) -> None:
    contents = [content(crisis, f"crisis {at}") for at in range(BOOKS + 2)]
    with Crew(1) as crew:
        for each in (*contents, contents[0], contents[-1], contents[1], *contents):
            assert crew.do(each, titled, [1, 2]) == [(each.key, 1), (each.key, 2)]


def test_what_is_raised_there_is_raised_here_and_the_process_plays_on(crisis: Scenario) -> None:
    here = content(crisis)
    with Crew(1) as crew:
        for _ in range(2):
            with pytest.raises(ValueError, match="not 7") as raised:
                crew.do(here, refuses, [7])
            assert "in refuses" in raised.value.__notes__[0]
            assert crew.do(here, play, [3]) == [play(Book(crisis), 3)]


def test_a_process_that_ended_is_said_to_have_and_another_takes_its_place(crisis: Scenario) -> None:
    with Crew(1) as crew:
        with pytest.raises(Gone, match="has ended"):
            crew.do(content(crisis), ends, [1])
        assert crew.do(content(crisis, "again"), titled, [1]) == [("again", 1)]


class Unsendable(Exception):
    """Cannot be pickled: it holds a function."""

    def __init__(self) -> None:
        super().__init__("with a function")
        self.holds = lambda: None


class Unreadable(Exception):
    """Cannot be unpickled: it asks for more than its text."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


def breaks(book: Book, kind: str) -> str:
    raise Unsendable if kind == "unsendable" else Unreadable("two ", "parts")


@pytest.mark.parametrize("kind", ["unsendable", "unreadable"])
def test_a_fault_that_cannot_be_sent_is_told_by_its_name_and_the_process_plays_on(
    crisis: Scenario, kind: str
) -> None:
    here = content(crisis, "here")
    with Crew(1) as crew:
        crew.do(here, titled, [1])
        with pytest.raises(RuntimeError, match=f"(?i){kind}: ") as raised:
            crew.do(here, breaks, [kind])
        assert "in breaks" in raised.value.__notes__[0]
        assert crew.do(here, titled, [2]) == [("here", 2)]


def test_a_process_that_ended_is_counted_no_more(crisis: Scenario) -> None:
    with Crew(1) as crew:
        for _ in range(3):
            with pytest.raises(Gone):
                crew.do(content(crisis), ends, [1])
            assert crew.size == 0
        crew.do(content(crisis), titled, [1])
        assert crew.size == 1


def test_to_close_waits_for_a_process_that_is_being_started_and_ends_it(crisis, monkeypatch) -> None:
    starting, start, ended = threading.Event(), threading.Event(), threading.Event()

    class Slow:
        def __init__(self, gentle: bool) -> None:
            starting.set()
            start.wait(PATIENCE)

        def end(self) -> None:
            ended.set()

    monkeypatch.setattr("wargame.lab.crew._Process", Slow)
    crew = Crew(1)
    threads = [threading.Thread(target=crew.ready), threading.Thread(target=crew.close)]
    threads[0].start()
    starting.wait(PATIENCE)
    threads[1].start()
    threads[1].join(0.1)
    assert threads[1].is_alive()
    start.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert ended.is_set()
    with pytest.raises(Gone, match="closed"):
        crew.do(content(crisis), titled, [1])


def test_what_a_first_process_needs_is_started_where_errors_go_to_no_file(monkeypatch) -> None:
    class Nowhere:
        def fileno(self) -> int:
            return -1

    nowhere = Nowhere()
    monkeypatch.setattr(sys, "stderr", nowhere)
    prepare()
    assert sys.stderr is nowhere


def test_a_closed_crew_plays_no_more(crisis: Scenario) -> None:
    with Crew(1) as crew:
        crew.do(content(crisis), titled, [1])
    with pytest.raises(Gone, match="closed"):
        crew.do(content(crisis), titled, [1])


LEFT = {
    "playing by the needle's way": "Crew(2, gentle=True).do(tests.content(small), tests.sleeps, [0.5, 0.5])",
    "playing many games": "spread(small, None, tests.sleeps, [0.5] * 40, 2)",
    "at rest": "Crew(2).do(tests.content(small), tests.sleeps, [0.0]); time.sleep(600)",
}
PROGRAM = """
import signal, sys, tempfile, threading, time
from pathlib import Path
import tests.lab.test_crew as tests
from tests.content.small import write
from wargame.content.load import load_scenario
from wargame.lab.crew import Crew
from wargame.lab.many import spread

if __name__ == "__main__":
    # What is started in the background is told to ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    small = load_scenario(write(Path(sys.argv[1])))
    {0}
"""


def started(folder: Path, does: str) -> "subprocess.Popen[str]":
    """Start a program that does so; its processes have its standard output, too, which ends with the last."""
    file = folder / "program.py"
    file.write_text(PROGRAM.format(does))
    command = [sys.executable, str(file), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "asleep\n"
    return program


@pytest.mark.parametrize("what", LEFT)
def test_processes_end_when_whoever_started_them_is_killed(tmp_path: Path, what: str) -> None:
    program = started(tmp_path, LEFT[what])
    program.kill()
    program.communicate(timeout=PATIENCE)
    assert program.returncode != 0


LEAVES = {
    "is done": "plays = (tests.content(small), tests.sleeps, [3600.0])\n"
    "    threading.Thread(target=Crew(1).do, args=plays, daemon=True).start(); sys.stdin.readline()",
    "is interrupted": "import contextlib\n"
    "    with contextlib.suppress(KeyboardInterrupt): spread(small, None, tests.sleeps, [3600.0] * 40, 2)",
}


@pytest.mark.parametrize("how", LEAVES)
def test_a_program_that_leaves_waits_for_no_game(tmp_path: Path, how: str) -> None:
    program = started(tmp_path, LEAVES[how])
    if how == "is interrupted":
        program.send_signal(signal.SIGINT)
    program.communicate("\n", timeout=PATIENCE)
    assert program.returncode == 0
