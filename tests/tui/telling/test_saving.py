"""The list of saved games on the set-up screen."""

from pathlib import Path

from tests.tui.telling.games import said
from wargame.journal.glance import Glance
from wargame.tui.telling.saving import saves

GOING = Glance(Path("a.jsonl"), 0.0, "Korea", "short", ("ROK", "DPRK"), 2, 3)
OVER = Glance(Path("b.jsonl"), 0.0, "Cuba", "60", (), 4, 4, ended=True)
OLDER = Glance(Path("c.jsonl"), 0.0, "Old", "full", ("USA",), 1, 8, older=True)
FAULTY = Glance(Path("d.jsonl"), 0.0, fault="The save d.jsonl is damaged.")


def test_unfinished_games_come_first_with_seats_and_turn_and_finished_ones_apart() -> None:
    told = saves([OVER, FAULTY, OLDER, GOING])
    text = said(told)
    assert "Korea, short, turn 2 of 3" in text and "ROK and DPRK" in text
    assert "Cuba, 60, over in turn 4 of 4" in text and "bots alone" in text
    order = ["Korea", "Finished games", "Cuba", "older rules", "Old", "cannot be read", "d.jsonl is damaged"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_only_what_can_be_opened_can_be_picked() -> None:
    assert {part.key for part in saves([OVER, FAULTY, OLDER, GOING]) if part.key} == {"a.jsonl", "b.jsonl"}


def test_how_a_game_ended_and_that_it_is_a_fork_or_was_only_written_is_said() -> None:
    war = Glance(
        Path("a-fork-9-2.jsonl"), 0.0, "Korea", "short", ("ROK",), 3, 3, True, ending="War", war=True
    )
    history = Glance(Path("h.jsonl"), 0.0, "Past", "full", ("ROK",), 8, 8, True, scripted=True)
    text = said(saves([war, history, OVER]))
    assert "Korea, short, a fork, over in turn 3 of 3: War (war)" in text
    assert "Cuba, 60, over in turn 4 of 4: the calendar ran out" in text
    assert "written, not played · h.jsonl" in text and text.count("ROK") == 1


def test_where_no_game_waits_that_is_said() -> None:
    assert "no saved game here" in said(saves([]))
    assert "No game here can be played on." in said(saves([OVER]))
