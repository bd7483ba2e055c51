"""The whole games kept as text are what the engine still plays."""

import difflib

import pytest

from tests.games.played import GAMES, path

REGENERATE = "if this is meant, write the games anew with `python -m tests.games`, and read what has changed"


@pytest.mark.parametrize("name", GAMES)
def test_a_game_is_played_as_it_is_written(name: str) -> None:
    kept = path(name).read_text(encoding="utf-8").splitlines()
    played = GAMES[name]().splitlines()
    changed = list(difflib.unified_diff(kept, played, "kept", "played", lineterm="", n=1))
    assert not changed, "\n".join([REGENERATE, *changed[:60]])


@pytest.mark.parametrize("name", GAMES)
def test_a_game_kept_as_text_stays_short_enough_to_read(name: str) -> None:
    assert path(name).stat().st_size < 300_000
