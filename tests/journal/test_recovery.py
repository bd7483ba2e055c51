import errno
import os

import pytest

from wargame.journal import recovery
from wargame.journal.errors import SaveDamaged, SaveEmpty, SaveFailed
from wargame.journal.recovery import recover


def test_every_truncation_recovers_the_whole_records_and_keeps_the_old_bytes(tmp_path, lines):
    whole = b"".join(lines)
    ends = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    for size in range(len(whole) + 1):
        path = tmp_path / f"{size}.jsonl"
        path.write_bytes(whole[:size])
        records = sum(end <= size for end in ends) - 1
        if not records:
            with pytest.raises(SaveEmpty):
                recover(path)
            assert path.read_bytes() == whole[:size]
            continue
        found, recovered = recover(path)
        assert found.records == records
        assert found.torn is None
        assert path.read_bytes() == whole[: ends[records]]
        if size in ends:
            assert recovered is None
        else:
            assert recovered is not None
            assert recovered.copy == tmp_path / f"{size}.torn-1.jsonl"
            assert recovered.copy.read_bytes() == whole[:size]
            assert recovered.dropped == size - ends[records]


def test_the_warning_says_what_was_dropped_where_it_stands_and_where_the_copy_is(save, lines):
    save.write_bytes(b"".join(lines)[:-3])
    _, recovered = recover(save)
    assert recovered is not None
    assert f"last {len(lines[-1]) - 3} bytes were dropped" in recovered.warning
    assert "it stands at record 2" in recovered.warning
    assert str(save.with_name("g.torn-1.jsonl")) in recovered.warning


def test_a_second_torn_tail_takes_the_next_free_name(save, lines):
    for number in (1, 2, 3):
        save.write_bytes(b"".join(lines) + b"x" * number)
        _, recovered = recover(save)
        assert recovered is not None
        assert recovered.copy.name == f"g.torn-{number}.jsonl"
        assert recovered.copy.read_bytes().endswith(b"x" * number)
    assert save.with_name("g.torn-1.jsonl").read_bytes() == b"".join(lines) + b"x"


def test_a_recovered_save_needs_no_second_recovery(save, lines):
    save.write_bytes(b"".join(lines)[:-1])
    recover(save)
    assert recover(save)[1] is None


def test_damage_before_a_torn_tail_is_refused_and_nothing_is_touched(save, lines):
    content = lines[0] + lines[2] + b"tail"
    save.write_bytes(content)
    with pytest.raises(SaveDamaged):
        recover(save)
    assert save.read_bytes() == content
    assert os.listdir(save.parent) == ["g.jsonl"]


def test_the_copy_is_on_disk_before_the_save_is_cut(save, lines, monkeypatch):
    content = b"".join(lines)[:-1]
    save.write_bytes(content)
    copy = save.with_name("g.torn-1.jsonl")
    order = []
    real_fsync, real_truncate = os.fsync, os.ftruncate

    def fsync(fd):
        order.append("sync")
        real_fsync(fd)

    def truncate(fd, size):
        assert copy.read_bytes() == content
        order.append("cut")
        real_truncate(fd, size)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "ftruncate", truncate)
    recover(save)
    assert "sync" in order[: order.index("cut")]
    assert order[-1] == "sync"


def test_when_the_copy_cannot_be_kept_the_save_is_left_as_it_is(save, lines, monkeypatch):
    content = b"".join(lines)[:-1]
    save.write_bytes(content)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(recovery.shutil, "copyfileobj", full)
    with pytest.raises(SaveFailed, match=r"No space left on device.*stands at record 2") as caught:
        recover(save)
    assert caught.value.last_good_n == 2
    assert save.read_bytes() == content
    assert os.listdir(save.parent) == ["g.jsonl"]
