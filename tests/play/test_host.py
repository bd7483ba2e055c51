"""What the people at one screen are handed, and what they can reach from it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.content.small import write
from tests.engine.rich import rich
from tests.engine.scenarios import ask, book, option, plain
from wargame.content.base import OBSERVER, SeatId
from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.journal.errors import SaveExists
from wargame.journal.save import Unsaved
from wargame.journal.verify import verify
from wargame.play.connection import Connection
from wargame.play.draft import Draft
from wargame.play.game import new_game, resume_game
from wargame.play.host import Host
from wargame.play.leading import Refused
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table
from wargame.play.wishes import NoSuch, Plan

NORTH, SOUTH, ALLY = SeatId("north"), SeatId("south"), SeatId("ally")
BOOK = book(rich(), "short")
VALUES = {
    "wargame.content.seats",
    "wargame.engine.commands",
    "wargame.engine.hints",
    "wargame.engine.ledger",
    "wargame.engine.sight_parts",
    "wargame.play.names",
}
"""Rooms of values that are made to be shown; news, which is public, is the one of `wargame.engine.state`."""


class Hands:
    """A clock that is turned by hand."""

    time = 0

    def now(self) -> int:
        return self.time

    def turn(self, milliseconds: int) -> None:
        self.time += milliseconds


def hosted(of: Book, *people: SeatId, clock: bool = False) -> tuple[Host, Hands]:
    """Return the host of a game that these people play against bots, and the hands of its clock."""
    hands = Hands()
    table = Table(of, Unsaved(), hands)
    seed = seed_from(5)
    table.begin(begin(of, seed, holders(of, seed, people, None), clock=clock))
    return Host(table), hands


def play_on(host: Host) -> None:
    """Take one step, every person deciding as it is asked."""
    host.bots_decide() if host.phase == "decide" else None
    for seat in host.waiting():
        seen = host.connection(seat).sight()
        assert seen.ask is not None
        option = next(option for option in seen.ask.options if option.shut is None)
        words = {name: f"secret-{seat}-{name}" for name in ("rationale", "expects", "dissent")}
        assert host.connection(seat).commit(Draft(option.id, decided="leader", **words)) is None
    host.lead()


def reached(thing: Any, seen: dict[int, Any]) -> Iterator[Any]:
    """Yield what can be reached from a thing by public names, and by asking it all that it answers."""
    if id(thing) in seen:
        return
    seen[id(thing)] = thing
    yield thing
    for part in parts(thing):
        yield from reached(part, seen)


def parts(thing: Any) -> list[Any]:
    if isinstance(thing, Mapping):
        return [*thing, *thing.values()]
    if isinstance(thing, tuple | list | set | frozenset):
        return list(thing)
    if isinstance(thing, Host):
        return [*attributes(thing, dir(thing)), thing.waiting(), thing.judges_time()]
    if isinstance(thing, Connection):
        whys = [asked(number) for asked in (thing.why, thing.since) for number in BOOK.numbers]
        return [*attributes(thing, dir(thing)), thing.sight(), thing.time_left(), *whys]
    named = [name for kind in type(thing).__mro__ for name in getattr(kind, "__annotations__", ())]
    return attributes(thing, named) if type(thing).__module__.startswith("wargame.") else []


def attributes(thing: Any, names: Iterable[str]) -> list[Any]:
    public = {name for name in names if not name.startswith(("_", "model_"))}
    return [value for name in sorted(public) if not callable(value := getattr(thing, name, None))]


@pytest.mark.parametrize("seat", [None, SOUTH])
def test_what_a_screen_can_reach_holds_no_state_and_no_secret_of_another_seat(seat: SeatId | None) -> None:
    host, _ = hosted(BOOK, SOUTH, clock=True)
    asked = 0
    while host.phase != "ended":
        things = list(reached(host if seat is None else host.connection(seat), {}))
        kinds = {type(thing) for thing in things if type(thing).__module__.startswith("wargame.")}
        assert {kind.__name__ for kind in kinds if kind.__module__ not in VALUES} <= {
            "Host",
            "Connection",
            "NewsItem",
        }
        texts = " ".join(thing for thing in things if isinstance(thing, str))
        assert set(re.findall(r"secret-(\w+)", texts)) <= {seat}
        asked += "secret-south" in texts
        play_on(host)
    assert bool(asked) == (seat is not None)


def test_a_host_gives_connections_to_the_seats_of_people_alone() -> None:
    host, _ = hosted(book(plain()), SOUTH, ALLY)
    assert host.people == (SOUTH, ALLY)
    assert {seat: host.connection(seat).seat for seat in host.people} == {SOUTH: SOUTH, ALLY: ALLY}
    assert host.public.seat == OBSERVER
    for seat in (NORTH, OBSERVER, SeatId("facilitator"), SeatId("table")):
        with pytest.raises(KeyError):
            host.connection(seat)


def test_a_host_leads_on_only_when_all_have_decided() -> None:
    host, _ = hosted(book(plain()), SOUTH)
    host.lead()
    host.bots_decide()
    assert host.waiting() == (SOUTH,)
    with pytest.raises(Refused, match="still deciding: south"):
        host.lead()
    assert host.connection(SOUTH).commit(Draft("south-act", "So.")) is None
    assert host.waiting() == ()
    host.lead()
    assert host.phase == "reveal"


def test_the_time_left_of_a_sitting_is_told_to_its_seat() -> None:
    host, hands = hosted(book(plain()), SOUTH, ALLY, clock=True)
    south, ally = host.connection(SOUTH), host.connection(ALLY)
    assert south.time_left() is None
    host.lead()
    limit = south.sight().clock
    assert limit is not None and not south.sight().sits
    assert south.sit() is None
    hands.time = 10_000
    assert (south.time_left(), ally.time_left()) == (limit - 10_000, None)
    assert (south.sight().sits, ally.sight().sits) == (True, False)
    assert host.pause() is None
    assert south.time_left() is None and south.sight().paused and host.paused
    assert host.pause() is not None
    hands.time = 70_000
    assert host.unpause() is None and not host.paused
    assert south.time_left() == limit - 10_000
    with pytest.raises(Refused, match="has not run out"):
        host.expire(SOUTH)
    hands.time += limit - 10_000
    host.expire(SOUTH)
    assert host.public.sight().late == (SOUTH,)


def test_a_seat_is_told_when_it_was_last_asked() -> None:
    host, _ = hosted(book(rich(), "short"), SOUTH)
    told: list[tuple[tuple[int, int] | None, tuple[int, int]]] = []
    before = None
    while host.phase != "ended":
        seen = host.connection(SOUTH).sight()
        assert seen.last_asked == before
        play_on(host)
        if seen.phase == "reveal" and SOUTH in seen.asked:
            before = (seen.turn, seen.exchange)
            told.append((seen.last_asked, before))
    assert host.connection(SOUTH).sight().last_asked == before
    assert len(told) >= 3


def test_what_changed_since_a_seat_was_last_asked_is_all_that_moved_its_numbers_meanwhile() -> None:
    effects = [{"tracks": {"south.nerve": 3}}, {"tracks": {"south.nerve": -1}}]
    driver = {"id": "dread", "title": "Dread", "when": {"turn": ">= 1"}, "effects": effects}
    standing = ask(option("rest", effects[1]), option("drill"))
    host, _ = hosted(book(plain(drivers=[driver], seats={"south": {"standing": standing}})), SOUTH)
    south = host.connection(SOUTH)
    moved = []
    while host.phase != "ended":
        if host.phase == "decide":
            moved.append([entry.after - entry.before for entry in south.since("south.nerve")])
        play_on(host)
    assert moved == [[], [-1, 3, -1], [-1, 3, -1], [-1, 3, -1]]


def test_a_new_game_is_kept_and_gone_on_with(tmp_path: Path) -> None:
    scenario = load_scenario(write(tmp_path))
    seats = scenario.seats()
    plan = Plan(people=seats[:1], save=tmp_path / "g.jsonl", seed=7)
    host = new_game(scenario, plan)
    assert (host.people, host.save, host.warning) == (seats[:1], tmp_path / "g.jsonl", "")
    assert host.public.sight().seed_given
    assert host.public.sight().clock is None
    host.lead()
    digest = host.digest
    host.close()
    with pytest.raises(SaveExists):
        new_game(scenario, plan)
    again = resume_game(tmp_path / "g.jsonl")
    assert (again.people, again.phase, again.digest) == (seats[:1], "decide", digest)
    again.close()
    with (tmp_path / "g.jsonl").open("ab") as save:
        save.write(b"torn")
    torn = resume_game(tmp_path / "g.jsonl")
    assert "never finished" in torn.warning
    torn.close()
    assert verify(tmp_path / "g.jsonl").digest == digest


def test_a_seat_is_not_held_by_a_person_and_a_bot(tmp_path: Path) -> None:
    scenario = load_scenario(write(tmp_path))
    seat = scenario.seats()[0]
    with pytest.raises(NoSuch, match="cannot be held by a person and by a bot"):
        new_game(scenario, Plan(people=(seat,), bots=(seat,), save=tmp_path / "g.jsonl"))
    assert not (tmp_path / "g.jsonl").exists()


def test_a_clock_runs_where_several_people_play_and_nobody_says_otherwise(tmp_path: Path) -> None:
    scenario = load_scenario(write(tmp_path))
    for n, (people, clock, runs) in enumerate(
        [(1, None, False), (2, None, True), (1, True, True), (2, False, False), (0, True, False)]
    ):
        plan = Plan(people=scenario.seats()[:people], clock=clock, save=tmp_path / f"{n}.jsonl")
        host = new_game(scenario, plan)
        assert (host.public.sight().clock is not None) == runs
        host.close()
