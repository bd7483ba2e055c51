"""The three commands of a game, as the command line gives them."""

import io
import json
import os
import re
from pathlib import Path

import pytest

from wargame.__main__ import main
from wargame.journal.store import Appender
from wargame.plain.game import PlainGame

Said = tuple[int, str, str]


class Shell:
    """Runs commands in a folder of their own, with what is typed."""

    def __init__(self, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch = patch
        self._capsys = capsys
        self.lines: list[str] = []

    def run(self, *arguments: str, typed: str = "") -> Said:
        self._patch.setattr("sys.stdin", io.StringIO(typed))
        code = main(arguments)
        said = self._capsys.readouterr()
        self.lines = said.out.splitlines()
        return code, " ".join(said.out.split()), said.err


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(monkeypatch, capsys)


MINE = """\
- id: raft
  title: A raft
  deal: {on: 2024-10}
  situation: A raft drifts by.
  asks:
    rok:
      prompt: Whose is it?
      default: wait
      options:
        - {id: wait, label: Wait}
        - {id: row, label: Row out}
  discuss: [Whose was it?]
"""
BOTS = ("play", "--plain", "--bots", "all", "--seed", "7", "--length", "short")


def digest(path: str) -> str:
    found = json.loads(Path(path).read_bytes().splitlines()[-1])["digest"]
    assert isinstance(found, str)
    return found


def test_bots_alone_play_print_and_save_the_same_game(shell: Shell) -> None:
    code, out, err = shell.run(*BOTS, "--save", "g.jsonl")
    assert (code, err) == (0, "")
    assert "The game is over after 3 turns." in out
    assert f"The final digest is {digest('g.jsonl')}" in out
    assert "To walk it moment by moment, with anybody's eyes:" in out and "wargame replay g.jsonl" in out
    shell.run(*BOTS, "--save", "again.jsonl")
    assert Path("g.jsonl").read_bytes() == Path("again.jsonl").read_bytes()


def test_a_new_save_goes_among_the_saves(shell: Shell) -> None:
    _, out, _ = shell.run(*BOTS)
    (path,) = Path("saves").glob("korea-2025-*.jsonl")
    assert f"The save is {path}" in out


def test_people_are_asked_which_seats_they_hold_and_how_long(shell: Shell) -> None:
    code, out, _ = shell.run("play", "--save", "g.jsonl", typed="rokk\nROK, usa\nlong\nshort\n")
    assert code == 0
    assert "There is no seat 'rokk'; did you mean 'rok'?" in out
    assert "There is no length 'long'; the lengths are short, 60, 90, 120 and full." in out
    assert "Republic of Korea (ROK): a person here." in out
    assert "Turn 1 of 3" not in out
    assert "A clock runs at each sitting" in out
    assert "Resume it with: wargame resume g.jsonl" in out
    begin = json.loads(Path("g.jsonl").read_bytes().splitlines()[0])["command"]
    assert [seat for seat, holder in begin["seats"].items() if holder["kind"] == "human"] == ["rok", "usa"]
    assert begin["started"].startswith("20")


def test_enter_alone_means_the_south_and_the_whole_game(shell: Shell) -> None:
    shell.run("play", "--save", "g.jsonl", typed="\n\n")
    begin = json.loads(Path("g.jsonl").read_bytes().splitlines()[0])["command"]
    assert [seat for seat, holder in begin["seats"].items() if holder["kind"] == "human"] == ["rok"]
    assert (begin["length"], begin["clock"]) == ("full", False)


def test_nothing_is_saved_when_nobody_says_who_plays(shell: Shell) -> None:
    code, out, _ = shell.run("play", "--save", "g.jsonl")
    assert code == 0
    assert "No game was begun." in out
    assert not Path("g.jsonl").exists()


def test_seats_that_no_bot_is_listed_for_are_empty(shell: Shell) -> None:
    _, out, _ = shell.run("play", "--human", "rok", "--bots", "dprk,usa", "--save", "g.jsonl")
    assert "Japan: nobody" in out
    assert "Democratic People's Republic of Korea (DPRK): a bot" in out


def seated(shell: Shell, *arguments: str) -> dict[str, str]:
    """Return who sits where in a game that is begun so."""
    shell.run("play", *arguments, "--length", "short", "--save", "g.jsonl")
    begin = json.loads(Path("g.jsonl").read_bytes().splitlines()[0])["command"]
    return {seat: holder["kind"] for seat, holder in begin["seats"].items()}


def test_seats_that_are_named_one_by_one_add_up(shell: Shell) -> None:
    held = seated(shell, "--human", "dprk", "--human", "rok", "--bots", "usa", "--bots", "japan")
    assert held == {
        "dprk": "human",
        "rok": "human",
        "usa": "bot",
        "japan": "bot",
        "china": "empty",
        "russia": "empty",
    }


def test_teams_that_are_counted_hold_the_seats_that_the_scenario_recommends(shell: Shell) -> None:
    held = seated(shell, "--teams", "4")
    assert [seat for seat, kind in held.items() if kind == "human"] == ["dprk", "rok", "usa", "china"]


@pytest.mark.parametrize("bots", [["--bots", "all"], ["--bots", "usa,all"], []])
def test_all_bots_are_those_of_all_seats_that_no_person_holds(bots: list[str], shell: Shell) -> None:
    held = seated(shell, "--human", "rok", *bots)
    assert held.pop("rok") == "human"
    assert set(held.values()) == {"bot"}


@pytest.mark.parametrize("place", [".", "plain.txt/g.jsonl", "x" * 300])
def test_where_no_save_can_be_made_nobody_is_asked_anything(place: str, shell: Shell) -> None:
    Path("plain.txt").write_text("mine", encoding="utf-8")
    code, out, err = shell.run("play", "--save", place, typed="rok\nshort\n")
    assert (code, out) == (2, "")
    assert err.startswith(f"No save can be made at {place} (")
    assert err.count("\n") == 1


def test_the_folder_of_a_save_is_made_once_the_game_begins(shell: Shell) -> None:
    shell.run("play", "--save", "new/g.jsonl", typed="quit\n")
    assert not Path("new").exists()
    shell.run("play", "--save", "new/g.jsonl", typed="rok\nshort\n")
    assert Path("new/g.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--teams", "7"], "here are 1 to 6 teams, a seat each, and not 7; several can share one"),
        (["--teams", "0"], "give a whole number, 1 or more, and not '0'"),
        (["--teams", "2", "--human", "rok"], "'--teams' recommends seats, and '--human' names them"),
        (["--teams", "2", "--bots", "rok"], "'rok' cannot be held by a person and by a bot"),
        (["--human", "rokk"], "there is no seat 'rokk'; did you mean 'rok'?"),
        (["--human", "rok", "--bots", "moon"], "there is no seat 'moon'; the seats are dprk, rok,"),
        (["--human", "rok", "--bots", "rok"], "'rok' cannot be held by a person and by a bot"),
        (["--human", "rok", "--seed", "1", "--seed", "2"], "'--seed' is given 2 times: give it once"),
        (["--human", "rok", "--length", "shrt"], "there is no length 'shrt'; did you mean 'short'?"),
        (
            ["--seed", "many"],
            "'many': a seed is a whole number, or the 64 digits that the end of a game shows",
        ),
        (["--clock", "maybe"], "'maybe' is not one of 'on', 'off'"),
        (["korea-2052"], "korea-2052"),
    ],
)
def test_a_wish_that_cannot_be_met_is_one_sentence_and_two(
    arguments: list[str], sentence: str, shell: Shell
) -> None:
    code, out, err = shell.run("play", *arguments, "--save", "g.jsonl")
    assert code == 2
    assert sentence in err
    assert err.count("\n") == 1
    assert out == ""
    assert not Path("g.jsonl").exists()


def test_a_deck_of_ones_own_is_played_in_the_scenario(shell: Shell) -> None:
    Path("mine.yaml").write_text(MINE, encoding="utf-8")
    code, out, err = shell.run(*BOTS, "--deck", "mine.yaml", "--save", "g.jsonl")
    assert (code, err) == (0, "")
    assert out.index("Card: A raft") < out.index("Turn 1 ends.")
    code, out, _ = shell.run("resume", "g.jsonl", "--plain")
    assert code == 0 and "Turn 1, A raft" in out


def test_a_deck_that_cannot_be_added_is_told_with_its_place(shell: Shell) -> None:
    Path("mine.yaml").write_text(MINE.replace("rok:", "rokk:"), encoding="utf-8")
    code, out, err = shell.run(*BOTS, "--deck", "mine.yaml", "--save", "g.jsonl")
    assert (code, out) == (2, "")
    assert err == "mine.yaml:6:5: there is no seat 'rokk'; did you mean 'rok'?\n"
    assert not Path("g.jsonl").exists()
    code, _, err = shell.run("play", "mine.yaml", "--bots", "all", "--save", "g.jsonl")
    assert (code, err.count("\n")) == (2, 1)
    assert "a deck is added to a scenario by --deck" in err


def test_every_problem_of_a_scenario_is_told(shell: Shell) -> None:
    Path("bad.yaml").write_text("id: bad\ntitel: Bad\n", encoding="utf-8")
    code, out, err = shell.run("play", "bad.yaml", "--bots", "all", "--save", "g.jsonl")
    assert (code, out) == (2, "")
    assert err.count("bad.yaml:") >= 2
    assert "did you mean 'title'?" in err


def test_a_save_that_exists_is_not_overwritten(shell: Shell) -> None:
    Path("g.jsonl").write_text("mine", encoding="utf-8")
    code, _, err = shell.run(*BOTS, "--save", "g.jsonl")
    assert code == 2
    assert err.startswith("g.jsonl already exists")
    assert Path("g.jsonl").read_text(encoding="utf-8") == "mine"


def test_a_stopped_game_is_resumed_and_says_where_it_is(shell: Shell) -> None:
    shell.run("play", "--human", "rok", "--length", "short", "--save", "g.jsonl", typed="\n\n\n\n")
    before = Path("g.jsonl").read_bytes()
    code, out, err = shell.run("resume", "g.jsonl", typed="save\n")
    assert (code, err) == (0, "")
    assert "The game goes on where it stopped." in out
    assert out.count("Resume it with: wargame resume g.jsonl") == 2
    assert Path("g.jsonl").read_bytes() == before


def test_quit_leaves_the_game_as_the_end_of_input_does(shell: Shell) -> None:
    code, out, _ = shell.run("play", "--human", "rok", "--save", "g.jsonl", typed="quit\n\n\n\n")
    assert code == 0
    assert out.endswith("The save is g.jsonl Resume it with: wargame resume g.jsonl")


def test_a_finished_game_shows_its_end_again(shell: Shell) -> None:
    shell.run(*BOTS, "--save", "g.jsonl")
    code, out, _ = shell.run("resume", "g.jsonl")
    assert code == 0
    assert "This game is over: here is its end." in out
    assert digest("g.jsonl") in out


def test_a_torn_tail_is_told_when_the_game_goes_on(shell: Shell) -> None:
    shell.run("play", "--human", "rok", "--save", "g.jsonl")
    with Path("g.jsonl").open("ab") as save:
        save.write(b'{"n":')
    code, out, err = shell.run("resume", "g.jsonl")
    assert (code, err) == (0, "")
    assert re.search("5 bytes were dropped, .*g.torn-1.jsonl. Press Enter when you have read this.", out)


@pytest.mark.parametrize("command", ["resume", "verify"])
def test_a_save_that_is_missing_or_damaged_is_one_sentence_and_two(command: str, shell: Shell) -> None:
    Path("bad.jsonl").write_bytes(b'{"n":0}\n')
    for name in ("none.jsonl", "bad.jsonl", "."):
        code, out, err = shell.run(command, name)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1


def test_a_good_save_has_a_clear_verdict(shell: Shell) -> None:
    shell.run(*BOTS, "--save", "g.jsonl")
    code, out, err = shell.run("verify", "g.jsonl", "--against", digest("g.jsonl"))
    assert (code, err) == (0, "")
    assert out.startswith("The chain is good: ")
    assert f"Final digest: {digest('g.jsonl')}" in out
    assert out.endswith("It is the digest that was noted.")


def test_another_digest_than_the_noted_one_is_refused(shell: Shell) -> None:
    shell.run(*BOTS, "--save", "g.jsonl")
    code, out, err = shell.run("verify", "g.jsonl", "--against", "0" * 64)
    assert (code, out) == (2, "")
    assert err.startswith("This is not the game that was noted:")


def test_a_game_that_goes_on_is_verified_as_one(shell: Shell) -> None:
    shell.run("play", "--human", "rok", "--save", "g.jsonl")
    code, out, _ = shell.run("verify", "g.jsonl")
    assert code == 0
    assert "The game is not over. Digest so far:" in out


def test_a_write_that_fails_ends_the_game_with_three(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    appended = Appender.append

    def full(self: Appender, line: bytes) -> None:
        if self.records == 4:
            raise self._fail("No space left on device")
        appended(self, line)

    monkeypatch.setattr(Appender, "append", full)
    code, _, err = shell.run(*BOTS, "--save", "g.jsonl")
    assert code == 3
    assert "cannot be written (No space left on device): it stands at record 3" in err


@pytest.mark.parametrize(("stop", "code"), [(KeyboardInterrupt(), 130), (ValueError("a fault"), 70)])
def test_however_a_game_stops_it_says_where_the_save_is(
    stop: BaseException, code: int, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: PlainGame) -> None:
        raise stop

    monkeypatch.setattr(PlainGame, "_reveal", fail)
    found, _, err = shell.run(*BOTS, "--save", "g.jsonl")
    assert found == code
    assert "The save is whole: g.jsonl. Resume it with:\n  wargame resume g.jsonl\n" in err


def test_resume_without_a_save_names_the_newest_ones(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(Path.cwd() / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(Path.cwd() / "data"))
    monkeypatch.setenv("HOME", str(Path.cwd()))
    code, out, err = shell.run("resume")
    assert (code, err) == (0, "")
    assert "No game here can be played on; begin one with: wargame play" in out
    shell.run("play", "--teams", "2", "--length", "short", "--save", "saves/0.jsonl", typed="quit\n")
    going = Path("saves/0.jsonl").read_bytes()
    shell.run(*BOTS, "--save", "saves/over.jsonl")
    for number in range(12):
        path = Path("saves") / f"{number}.jsonl"
        path.write_bytes(going)
        os.utime(path, (number, number))
    Path("saves/6.torn-1.jsonl").write_text("")
    Path("saves/broken.jsonl").write_text("no game")
    code, out, err = shell.run("resume")
    assert (code, err) == (0, "")
    lines = shell.lines
    resumed = [line.split()[-1] for line in lines if "wargame resume" in line]
    assert resumed == [str(Path("saves") / f"{number}.jsonl") for number in range(11, 1, -1)]
    going, _, over = out.partition(" Finished games: ")
    assert "short, turn 1 of 3; DPRK and ROK; " in going and going.endswith(" and 2 older")
    assert "short, over in turn 3 of 3: " in over and "; bots alone; " in over
    over, _, faulty = over.partition("wargame replay saves/over.jsonl ")
    assert "bots alone" in over and "broken.jsonl is damaged at record 0" in faulty


def test_a_game_can_be_played_again_with_the_digits_of_its_end(shell: Shell) -> None:
    shell.run(*BOTS, "--save", "g.jsonl")
    seed = json.loads(Path("g.jsonl").read_bytes().splitlines()[0])["command"]["seed"]
    _, out, _ = shell.run(
        "play", "--bots", "all", "--seed", seed, "--length", "short", "--save", "again.jsonl"
    )
    assert f"The seed of all chance was {seed}" in out

    def events(path: str) -> list[object]:
        lines = Path(path).read_bytes().splitlines()[1:]
        return [json.loads(line)["events"] for line in lines[:-1]]

    assert events("g.jsonl") == events("again.jsonl")


def test_quit_at_the_first_question_begins_no_game(shell: Shell) -> None:
    code, out, _ = shell.run("play", "--save", "g.jsonl", typed="quit\n")
    assert code == 0
    assert out.endswith("No game was begun.")
    assert not Path("g.jsonl").exists()
