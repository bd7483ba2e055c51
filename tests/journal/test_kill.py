"""A game killed at any moment: what was acknowledged is kept, and the resumed game is the undisturbed one.

Each game is played by a process of its own, started by a server that has the modules loaded already where
the system can do so, and killed as `kill -9` does it.
"""

import multiprocessing
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.content.small import write
from tests.journal.crash_player import child, go_on, play
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.journal.disk import FOLDER
from wargame.journal.errors import SaveEmpty
from wargame.journal.game import load
from wargame.journal.verify import verify

KILLS = 200
CONTEXT = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
# Only what is installed: the server does not see the tests' own folder on every Python.
CONTEXT.set_forkserver_preload(
    ["wargame.play.host", "wargame.play.setup", "wargame.journal.game", "filelock", "yaml", "pytest"]
)


class Undisturbed:
    """The scripted game as it goes when nobody kills it."""

    def __init__(self, folder: Path) -> None:
        book = Book(load_scenario(write(folder)))
        path = folder / "undisturbed.jsonl"
        self.content = book.content
        self.acked: list[int] = []
        play(path, book, self.acked.append)
        assert verify(path).ended
        self.bytes = path.read_bytes()
        self.records = load(path).records


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return Undisturbed(tmp_path_factory.mktemp("undisturbed"))


@contextmanager
def playing(path: Path, content: str, fatal: tuple[int, str] | None = None) -> Iterator[tuple]:
    """A process that plays, once it is about to, and the connection on which it acknowledges."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=child, args=(theirs, path, content, fatal))
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def heard(connection: Connection, most: float = float("inf")) -> int:
    """The last number acknowledged, once `most` or the end of the process is reached."""
    last = -1
    try:
        while (last := max(last, connection.recv())) < most:
            pass
    except EOFError:
        pass
    return last


def check(path: Path, acked: int, whole: Undisturbed, aside: Path) -> None:
    """Hold a killed game's save to what was acknowledged, and a copy of it, played on, to the whole game."""
    if acked < 0 and not path.exists():
        return
    shutil.copyfile(path, aside)
    try:
        game = load(path)
    except SaveEmpty:
        assert acked < 0
        path.unlink()
        return
    assert len(game.records) > acked
    assert [r.command for r in game.records] == [r.command for r in whole.records[: len(game.records)]]
    stood = []
    go_on(aside, ack=stood.append)
    assert stood == list(range(len(game.records), len(whole.records)))
    assert aside.read_bytes() == whole.bytes


def test_the_scripted_game_holds_what_a_table_can_say(undisturbed):
    said = {record.command.kind for record in undisturbed.records}
    assert said == {
        *("begin", "deal", "sit", "commit", "expire", "pause", "unpause", "open", "proceed"),
        *("inject", "rule-number", "rule-outcome"),
    }
    assert undisturbed.acked == list(range(len(undisturbed.records)))


def test_nothing_acknowledged_is_lost_when_the_game_is_killed_200_times(undisturbed, tmp_path):
    chance = random.Random(2)
    path, aside = tmp_path / "g.jsonl", tmp_path / "aside.jsonl"
    kills = resumed = ended = 0
    while kills < KILLS:
        resumed += path.exists()
        with playing(path, undisturbed.content) as (process, connection):
            begun = len(path.read_bytes().splitlines()) if path.exists() else 0
            acked = heard(connection, begun + chance.randrange(-1, 9))
            time.sleep(chance.random() * 0.003)
            process.kill()
            process.join()
            acked = max(acked, heard(connection))
            assert process.exitcode is not None and process.exitcode <= 0
            kills += process.exitcode < 0
        check(path, acked, undisturbed, aside)
        if path.exists() and path.read_bytes() == undisturbed.bytes:
            ended += 1
            path.unlink()
    assert resumed > KILLS / 2
    assert ended > KILLS / 40


@pytest.mark.parametrize("when", ["before", "amid", "after"])
def test_nothing_acknowledged_is_lost_when_it_is_killed_at_any_write(undisturbed, tmp_path, when):
    path, aside = tmp_path / "g.jsonl", tmp_path / "aside.jsonl"
    for call in count():
        with playing(path, undisturbed.content, (call, when)) as (process, connection):
            acked = heard(connection)
            process.join()
            assert process.exitcode in (0, 9)
            survived = process.exitcode == 0
        check(path, acked, undisturbed, aside)
        if survived:
            break
        path.unlink(missing_ok=True)
    assert path.read_bytes() == undisturbed.bytes
    # Each record is written and synced, and the folder, where it can be, before the first.
    assert call == 2 * len(undisturbed.records) + (FOLDER is not None)


@pytest.mark.parametrize("when", ["before", "after"])
def test_nothing_is_lost_when_recovery_itself_is_killed(undisturbed, tmp_path, when):
    path, aside = tmp_path / "g.jsonl", tmp_path / "aside.jsonl"
    lines = undisturbed.bytes.split(b"\n")
    good = b"\n".join(lines[:20]) + b"\n"
    # The copy, its folder, the cut, the file that was cut, and its folder before the first new record.
    for call in range(5):
        path.write_bytes(good + lines[20][:50])
        with playing(path, undisturbed.content, (call, when)) as (process, connection):
            assert heard(connection) == -1
            process.join()
            assert process.exitcode == 9
        assert path.read_bytes().startswith(good)
        check(path, 19, undisturbed, aside)
