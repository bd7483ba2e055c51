import errno
import os

import pytest

from wargame.journal import disk, store
from wargame.journal.chain import MAX_LINE
from wargame.journal.errors import SaveDamaged, SaveEmpty, SaveExists, SaveFailed, SaveUnreadable
from wargame.journal.reading import scan
from wargame.journal.store import Appender


def full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_what_is_appended_is_what_the_file_holds(tmp_path, lines):
    path = tmp_path / "g.jsonl"
    with Appender.create(path) as save:
        for n, line in enumerate(lines):
            save.append(line)
            assert path.read_bytes() == b"".join(lines[: n + 1])
            assert save.records == n + 1
    assert scan(path).records == len(lines)
    assert os.listdir(tmp_path) == ["g.jsonl"]


def test_a_resumed_save_goes_on_where_it_stopped(save, lines):
    save.write_bytes(b"".join(lines[:2]))
    with Appender.resume(save) as resumed:
        assert resumed.records == 2
        assert resumed.recovery is None
        resumed.append(lines[2])
        resumed.append(lines[3])
    assert save.read_bytes() == b"".join(lines)


def test_a_torn_tail_is_dropped_before_the_next_record(save, lines):
    save.write_bytes(b"".join(lines[:2]) + lines[2][:40])
    with Appender.resume(save) as resumed:
        assert resumed.recovery is not None
        assert resumed.recovery.dropped == 40
        resumed.append(lines[2])
    assert save.read_bytes() == b"".join(lines[:3])


def test_missing_folders_are_made(tmp_path, lines):
    path = tmp_path / "a" / "b" / "g.jsonl"
    with Appender.create(path) as save:
        save.append(lines[0])
    assert path.read_bytes() == lines[0]


@pytest.mark.parametrize("content", [b"", b"a letter to my mother"])
def test_an_existing_file_is_never_overwritten(tmp_path, content):
    path = tmp_path / "g.jsonl"
    path.write_bytes(content)
    with pytest.raises(SaveExists, match="already exists and is not overwritten: choose another name"):
        Appender.create(path)
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["g.jsonl"]


def test_a_file_that_appears_at_the_last_moment_is_not_overwritten(tmp_path, monkeypatch):
    path = tmp_path / "g.jsonl"
    path.write_bytes(b"mine")
    monkeypatch.setattr(store.os.path, "lexists", lambda _: False)
    with pytest.raises(SaveExists):
        Appender.create(path)
    assert path.read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["g.jsonl"]


def test_a_save_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "g.jsonl", tmp_path / "a\0b", tmp_path / ("x" * 300)):
        with pytest.raises(SaveFailed, match=r"cannot be written .*: nothing was added to it"):
            Appender.create(path)


def test_a_save_that_cannot_be_resumed_is_a_sentence_and_leaves_no_lock(save, lines):
    folder = save.parent
    for path in (folder, folder / "none.jsonl"):
        with pytest.raises(SaveUnreadable):
            Appender.resume(path)
    save.write_bytes(b"")
    with pytest.raises(SaveEmpty):
        Appender.resume(save)
    save.write_bytes(lines[1])
    with pytest.raises(SaveDamaged):
        Appender.resume(save)
    assert os.listdir(folder) == ["g.jsonl"]


def test_short_writes_are_written_to_the_end(tmp_path, lines, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:7])))
    path = tmp_path / "g.jsonl"
    with Appender.create(path) as save:
        for line in lines:
            save.append(line)
    assert path.read_bytes() == b"".join(lines)


def test_a_disk_that_takes_nothing_is_a_failure_and_not_a_loop(tmp_path, lines, monkeypatch):
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with Appender.create(tmp_path / "g.jsonl") as save, pytest.raises(SaveFailed):
        save.append(lines[0])


@pytest.mark.parametrize("good", range(4))
@pytest.mark.parametrize("partly", [0, 30])
def test_a_full_disk_at_any_record_keeps_all_before_it_and_refuses_all_after(
    tmp_path, lines, monkeypatch, good, partly
):
    path = tmp_path / "g.jsonl"
    real = os.write
    calls = 0

    def fills_up(fd, data):
        nonlocal calls
        calls += 1
        if calls == 1 and partly:
            return real(fd, bytes(data[:partly]))
        raise OSError(errno.ENOSPC, "No space left on device")

    with Appender.create(path) as save:
        for line in lines[:good]:
            save.append(line)
        monkeypatch.setattr(os, "write", fills_up)
        with pytest.raises(SaveFailed, match="No space left on device") as caught:
            save.append(lines[good])
        assert caught.value.last_good_n == (good - 1 if good else None)
        assert caught.value.path == path
        assert path.read_bytes() == b"".join(lines[:good])
        monkeypatch.setattr(os, "write", real)
        for call in (lambda: save.append(lines[good]), lambda: save.append_unsynced(lines[good]), save.sync):
            with pytest.raises(SaveFailed, match="No space left on device"):
                call()
        assert path.read_bytes() == b"".join(lines[:good])
        assert save.records == good
    assert path.exists() == bool(good)


def test_a_failed_fsync_stops_the_save_at_the_record_before(tmp_path, lines, monkeypatch):
    path = tmp_path / "g.jsonl"
    with Appender.create(path) as save:
        save.append(lines[0])
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(SaveFailed, match="it stands at record 0, and nothing after that counts"):
                save.append(lines[1])
        with pytest.raises(SaveFailed):
            save.append(lines[1])
    assert path.read_bytes() == lines[0]


def test_when_cutting_back_fails_too_the_first_failure_is_told(tmp_path, lines, monkeypatch):
    path = tmp_path / "g.jsonl"
    with Appender.create(path) as save:
        save.append(lines[0])
        monkeypatch.setattr(os, "fsync", full)
        monkeypatch.setattr(os, "ftruncate", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "other")))
        with pytest.raises(SaveFailed, match="No space left on device"):
            save.append(lines[1])
    monkeypatch.undo()
    assert scan(path).records == 2


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_an_interruption_while_writing_lets_no_record_follow(tmp_path, lines, monkeypatch, call):
    path = tmp_path / "g.jsonl"
    real = os.write

    def interrupted(fd, data=b""):
        if data:
            real(fd, bytes(data[:9]))
        raise KeyboardInterrupt

    with Appender.create(path) as save:
        save.append(lines[0])
        with monkeypatch.context() as patch:
            patch.setattr(os, call, interrupted)
            with pytest.raises(KeyboardInterrupt):
                save.append(lines[1])
        with pytest.raises(SaveFailed, match="interrupted"):
            save.append(lines[1])
    assert path.read_bytes() == lines[0]


def test_a_group_counts_when_it_is_synced(tmp_path, lines):
    path = tmp_path / "g.jsonl"
    with Appender.create(path) as save:
        save.append_unsynced(lines[0])
        save.append_unsynced(lines[1])
        assert save.records == 0
        save.sync()
        assert save.records == 2
        save.append_unsynced(lines[2])
    assert path.read_bytes() == b"".join(lines[:3])


def test_a_group_that_fails_is_cut_off_whole(tmp_path, lines, monkeypatch):
    path = tmp_path / "g.jsonl"
    with Appender.create(path) as save:
        save.append(lines[0])
        save.append_unsynced(lines[1])
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(SaveFailed) as caught:
            save.append_unsynced(lines[2])
    assert caught.value.last_good_n == 0
    assert path.read_bytes() == lines[0]


def test_closing_frees_the_save_even_when_its_last_sync_fails(tmp_path, lines, monkeypatch):
    path = tmp_path / "g.jsonl"
    save = Appender.create(path)
    save.append(lines[0])
    save.append_unsynced(lines[1])
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(SaveFailed):
            save.close()
    with Appender.resume(path) as again:
        assert again.records == 1


def test_the_file_and_its_folders_are_synced_before_the_first_record_counts(tmp_path, lines, monkeypatch):
    path = tmp_path / "new" / "g.jsonl"
    synced = []
    real = os.fsync

    def fsync(fd):
        synced.append(os.fstat(fd).st_ino)
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    with Appender.create(path) as save:
        save.append(lines[0])
        assert set(synced) == {each.stat().st_ino for each in (tmp_path, path.parent, path)}
        assert synced[-1] == path.stat().st_ino
        del synced[:]
        save.append(lines[1])
        assert synced == [path.stat().st_ino]
    del synced[:]
    with Appender.resume(path):
        assert synced == [path.parent.stat().st_ino]


def test_a_folder_that_fails_to_sync_stops_the_save(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveFailed):
        Appender.create(tmp_path / "g.jsonl")


def test_a_system_that_cannot_sync_folders_still_keeps_saves(tmp_path, lines, monkeypatch):
    real = os.fsync

    def files_only(fd):
        if os.path.isdir(f"/proc/self/fd/{fd}"):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(fd)

    for name, patch in (("a", (os, "fsync", files_only)), ("b", (disk, "FOLDER", None))):
        monkeypatch.setattr(*patch)
        with Appender.create(tmp_path / name / "g.jsonl") as save:
            save.append(lines[0])
        assert scan(save.path).records == 1


def test_what_is_no_line_is_the_caller_s_mistake(tmp_path, lines):
    with Appender.create(tmp_path / "g.jsonl") as save:
        for wrong in (b"", lines[0][:-1], lines[0] + lines[1], b"\n" + lines[0]):
            with pytest.raises(ValueError, match="one line"):
                save.append(wrong)
        save.append(lines[0])
    with pytest.raises(ValueError, match="closed"):
        save.append(lines[1])
    save.close()


def test_a_record_or_save_over_its_cap_is_not_written(tmp_path, lines, monkeypatch):
    with Appender.create(tmp_path / "a.jsonl") as save:
        save.append(lines[0])
        with pytest.raises(SaveFailed, match="a record would be larger than 4 MB"):
            save.append(b"x" * MAX_LINE + b"\n")
    monkeypatch.setattr(store, "MAX_SAVE", len(lines[0]))
    with Appender.create(tmp_path / "b.jsonl") as save:
        save.append(lines[0])
        with pytest.raises(SaveFailed, match="the save would be larger than"):
            save.append(lines[1])
    monkeypatch.undo()
    monkeypatch.setattr(store, "MAX_RECORDS", 1)
    with Appender.create(tmp_path / "c.jsonl") as save:
        save.append(lines[0])
        with pytest.raises(SaveFailed, match="the save would hold more than 1 records"):
            save.append(lines[1])
    for name in ("a.jsonl", "b.jsonl", "c.jsonl"):
        assert (tmp_path / name).read_bytes() == lines[0]


def test_a_new_save_without_any_record_is_not_left_behind(tmp_path):
    Appender.create(tmp_path / "g.jsonl").close()
    assert os.listdir(tmp_path) == []
