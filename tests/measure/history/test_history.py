"""The shipped save of what happened is the record, with its sources, and what the rules make of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.measure.history.__main__ import KEPT
from tests.measure.history.course import UNKNOWN, Departed, Entry, build, record
from tests.measure.rates.counting import events
from wargame.content.base import SeatId
from wargame.engine.commands import Commit, Inject, RuleNumber, RuleOutcome
from wargame.engine.events import Dealt, TurnBegan
from wargame.journal.verify import verify
from wargame.study.replay import Replay

REGENERATE = "decks, rules or record have changed: write it anew with `python -m tests.measure.history`"
PAGE = Path(__file__).parents[3] / "docs" / "history.md"
REQUIRED = {
    ("2024-10-15", "road-demolition"),
    ("2024-10-31", "big-icbm"),
    ("2024-12-03", "martial-law"),
    ("2024-12-07", "first-motion"),
    ("2024-12-14", "second-motion"),
    ("2025-01-06", "winter-irbm"),
    ("2025-01-14", "salvo-before-oath"),
    ("2025-03-10", "drill-day-launch"),
    ("2025-04-03", "brussels"),
    ("2025-04-04", "court"),
    ("2025-05-08", "snap-election"),
    ("2025-06-03", "first-day"),
}


@pytest.fixture(scope="module")
def replay() -> Replay:
    return Replay.open(KEPT)


def launches(replay: Replay, entry: Entry) -> bool:
    """Say whether Pyongyang chose a launch."""
    asks = replay.book.cards[entry.card].card.asks
    if "dprk" not in asks:
        return False
    chosen = entry.choices[SeatId("dprk")].option
    return any("launch" in option.tags for option in asks["dprk"].options if option.id == chosen)


def test_the_shipped_save_is_what_the_script_writes(tmp_path: Path) -> None:
    build(tmp_path / "history.jsonl")
    assert (tmp_path / "history.jsonl").read_bytes() == KEPT.read_bytes(), REGENERATE


def test_the_shipped_save_can_be_trusted_and_has_ended_without_a_war(replay: Replay) -> None:
    verdict = verify(KEPT)
    assert verdict.adjudicated and verdict.ended and not verdict.torn
    assert not replay.game.state.war


def test_every_decision_inject_and_ruling_names_its_source(replay: Replay) -> None:
    for saved in replay.records:
        match saved.command:
            case (
                Commit(rationale=said)
                | Inject(reason=said)
                | RuleNumber(reason=said)
                | RuleOutcome(reason=said)
            ):
                assert re.search(r"\S \(Source: .{5,}\.\)$", said), said


def test_what_was_not_found_is_the_default_and_is_told(replay: Replay) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for entry in record():
        for seat, part in entry.choices.items():
            if part.source == UNKNOWN:
                assert part.option == replay.book.cards[entry.card].card.asks[seat].default
                assert f"| `{entry.card}` | {seat} |" in page


def test_the_exchanges_are_those_of_the_record_in_its_order(replay: Replay) -> None:
    dealt = [event.card for saved in replay.records for event in saved.events if isinstance(event, Dealt)]
    days = [entry.date for entry in record()]
    assert dealt == [entry.card for entry in record()]
    assert days == sorted(days)
    assert {(entry.date.isoformat(), str(entry.card)) for entry in record()} >= REQUIRED


def test_an_exchange_comes_in_its_month_or_waits_one(replay: Replay) -> None:
    for entry, month in zip(record(), _turns(replay), strict=True):
        late = (int(month[:4]) - entry.date.year) * 12 + int(month[5:7]) - entry.date.month
        assert late in (0, 1) or entry.date.month == 6, entry.date


def _turns(replay: Replay) -> Iterator[str]:
    """Yield the month in which each exchange was dealt."""
    month = ""
    for saved in replay.records:
        for event in saved.events:
            if isinstance(event, TurnBegan):
                month = replay.book.rules.calendar[event.month - 1].date
            elif isinstance(event, Dealt):
                yield month


def test_pyongyang_launches_on_the_days_on_which_a_ballistic_launch_is_listed(replay: Replay) -> None:
    first, last = record()[0].date, record()[-1].date
    listed = {
        act.day.isoformat()
        for act in events()
        if act.kind in ("short", "medium", "long", "unknown") and first <= act.day <= last
    }
    chosen = [entry.date.isoformat() for entry in record() if launches(replay, entry)]
    assert chosen == sorted(listed)


def test_without_the_rulings_on_tension_the_same_choices_end_in_war(tmp_path: Path) -> None:
    def freed(entry: Entry) -> Entry:
        numbers = tuple(ruled for ruled in entry.numbers if "-" not in ruled.number)
        return replace(entry, numbers=numbers)

    with pytest.raises(Departed, match=r"the game has ended|in war"):
        build(tmp_path / "war.jsonl", map(freed, record()))


def test_the_shipped_save_can_be_walked_from_end_to_end(replay: Replay) -> None:
    assert replay.state(0).turn == 1
    assert replay.state(len(replay.records) - 1) == replay.game.state
    assert {moment.turn for moment in replay.moments} == set(range(1, 9))
