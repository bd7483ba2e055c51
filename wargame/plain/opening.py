"""Before the first turn: who holds which seat, how long the game is to be, and what it is about."""

import re
from collections.abc import Iterable
from pathlib import Path

from wargame.content.base import SeatId
from wargame.content.conditions import within
from wargame.content.problems import suggestion
from wargame.content.rules import Rules
from wargame.content.scenario import Scenario
from wargame.engine.commands import Holder
from wargame.plain import saved
from wargame.plain.voice import Leave, Voice
from wargame.plain.words import Names, counted, joined
from wargame.play.table import Table

USUAL_SEAT = SeatId("rok")
USUAL_LENGTH = "full"


class NoSuch(ValueError):
    """A seat or a length that the scenario does not have, in one sentence."""


def seats_named(scenario: Scenario, typed: str) -> tuple[SeatId, ...]:
    """Return the seats of a list such as `rok, usa` or `South Korea and Japan`, in scenario order.

    `none` is nobody, `all` everybody. Raises NoSuch.
    """
    words = [word for word in re.findall(r"[^\s,;]+", typed.casefold()) if word not in ("none", "and", "the")]
    seats = scenario.seats()
    if words == ["all"]:
        return seats
    known = _names(scenario)
    found = set()
    while words:
        most = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in known), 0)
        if not most:
            near = suggestion(words[0], seats) or f"; the seats are {joined(seats)}."
            raise NoSuch(f"there is no seat '{words[0][:60]}'{near}")
        found.add(known[" ".join(words[:most])])
        del words[:most]
    return tuple(seat for seat in seats if seat in found)


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
    known = suggestion(typed, rules.lengths) or f"; the lengths are {joined(tuple(rules.lengths))}."
    raise NoSuch(f"there is no length '{typed[:60]}'{known}")


def ask_seats(voice: Voice, scenario: Scenario) -> tuple[SeatId, ...]:
    """Ask which seats people hold; raises EndOfInput, and Leave."""
    usual = USUAL_SEAT if USUAL_SEAT in scenario.seats() else scenario.seats()[0]
    voice.say(scenario.rules.title)
    voice.list("The seats:", _seats(scenario))
    while True:
        typed = _ask(
            voice,
            f"Which seats do people hold? For example: rok, usa (Enter: {usual}):",
            "Type the seats that people hold: bots take the others. all is every seat, none is a game "
            f"between bots. Enter alone is {usual}. To leave type quit.",
        )
        try:
            return seats_named(scenario, typed) if typed else (usual,)
        except NoSuch as no:
            voice.say(_sentence(no))


def _seats(scenario: Scenario) -> Iterable[str]:
    for seat in scenario.seats():
        name = scenario.actor(seat).name
        also = scenario.actor(seat).also
        yield f"{seat}: {name}{f' ({also[0]})' if also and also[0] != name else ''}."


def ask_length(voice: Voice, rules: Rules) -> str:
    """Ask how long the game is to be; raises EndOfInput, and Leave."""
    usual = USUAL_LENGTH if USUAL_LENGTH in rules.lengths else rules.length
    voice.list(
        "The lengths:",
        [
            f"{name}: {counted(len(length.turns), 'turn')}, planned for {length.minutes} minutes in class."
            for name, length in rules.lengths.items()
        ],
    )
    while True:
        typed = _ask(
            voice,
            f"How long? (Enter: {usual}):",
            f"Type {joined(tuple(rules.lengths), 'or')}. A game can be left at any time and gone on with "
            "later. To leave type quit.",
        ).casefold()
        try:
            return length_named(rules, typed) if typed else usual
        except NoSuch as no:
            voice.say(_sentence(no))


def _ask(voice: Voice, prompt: str, help: str) -> str:
    """Ask before there is a game: two words are understood."""
    while (typed := voice.ask(prompt)).casefold() in ("help", "quit"):
        if typed.casefold() == "quit":
            raise Leave
        voice.say(help)
    return typed


def _sentence(no: NoSuch) -> str:
    said = str(no)
    return said[0].upper() + said[1:]


def introduce(voice: Voice, table: Table, save: Path) -> None:
    """Say what the game is, who sits where, and where the save is."""
    rules, names = table.book.rules, Names.of(table.book)
    voice.say()
    voice.say(rules.title)
    voice.say()
    voice.prose(rules.question)
    voice.list("How it is played:", _how(table, names))
    voice.list("What the cards cite:", rules.sources)
    seats = table.state.setup.seats.items()
    people = any(holder.kind == "human" for _, holder in seats)
    voice.list("Who sits where:", [f"{names.title(seat)}: {_holder(holder)}." for seat, holder in seats])
    voice.list(
        "Good to know:",
        [
            "The dice are fixed already, and at the end anybody can check that: type save for the promise.",
            *(["Type help at any prompt, and quit to stop."] if people else []),
            f"{saved.where(save)}",
            "Each decision is kept there before it counts.",
        ],
    )
    voice.command("To go on with this game later:", saved.command("resume", save), indent=2)


def _how(table: Table, names: Names) -> Iterable[str]:
    state = table.state.setup
    seats, turns = counted(len(table.book.seats), "government"), counted(len(table.book.turns), "turn")
    yield f"{seats}, {turns}. Each turn brings a situation, and a question to each government."
    yield "You choose in secret and say why; then all envelopes are opened at once."
    rungs = joined([f"{name} from {at}" for name, at in names.rungs])
    yield f"Tension between two countries runs from 0 to 100: {rungs}."
    yield "At the end every secret is told. Any number can be asked why it is what it is."
    if state.clock:
        yield f"A clock runs at each sitting: {counted(state.sitting // 1000, 'second')}."
    elif _asks_about_time(table):
        yield "No clock runs: an objective about it is kept by itself."


def _asks_about_time(table: Table) -> bool:
    """Say whether an objective of some seat rests on a clock that runs out."""
    objectives = [o for seat in table.book.seats for o in table.book.all_objectives(seat)]
    return any(part.late for objective in objectives for part in within(objective.when))


def _holder(holder: Holder) -> str:
    match holder.kind:
        case "human":
            return "a person here"
        case "bot":
            return f"a bot, {holder.style}" if holder.style else "a bot"
        case _:
            return "nobody: it takes what its card says happens without a decision"
