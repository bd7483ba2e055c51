"""A saved game told in lines, to the eyes that were chosen."""

from pathlib import Path

import pytest

from tests.study.games import saved
from wargame.__main__ import main
from wargame.play.names import Names
from wargame.study.notes import Note, keep
from wargame.study.replay import Replay


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a replay in lines says."""
    assert main(["replay", "--plain", "--by", "Kim", *arguments]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one sentence with which a replay is refused."""
    assert main(["replay", "--plain", "--by", "Kim", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1
    return captured.err


@pytest.mark.parametrize("seat", ["north", "south", "all"])
def test_a_seats_replay_says_nothing_that_it_did_not_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seat: str
) -> None:
    save = saved(tmp_path / "g.jsonl", turns=6)
    said = told(capsys, str(save), "--as", seat, "--spoil")
    for other in {"north", "south", "ally", "nobody"} - {seat}:
        assert f"secret-{other}" not in said
    assert ("Choice: " in said) == (seat != "all")
    assert "Turning points" not in said and "What it did in all" not in said


def test_the_truth_says_every_choice_and_every_number_that_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save = saved(tmp_path / "g.jsonl")
    said = told(capsys, str(save), "--as", "truth")
    replay = Replay.open(save)
    assert said.count("Because: ") == sum(moment.kind == "decision" for moment in replay.moments)
    assert "Numbers of a single country:" in said
    assert said.count("What it did in all, later and by spillover too:") == sum(
        any(
            (effect.source.turn, effect.source.exchange) == (moment.turn, moment.exchange) and effect.total
            for effect in replay.effects
        )
        for moment in replay.moments
        if moment.kind == "reveal"
    )
    first = replay.turning[0]
    turning = " ".join(said.partition("Turning points, the weightiest first:")[2].split())
    assert turning.startswith(f"Record {replay.moment_of(first)}, turn {first.turn}: {first.sentence}")
    assert said.rstrip().endswith("The game has ended. It was told as it was.")


@pytest.mark.parametrize("seat", ["truth", "all", "south"])
def test_cables_are_told_to_whom_they_came_and_their_truth_to_all_when_the_game_is_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seat: str
) -> None:
    replay = Replay.open(save := saved(tmp_path / "g.jsonl"))
    last = len(replay.records) - 1
    sent = replay.cables(last)
    assert {cable.seat for cable in sent} > {"south"}
    said = told(capsys, str(save), "--as", seat)
    before, _, after = said.rpartition(" The game ends.")
    for cable in sent:
        came = " ".join(f"Turn {cable.turn}: “{cable.text}”".split()) in " ".join(before.split())
        assert came == (seat == cable.seat)
        true = f"Turn {cable.turn}, to {Names.of(replay.book).short[cable.seat]}: “{cable.text}” It was"
        assert (true in " ".join(before.split())) == (seat == "truth")
        assert (true in " ".join(after.split())) == (seat != "truth")


def test_of_a_game_that_goes_on_no_cable_is_told_to_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save = saved(tmp_path / "g.jsonl", turns=2)
    assert Replay.open(save).cables(len(Replay.open(save).records) - 1)
    assert "cable" not in told(capsys, str(save)).lower()


def test_what_reviewers_noted_is_said_where_it_belongs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save = saved(tmp_path / "g.jsonl")
    keep(tmp_path / "ana.json", Replay.open(save).promise, [Note(1, "Ana", "Here.\x1b]0;x\x07")])
    said = told(capsys, str(save), "--notes", str(tmp_path / "ana.json"))
    assert said.index("Ana: Here.") < said.index("Record 2,")
    assert "\x1b" not in said


def test_what_cannot_be_walked_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save = saved(tmp_path / "g.jsonl", turns=2)
    assert "cannot be read" in refused(capsys, str(tmp_path / "none.jsonl"))
    assert "did you mean 'south'?" in refused(capsys, str(save), "--as", "suoth").lower()
    assert "--spoil" in refused(capsys, str(save), "--as", "south")
    assert "cannot be read" in refused(capsys, str(save), "--notes", str(tmp_path / "none.json"))
    assert not list(tmp_path.glob("*.notes-*"))
