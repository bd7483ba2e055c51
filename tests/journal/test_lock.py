import os
import subprocess
import sys
from pathlib import Path

import pytest

from wargame.journal.errors import SaveBusy
from wargame.journal.store import Appender

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from wargame.journal.store import Appender
held = Appender.resume(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
TRY = """
import sys
from pathlib import Path
from wargame.journal.errors import JournalError
from wargame.journal.store import Appender
try:
    Appender.resume(Path(sys.argv[1]))
except JournalError as error:
    print(type(error).__name__, error)
"""
CONTEND = """
import os, sys
from pathlib import Path
from wargame.journal.errors import SaveBusy
from wargame.journal.lock import SaveLock
path = Path(sys.argv[1])
won = 0
while won < 150:
    try:
        lock = SaveLock(path)
    except SaveBusy:
        continue
    os.close(os.open(path.with_name("held"), os.O_CREAT | os.O_EXCL))
    os.unlink(path.with_name("held"))
    lock.release()
    won += 1
"""


def test_a_second_process_is_refused_in_one_sentence(save):
    with Appender.resume(save):
        tried = subprocess.run(
            [sys.executable, "-c", TRY, str(save)], cwd=ROOT, capture_output=True, text=True, check=True
        )
    assert tried.stdout == (
        f"SaveBusy The save {save} is in use by a running game: end that game, or choose another save.\n"
    )


def test_a_killed_game_holds_nobody_up(save):
    command = [sys.executable, "-c", HOLD, str(save)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(SaveBusy):
            Appender.resume(save)
        other.kill()
        other.wait()
    with Appender.resume(save) as resumed:
        assert resumed.records == 4
    assert os.listdir(save.parent) == ["g.jsonl"]


def test_a_second_opener_in_the_same_process_is_refused_and_takes_nothing_away(save):
    with Appender.resume(save):
        for _ in range(2):
            with pytest.raises(SaveBusy):
                Appender.resume(save)
    Appender.resume(save).close()


def test_another_name_for_the_same_save_is_the_same_lock(save):
    other = save.parent / "sub"
    other.mkdir()
    with Appender.resume(save), pytest.raises(SaveBusy):
        Appender.resume(other / ".." / "g.jsonl")


def test_a_lock_file_left_behind_confuses_nobody(save):
    save.with_name("g.jsonl.lock").write_text("left by a crash")
    Appender.resume(save).close()


def test_locks_that_come_and_go_are_never_held_by_two(save):
    command = [sys.executable, "-c", CONTEND, str(save)]
    racers = [subprocess.Popen(command, cwd=ROOT) for _ in range(3)]
    assert [racer.wait() for racer in racers] == [0, 0, 0]
    assert os.listdir(save.parent) == ["g.jsonl"]
