"""The reveal: what everybody did, what chance made of it, and every change in sight with its cause."""

from collections.abc import Iterable, Sequence

from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import ChoiceSight, RollSight, Sight
from wargame.plain import picture
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import MANNERS, NO_SIGN, bare, chance, change, in_order, joined, step


def exchange(voice: Voice, sight: Sight, names: Names) -> None:
    """Say what came of the exchange on the table, as whoever reads it may see it."""
    here = sight.exchange
    changes = [entry for entry in _told(sight) if entry.exchange == here]
    rolls = [roll for roll in sight.rolls if roll.exchange == here]
    told = [item.text for item in sight.news if (item.turn, item.exchange) == (sight.turn, here)]
    voice.say()
    voice.say("The envelopes are open.")
    voice.list("What everybody did:", [_choice(choice) for choice in sight.choices])
    plain = [entry for entry in changes if entry.step in ("due", "direct")]
    voice.list("What it changed:", _changes(names, plain, told))
    voice.list("What followed:", _followed(names, changes, rolls, told))
    if not changes and not rolls and not told:
        voice.say()
        voice.say("Nothing that you can see moved.")
    picture.record(voice, sight)


def end_of_turn(voice: Voice, sight: Sight, names: Names, turn: int) -> None:
    """Say what the end of a turn brought: spillover, standing rules, drift, and rungs crossed."""
    changes = [entry for entry in _told(sight) if (entry.turn, entry.exchange) == (turn, 0)]
    rolls = [roll for roll in sight.rolls if (roll.turn, roll.exchange) == (turn, 0)]
    told = [item.text for item in sight.news if (item.turn, item.exchange) == (turn, 0)]
    crossings = [crossing for crossing in sight.crossings if crossing[0] == turn]
    voice.say()
    voice.say(f"Turn {turn} ends.")
    voice.list("What spilled over from one pair to another (spillover):", _spillover(names, changes))
    driven = [entry for entry in changes if entry.step == "driver"]
    voice.list("What the end of the turn brought:", _driven(names, driven, rolls, told))
    drift = [step(names.numbers[e.number], e.before, e.after, e.wanted) for e in changes if e.step == "decay"]
    if drift:
        voice.say()
        voice.say(f"As time passes, some tension drifts back: {joined(drift)}.")
    ruled = [entry for entry in changes if entry.step == "ruling"]
    voice.list("What the facilitator ruled:", _changes(names, ruled, ()))
    for _, label, before, after in crossings:
        voice.say()
        rung = f"{label} was {before} when the turn began, and is now {after}"
        voice.say(f"A pair stands on another rung, a range of tension with a name: {rung}.")
    if not changes and not rolls and not told:
        voice.say("Nothing more moved.")


def _told(sight: Sight) -> Iterable[Explained]:
    """Return changes of tension, and of the seat's own numbers to one whose eyes these are."""
    relations, own = {number.id for number in sight.relations}, f"{sight.seat}."
    return [entry for entry in sight.changes if entry.number in relations or entry.number.startswith(own)]


def _choice(choice: ChoiceSight) -> str:
    return f"{choice.who}: {choice.label}{MANNERS[choice.manner]}."


def _changes(names: Names, entries: Iterable[Explained], told: Sequence[str]) -> list[str]:
    return [change(entry, names.numbers[entry.number], bare(entry.cause, told)) for entry in entries]


def _followed(
    names: Names, changes: list[Explained], rolls: list[RollSight], told: list[str]
) -> Iterable[str]:
    """Say the combination of choices and then each roll: news first, then what it changed."""
    by_chance = [roll.news for roll in rolls]
    yield from [text for text in told if text not in by_chance]
    yield from _changes(names, [entry for entry in changes if entry.step == "together"], told)
    for roll in rolls:
        yield from _rolled(names, roll, [e for e in changes if e.step == "chance"], told)


def _driven(names: Names, changes: list[Explained], rolls: list[RollSight], told: list[str]) -> Iterable[str]:
    by_chance = [roll.news for roll in rolls]
    yield from [text for text in told if text not in by_chance]
    for roll, own in in_order(changes, rolls):
        if roll is None:
            yield from _changes(names, own, told)
        else:
            yield from _rolled(names, roll, own, told)


def _rolled(names: Names, roll: RollSight, changes: list[Explained], told: list[str]) -> Iterable[str]:
    """Say the odds of a roll before its outcome, and then what the outcome changed."""
    own = [entry for entry in changes if entry.cause == roll.cause]
    about = bare(roll.cause, [roll.news])
    news = f" {roll.news}" if roll.news else "" if own else f" {NO_SIGN}"
    yield f"{about[0].upper()}{about[1:]}: {odds(roll)}.{news}"
    if others := other_odds(roll):
        yield others
    yield from _changes(names, own, told)


def odds(roll: RollSight) -> str:
    """Return the odds that the outcome of a roll had: `it had 2 in 3`."""
    if roll.ruled:
        return "the facilitator ruled how it came out"
    if roll.outcome is None:
        return "its odds are not told before the end"
    if roll.weights[roll.outcome] == sum(roll.weights):
        return "nothing else was possible"
    return f"it had {chance(roll.weights[roll.outcome], sum(roll.weights))}"


def other_odds(roll: RollSight) -> str:
    """Return the odds of what did not come of a roll, and never what it would have been."""
    total = sum(roll.weights)
    others = [w for at, w in enumerate(roll.weights) if w and at != roll.outcome]
    if roll.ruled or not others:
        return ""
    opening = "The other outcome" if len(others) == 1 else "Other outcomes"
    return f"{opening} had {joined([chance(weight, total) for weight in others])}."


def _spillover(names: Names, changes: Iterable[Explained]) -> list[str]:
    """Say what spillover made of each relation in all, with the pairs that it came from."""
    gathered: dict[str, list[Explained]] = {}
    for entry in changes:
        if entry.step == "spillover":
            gathered.setdefault(entry.number, []).append(entry)
    facts = []
    for number, entries in gathered.items():
        sources = list(dict.fromkeys(entry.cause.removeprefix("spillover ") for entry in entries))
        told = _in_all(names.numbers[number], entries)
        facts.append(f"{told}, {joined(sources)}.")
    return facts


def _in_all(label: str, entries: Sequence[Explained]) -> str:
    """Return changes that follow each other as one."""
    before, after = entries[0].before, entries[-1].after
    if before != after:
        return step(label, before, after, after - before)
    moved = [entry.after - entry.before for entry in entries if entry.after != entry.before]
    if moved:
        return f"{label} stays at {after} ({joined([f'{part:+d}' for part in moved])})"
    return step(label, before, after, entries[0].wanted)
