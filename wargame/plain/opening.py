"""Before the first turn: who holds which seat, how long the game is to be, and what it is about."""

from collections.abc import Iterable
from pathlib import Path

from wargame.content.base import SeatId
from wargame.content.problems import suggestion
from wargame.content.rules import Rules
from wargame.content.scenario import Scenario
from wargame.engine.commands import Holder
from wargame.plain import saved
from wargame.plain.voice import Voice
from wargame.plain.words import Names, counted, joined
from wargame.play.table import Table

USUAL_SEAT = SeatId("rok")
USUAL_LENGTH = "full"


class NoSuch(ValueError):
    """A seat or a length that the scenario does not have, in one sentence."""


def seats_named(scenario: Scenario, typed: str) -> tuple[SeatId, ...]:
    """Return the seats of a list such as `rok,usa`, in scenario order; `none` is nobody, `all` everybody.

    Raises NoSuch.
    """
    names = [name for name in typed.replace(",", " ").casefold().split() if name != "none"]
    seats = scenario.seats()
    if names == ["all"]:
        return seats
    for name in names:
        if name not in seats:
            near = suggestion(name, seats)
            known = near or f"; the seats are {joined(seats)}."
            raise NoSuch(f"there is no seat '{name[:60]}'{known}")
    return tuple(seat for seat in seats if seat in names)


def length_named(rules: Rules, typed: str) -> str:
    """Return the length of that name; raises NoSuch."""
    if typed not in rules.lengths:
        known = suggestion(typed, rules.lengths) or f"; the lengths are {joined(tuple(rules.lengths))}."
        raise NoSuch(f"there is no length '{typed[:60]}'{known}")
    return typed


def ask_seats(voice: Voice, scenario: Scenario) -> tuple[SeatId, ...]:
    """Ask which seats people hold."""
    usual = USUAL_SEAT if USUAL_SEAT in scenario.seats() else scenario.seats()[0]
    voice.say(scenario.rules.title)
    voice.list(
        "The seats:",
        [f"{seat}: {scenario.actor(seat).name}." for seat in scenario.seats()],
    )
    while True:
        typed = voice.ask(f"Which seats do people hold? For example: rok, usa (Enter: {usual}):")
        try:
            return seats_named(scenario, typed) if typed else (usual,)
        except NoSuch as no:
            voice.say(_sentence(no))


def ask_length(voice: Voice, rules: Rules) -> str:
    """Ask how long the game is to be."""
    usual = USUAL_LENGTH if USUAL_LENGTH in rules.lengths else rules.length
    voice.list(
        "The lengths:",
        [
            f"{name}: {counted(len(length.turns), 'turn')}, planned for {length.minutes} minutes in class."
            for name, length in rules.lengths.items()
        ],
    )
    while True:
        typed = voice.ask(f"How long? (Enter: {usual}):").casefold()
        try:
            return length_named(rules, typed) if typed else usual
        except NoSuch as no:
            voice.say(_sentence(no))


def _sentence(no: NoSuch) -> str:
    said = str(no)
    return said[0].upper() + said[1:]


def introduce(voice: Voice, table: Table, save: Path) -> None:
    """Say what the game is, who sits where, where the save is, and what was promised about the dice."""
    rules, names = table.book.rules, Names.of(table.book)
    voice.say()
    voice.say(rules.title)
    voice.say()
    voice.prose(rules.question)
    voice.list("How it is played:", _how(table, names))
    seats = table.state.table.seats.items()
    people = any(holder.kind == "human" for _, holder in seats)
    voice.list("Who sits where:", [f"{names.title(seat)}: {_holder(holder)}." for seat, holder in seats])
    voice.list(
        "Good to know:",
        [
            saved.where(save),
            "Each decision is kept there before it counts.",
            f"The promise about the dice is {table.state.table.commitment}",
            "At the end the seed is shown, and the promise can be checked.",
            *(["Type help at any prompt."] if people else []),
        ],
    )


def _how(table: Table, names: Names) -> Iterable[str]:
    state = table.state.table
    seats, turns = counted(len(table.book.seats), "government"), counted(len(table.book.turns), "turn")
    yield f"{seats}, {turns}. Each turn brings a situation, and a question to each government."
    yield "You choose in secret and say why; then all envelopes are opened at once."
    rungs = joined([f"{name} from {at}" for name, at in names.rungs])
    yield f"Tension between two countries runs from 0 to 100: {rungs}."
    yield "At the end every secret is told. Any number can be asked why it is what it is."
    if state.clock:
        yield f"A clock runs at each sitting: {counted(state.sitting // 1000, 'second')}."


def _holder(holder: Holder) -> str:
    match holder.kind:
        case "human":
            return "a person here"
        case "bot":
            return f"a bot, {holder.style}" if holder.style else "a bot"
        case _:
            return "nobody; what happens if it does not decide"
