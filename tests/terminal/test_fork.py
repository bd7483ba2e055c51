"""A fork goes on in the terminal as a resumed game does."""

from pathlib import Path

from tests.study.games import saved
from tests.terminal.playing import come_to, leave, terminal
from wargame.journal.verify import verify


def test_a_fork_that_people_take_over_is_played_on_screens_and_left_with_its_save_named(
    tmp_path: Path,
) -> None:
    saved(tmp_path / "g.jsonl", seed=2)
    with terminal(tmp_path, "fork", "g.jsonl", "--turn", "1", "--human", "south") as game:
        come_to(game, "news")
        leave(game)
        assert "The save is whole: g-fork-0.jsonl. Resume it with:" in game.told
    assert not verify(tmp_path / "g-fork-0.jsonl").ended
