"""What choices bring, in sentences: the same for lines and for screens."""

from collections.abc import Sequence
from fractions import Fraction

from wargame.lab.trial import Brought, Outcome, Tried
from wargame.play.words import counted, joined, sentence


def reach(tried: Tried, number: str) -> tuple[int, int]:
    """Return how far a number is moved at least and at most, as chance will have it."""
    sure = _moved(tried.sure, number)
    by_chance = [_moved(outcome.brought, number) for outcome in tried.outcomes] or [0]
    return sure + min(by_chance), sure + max(by_chance)


def _moved(brought: Brought, number: str) -> int:
    before, after = brought.moves.get(number, (0, 0))
    return after - before


def by_row(tried: Sequence[Tried], turn: int) -> list[tuple[list[int], tuple[str, ...]]]:
    """Return what numbers alone cannot say, once for all combinations, from 1, that bring it.

    More than one sentence together are the ways in which chance can come out.
    """
    rows: dict[tuple[str, ...], list[int]] = {}
    for number, each in enumerate(tried, 1):
        for fact in facts(each.sure, turn):
            rows.setdefault((fact,), []).append(number)
        if each.outcomes:
            rows.setdefault(outcomes(each, turn), []).append(number)
    return [(numbers, told) for told, numbers in sorted(rows.items(), key=lambda entry: entry[1])]


def outcomes(tried: Tried, turn: int) -> tuple[str, ...]:
    """Return each way in which chance can make a combination come out, with its odds."""
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
    told = [*([sentence(joined(moves))] if moves else []), *facts(brought, turn)]
    return f"{_odds(outcome.odds)}: {' '.join(told) or 'nothing more.'}"


def _odds(odds: Fraction) -> str:
    return "for sure" if odds == 1 else f"{odds.numerator} in {odds.denominator}"


def facts(brought: Brought, turn: int) -> list[str]:
    """Return what numbers alone cannot say: news, flags, what comes later, cards."""
    told = [f"“{text}”" for text in brought.news]
    for flag, until in brought.sets:
        lasts = "" if until is None else f" for {counted(until - turn, 'turn')}"
        told.append(f"Sets {flag}{lasts}.")
    told += [f"Clears {flag}." for flag in brought.clears]
    for delayed in brought.later:
        parts = [f"{number} {wanted:+d}" for number, wanted in delayed.wanted if wanted]
        parts += [f"sets {flag}" for flag in delayed.set]
        parts += [f"clears {flag}" for flag in delayed.clear]
        told.append(f"In {counted(delayed.turn - turn, 'turn')}: {joined(parts)}.")
    for card in brought.cards:
        due = "at once" if card.at_once else f"in {counted(card.turn - turn, 'turn')}"
        told.append(f"Brings the card {card.card} {due}.")
    return told
