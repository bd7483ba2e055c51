"""What came of trying a card: the state, a table of what moves, and what else the choices bring."""

from collections.abc import Iterable, Mapping, Sequence

from wargame.content.base import SeatId
from wargame.lab.brought import by_row
from wargame.lab.trial import Trial, Tried
from wargame.plain import tried_table
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import counted, joined, spans


def heading(
    voice: Voice, title: str, when: str, otherwise: Iterable[str], intents: Mapping[SeatId, str]
) -> None:
    """Say what is tried, and in which state; `intents` are those that count here."""
    but = joined([*otherwise])
    voice.prose(
        f"{title}: {when}, the numbers as the game begins{f', except {but}' if but else ''}. Here is what "
        "combinations of choices move at once. What spills over to other pairs, and what else the end of the "
        "turn brings, is left to a game."
    )
    for seat, intent in intents.items():
        voice.say()
        voice.say(
            f"The intent of {seat} counts here, and is '{intent}'. To try another: --intent {seat}=INTENT."
        )


def tell(voice: Voice, trial: Trial, names: Names, turn: int) -> None:
    """Say what came of a trial in a turn of the game."""
    voice.list("Shut in this state:", [f"{seat} {option}: {why}." for seat, option, why in trial.shut])
    tried_table.tell(voice, trial, tuple(names.numbers))
    _tell_else(voice, trial.tried, turn)
    if trial.left:
        tried = (
            "each seat's options while all others take their default" if trial.apart else "the first of them"
        )
        voice.say()
        voice.prose(
            f"These are {tried}; {counted(trial.left, 'more combination')} can be tried. To try every "
            "combination of some seats: --seat SEAT, repeated. To fix a choice: --choose SEAT=OPTION."
        )


def _tell_else(voice: Voice, tried: Sequence[Tried], turn: int) -> None:
    """Say what numbers alone cannot, once for all rows that bring it."""
    rows = by_row(tried, turn)
    if rows:
        voice.say()
        voice.say("What else they bring, by row:")
    for numbers, told in rows:
        if len(told) == 1:
            voice.say(f"{spans(numbers)}: {told[0]}", indent=2)
        else:
            voice.say(f"{spans(numbers)}: chance.", indent=2)
            for fact in told:
                voice.say(fact, indent=5)
