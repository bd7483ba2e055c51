"""What came of trying a card: the state, a table of what moves, and what else the choices bring."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from wargame.content.base import SeatId
from wargame.lab.trial import Brought, Outcome, Trial, Tried
from wargame.plain import tried_table
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import counted, joined, sentence, spans


def heading(
    voice: Voice, title: str, when: str, otherwise: Iterable[str], intents: Mapping[SeatId, str]
) -> None:
    """Say what is tried, and in which state; `intents` are those that count here."""
    but = joined([*otherwise])
    voice.prose(
        f"{title}: {when}, the numbers as the game begins{f', but for {but}' if but else ''}. Here is what "
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
    rows: dict[tuple[str, ...], list[int]] = {}
    for number, each in enumerate(tried, 1):
        for fact in _facts(each.sure, turn):
            rows.setdefault((fact,), []).append(number)
        if each.outcomes:
            rows.setdefault(_outcomes(each, turn), []).append(number)
    if rows:
        voice.say()
        voice.say("What else they bring, by row:")
    for facts, numbers in sorted(rows.items(), key=lambda entry: entry[1]):
        if len(facts) == 1:
            voice.say(f"{spans(numbers)}: {facts[0]}", indent=2)
        else:
            voice.say(f"{spans(numbers)}: chance.", indent=2)
            for fact in facts:
                voice.say(fact, indent=5)


def _outcomes(tried: Tried, turn: int) -> tuple[str, ...]:
    told = [_outcome(outcome, turn) for outcome in tried.outcomes]
    untold = 1 - tried.told
    return (*told, *([f"{_odds(untold)}: other outcomes, too many to be listed."] if untold else []))


def _outcome(outcome: Outcome, turn: int) -> str:
    brought = outcome.brought
    moves = [
        f"{number} {after - before:+d}"
        for number, (before, after) in brought.moves.items()
        if after != before
    ]
    facts = [*([sentence(joined(moves))] if moves else []), *_facts(brought, turn)]
    return f"{_odds(outcome.odds)}: {' '.join(facts) or 'nothing more.'}"


def _odds(odds: Fraction) -> str:
    return "for sure" if odds == 1 else f"{odds.numerator} in {odds.denominator}"


def _facts(brought: Brought, turn: int) -> list[str]:
    facts = [f"“{text}”" for text in brought.news]
    for flag, until in brought.sets:
        lasts = "" if until is None else f" for {counted(until - turn, 'turn')}"
        facts.append(f"Sets {flag}{lasts}.")
    facts += [f"Clears {flag}." for flag in brought.clears]
    for delayed in brought.later:
        parts = [f"{number} {wanted:+d}" for number, wanted in delayed.wanted if wanted]
        parts += [f"sets {flag}" for flag in delayed.set]
        parts += [f"clears {flag}" for flag in delayed.clear]
        facts.append(f"In {counted(delayed.turn - turn, 'turn')}: {joined(parts)}.")
    for card in brought.cards:
        due = "at once" if card.at_once else f"in {counted(card.turn - turn, 'turn')}"
        facts.append(f"Brings the card {card.card} {due}.")
    return facts
