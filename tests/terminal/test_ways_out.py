"""However a game on screens ends, the save is whole, the terminal as it was, and the exit code says how."""

import os
import signal
from pathlib import Path

import pytest

from tests.content.small import write
from tests.terminal import faulty
from tests.terminal.playing import (
    ENTER,
    INTERRUPT,
    LEAVE,
    come_to,
    go_on,
    insist,
    leave,
    terminal,
)
from tests.terminal.terminal import LEFT, Terminal
from wargame.content.load import load_scenario
from wargame.journal.verify import verify
from wargame.play.game import new_game, resume_game
from wargame.play.wishes import Plan

RESUME = "  wargame resume g.jsonl\n"
WHOLE = "The save is whole: g.jsonl. Resume it with:\n"
FAULT = (
    "wargame: stopped by an unforeseen fault (ValueError: an injected fault); WARGAME_DEBUG=1 shows where."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a game that has just begun."""
    scenario = load_scenario(write(tmp_path))
    new_game(scenario, Plan(people=scenario.seats()[:1], seed=7, save=tmp_path / "g.jsonl")).close()
    return tmp_path


def to_the_decision(game: Terminal) -> None:
    """Play until the first decision is being written."""
    at = come_to(game, "news")
    while at != "write":
        at = go_on(game, at)
    game.type("because")
    game.wait("because")


def assert_as_it_was(game: Terminal) -> None:
    """Hold the terminal to what a shell expects: its own screen, a cursor, no mouse, keys that are echoed."""
    after = game.received.partition(LEFT)[2]
    for restored in (
        b"\x1b[?25h",
        b"\x1b[?1004l",
        *(b"\x1b[?%dl" % mode for mode in (1000, 1003, 1006, 1015)),
    ):
        assert restored in after
    assert after.count(b"\x1b[?25l") == 0
    assert game.echoes()


def assert_goes_on(folder: Path) -> None:
    """Hold the save to be whole, and to a game that can be gone on with."""
    assert not verify(folder / "g.jsonl").ended
    resume_game(folder / "g.jsonl").close()


@pytest.mark.parametrize(
    ("way", "code"),
    [
        (LEAVE + LEAVE, 0),
        (INTERRUPT, 130),
        (signal.SIGINT, 130),
        (signal.SIGTERM, 143),
        (signal.SIGHUP, 129),
    ],
)
def test_a_game_can_be_left_in_the_middle_of_a_word(
    way: str | signal.Signals, code: int, folder: Path
) -> None:
    with terminal(folder, "resume", "g.jsonl") as game:
        to_the_decision(game)
        if isinstance(way, signal.Signals):
            game.process.send_signal(way)
        else:
            game.type(way)
        assert game.ended() == code
        assert game.told.startswith(WHOLE)
        assert ("\nwargame: interrupted.\n" in game.told) == (code == 130)
        assert_as_it_was(game)
    assert_goes_on(folder)


def test_a_game_that_was_left_goes_on_with_what_it_said_that_resumes_it(folder: Path) -> None:
    with terminal(folder, "resume", "g.jsonl") as game:
        to_the_decision(game)
        leave(game)
        command = game.told.splitlines()[1].split()
    with terminal(folder, *command[1:], program=()) as game:
        come_to(game, "card")
        leave(game)


@pytest.mark.parametrize("heard", ["", "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"])
def test_a_terminal_that_is_closed_ends_a_game_that_hears_of_it_and_one_that_was_told_not_to(
    heard: str, folder: Path
) -> None:
    script = folder / "start.py"
    script.write_text(f"import sys\n{heard}from wargame.__main__ import main\nsys.exit(main())\n")
    with terminal(folder, "resume", "g.jsonl", program=(str(script),)) as game:
        to_the_decision(game)
        assert game.hang_up() != 0
    assert_goes_on(folder)


@pytest.mark.parametrize(
    ("module", "name", "calls"),
    [
        ("wargame.tui.table", "TableScreen.action_go", 2),
        ("wargame.tui.sitting", "Sitting.tick", 1),
        ("wargame.tui.page", "Page.render_line", 30),
        ("wargame.tui.form", "Form.fill", 0),
        ("textual.drivers.linux_driver", "LinuxDriver.process_message", 3),
    ],
)
def test_a_crash_is_one_sentence_after_the_place_of_the_save(
    module: str, name: str, calls: int, folder: Path
) -> None:
    program = (faulty.__file__, module, name, str(calls))
    with terminal(folder, "resume", "g.jsonl", program=program) as game:
        insist(game, ENTER, lambda: game.process.poll() is not None, every=0.5)
        assert game.ended() == 70
        # Enter that is pressed once too often is echoed between the lines.
        assert "\n".join(filter(None, game.told.split("\n"))) == WHOLE + RESUME + FAULT
        assert_as_it_was(game)
    assert faulty.SECRET not in game.received.decode()
    assert_goes_on(folder)


@pytest.mark.parametrize("failing", ["write", "fsync"])
def test_a_disk_that_is_full_ends_the_game_with_three_at_the_last_record_that_counts(
    failing: str, folder: Path
) -> None:
    program = (faulty.__file__, "os", failing, "1")
    with terminal(folder, "resume", "g.jsonl", program=program) as game:
        insist(game, ENTER, lambda: game.process.poll() is not None, every=0.5)
        assert game.ended() == 3
        last = len((folder / "g.jsonl").read_bytes().splitlines()) - 1
        assert f"cannot be written (No space left on device): it stands at record {last}, and" in game.told
        assert_as_it_was(game)
    assert_goes_on(folder)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("play", "small.yaml", "--human", "moon"), "there is no seat 'moon'"),
        (("play", "small.yaml", "--save", "g.jsonl"), "already exists"),
        (("resume", "none.jsonl"), "cannot be read"),
    ],
)
def test_what_cannot_be_is_told_on_the_shells_own_screen(
    arguments: tuple[str, ...], said: str, folder: Path
) -> None:
    with terminal(folder, *arguments) as game:
        assert game.ended() == 2
        assert said in game.told
        assert game.told.count("\n") == 1
        assert game.echoes()


def test_bytes_that_are_no_text_end_no_game(folder: Path) -> None:
    with terminal(folder, "resume", "g.jsonl") as game:
        come_to(game, "news")
        os.write(game.fd, b"\xff\xe9\xc3")
        # A key that comes with them in one go is lost with them.
        insist(game, "g", lambda: "Clash 80" in game.screen, every=1)
        leave(game)
