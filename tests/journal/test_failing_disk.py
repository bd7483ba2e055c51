"""A disk that fails under a running game, at each of its records: nothing counts that is not kept."""

import errno
import os

import pytest

from tests.content.small import write
from tests.journal.crash_player import Script, begin_game, go_on
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.records import Rejection
from wargame.journal.errors import SaveFailed
from wargame.journal.game import load
from wargame.journal.verify import verify


class Disk:
    """Writes and syncs, until `left` records were synced; then one of them fails, or writes a part."""

    def __init__(self, monkeypatch, failing, left):
        self.left, self.failing = left, failing
        self.real = {"write": os.write, "fsync": os.fsync}
        monkeypatch.setattr(os, "write", self.write)
        monkeypatch.setattr(os, "fsync", self.fsync)

    def write(self, fd, data):
        if self.left == 0 and self.failing == "write":
            raise OSError(errno.ENOSPC, "No space left on device")
        if self.left == 0 and self.failing == "part":
            self.failing = "write"
            return self.real["write"](fd, data[:33])
        return self.real["write"](fd, data)

    def fsync(self, fd):
        if self.left == 0 and self.failing == "fsync":
            raise OSError(errno.EIO, "Input/output error")
        self.real["fsync"](fd)
        self.left -= 1


@pytest.mark.parametrize("failing", ["write", "part", "fsync"])
def test_a_disk_that_fails_at_any_record_ends_the_game_there_and_resuming_goes_on(
    tmp_path, monkeypatch, played, failing
):
    book = Book(load_scenario(write(tmp_path)))
    for good in range(1, played.count(b"\n")):
        path = tmp_path / f"{good}.jsonl"
        acked = []
        table, save = begin_game(path, book, acked.append)
        with monkeypatch.context() as patch:
            Disk(patch, failing, good - 1)
            with pytest.raises(
                SaveFailed, match=f"it stands at record {good - 1}, and nothing after"
            ) as caught:
                Script(table).play_out()
            stood = table.state
            assert (caught.value.last_good_n, caught.value.path) == (good - 1, path)
            assert acked == list(range(good))
        # The disk is well again, but this process may not go on.
        with pytest.raises(SaveFailed, match="it stands at record"):
            Script(table).play_out()
        assert acked == list(range(good))
        assert table.state is stood
        save.close()
        kept = load(path)
        assert (len(kept.records), kept.state) == (good, stood)
        go_on(path, acked.append)
        assert acked == list(range(played.count(b"\n")))
        assert path.read_bytes() == played
        assert verify(path).ended


def test_a_disk_that_is_full_from_the_start_leaves_no_save(tmp_path, monkeypatch):
    path = tmp_path / "g.jsonl"
    acked = []
    book = Book(load_scenario(write(tmp_path)))
    with monkeypatch.context() as patch:
        # The folder is synced before the first record.
        Disk(patch, "write", 1)
        with pytest.raises(SaveFailed, match="nothing was added to it"):
            begin_game(path, book, acked.append)
    assert acked == []
    assert not path.exists()


def test_each_record_is_synced_before_anyone_is_told(tmp_path, monkeypatch):
    book = Book(load_scenario(write(tmp_path)))
    done = []
    write_, fsync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda fd, data: (done.append("write"), write_(fd, data))[1])
    monkeypatch.setattr(os, "fsync", lambda fd: (done.append("fsync"), fsync(fd))[1])
    table, save = begin_game(tmp_path / "g.jsonl", book, lambda n: done.append("told"))
    Script(table).play_out()
    save.close()
    assert done == ["fsync", *["write", "fsync", "told"] * save.records]


def test_what_is_refused_is_not_kept(tmp_path, played):
    path = tmp_path / "g.jsonl"
    table, save = begin_game(path, Book(load_scenario(write(tmp_path))), lambda n: None)
    before, stood = path.read_bytes(), table.state
    for record in load(path).records:
        assert isinstance(table.say(lambda _, record=record: record.command), Rejection)
    assert (path.read_bytes(), table.state) == (before, stood)
    save.close()
