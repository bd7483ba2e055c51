"""What is committed is what is kept, told and shown, field by field."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from tests.engine.playing import HUMAN
from tests.engine.scenarios import SEATS, book, plain
from wargame.content.base import SeatId
from wargame.engine.commands import Commit
from wargame.engine.ending import ending
from wargame.engine.events import Committed
from wargame.engine.redact import Redacted
from wargame.engine.sight_parts import EnvelopeSight
from wargame.journal.game import resume
from wargame.journal.save import Save, Unsaved
from wargame.play.clock import VirtualClock
from wargame.play.draft import QUESTIONS, Draft
from wargame.play.leading import lead
from wargame.play.setup import begin, seed_from
from wargame.play.table import Table

SOUTH = SeatId("south")
WAR = {"id": "war", "question": "War?", "when": {"tension": {"north-south": ">= 92"}}, "resolves": "end"}
BOOK = book(plain(turns=1, forecasts=[WAR]))
SAID: dict[str, Any] = {
    "option": "south-act",
    "rationale": "A signal that can be taken back.",
    "expects": "They hold.",
    "decided": "majority",
    "dissent": "The navy would wait.",
    "forecasts": {"war": 15},
}
"""A value for every field of a decision, none of them what it is by default."""


def dealt(journal: Save | Unsaved) -> Table:
    """Return a table of people whose first exchange is dealt."""
    table = Table(BOOK, journal, VirtualClock())
    table.begin(begin(BOOK, seed_from(3), dict.fromkeys(BOOK.seats, HUMAN)))
    lead(table)
    return table


def fields_of(kept: Any) -> dict[str, Any]:
    return {name: kept[name] if isinstance(kept, dict) else getattr(kept, name) for name in SAID}


def test_a_value_is_given_here_to_every_field_of_a_decision() -> None:
    assert {field.name for field in fields(Draft)} == set(SAID)
    assert list(QUESTIONS) == list(SAID), "each is asked for, in the order in which a draft holds them"
    assert set(Commit.__struct_fields__) == {*SAID, "by", "at"}
    assert set(Committed.__struct_fields__) == {*SAID, "seat", "left"}
    assert set(EnvelopeSight.__struct_fields__) == {*SAID, "label"}
    unset = fields_of(Draft())
    assert [name for name, value in SAID.items() if value == unset[name]] == []


def test_what_is_committed_is_told_shown_laid_open_and_kept(tmp_path: Path) -> None:
    save = Save.create(tmp_path / "game.jsonl")
    table = dealt(save)
    heard: list[Redacted] = []
    table.listen(SOUTH, heard.extend)
    connection = table.connection(SOUTH)
    assert connection.commit(Draft(**SAID)) is None
    assert fields_of(table.state.exchanges[-1].envelopes[SOUTH]) == SAID
    assert [fields_of(event) for event in heard] == [SAID]
    shown = connection.sight().envelope
    assert shown is not None and fields_of(shown) == SAID
    assert fields_of(Draft.of(shown)) == SAID
    for seat in (SeatId(other) for other in SEATS if other != SOUTH):
        assert table.connection(seat).commit(Draft(f"{seat}-wait", "Because.")) is None
    for _ in ("the reveal", "the end"):
        lead(table)
    save.close()
    found, again = resume(tmp_path / "game.jsonl")
    again.close()
    for state in (table.state, found.state):
        (opened,) = [one for one in ending(BOOK, state).exchanges[0].decisions if one.seat == SOUTH]
        assert opened.envelope is not None and fields_of(opened.envelope) == SAID
    (_, exchange), *_ = found.state.every_exchange()
    assert fields_of(exchange.envelopes[SOUTH]) == SAID


def test_what_is_blank_or_unset_or_nobodys_dissent_is_left_out() -> None:
    table = dealt(Unsaved())
    blank = Draft("south-act", " So.\n", "  ", "alone", "The navy, before it left.", {"war": None})
    assert table.connection(SOUTH).commit(blank) is None
    assert fields_of(table.state.exchanges[-1].envelopes[SOUTH]) == {
        "option": "south-act",
        "rationale": "So.",
        "expects": "",
        "decided": "alone",
        "dissent": "",
        "forecasts": {},
    }
