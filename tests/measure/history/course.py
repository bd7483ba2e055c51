"""What happened from October 2024 to June 2025, played at the table: each seat does what it did.

`record.yaml` says what that was, and a facilitator leads. Seed and times are fixed, so that the save is the
same on every machine. Intents, and chances to which the record knows no answer, fall as the seed has them,
and mean nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from wargame.content.base import FACILITATOR, CardId, NumberId, SeatId
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.engine.commands import LONGEST, Command, Holder, Inject, RuleNumber, RuleOutcome
from wargame.engine.records import Rejection
from wargame.journal.save import Save
from wargame.play.clock import VirtualClock
from wargame.play.draft import Draft
from wargame.play.leading import lead
from wargame.play.setup import begin, seed_from
from wargame.play.table import Said, Table

RECORD = Path(__file__).with_name("record.yaml")
SEED = 2024
UNKNOWN = "none found"


class Part(msgspec.Struct, forbid_unknown_fields=True):
    """What a seat did: the option nearest to it, what is on record, and where."""

    option: str
    did: str
    source: str = UNKNOWN


class Ruling(msgspec.Struct, forbid_unknown_fields=True):
    """The outcome of a chance that the record knows."""

    path: str
    outcome: int
    reason: str
    source: str


class Number(msgspec.Struct, forbid_unknown_fields=True):
    """What a number is at the end of the turn, where the rules would shut what was done after it."""

    number: NumberId
    value: int
    reason: str
    source: str


class Entry(msgspec.Struct, forbid_unknown_fields=True):
    """One exchange: its day, its card, why the facilitator puts that on the table, and what was done."""

    date: date
    card: CardId
    choices: Mapping[SeatId, Part]
    reason: str = ""
    source: str = ""
    rulings: tuple[Ruling, ...] = ()
    numbers: tuple[Number, ...] = ()


class Departed(Exception):
    """The game went another way than the record: the rules or decks have changed."""


def record() -> tuple[Entry, ...]:
    """Return the record, in its order."""
    return msgspec.yaml.decode(RECORD.read_bytes(), type=tuple[Entry, ...])


def told(text: str, source: str) -> str:
    """Return what goes into the save: what is on record, and where."""
    said = f"{text} (Source: {source}.)"
    assert len(said) <= LONGEST
    return said


def build(path: Path, entries: Iterable[Entry] | None = None) -> str:
    """Play the record, or these entries, on a new save; return its final digest. Raises Departed."""
    book = Book(load_scenario(), "full")
    table = Table(book, Save.create(path), VirtualClock())
    try:
        seats = {seat: Holder(kind="human") for seat in book.seats}
        table.begin(begin(book, seed_from(SEED), seats, facilitator=True))
        for entry in record() if entries is None else entries:
            _deal(table, entry)
            _decide(table, entry)
            lead(table)
        lead(table)
        if table.state.phase != "ended" or table.state.war:
            how = "in war" if table.state.war else f"in phase '{table.state.phase}', and not at its end"
            raise Departed(f"the record is over, and the game stands {how}")
    finally:
        table.journal.close()
    return table.journal.digest


def _deal(table: Table, entry: Entry) -> None:
    """Bring the card of an entry to the table, over the end of a turn where its turn has ended."""
    if table.state.phase == "reveal" and _turn_is_full(table):
        lead(table)
    if entry.reason:
        reason = told(f"{entry.date}: {entry.reason}", entry.source)
        _say(table, entry, lambda at: Inject(by=FACILITATOR, at=at, card=entry.card, reason=reason))
    lead(table)
    dealt = table.state.exchanges[-1].card if table.state.exchanges else None
    if dealt != entry.card:
        raise Departed(f"{entry.date}: the rules dealt '{dealt}' in place of '{entry.card}'")


def _turn_is_full(table: Table) -> bool:
    return len(table.state.exchanges) == table.book.rules.deal.exchanges


def _decide(table: Table, entry: Entry) -> None:
    """Let each seat that is asked do what it did, and decide the chances that are known."""
    asked = set(table.state.exchanges[-1].asked)
    if asked != set(entry.choices):
        raise Departed(f"{entry.date}: '{entry.card}' asks {sorted(asked)}, not {sorted(entry.choices)}")
    for seat, part in entry.choices.items():
        draft = Draft(option=part.option, rationale=told(part.did, part.source))
        _heed(entry, table.connection(seat).commit(draft))
    for ruling in (*entry.rulings, *entry.numbers):
        _say(table, entry, partial(_ruled, ruling))


def _ruled(ruling: Ruling | Number, at: int) -> Command:
    reason = told(ruling.reason, ruling.source)
    if isinstance(ruling, Ruling):
        return RuleOutcome(by=FACILITATOR, at=at, path=ruling.path, outcome=ruling.outcome, reason=reason)
    return RuleNumber(by=FACILITATOR, at=at, number=ruling.number, value=ruling.value, reason=reason)


def _say(table: Table, entry: Entry, said: Said) -> None:
    _heed(entry, table.say(said))


def _heed(entry: Entry, answer: object) -> None:
    if isinstance(answer, Rejection):
        raise Departed(f"{entry.date}, '{entry.card}': {answer.sentence}")
