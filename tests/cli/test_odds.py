"""`wargame odds` plays and prints, quietly, and says in one sentence what it cannot do."""

import json
from pathlib import Path

import pytest

from tests.content.small import DECK, RULES, write
from wargame.__main__ import main
from wargame.journal import writable
from wargame.lab import many


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path)


def odds(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["odds", "small.yaml", "--processes", "1", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_odds_are_printed_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = odds(capsys, "--games", "8")
    assert (code, err) == (0, "")
    first = "A small crisis: 8 games of 3 turns (length full), all seats bots, seeds 1 to 8."
    assert out.splitlines()[0] == first
    assert "How the games ended" in out


def test_length_first_seed_and_intents_are_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = odds(
        capsys, "--games", "4", "--length", "short", "--seed-from", "20", "--intent", "north=storm"
    )
    assert code == 0
    assert "4 games of 2 turns (length short), all seats bots, seeds 20 to 23." in out
    assert "The intent of 'north' was always 'storm'." in out


def test_a_deck_of_ones_own_is_dealt_with_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    card = DECK[DECK.index("- id: ice") :].replace("id: ice", "id: raft").replace("Ice on", "A raft on")
    (tmp_path / "mine.yaml").write_text(card, encoding="utf-8")
    code, _, _ = odds(capsys, "--games", "4", "--deck", "mine.yaml", "--json", "figures.json")
    assert code == 0
    assert '"dealt/raft"' in (tmp_path / "figures.json").read_text("utf-8")


def test_the_figures_are_written_as_json_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, _ = odds(capsys, "--games", "3", "--json", "odds.json")
    assert code == 0
    written = json.loads((tmp_path / "odds.json").read_text(encoding="utf-8"))
    assert (written["scenario"], written["games"], written["first_seed"]) == ("small", 3, 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--length", "endless"], "there is no length 'endless'; there are: short, full"),
        (["--intent", "north"], "'--intent' is given as SEAT=INTENT, and not as 'north'"),
        (["--intent", "north=rain"], "'north' has no intent 'rain'; it has: calm, storm"),
        (["--intent", "moon=calm"], "there is no seat 'moon'"),
        (["--games", "0"], "give a whole number from 1 to 100000, and not '0'"),
        (["--games", "many"], "give a whole number from 1 to 100000, and not 'many'"),
        (["--by", "month"], "'month' is not one of 'card', 'option', 'seat'"),
        (["--against"], "'--against' needs what to compare: add --deck FILE, or name a scenario after it"),
        (["--against", "moon"], "there is neither such a scenario nor such a file"),
        (["--against", "practice"], "there is no length 'full'"),
        (["--against", "small.yaml", "--by", "card"], "'--against' compares all figures: leave out '--by'"),
        (["--most", "0"], "give a whole number, 1 or more, and not '0'"),
        (["--seed-from", "-1"], "give a whole number, 0 or more, and not '-1'"),
        (["--length", "full", "--length", "short"], "'--length' is given 2 times: give it once"),
        (["--intent", "north=calm", "--intent", "north=storm"], "'--intent' is given twice for 'north'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, out, err = odds(capsys, *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("by", "title"),
    [
        ("card", "Ice on the river (ice)"),
        ("option", "Standing question, North: Rest (rest)"),
        ("seat", "The North"),
    ],
)
def test_where_the_figures_come_from_fits_eighty_columns(
    capsys: pytest.CaptureFixture[str], by: str, title: str
) -> None:
    code, out, _ = odds(capsys, "--games", "6", "--by", by, "--json", "by.json")
    assert code == 0
    assert title in out.splitlines()
    assert max(map(len, out.splitlines())) < 80
    assert "How the games ended" not in out
    written = json.loads(Path("by.json").read_text(encoding="utf-8"))
    assert {section["id"].split("/")[0] for section in written["sections"]} == {by}


def test_a_deck_is_held_against_the_scenario_without_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    card = DECK[DECK.index("- id: ice") :].replace("id: ice", "id: raft").replace("Ice on", "A raft on")
    (tmp_path / "mine.yaml").write_text(card, encoding="utf-8")
    code, out, err = odds(
        capsys, "--deck", "mine.yaml", "--against", "--games", "30", "--json", "against.json"
    )
    assert (code, err) == (0, "")
    told = out.splitlines()
    assert told[0].startswith("A small crisis with mine.yaml, against the same without: 30 games each")
    assert told[told.index("") + 1] == "A raft on the river (raft)"
    assert max(map(len, told)) < 80
    written = json.loads((tmp_path / "against.json").read_text(encoding="utf-8"))
    assert (written["now"]["games"], written["before"]["games"]) == (30, 30)
    assert written["now"]["digest"] != written["before"]["digest"]


def test_a_scenario_is_held_against_another(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "tense.yaml").write_text(RULES.replace("start: 60", "start: 90"), encoding="utf-8")
    code, out, _ = odds(capsys, "--against", "tense.yaml", "--games", "40")
    assert code == 0
    assert out.startswith("A small crisis, against tense.yaml: 40 games each")
    assert "Tension at the end" in out


def test_so_many_are_printed_as_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = odds(capsys, "--games", "6", "--by", "card", "--most", "1")
    assert "1 more is left out" in out
    assert out.count("\n  dealt:") == 1


def test_a_broken_scenario_is_refused_with_the_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path, RULES.replace("length: full", "length: endless"))
    code, out, err = odds(capsys)
    assert (code, out) == (2, "")
    assert err.startswith("small.yaml:")


def test_a_file_that_cannot_be_written_is_refused_before_a_game_is_played(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "play_many", None)
    code, out, err = odds(capsys, "--games", "2", "--json", "small.yaml/odds.json")
    assert (code, out) == (2, "")
    assert (
        err == "small.yaml/odds.json cannot be written (Not a directory): name another place with --json.\n"
    )


def test_figures_whose_file_cannot_be_written_after_all_are_still_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writable, "why_no_file", lambda _: "")
    code, out, err = odds(capsys, "--games", "2", "--json", "small.yaml/odds.json")
    assert code == 2
    assert "How the games ended" in out
    assert "cannot be written" in err and err.count("\n") == 1


def test_the_file_may_lie_in_a_folder_that_is_not_there_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert odds(capsys, "--games", "2", "--json", "new/odds.json")[0] == 0
    assert Path("new/odds.json").exists()


def test_the_help_says_in_words_which_numbers_will_do(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = odds(capsys, "--help")
    assert code == 0 and "1 to 100000" in out and "<=" not in out
