"""What people wish for before a game, understood: which seats they hold, how long it is to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wargame.content.problems import suggestion
from wargame.journal.places import require_free

if TYPE_CHECKING:
    # Content is slow to import, and a screen holds wishes before there is any.
    from wargame.content.base import SeatId
    from wargame.content.rules import Rules
    from wargame.content.scenario import Scenario

EVERY_OTHER = "all"
USUAL_LENGTH = "full"


class NoSuch(ValueError):
    """A seat or a length that the scenario does not have, in one sentence."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line, as it was typed; None where nothing was said."""

    scenario: str | None = None
    human: str | None = None
    bots: str | None = None
    seed: int | str | None = None
    length: str | None = None
    save: Path | None = None
    clock: bool | None = None
    decks: tuple[str, ...] = ()
    teams: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A game to be begun.

    `people` are the seats that they hold: None as long as nobody has said. None stands also for bots on every
    other seat, the usual length, a seed that nobody knows, a new save, a clock where several people play.
    """

    people: tuple[SeatId, ...] | None = None
    bots: tuple[SeatId, ...] | None = None
    length: str | None = None
    seed: int | str | None = None
    save: Path | None = None
    clock: bool | None = None


def planned(scenario: Scenario, wishes: Wishes) -> Plan:
    """Return the plan that wishes make for a scenario; raises NoSuch, and JournalError."""
    if wishes.save is not None:
        require_free(wishes.save)
    every_other = EVERY_OTHER in _words(wishes.bots or "")
    return Plan(
        people=_people(scenario, wishes, every_other),
        bots=None if wishes.bots is None or every_other else seats_named(scenario, wishes.bots),
        length=None if wishes.length is None else length_named(scenario.rules, wishes.length),
        seed=wishes.seed,
        save=wishes.save,
        clock=wishes.clock,
    )


def _people(scenario: Scenario, wishes: Wishes, every_other: bool) -> tuple[SeatId, ...] | None:
    if wishes.teams is not None:
        return seats_for(scenario, wishes.teams)
    if wishes.human is None and not every_other:
        return None
    return seats_named(scenario, wishes.human or "")


def seats_for(scenario: Scenario, teams: int) -> tuple[SeatId, ...]:
    """Return the seats that a scenario offers so many teams, a seat each; raises NoSuch.

    Seats that its rules do not rank come last: first that of one person, then the others in their own order.
    """
    seats = scenario.seats()
    if not 1 <= teams <= len(seats):
        raise NoSuch(
            f"here are 1 to {len(seats)} teams, a seat each, and not {teams}; several can share one."
        )
    ranked = tuple(dict.fromkeys((*(scenario.rules.teams or ()), usual_seat(scenario), *seats)))
    return tuple(seat for seat in seats if seat in ranked[:teams])


def usual_seat(scenario: Scenario) -> SeatId:
    """Return the seat of one person who does not say which."""
    return scenario.rules.seat or scenario.seats()[0]


def usual_length(rules: Rules) -> str:
    """Return the length that people are offered first."""
    return USUAL_LENGTH if USUAL_LENGTH in rules.lengths else rules.length


def seats_named(scenario: Scenario, typed: str) -> tuple[SeatId, ...]:
    """Return the seats of a list such as `south, ally` or `the Republic of the South`, in order.

    `none` is nobody, `all` everybody. Raises NoSuch.
    """
    words = _words(typed)
    seats = scenario.seats()
    if "all" in words:
        return seats
    known = _names(scenario)
    found = set()
    while words:
        most = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in known), 0)
        if not most:
            near = suggestion(words[0], seats) or f"; the seats are {_listed(seats)}."
            raise NoSuch(f"there is no seat '{words[0][:60]}'{near}")
        found.add(known[" ".join(words[:most])])
        del words[:most]
    return tuple(seat for seat in seats if seat in found)


def _words(typed: str) -> list[str]:
    return [word for word in re.findall(r"[^\s,;]+", typed.casefold()) if word not in ("none", "and", "the")]


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _names(scenario: Scenario) -> dict[str, SeatId]:
    """Return what each seat is called, folded: id, short and full name, what people call the country."""
    names = {}
    for seat in scenario.seats():
        actor = scenario.actor(seat)
        full = " ".join(word for word in actor.name.casefold().split() if word not in ("and", "the"))
        for name in (full, *(name.casefold() for name in actor.also), actor.short.casefold(), seat):
            names[name] = seat
    return names


def length_named(rules: Rules, typed: str) -> str:
    """Return the length of that name, or the one that takes so many minutes; raises NoSuch."""
    if typed in rules.lengths:
        return typed
    number = typed.removesuffix("minutes").removesuffix("min").strip()
    for name, length in rules.lengths.items():
        if number == str(length.minutes):
            return name
    known = suggestion(typed, rules.lengths) or f"; the lengths are {_listed(rules.lengths)}."
    raise NoSuch(f"there is no length '{typed[:60]}'{known}")
