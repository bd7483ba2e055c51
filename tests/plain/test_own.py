"""What a seat's own brief says of a war."""

import io
from pathlib import Path

import pytest

from tests.content.small import RULES, write
from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.journal.save import Unsaved
from wargame.plain import own
from wargame.plain.keyboard import Keyboard
from wargame.plain.voice import Voice
from wargame.play.clock import VirtualClock
from wargame.play.host import Host
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

NOBODY = "If the game ends in war, nobody's objectives count."
AFTER = "It counts after a war too."
TEXT = "text: At the end unity is 50 or more."
SURVIVES = f"{TEXT}\n          survives-war: true"


def brief(folder: Path, seat: str, rules: str = RULES) -> str:
    book = Book(load_scenario(write(folder, rules)))
    table = Table(book, Unsaved(), VirtualClock())
    seed = seed_from(1)
    table.begin(begin(book, seed, holders(book, seed, [SeatId(seat)], None)))
    host, out = Host(table), io.StringIO()
    own.brief(Voice(out, Keyboard(io.StringIO().readline)), host.connection(SeatId(seat)).sight(), host.names)
    return " ".join(out.getvalue().split())


def test_what_a_war_takes_is_said_where_a_war_can_come(tmp_path: Path) -> None:
    assert NOBODY in brief(tmp_path, "north")


def test_a_seat_without_objectives_has_none_to_lose(tmp_path: Path) -> None:
    assert NOBODY not in brief(tmp_path, "south")


@pytest.mark.parametrize("text", [TEXT, SURVIVES])
def test_where_no_war_can_come_nothing_is_said_of_one(text: str, tmp_path: Path) -> None:
    told = brief(tmp_path, "north", RULES.replace(", war: true", "").replace(TEXT, text))
    assert TEXT.removeprefix("text: ") in told
    assert "war" not in told


def test_an_objective_that_outlasts_a_war_says_so(tmp_path: Path) -> None:
    told = brief(tmp_path, "north", RULES.replace(TEXT, SURVIVES))
    assert AFTER in told
    assert NOBODY not in told
