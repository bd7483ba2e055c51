"""Why a number is what it is."""

from tests.tui.telling.games import BOOK, moments, said
from wargame.engine.ledger import explain
from wargame.tui.telling import why


def test_every_change_is_told_newest_first_with_its_cause_and_the_decisions_behind_it() -> None:
    for game in moments(6):
        sight = game.sight("south")
        for number in (*sight.relations, *sight.tracks):
            entries = explain(BOOK, game.state, sight.seat, number.id)
            text = said(why.why(number, entries))
            assert f"{number.label} {number.value}" in text
            steps = [text.index(f"{entry.before} → {entry.after}") for entry in entries]
            assert text.count(" → ") == len(entries)
            assert steps[:1] == sorted(steps)[:1]
            assert all(cause in text for entry in entries for cause, _ in entry.shares)
            assert all(entry.cause in text for entry in entries)


def test_a_number_that_has_not_moved_says_so() -> None:
    game = next(moments(6))
    number = game.sight("south").relations[0]
    assert "It has not moved" in said(why.why(number, ()))
