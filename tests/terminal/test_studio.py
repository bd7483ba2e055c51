"""The studio in a terminal: keys reach it, and leaving it loses nothing."""

import signal
from pathlib import Path

import pytest

from tests.content.small import DECK, write
from tests.terminal.playing import LEAVE, terminal
from wargame.journal.manuscript import Manuscript

F3, F4, DOWN, BACKSPACE = "\x1bOR", "\x1bOS", "\x1b[B", "\x7f"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path / "border.yaml"


def test_typing_and_leaving_keeps_the_edits_beside_the_deck_and_says_so(deck) -> None:
    with terminal(deck.parent, "deck", "edit", "border.yaml", size=(120, 40)) as program:
        program.wait("Shots at the ford")
        program.type(F4)
        program.type("# mine ")
        program.wait("not saved")
        program.type(LEAVE)
        assert program.ended() == 0
        assert "wargame deck edit border.yaml" in program.told
    assert deck.read_text() == DECK
    again = Manuscript(deck)
    assert again.text.raw == f"# mine {DECK}"
    again.close()


def test_the_system_ends_it_in_good_order(deck) -> None:
    with terminal(deck.parent, "deck", "edit", "border.yaml") as program:
        program.wait("ford")
        program.process.send_signal(signal.SIGTERM)
        assert program.ended() == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    ("burst", "left"),
    [("\t" + 3 * BACKSPACE + "9", "id: f9"), ("\t\x01\x0b7x", "id: 7x"), ("q\t\x01\x0bz", "id: z")],
)
def test_keys_that_come_in_one_write_are_taken_in_their_order(deck, burst, left) -> None:
    with terminal(deck.parent, "deck", "edit", "border.yaml", size=(120, 40)) as program:
        program.wait("Shots at the ford")
        program.type(F3)
        program.settled()
        program.type(17 * DOWN)
        program.settled()
        program.type("\r")
        program.wait("Enter: done")
        program.type(burst)
        program.wait(left)
