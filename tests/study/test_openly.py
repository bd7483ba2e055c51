"""What the public replay of a game that goes on numbers tells nothing of what is told to nobody."""

import re
from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.scenarios import ask, card, on, option, plain
from tests.study.games import keep
from wargame.__main__ import main
from wargame.study.notes import Note, open_notebook
from wargame.study.replay import Replay
from wargame.study.viewing import PUBLIC, countable

DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def _played(path: Path, changed: bool, opened: bool = True) -> Path:
    """Keep a game of two teams; in a changed one they sit in another order, and one thinks again."""
    asks = {
        seat: ask(option("press", label="Press"), option("rest", label="Rest")) for seat in ("north", "south")
    }
    game = Game(plain([card("clash", asks, deal=on(1), title="A clash")], turns=4), empty=("ally",))
    game.tell("deal")
    if changed:
        for seat, choice in (("south", "press"), ("north", "rest"), ("south", "rest"), ("south", "press")):
            game.tell("sit", seat)
            game.commit(seat, choice, rationale=choice)
        game.tell("pause")
        game.tell("unpause")
        game.tell("rule-number", number="south.nerve", value=50, reason="As it is.")
    else:
        game.commit("north", "rest", rationale="rest")
        game.commit("south", "press", rationale="press")
    if opened:
        game.tell("open")
        game.tell("proceed")
    return keep(game, path)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    return _played(tmp_path / "a" / "g.jsonl", False), _played(tmp_path / "b" / "g.jsonl", True)


def _said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    main(words)
    said = capsys.readouterr()
    return said.out + said.err


@pytest.mark.parametrize("opened", [False, True])
def test_a_changed_envelope_and_who_sat_first_leave_no_trace_in_the_public_replay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], opened: bool
) -> None:
    saves = [_played(tmp_path / f"{changed}.jsonl", changed, opened) for changed in (False, True)]
    told, other = (_said(capsys, "replay", str(save), "--plain") for save in saves)
    assert told == other
    assert "Moment 2, turn 1. North decides." in told and "Record" not in told
    one, another = (countable(Replay.open(save), spoil=False) for save in saves)
    assert one.moments == another.moments
    for at in range(len(one.moments)):
        assert one.sight(at, PUBLIC) == another.sight(at, PUBLIC)


def test_nothing_else_that_is_public_numbers_the_records_of_a_game_that_goes_on(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for save in two:
        monkeypatch.chdir(save.parent)
        main(["review", "g.jsonl", "--format", "markdown", "--for", "all"])
        told.append(
            (
                _said(capsys, "fork", "g.jsonl", "--at", "99", "--plain"),
                _said(capsys, "compare", str(two[0]), "g.jsonl"),
                DIGEST.sub("", Path("g-report.md").read_text("utf-8")),
            )
        )
    assert told[0] == told[1]


def test_with_spoil_or_after_the_end_every_record_counts(two: tuple[Path, Path]) -> None:
    going = Replay.open(two[1])
    assert countable(going, spoil=True) is going and going.counts == "record"
    assert len(countable(going, spoil=False).records) < len(going.records)


def test_a_note_on_a_public_moment_stands_on_its_record(two: tuple[Path, Path]) -> None:
    save, replay = two[1], Replay.open(two[1])
    public = countable(replay, spoil=False)
    assert public.numbers is not None
    at = next(moment.at for moment in public.moments if moment.kind == "reveal")
    book = open_notebook(save, replay.promise, "Kim", (), public.numbers)
    book.write(at, "Here.")
    assert (book.own(at), book.at(at)) == (
        Note(public.numbers[at], "Kim", "Here."),
        (Note(at, "Kim", "Here."),),
    )
    every = open_notebook(save, replay.promise, "Kim")
    assert [note.at for note in every.notes] == [public.numbers[at]]
    assert replay.moments[public.numbers[at]].kind == "reveal"
    every.write(public.numbers[at] - 1, "Between.")
    again = open_notebook(save, replay.promise, "Kim", (), public.numbers)
    assert {note.text for note in again.notes} == {"Here.", "Between."}
    assert all(note.at < len(public.moments) for note in again.notes)
    again.erase(at)
    assert [note.text for note in open_notebook(save, replay.promise, "Kim").notes] == ["Between."]
