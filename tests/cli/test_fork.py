"""`wargame fork` begins a new save, leaves the old one as it is, and says in a sentence what it cannot do."""

import io
import json
from pathlib import Path

import pytest

from tests.study.games import saved
from wargame.__main__ import main
from wargame.journal import game


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    saved(tmp_path / "g.jsonl")
    saved(tmp_path / "going.jsonl", turns=1)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, " ".join(said.out.split()), said.err


def test_a_fork_is_a_whole_save_beside_the_old_one(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("g.jsonl").read_bytes()
    code, out, err = run(capsys, "fork", "g.jsonl", "--at", "12", "--plain")
    assert (code, err) == (0, "")
    assert "A fork of g.jsonl after record 12; that save stays as it is. The save is g-fork-12.jsonl." in out
    assert "The game is over" in out
    assert Path("g.jsonl").read_bytes() == before
    assert run(capsys, "verify", "g-fork-12.jsonl")[0] == 0
    run(capsys, "fork", "g.jsonl", "--at", "12", "--plain")
    assert Path("g-fork-12-2.jsonl").exists()


def test_people_go_on_with_a_fork_as_with_any_save(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(
        capsys, "fork", "g.jsonl", "--turn", "2", "--human", "north", "--save", "mine.jsonl", "--plain"
    )
    assert code == 0
    assert "The save is mine.jsonl" in out
    begin = json.loads(Path("mine.jsonl").read_text("utf-8").split("\n")[0])["command"]
    assert begin["seats"]["north"]["kind"] == "human" and begin["started"]
    code, out, _ = run(capsys, "resume", "mine.jsonl", "--plain")
    assert code == 0 and "The game goes on where it stopped." in out


def test_who_takes_a_seat_is_told_its_brief_before_the_first_question(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * 8))
    _, out, _ = run(capsys, "fork", "g.jsonl", "--turn", "3", "--human", "north", "--plain")
    brief, _, question = out.partition("Press Enter for your question.")
    assert "You decide for: " in brief and "Your objectives:" in brief and "Your secret intent:" in brief
    assert question and "since you last sat here" not in out and "The last time, you said" not in out


def test_people_are_not_told_once_more_what_the_old_game_revealed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fork = ("fork", "g.jsonl", "--turn", "3", "--human", "north", "--plain")
    _, out, _ = run(capsys, *fork, "--save", "mine.jsonl")
    assert "Press Enter for turn 3." in out and "drift back" not in out and "What moved" not in out
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    _, out, _ = run(capsys, *fork, "--save", "more.jsonl")
    assert "Turn 3 of " in out and "Tension: what moved last turn, then the highest:" in out


def test_bots_play_on_from_a_game_of_people(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "fork", "g.jsonl", "--turn", "2", "--human", "all", "--save", "mine.jsonl", "--plain")
    code, out, _ = run(
        capsys,
        "fork",
        "mine.jsonl",
        "--at",
        "0",
        "--bots",
        "all",
        "--save",
        "bots.jsonl",
        "--spoil",
        "--plain",
    )
    assert code == 0 and "The game is over" in out
    begin = json.loads(Path("bots.jsonl").read_text("utf-8").split("\n")[0])["command"]
    assert {holder["kind"] for holder in begin["seats"].values()} == {"bot"} and not begin["started"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["g.jsonl"], "say where to fork, by '--at N' (a record) or by '--turn T'"),
        (["g.jsonl", "--at", "1", "--turn", "1"], "say where to fork"),
        (["g.jsonl", "--at", "9999"], "Give the number of a record from 0 to "),
        (["g.jsonl", "--turn", "99"], "and no turn 99."),
        (["g.jsonl", "--at", "two"], "give a whole number, 0 or more, and not 'two'"),
        (["g.jsonl", "--at", "1", "--choose", "north"], "given as SEAT=OPTION, and not as 'north'"),
        (["g.jsonl", "--at", "1", "--choose", "nort=x"], "There is no seat 'nort'. Did you mean 'north'?"),
        (["g.jsonl", "--at", "1", "--human", "nort"], "there is no seat 'nort'; did you mean 'north'?"),
        (["g.jsonl", "--at", "1", "--human", "north", "--bots", "north"], "by a person and by a bot"),
        (["g.jsonl", "--at", "1", "--save", "g.jsonl"], "g.jsonl already exists"),
        (["going.jsonl", "--at", "1"], "If nobody plays it any more, --spoil forks it."),
        (["none.jsonl", "--at", "1"], "The save none.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_forked_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    saves = sorted(Path().iterdir())
    code, out, err = run(capsys, "fork", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert [path for path in sorted(Path().iterdir()) if path.suffix == ".jsonl"] == [
        path for path in saves if path.suffix == ".jsonl"
    ]


def test_a_game_of_older_rules_is_not_forked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(game, "RULES", 2)
    code, out, err = run(capsys, "fork", "g.jsonl", "--at", "1")
    assert (code, out) == (2, "")
    assert "was made by another version of this program" in err
