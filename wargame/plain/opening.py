"""Before the first turn: who holds which seat, how long the game is to be, and what it is about."""

from collections.abc import Iterable
from dataclasses import replace

from wargame.content.base import SeatId
from wargame.content.load import load_scenario
from wargame.content.rules import Rules
from wargame.content.scenario import Scenario
from wargame.engine.commands import Holder
from wargame.engine.sight_parts import Sight
from wargame.plain.form import whole
from wargame.plain.voice import Leave, Voice
from wargame.play import game, typed
from wargame.play.clock import Clock
from wargame.play.host import Host
from wargame.play.lasting import lasting
from wargame.play.wishes import (
    NoSuch,
    Wishes,
    length_named,
    planned,
    seats_for,
    seats_named,
    usual_length,
    usual_seat,
)
from wargame.play.words import NAMED_SEED, counted, joined, minutes


def new_game(wishes: Wishes, voice: Voice, clock: Clock | None = None) -> Host:
    """Begin a game, asking for the seats and the length where none were named.

    Raises ContentError, NoSuch, JournalError, and EndOfInput or Leave while it asks.
    """
    scenario = load_scenario(wishes.scenario, wishes.decks)
    plan = planned(scenario, wishes)
    if plan.people is None:
        people = ask_seats(voice, scenario)
        plan = replace(
            plan, people=people, length=plan.length or ask_length(voice, scenario.rules, len(people))
        )
    return game.new_game(scenario, plan, clock)


def ask_seats(voice: Voice, scenario: Scenario) -> tuple[SeatId, ...]:
    """Ask which seats people hold; raises EndOfInput, and Leave."""
    usual = usual_seat(scenario)
    seats = scenario.seats()
    example = ", ".join(dict.fromkeys((usual, seats[(seats.index(usual) + 1) % len(seats)])))
    voice.say(scenario.rules.title)
    voice.list("The seats:", _seats(scenario))
    offered: tuple[SeatId, ...] = (usual,)
    while True:
        typed = _ask(
            voice,
            f"How many teams play, or which seats do people hold? For example: {min(2, len(seats))}, or "
            f"{example} (Enter: {joined(offered)}):",
            "Type how many teams play, and seats are recommended to them. Or type the seats that people "
            "hold, also two for one team; bots take the others. Type all for every seat, none for a game "
            f"between bots. Enter alone means {joined(offered)}. To leave, type quit.",
        )
        try:
            if (teams := whole(typed)) is None:
                return seats_named(scenario, typed) if typed else offered
            offered = seats_for(scenario, teams)
            voice.say(f"Recommended to {counted(teams, 'team')}: {joined(offered)}.")
        except NoSuch as no:
            voice.say(_sentence(no))


def _seats(scenario: Scenario) -> Iterable[str]:
    for seat in scenario.seats():
        name = scenario.actor(seat).name
        also = scenario.actor(seat).also
        yield f"{seat}: {name}{f' ({also[0]})' if also and also[0] != name else ''}."


def ask_length(voice: Voice, rules: Rules, seats: int) -> str:
    """Ask how long the game of so many seats of people is to be; raises EndOfInput, and Leave."""
    usual = usual_length(rules)
    voice.list(
        "The lengths:",
        [f"{name}: {lasting(rules, name, seats)}." for name in rules.lengths],
    )
    while True:
        typed = _ask(
            voice,
            f"How long? (Enter: {usual}):",
            f"Type {joined(tuple(rules.lengths), 'or')}. A game can be left at any time and resumed "
            "later. To leave, type quit.",
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


def introduce(voice: Voice, host: Host) -> None:
    """Say what the game is, who sits where, and where the save is."""
    sight = host.public.sight()
    voice.say()
    voice.say(sight.title)
    voice.say()
    voice.prose(sight.question)
    voice.list("How it is played:", _how(host, sight))
    voice.list("What the cards cite:", host.names.sources)
    voice.list(
        "Who sits where:",
        [f"{host.names.title(seat)}: {_holder(holder)}." for seat, holder in host.seating.items()],
    )
    voice.list(
        "Good to know:",
        [
            "The dice are fixed already, and at the end anybody can check that. For the promise, type save.",
            *([NAMED_SEED] if sight.seed_given else []),
            *(["Type help at any prompt, and quit to stop."] if host.people else []),
            *([typed.where(host.save), "Each decision is kept there before it counts."] if host.save else []),
        ],
    )
    if host.save:
        voice.command("To resume this game later:", typed.command("resume", host.save), indent=2)


def _how(host: Host, sight: Sight) -> Iterable[str]:
    seats, turns = counted(len(host.seating), "seat"), counted(sight.turns, "turn")
    yield f"{seats}, {turns}. Each turn brings a situation, and a question to each seat."
    yield "You choose in secret and say why; then all envelopes are opened at once."
    rungs = joined([f"{name} from {at}" for name, at in host.names.rungs])
    yield f"The tension of each pair runs from 0 to 100: {rungs}."
    yield "At the end every secret is told. You can ask of any number why it is what it is."
    if sight.clock is not None:
        several = " With several seats it is on; --clock off plays without." if len(host.people) > 1 else ""
        yield f"A clock runs at each sitting: {minutes(sight.clock / 1000)}.{several}"
    elif host.judges_time():
        yield "No clock runs, so an objective about the clock counts as kept."


def _holder(holder: Holder) -> str:
    match holder.kind:
        case "human":
            return "a person here"
        case "bot":
            return f"a bot, {holder.style}" if holder.style else "a bot"
        case _:
            return "nobody: what happens without a decision happens"
