"""What is said at the table is dated by it, and whatever it accepts can be read back."""

from dataclasses import dataclass, field
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.engine.playing import FACILITATOR, HUMAN, TABLE
from tests.engine.rich import rich
from tests.engine.scenarios import SEATS, book, plain
from wargame.content.base import OBSERVER, SeatId
from wargame.engine.commands import LATEST, MANNERS, Command
from wargame.engine.records import Record, Rejection
from wargame.engine.rulings import chances_by_path
from wargame.engine.well_formed import well_formed
from wargame.journal.chain import Checked, check_line, seal
from wargame.journal.records import fields, parse
from wargame.journal.save import Unsaved
from wargame.play.draft import Draft
from wargame.play.setup import begin, seed_from
from wargame.play.table import Table

RICH, PLAIN = book(rich(), "short"), book(plain())
KINDS: dict[str, Any] = {kind.__struct_config__.tag: kind for kind in get_args(Command)}
ANY_TEXT = st.text(st.characters(codec=None), max_size=30) | st.sampled_from(["", "x" * 2000, "한" * 2001])
ANY_TIME = st.integers(0, 10_000) | st.sampled_from([-1, LATEST - 1, LATEST, LATEST + 1, 2**64])
ANY_NUMBER = st.integers(-1, 101) | st.just(2**64)


@dataclass
class Hands:
    """A clock that shows what it was set to."""

    time: int = 0

    def now(self) -> int:
        return self.time


@dataclass
class Kept(Unsaved):
    """A journal that keeps its records."""

    records: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def append(self, record: Record) -> None:
        super().append(record)
        self.records.append(record)


def seated(of: Any = PLAIN, clock: bool = True) -> tuple[Table, Hands, Kept]:
    """Return a table at which people sit in every seat, its clock and its journal."""
    hands, kept = Hands(), Kept()
    table = Table(of, kept, hands)
    seats = dict.fromkeys(of.seats, HUMAN)
    assert isinstance(table.begin(begin(of, seed_from(4), seats, clock=clock, facilitator=True)), Record)
    return table, hands, kept


def request(kind: str, by: str, at: int, **told: Any) -> Command:
    """Return a command that is not held to its type."""
    return KINDS[kind](by=SeatId(by), at=at, **told)


def facilitate(table: Table, kind: str, **told: Any) -> Record | Rejection:
    return table.hear(lambda at: request(kind, FACILITATOR, at, **told))


def test_what_is_said_bears_the_time_of_the_table() -> None:
    table, hands, kept = seated()
    hands.time = 5_000
    assert isinstance(facilitate(table, "deal"), Record)
    hands.time = 7_000
    assert table.connection(SeatId("south")).sit() is None
    assert table.connection(SeatId("south")).commit(Draft("south-act", "So.")) is None
    assert [record.command.at for record in kept.records] == [0, 5_000, 7_000, 7_000]


def test_a_listener_is_not_even_called_for_what_its_seat_is_not_told() -> None:
    table, _, _ = seated()
    facilitate(table, "deal")
    heard: dict[str, list[str]] = {"north": [], "south": []}
    for seat, told in heard.items():
        table.listen(SeatId(seat), lambda events, told=told: told.append(events[0]["kind"]))  # type: ignore[misc]
    south = table.connection(SeatId("south"))
    for _ in range(2):
        assert south.sit() is None
        assert south.commit(Draft("south-act", "So.")) is None
    assert facilitate(table, "rule-number", number=table.book.numbers[0], value=1, reason="So.")
    assert heard == {"north": ["committed"], "south": ["sat", "committed"] * 2}


def test_a_connection_speaks_for_its_own_seat_alone() -> None:
    table, _, kept = seated()
    facilitate(table, "deal")
    assert table.connection(SeatId("south")).commit(Draft("north-act", "So.")).code == "unknown-option"  # type: ignore[union-attr]
    for nobody in (OBSERVER, TABLE, FACILITATOR, "stranger"):
        no = table.connection(SeatId(nobody)).commit(Draft("south-act", "So."))
        assert no is not None and no.code == "not-yours"
    assert len(kept.records) == 2
    for seat in SEATS:
        assert table.connection(SeatId(seat)).commit(Draft(f"{seat}-act", "So.")) is None
    assert [record.command.by for record in kept.records[2:]] == list(SEATS)


def test_nobody_but_a_bot_says_that_a_bot_decided() -> None:
    table, _, kept = seated()
    facilitate(table, "deal")
    no = table.connection(SeatId("south")).commit(Draft("south-act", "So.", decided="bot"))  # type: ignore[arg-type]
    assert no is not None and (no.code, no.sentence) == ("not-a-bot", "'south' is not held by a bot")
    assert len(kept.records) == 2


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({"rationale": ""}, " (at 'rationale')"),
        ({"rationale": "x" * 2001}, " (at 'rationale')"),
        ({"rationale": "half a pair: \ud83d"}, ""),
        ({"rationale": "So.", "decided": "leader", "dissent": "x" * 2001}, " (at 'dissent')"),
        ({"rationale": "So.", "forecasts": {"war": 101}}, " (at 'forecasts[...]')"),
        ({"rationale": "So.", "decided": "by lot"}, " (at 'decided')"),
    ],
)
def test_what_cannot_be_kept_is_refused_without_being_repeated(told: dict[str, Any], where: str) -> None:
    table, _, kept = seated()
    facilitate(table, "deal")
    no = table.connection(SeatId("south")).commit(Draft("south-act", **told))
    assert no is not None and no.code == "ill-formed"
    assert no.sentence == f"this is not a 'commit' that can be kept{where}"
    assert len(kept.records) == 2


@pytest.mark.parametrize("time", [-1, LATEST + 1, 10**5000], ids=["before", "after", "beyond reading"])
def test_a_time_beyond_what_a_save_keeps_is_refused(time: int) -> None:
    table, hands, kept = seated()
    hands.time = time
    assert facilitate(table, "deal").code == "ill-formed"  # type: ignore[union-attr]
    assert len(kept.records) == 1


@given(st.data())
def test_whatever_the_table_accepts_is_read_back_as_it_was(data: st.DataObject) -> None:
    table, hands, kept = seated(RICH)
    for _ in range(12):
        hands.time = data.draw(st.just(table.state.now) | ANY_TIME)
        say_something(table, data)
    prev = "0" * 64
    for n, record in enumerate(kept.records):
        line, digest = seal(n, prev, fields(record))
        assert isinstance(check_line(line, n, prev), Checked)
        assert parse(line) == record
        prev = digest
    assert prev == kept.digest


def say_something(table: Table, data: st.DataObject) -> None:
    """Say what is likely to be accepted, with words, numbers and at a time that may be anything."""
    kinds = {"brief": ["deal", "inject"], "reveal": ["proceed"], "ended": ["inject"]}
    all_kinds = [
        "commit",
        "commit",
        "sit",
        "pause",
        "unpause",
        "expire",
        "open",
        "rule-outcome",
        "rule-number",
    ]
    words = data.draw(ANY_TEXT)
    match data.draw(st.sampled_from(kinds.get(table.state.phase, all_kinds))):
        case "commit":
            seat = data.draw(st.sampled_from(table.book.seats))
            connection = table.connection(seat)
            seen = connection.sight()
            options = [option.id for option in seen.ask.options] if seen.ask else ["none"]
            stated = {question.id: data.draw(ANY_NUMBER) for question in seen.questions}
            expects, dissent = data.draw(ANY_TEXT), data.draw(ANY_TEXT)
            option, manner = data.draw(st.sampled_from(options)), data.draw(st.sampled_from(MANNERS))
            connection.commit(Draft(option, words, expects, manner, dissent, stated))
        case "sit":
            table.connection(data.draw(st.sampled_from(table.book.seats))).sit()
        case "expire":
            seat = data.draw(st.sampled_from(table.book.seats))
            table.hear(lambda at: request("expire", TABLE, at, seat=seat))
        case "inject":
            facilitate(
                table, "inject", card=data.draw(st.sampled_from(sorted(table.book.cards))), reason=words
            )
        case "rule-number":
            number = data.draw(st.sampled_from(table.book.numbers))
            facilitate(table, "rule-number", number=number, value=data.draw(ANY_NUMBER), reason=words)
        case "rule-outcome":
            path = data.draw(st.sampled_from([*chances_by_path(table.book, table.state), "none"]))
            facilitate(table, "rule-outcome", path=path, outcome=data.draw(ANY_NUMBER), reason=words)
        case kind:
            facilitate(table, kind)


@pytest.mark.parametrize(
    "change",
    [
        {"seed": "ab" * 31},
        {"seed": "ab" * 33},
        {"salt": "ab" * 15},
        {"salt": "ab" * 17},
        {"seed": "ab" * 31 + "a"},
        {"seed": "AB" * 32},
        {"seed": "ab" * 32 + "\n"},
        {"started": "x" * 41},
    ],
)
def test_a_game_has_a_seed_of_32_bytes_and_a_salt_of_16(change: dict[str, Any]) -> None:
    right = begin(PLAIN, seed_from(4), dict.fromkeys(PLAIN.seats, HUMAN))
    assert well_formed(right) == right
    wrong = structs.replace(right, **change)
    assert isinstance(well_formed(wrong), Rejection)
    no = Table(PLAIN, Unsaved(), Hands()).begin(wrong)
    assert isinstance(no, Rejection) and no.code == "ill-formed"
