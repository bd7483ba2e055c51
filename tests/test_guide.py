"""The guide for facilitators works as it is written, from the first command to the last."""

import re
from pathlib import Path

import pytest

from tests.guide import LEFT_OUT, PAGE, answers
from wargame.content.load import load_deck


def test_every_command_of_the_guide_says_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = []
    for command, told, said in answers(PAGE.read_text("utf-8")):
        commands.append(" ".join(command.split()[1:3]))
        advice = f"{command}\nsays something else now: run `python -m tests.guide`"
        if LEFT_OUT not in told:
            assert said == told, advice
            continue
        pieces = [piece.strip("\n") for piece in told.split(f"{LEFT_OUT}\n")]
        assert re.search(".*".join(map(re.escape, pieces)), said, re.DOTALL), advice
    assert set(commands) >= {
        "deck new",
        "deck check",
        "deck show",
        "deck try",
        "play --plain",
        "scenario new",
    }


def test_the_card_of_the_guide_is_what_its_file_holds_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len([*answers(PAGE.read_text("utf-8"))]) > 8
    (card,) = load_deck(Path("my-game") / "buoy.yaml")
    assert (card.id, card.deal and card.deal.on) == ("buoy", "2024-10")
    assert (tmp_path / "my-game" / ".schema" / "deck.json").is_file()
