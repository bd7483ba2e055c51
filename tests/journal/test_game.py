import pytest

from tests.journal.crash_player import resume_game
from tests.journal.forging import forge, records_of
from wargame.engine.evolve import fold
from wargame.engine.sight import sight
from wargame.engine.state import State
from wargame.journal import game
from wargame.journal.errors import SaveBusy, SaveDamaged, SaveOfOtherRules
from wargame.journal.game import load, resume
from wargame.journal.recovery import recover


def some(played, count):
    return b"".join(line + b"\n" for line in played.split(b"\n")[:count])


def test_a_loaded_game_is_the_fold_of_its_records(tmp_path, played):
    path = tmp_path / "g.jsonl"
    path.write_bytes(played)
    loaded = load(path)
    assert loaded.state.phase == "ended"
    assert loaded.state == fold(loaded.book, State(), loaded.records)
    assert loaded.adjudicated
    assert played.endswith(b'"digest":"%b"}\n' % loaded.digest.encode())
    assert loaded.begin.content == loaded.book.content
    assert path.read_bytes() == played


@pytest.mark.parametrize("torn", [b"", b'{"n":20,"prev":"'])
def test_every_beginning_of_a_save_loads_to_a_state_that_every_seat_can_see(tmp_path, played, torn):
    path = tmp_path / "g.jsonl"
    for count in range(1, played.count(b"\n") + 1):
        path.write_bytes(some(played, count) + torn)
        loaded = load(path)
        assert len(loaded.records) == count
        for seat in loaded.book.seats:
            assert sight(loaded.book, loaded.state, seat).phase == loaded.state.phase


def test_resuming_writes_no_record_and_holds_the_save(tmp_path, played):
    path = tmp_path / "g.jsonl"
    for count in range(1, played.count(b"\n") + 1):
        path.write_bytes(some(played, count))
        table, save = resume_game(path, ack=lambda n: None)
        with pytest.raises(SaveBusy):
            resume(path)
        assert (save.records, save.digest) == (count, load(path).digest)
        assert table.clock.now() == table.state.now + 1000
        save.close()
        assert path.read_bytes() == some(played, count)
    assert [each.name for each in tmp_path.iterdir()] == ["g.jsonl"]


def test_a_torn_line_is_left_by_loading_and_dropped_by_resuming(tmp_path, played):
    path = tmp_path / "g.jsonl"
    path.write_bytes(some(played, 9) + b'{"n":9')
    assert len(load(path).records) == 9
    assert path.read_bytes() == some(played, 9) + b'{"n":9'
    resumed, save = resume(path)
    save.close()
    assert save.recovery is not None and save.recovery.dropped == 6
    assert len(resumed.records) == 9
    assert path.read_bytes() == some(played, 9)


def test_a_save_that_cannot_be_resumed_is_let_go(tmp_path, played):
    records = records_of(played)
    records[4]["events"] = []
    path = forge(tmp_path / "g.jsonl", records)
    for _ in range(2):
        with pytest.raises(SaveDamaged, match="record 4 "):
            resume(path)
    assert recover(path)[1] is None
    assert [each.name for each in tmp_path.iterdir()] == ["g.jsonl"]


@pytest.mark.parametrize(("key", "version"), [("format", 2), ("format", 0), ("rules", 2), ("rules", 0)])
def test_a_save_of_another_version_is_refused_in_one_sentence(tmp_path, played, key, version):
    records = records_of(played)
    records[0]["command"][key] = version
    path = forge(tmp_path / "g.jsonl", records)
    for read in (load, resume):
        with pytest.raises(SaveOfOtherRules, match="made by another version of this program"):
            read(path)


def test_a_game_of_older_rules_is_folded_and_not_played_on(tmp_path, played, monkeypatch):
    path = tmp_path / "g.jsonl"
    path.write_bytes(played)
    monkeypatch.setattr(game, "RULES", 2)
    loaded = load(path)
    assert not loaded.adjudicated
    assert loaded.state.phase == "ended"
    with pytest.raises(SaveOfOtherRules):
        resume(path)
    records = records_of(played)
    records[1]["events"][0]["card"] = "none-such"
    with pytest.raises(SaveDamaged, match=r"record 1 .* does not fit the game before it \(ValueError\)"):
        load(forge(path, records))
