"""What everybody at the table may know: the turn's brief, the tensions, the news, the card."""

from wargame.engine.sight_parts import NumberSight, Sight
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import moved, pair

SHORT = 6
"""Relations in the brief; all of them are one word away."""


def turn_brief(voice: Voice, sight: Sight) -> None:
    """Say which turn it is, what the world brought, and where it is hot."""
    voice.say()
    voice.say(f"Turn {sight.turn} of {sight.turns}: {sight.heading}")
    voice.list("News:", sight.calendar)
    voice.list("True at this time:", [flag.about for flag in sight.flags])
    shown = _first(sight)
    voice.list(
        f"Tension: what moved {'this' if sight.exchange else 'last'} turn, then the highest:"
        if any(_deltas(sight).values())
        else "Tension, the highest first:",
        [f"{_stands(sight, number)}." for number in shown],
    )
    left = len(sight.relations) - len(shown)
    if left > 0:
        voice.say(f"{left} more: type table.", indent=2)


def table(voice: Voice, sight: Sight) -> None:
    """Say every tension, highest first, and what is true."""
    ordered = sorted(sight.relations, key=lambda number: -number.value)
    voice.list("Tension, the highest first:", [f"{_stands(sight, number)}." for number in ordered])
    voice.list("True at this time:", [flag.about for flag in sight.flags])


def news(voice: Voice, sight: Sight) -> None:
    """Say the news of the turn, and of the game in the last two, newest first."""
    facts = [f"Turn {item.turn}: {item.text}" for item in reversed(sight.news)]
    voice.list("News:", sight.calendar)
    voice.list("What the game brought:", facts)
    if not facts and not sight.calendar:
        voice.say("There is no news yet.")


def deal(voice: Voice, sight: Sight) -> None:
    """Say the situation of the card on the table."""
    voice.say()
    if sight.card is None:
        voice.say("A quiet turn: no card is dealt, and every seat decides how to use it.")
        return
    ordinal = "" if sight.exchange == 1 else f" {sight.exchange} of this turn"
    voice.say(f"Card{ordinal}: {sight.card.title}")
    voice.say()
    voice.prose(sight.card.situation)


def record(voice: Voice, sight: Sight) -> None:
    """Say what is on record about the card, and where it comes from, once that may be told."""
    if sight.card is None:
        return
    source = [f"Source: {sight.card.source}"] if sight.card.source else []
    voice.list("For the record:", [*sight.card.facts, *source])


def card(voice: Voice, sight: Sight) -> None:
    """Say the card once more, with as much of its record as may be told."""
    if sight.phase not in ("decide", "reveal"):
        voice.say("No card lies on the table now.")
        return
    deal(voice, sight)
    record(voice, sight)


def sources(voice: Voice, names: Names) -> None:
    """Say what the letters mean that cards and reports cite."""
    voice.list("What the cards cite:", names.sources)
    if not names.sources:
        voice.say("This scenario names no sources.")


def _first(sight: Sight) -> list[NumberSight]:
    """Return the relations of the brief: those that moved most, then the highest."""
    deltas = _deltas(sight)
    order = sorted(sight.relations, key=lambda number: (-abs(deltas.get(number.id, 0)), -number.value))
    return order[:SHORT]


def _stands(sight: Sight, number: NumberSight) -> str:
    delta = _deltas(sight).get(number.id, 0)
    return f"{pair(number)}{f', {moved(delta)}' if delta else ''}"


def _deltas(sight: Sight) -> dict[str, int]:
    """Return how far each number moved this turn; at the start of a turn, in the last."""
    found: dict[str, int] = {}
    for entry in sight.changes:
        found[entry.number] = found.get(entry.number, 0) + entry.after - entry.before
    return found
