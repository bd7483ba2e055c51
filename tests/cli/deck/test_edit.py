"""The studio needs a terminal, and says what else there is where there is none."""

from wargame.__main__ import main


def test_without_a_terminal_another_way_is_named(capsys) -> None:
    assert main(["deck", "edit"]) == 2
    told = capsys.readouterr()
    assert "needs a terminal" in told.err
    assert "deck check --watch" in told.out
