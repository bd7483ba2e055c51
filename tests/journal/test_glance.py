"""Saves at a glance: what each is, and a sentence for one that is no game."""

import json
from pathlib import Path

import pytest

from wargame.journal.glance import Glance, glances
from wargame.journal.places import saves_folder


def seen(path: Path) -> Glance:
    (found,) = glances([(path, 5.0)])
    return found


def upto(played: bytes, kind: str, nth: int = 1) -> bytes:
    """Return a save up to and with the nth record that holds an event of this kind."""
    lines = played.splitlines(keepends=True)
    has = [at for at, line in enumerate(lines) if any(e["kind"] == kind for e in json.loads(line)["events"])]
    return b"".join(lines[: has[nth - 1] + 1])


def test_a_finished_game_is_known_by_its_two_ends(played: bytes, tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    path.write_bytes(played)
    found = seen(path)
    begin = json.loads(played.splitlines()[0])["command"]
    rules = json.loads(begin["content"])["rules"]
    people = [seat for seat, holder in begin["seats"].items() if holder["kind"] == "human"]
    assert (found.title, found.length, found.written) == (rules["title"], begin["length"], 5.0)
    assert found.people == tuple(actor["short"] for actor in rules["actors"] if actor["id"] in people)
    assert found.turns == len(rules["lengths"][begin["length"]]["turns"])
    assert found.ended and not found.goes_on and not found.fault
    ended = next(e for e in json.loads(played.splitlines()[-1])["events"] if e["kind"] == "ended")
    titles = {one["id"]: one["title"] for one in rules.get("terminal", ())}
    assert (found.ending, found.war) == (titles.get(ended["reason"], ""), ended["war"])
    assert not found.forked and found.scripted


def test_the_history_that_comes_with_the_program_was_written_and_not_played() -> None:
    assert seen(saves_folder() / "history-2024-2025.jsonl").scripted
    fork = seen(Path("g-fork-12.jsonl"))
    assert fork.forked and not seen(Path("my-fork-plan.jsonl")).forked


def test_a_game_that_goes_on_tells_the_turn_that_it_has_come_to(played: bytes, tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    for turn in (1, 2):
        path.write_bytes(upto(played, "turn-began", turn))
        assert (seen(path).turn, seen(path).goes_on) == (turn, True)


def test_a_torn_last_line_does_not_count(played: bytes, tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    path.write_bytes(played[:-20])
    assert seen(path).goes_on
    path.write_bytes(upto(played, "turn-began") + b'{"n":9,"events":[{"kind":"turn-began","turn":7,')
    assert seen(path).turn == 1


def test_what_people_typed_never_looks_like_a_turn_or_an_end(played: bytes, tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    save = upto(played, "committed")
    typed = json.dumps('{"kind":"turn-began","turn":9,} {"kind":"ended",}').encode()
    lines = save.splitlines(keepends=True)
    record = json.loads(lines[-1])
    forged = lines[-1].replace(json.dumps(record["command"]["rationale"], ensure_ascii=False).encode(), typed)
    assert forged != lines[-1]
    path.write_bytes(b"".join([*lines[:-1], forged]))
    assert (seen(path).turn, seen(path).ended) == (1, False)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda save: b"", "holds no whole record"),
        (lambda save: save[:1000], "record 0 (line 1), which is not whole"),
        (lambda save: b"rubbish\n", "which does not begin a game"),
        (lambda save: b"{}\n" + save, "which does not begin a game"),
        (lambda save: save + b"rubbish\n", "its last line is not written as a record is"),
        (lambda save: save.replace(b'"format":1', b'"format":99', 1), "another version of this program"),
        (lambda save: save.replace(b'"length":"', b'"length":"no', 1), "which does not begin a game"),
    ],
)
def test_what_is_no_game_is_one_sentence(spoil, said: str, played: bytes, tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    path.write_bytes(spoil(played))
    found = seen(path)
    assert said in found.fault and "\n" not in found.fault
    assert not found.goes_on


def test_a_folder_and_a_save_that_is_gone_are_one_sentence_each(tmp_path: Path) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    folder, gone = glances([(tmp_path / "folder.jsonl", 0.0), (tmp_path / "gone.jsonl", 0.0)])
    assert "it is not a file" in folder.fault and "cannot be read" in gone.fault


def test_what_lies_between_the_two_ends_is_not_looked_at(played: bytes, tmp_path: Path) -> None:
    begin, *others = upto(played, "turn-began", 2).splitlines(keepends=True)
    path = tmp_path / "g.jsonl"
    path.write_bytes(begin + b"x" * 5_000_000 + b"\n" + b"".join(others))
    assert (seen(path).turn, seen(path).fault) == (2, "")


def test_a_game_begun_under_older_rules_does_not_go_on(
    played: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.jsonl"
    path.write_bytes(upto(played, "turn-began"))
    monkeypatch.setattr("wargame.journal.glance.RULES", 1_000)
    assert (seen(path).older, seen(path).goes_on, seen(path).fault) == (True, False, "")
