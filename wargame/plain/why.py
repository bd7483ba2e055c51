"""`why NUMBER`: what changed a number, from the ledger, as far as the one who asks may see it."""

import re

from wargame.content.base import SeatId
from wargame.engine.sight_parts import NumberSight, Sight
from wargame.plain.voice import Voice
from wargame.play.connection import Connection
from wargame.play.names import Names
from wargame.play.words import change, joined, level, nearest, when

USAGE = "Say which number: for example 'why {example}'."
_MOST = 6


def find(names: Names, sight: Sight, typed: str) -> tuple[str, ...]:
    """Return the numbers that may be meant: the one so called, else all that have every word typed.

    Numbers that the seat may see go before those that it may not.
    """
    words = _words(typed)
    if not words:
        return ()
    ids = {number: label for number, label in names.numbers.items() if _words(number) == words}
    found = tuple(ids) or tuple(
        number
        for number, label in names.numbers.items()
        if set(words) <= {*_words(number), *_words(label), *_called(sight, number)}
    )
    seen = {number.id for number in (*sight.relations, *sight.tracks)}
    return tuple(number for number in found if number in seen) or found


def _words(typed: str) -> list[str]:
    return re.findall(r"\w+", typed.casefold())


def _called(sight: Sight, number: str) -> list[str]:
    """Return `own` and `my` for the seat's own numbers."""
    return ["my", "own", "our"] if number.startswith(f"{sight.seat}.") else []


def why(voice: Voice, connection: Connection, names: Names, typed: str) -> None:
    """Say where a number stands and every change that led there, newest first."""
    sight = connection.sight()
    numbers = {number.id: number for number in (*sight.relations, *sight.tracks)}
    found = find(names, sight, typed)
    if not _words(typed):
        voice.say(USAGE.format(example=next(iter(names.numbers), "NUMBER")))
    elif not found:
        known = [number.id for number in numbers.values()] + [n.id.split(".")[-1] for n in sight.tracks]
        voice.say(
            f"There is no number '{typed}'.{nearest(typed, known)} To hear them all type numbers, and table."
        )
    elif len(found) > 1:
        told = [names.numbers[number] for number in found[:_MOST]]
        more = ["others"] if len(found) > _MOST else []
        voice.say(f"'{typed}' could be {joined([*told, *more], 'or')}: say which.")
    elif found[0] not in numbers:
        owner = names.short.get(SeatId(found[0].split(".")[0]), "another seat")
        voice.say(f"{names.numbers[found[0]]} is known to {owner} alone until the game is over.")
    else:
        _explain(voice, connection, numbers[found[0]])


def _explain(voice: Voice, connection: Connection, number: NumberSight) -> None:
    start = number.value - number.gained
    entries = connection.why(number.id)
    if not entries:
        voice.say(f"{level(number)}: it has not moved since the game began.")
        return
    voice.list(
        f"{level(number)}; at the start of the game it was {start}. Newest first:",
        [f"{when(entry)}: {change(entry, number.label)}{_shares(entry.shares)}" for entry in entries],
    )


def _shares(shares: tuple[tuple[str, int], ...]) -> str:
    """Return the decisions behind a spillover, each with its part."""
    parts = joined([f"{cause} ({share:+d})" for cause, share in shares])
    return f" Behind it: {parts}." if parts else ""
