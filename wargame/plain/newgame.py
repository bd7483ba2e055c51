"""A new game as it was wished for: seats, seed, length and save, checked before anything is written."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.records import Rejection
from wargame.journal.errors import SaveExists
from wargame.journal.places import new_save_path
from wargame.journal.save import Save
from wargame.plain import opening
from wargame.plain.opening import NoSuch
from wargame.plain.voice import Voice
from wargame.play.clock import Clock, VirtualClock, WallClock
from wargame.play.host import Refused
from wargame.play.setup import begin, holders, seed_from
from wargame.play.table import Table

EVERY_OTHER = "all"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line; None where nothing was said."""

    scenario: str | None = None
    human: str | None = None
    bots: str | None = None
    seed: int | str | None = None
    length: str | None = None
    save: Path | None = None
    clock: bool | None = None


def new_game(wishes: Wishes, voice: Voice, clock: Clock | None = None) -> tuple[Table, Path]:
    """Begin a game, asking for the seats and the length where none were named; return its table and save.

    Raises ContentError, NoSuch, JournalError, and EndOfInput or Leave while it asks.
    """
    if wishes.save is not None and (wishes.save.exists() or wishes.save.is_symlink()):
        raise SaveExists(wishes.save)
    scenario = load_scenario(wishes.scenario)
    listed = _listed(scenario, wishes.bots)
    length = None if wishes.length is None else opening.length_named(scenario.rules, wishes.length)
    humans = _humans(scenario, wishes, voice)
    if both := [seat for seat in humans if seat in (listed or ())]:
        raise NoSuch(f"'{both[0]}' cannot be held by a person and by a bot.")
    if length is None and _asks(wishes):
        length = opening.ask_length(voice, scenario.rules)
    book = Book(scenario, length)
    seed = seed_from(wishes.seed)
    now = datetime.now(UTC)
    command = begin(
        book,
        seed,
        holders(book, seed, humans, listed),
        clock=len(humans) > 1 if wishes.clock is None else wishes.clock and bool(humans),
        started=now.isoformat(timespec="seconds") if humans else "",
    )
    path = wishes.save or new_save_path(scenario.rules.id, f"{now:%Y%m%d-%H%M}")
    table = Table(book, Save.create(path), clock or (WallClock() if humans else VirtualClock()))
    try:
        answer = table.say(command)
        if isinstance(answer, Rejection):
            raise Refused(answer.sentence)
    except BaseException:
        table.journal.close()
        raise
    return table, path


def _listed(scenario: Scenario, bots: str | None) -> tuple[SeatId, ...] | None:
    """Return the seats that bots are to hold, None for every other one."""
    if bots is None or bots.strip().casefold() == EVERY_OTHER:
        return None
    return opening.seats_named(scenario, bots)


def _asks(wishes: Wishes) -> bool:
    """Say whether people are to be asked who they are."""
    return wishes.human is None and (wishes.bots or "").strip().casefold() != EVERY_OTHER


def _humans(scenario: Scenario, wishes: Wishes, voice: Voice) -> tuple[SeatId, ...]:
    if _asks(wishes):
        return opening.ask_seats(voice, scenario)
    return opening.seats_named(scenario, wishes.human or "")
