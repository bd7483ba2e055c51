"""A game of people is told with when it was begun, in the same words on every machine."""

from pathlib import Path

import pytest

from tests.study.games import saved
from wargame.__main__ import main
from wargame.study.begun import begun
from wargame.study.replay import Replay
from wargame.study.report.told import Told
from wargame.study.report.write import report

STARTED = "2026-11-26T18:04:59+00:00"
TOLD = "2026-11-26 18:04 UTC"


@pytest.fixture
def save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return saved(tmp_path / "g.jsonl", seed=2, turns=1, started=STARTED)


@pytest.mark.parametrize(
    ("started", "told"),
    [
        (STARTED, TOLD),
        ("2026-11-27T03:04:59+09:00", TOLD),
        ("2026-11-26T18:04:59", TOLD),
        ("", ""),
        ("\x1b[2Jyesterday", ""),
        ("0001-01-01T00:00:00+23:00", ""),
    ],
)
def test_the_time_is_that_of_utc_and_what_is_no_time_is_none(started: str, told: str) -> None:
    assert begun(started) == told


def test_the_head_of_a_report_says_it_and_one_without_names_does_not(save: Path) -> None:
    replay = Replay.open(save)
    assert report(Told(replay)).subtitle.startswith(f"The game was begun on {TOLD}. ")
    nameless = report(Told(replay, anonymous=True))
    assert "2026" not in nameless.subtitle and TOLD not in repr(nameless)


def test_a_replay_a_comparison_and_a_course_say_it(save: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(save.with_name("later.jsonl"), seed=3, turns=1, started="2026-12-01T09:00:00+00:00")
    for command, told in (
        (["replay", "g.jsonl", "--plain"], f"It was begun on {TOLD}."),
        (["compare", "g.jsonl", "later.jsonl"], f"A is g.jsonl, begun on {TOLD}: "),
        (["study", "--spoil", "."], "2 games, begun from 2026-11-26 to 2026-12-01."),
        (["study", "--spoil", "g.jsonl"], "1 game, begun on 2026-11-26."),
    ):
        assert main(command) == 0
        assert told in " ".join(capsys.readouterr().out.split())
