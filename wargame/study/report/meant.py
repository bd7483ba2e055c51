"""What was meant to happen: the question, how the game was set up, what each seat was after."""

from collections.abc import Iterator

from wargame.content.base import SeatId
from wargame.engine.sight_parts import ObjectiveSight
from wargame.engine.state import Setup
from wargame.play.words import counted, joined, sentence
from wargame.study.replay import TRUTH
from wargame.study.report.parts import Facts, Group, Items, Part, Prose, Section, kept
from wargame.study.report.told import Told

_HOLDS = {"end": "at the end", "ever": "at the end of some turn", "each": "at the end of each turn"}


def meant(told: Told) -> Section:
    """Return the chapter."""
    seats = [seat for seat in told.book.seats if told.viewer in (seat, TRUTH)]
    return Section(
        "meant",
        "What was meant to happen",
        "What was meant",
        kept(
            Group("The question", (Prose(told.book.rules.question.strip()),)),
            Group("The game", (Prose(told.book.rules.about.strip()), Facts(tuple(_set_up(told))))),
            *(_seat(told, seat) for seat in seats),
        ),
    )


def _set_up(told: Told) -> Iterator[tuple[str, str]]:
    setup = told.replay.game.state.setup
    book = told.book
    yield "Length", f"'{book.length_name}', {counted(len(book.turns), 'turn')}"
    months = [told.replay.heading(turn) for turn in range(1, len(book.turns) + 1)]
    yield "Turns", "; ".join(months)
    for kind, called in (("human", "Held by people"), ("bot", "Held by bots"), ("empty", "Held by nobody")):
        held = [told.short(seat) for seat in _held(setup, kind)]
        if held:
            yield called, joined(held)
    yield "Facilitator", "yes" if setup.facilitator else "none"
    yield "Clock", f"{setup.sitting // 1000} seconds a sitting" if setup.clock else "none"


def _held_when(one: ObjectiveSight) -> str:
    return _HOLDS[one.hold] if one.times == 1 else f"at the end of {counted(one.times, 'turn')}"


def _held(setup: Setup, kind: str) -> list[SeatId]:
    return [seat for seat, holder in setup.seats.items() if holder.kind == kind]


def _seat(told: Told, seat: SeatId) -> Group:
    """Return what a seat was after; every sight of it, in play, tells this of itself."""
    own = told.replay.sight(told.last, seat, in_play=True)
    intent = (
        Facts((("Intent", f"{sentence(own.intent[0])} {' '.join(own.intent[1].split())}"),))
        if own.intent
        else None
    )
    objectives = tuple(
        f"{sentence(one.text)} {counted(one.points, 'point')}, if it holds {_held_when(one)}."
        f"{' Secret.' if one.secret else ''}"
        for one in own.objectives
    )
    parts: tuple[Part | None, ...] = (
        Prose(own.brief.strip()),
        intent,
        Items("Objectives", objectives),
    )
    return Group(f"{told.names.title(seat)}: {own.office}", kept(*parts), folded=True)
