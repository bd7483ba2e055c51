"""A command from outside is as its type says, or it is refused before anything is decided."""

from typing import Any

import pytest
from msgspec import structs

from tests.engine.scenarios import book, plain
from wargame.content.base import OptionId, SeatId
from wargame.engine.commands import LATEST, Commit, Deal
from wargame.engine.records import Rejection
from wargame.engine.well_formed import well_formed
from wargame.journal.save import Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

SOUTH = SeatId("south")
GOOD = Commit(by=SOUTH, at=0, option=OptionId("hold"), rationale="A reason.", forecasts={"storm": 100})
WRONG: dict[str, dict[str, Any]] = {
    "an empty reason": {"rationale": ""},
    "a reason that is too long": {"rationale": "x" * 2001},
    "a reason that is half a character": {"rationale": "\ud800"},
    "a reason that is no text": {"rationale": 7},
    "a dissent that is too long": {"dissent": "x" * 2001},
    "a manner that there is not": {"decided": "dice"},
    "a forecast over 100": {"forecasts": {"storm": 101}},
    "a forecast below 0": {"forecasts": {"storm": -1}},
    "a forecast that is true": {"forecasts": {"storm": True}},
    "forecasts that are a list": {"forecasts": [1]},
    "a time before the game": {"at": -1},
    "a time that not every reader keeps": {"at": LATEST + 1},
    "a time without end": {"at": 10**400},
    "a time with a fraction": {"at": 1.5},
    "a time that is no number": {"at": float("nan")},
    "an option that is nothing": {"option": None},
}


def test_a_command_as_its_type_says_is_well_formed() -> None:
    for good in (GOOD, structs.replace(GOOD, rationale="x" * 2000, at=LATEST)):
        assert well_formed(good) == good


@pytest.mark.parametrize("name", WRONG)
def test_a_command_that_is_ill_formed_is_refused_at_the_table_and_never_kept(name: str) -> None:
    ready = book(plain())
    journal = Unsaved()
    table = Table(ready, journal, VirtualClock())
    seed = seed_from(1)
    table.begin(begin(ready, seed, holders(ready, seed, ready.seats, None)))
    table.say(lambda at: Deal(by=SOUTH, at=at))
    state, digest = table.state, journal.digest

    no = table.hear(lambda at: structs.replace(GOOD, **{"at": at, **WRONG[name]}))

    assert isinstance(no, Rejection) and no.code == "ill-formed"
    assert (table.state, journal.digest) == (state, digest)
