"""A card as each seat is told of it, before and after the envelopes are opened."""

from collections.abc import Iterable, Mapping, Sequence

from wargame.content.base import SeatId
from wargame.engine.sight_parts import Sight
from wargame.plain import form, own, picture
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import joined


def everybody(voice: Voice, sight: Sight, names: Names, asked: Iterable[str]) -> None:
    """Say the situation, which all read, and whom the card asks."""
    picture.deal(voice, sight)
    short = [name for seat, name in names.short.items() if seat in asked]
    others = [name for seat, name in names.short.items() if seat not in asked]
    voice.say()
    told = f" Also told: {joined(others)}; in a turn's first exchange, they have their standing questions."
    voice.prose(f"The card asks {joined(short)}.{told if others else ''}")


def seat(voice: Voice, sight: Sight, names: Names, met: Mapping[str, Sequence[str]]) -> None:
    """Say what one seat is asked, its options and its forecasts, as at its sitting.

    What open options need, by option, is said too: at a sitting it is not.
    """
    voice.say()
    voice.say(f"{names.title(sight.seat)} reads:")
    own.options(voice, sight, met)
    for number, question in enumerate(sight.questions, 1):
        form.forecast(voice, question, number, len(sight.questions))


def afterwards(
    voice: Voice, revealed: Sight, names: Names, milder: Sequence[tuple[SeatId, str, str]]
) -> None:
    """Say what all are told once the envelopes are open; `milder` are labels with what others read."""
    voice.say()
    voice.say("When the envelopes are open:")
    voice.list(
        "The others read what a seat chose by its label, except here:",
        [f"{names.short[owner]}: '{label}' is read as '{read}'." for owner, label, read in milder],
    )
    if not milder:
        voice.say()
        voice.say("The others read what a seat chose by its label.")
    picture.record(voice, revealed)
