"""In which turns the deal can bring a card, as far as the calendar alone decides that."""

from collections.abc import Iterable

from wargame.content.cards import Card
from wargame.content.conditions import Condition, holds
from wargame.content.rules import Rules

CALENDAR = frozenset({"window", "turn", "any_", "not_"})
"""The fields of a condition that the calendar answers, or their parts; any other may be so or not."""


def played(rules: Rules, length: str | None = None) -> list[int]:
    """Return the calendar's turns that a length of the game plays, or some length, rising."""
    lengths = rules.lengths.values() if length is None else [rules.lengths[length]]
    return sorted({turn for one in lengths for turn in one.turns})


def dealt_in(rules: Rules, card: Card, turns: Iterable[int]) -> tuple[int, ...]:
    """Return those of some turns in which a card can be dealt or drawn; none for a card without `deal`."""
    if card.deal is None:
        return ()
    when, on = card.deal.when, card.deal.on
    able = tuple(turn for turn in turns if when is None or _asks(rules, when, turn) is not False)
    if on is None:
        return able
    return tuple(turn for turn in able if rules.calendar[turn - 1].date >= on)[:1]


def _asks(rules: Rules, condition: Condition, turn: int) -> bool | None:
    """Say whether a condition holds in a turn; None where it rests on more than the calendar."""
    answers: list[bool | None] = []
    if condition.window:
        answers.append(not set(condition.window).isdisjoint(rules.calendar[turn - 1].windows))
    if condition.turn:
        answers.append(holds(condition.turn, turn))
    if condition.any_:
        inner = [_asks(rules, part, turn) for part in condition.any_]
        answers.append(True if True in inner else None if None in inner else False)
    if condition.not_:
        opposite = _asks(rules, condition.not_, turn)
        answers.append(None if opposite is None else not opposite)
    if {name for name, asked in vars(condition).items() if asked} - CALENDAR:
        answers.append(None)
    return False if False in answers else None if None in answers else True
