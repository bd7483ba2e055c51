"""Bots: each weighs its options by what its seat wants, on what its seat may see, and draws one.

A number that an option would move, a flag that it would set and a tag that it carries are worth what the
seat's `wants` say of them, a number from where it stands. What
depends on a condition, or comes later, counts half. A style leans on that: a careful bot counts rising
tension half again, a bold one half, an opportunist its own numbers half again. Then an option that is
worth `temperature` points less is chosen half as often. All of it is whole numbers and the bot's own key,
so that a bot chooses the same on every platform. It is given the sizes of its own options' effects.
"""

from collections.abc import Mapping
from typing import NamedTuple

from wargame.content.base import OptionId
from wargame.content.seats import Want
from wargame.engine.chance import draw, roll
from wargame.engine.commands import Commit, Holder
from wargame.engine.hints import FlagHint, Hint
from wargame.engine.sight_parts import OptionSight, Sight

# 2 ** (-k / 16) in units of 1 / 65536, so that no floating-point library has a say.
HALVING = (
    65536, 62757, 60097, 57549, 55109, 52773, 50535, 48393,
    46341, 44376, 42495, 40693, 38968, 37316, 35734, 34219,
)  # fmt: skip
QUARTERS = 4
LEANING: Mapping[str, tuple[int, int]] = {"careful": (6, 4), "bold": (2, 4), "opportunist": (4, 6)}


class Stakes(NamedTuple):
    """Where the numbers stand that a seat sees, which flags it knows are set, what it wants of each."""

    levels: Mapping[str, int]
    flags: frozenset[str]
    wants: Mapping[str, list[Want]]


class Weighed(NamedTuple):
    """An option and its worth in quarter points, and that of each hint that speaks for it or against it."""

    option: OptionSight
    worth: int
    parts: list[tuple[int, Hint]]


def decide(sight: Sight, key: bytes, holder: Holder, at: int) -> Commit:
    """Return a bot's decision on what its seat is asked; raises ValueError when it is asked nothing."""
    if sight.ask is None:
        raise ValueError(f"'{sight.seat}' is not asked")
    stakes = at_stake(sight)
    weighed = [weigh(sight, stakes, option, holder) for option in sight.ask.options if option.shut is None]
    best = max(option.worth for option in weighed)
    temperature = holder.temperature or 1
    weights = [_weight(best - option.worth, temperature) for option in weighed]
    chosen = weighed[draw(key, sight.turn, sight.exchange, "option", weights)]
    return Commit(
        by=sight.seat,
        at=at,
        option=OptionId(chosen.option.id),
        rationale=_rationale(chosen),
        decided="bot",
        forecasts={
            question.id: _forecast(sight, key, question.id, question.base) for question in sight.questions
        },
    )


def at_stake(sight: Sight) -> Stakes:
    """Return what a seat has at stake."""
    levels = {number.id: number.value for number in (*sight.relations, *sight.tracks)}
    wants: dict[str, list[Want]] = {}
    for want in sight.wants:
        if want.number is not None:
            wants.setdefault(want.number, []).append(want)
    return Stakes(levels, frozenset([flag.id for flag in sight.flags]), wants)


def weigh(sight: Sight, stakes: Stakes, option: OptionSight, holder: Holder) -> Weighed:
    """Return what an option is worth to a seat, in quarter points."""
    tension, own = LEANING[holder.style or "careful"]
    parts: list[tuple[int, Hint]] = []
    for hint in option.hints:
        wants = stakes.wants.get(hint.number)
        if wants is None:
            continue
        worth = _worth(wants, stakes.levels[hint.number], hint)
        if "." in hint.number:
            worth = worth * own // QUARTERS
        elif worth < 0:
            worth = worth * tension // QUARTERS
        parts.append((worth, hint))
    tags = sum([QUARTERS * want.weight for want in sight.wants if want.tag in option.tags])
    flags = sum(
        [_flag_worth(sight, hint) for hint in option.flags if hint.sets != (hint.flag in stakes.flags)]
    )
    return Weighed(option, sum([worth for worth, _ in parts]) + tags + flags, parts)


def _worth(wants: list[Want], level: int, hint: Hint) -> int:
    """Return what moving a number is worth, in quarter points; half of it when it is not sure or later."""
    moved = min(100, max(0, level + hint.direction * (hint.size or 1)))
    points = sum([want.weight * (_counted(want, moved) - _counted(want, level)) for want in wants])
    return points * (QUARTERS if hint.sure and not hint.later else QUARTERS // 2)


def _flag_worth(sight: Sight, hint: FlagHint) -> int:
    """Return what setting or clearing a flag is worth, in quarter points."""
    points = sum(want.weight for want in sight.wants if want.flag == hint.flag)
    return (points if hint.sets else -points) * (QUARTERS if hint.sure and not hint.later else QUARTERS // 2)


def _counted(want: Want, level: int) -> int:
    if want.above is not None:
        return max(0, level - want.above)
    if want.below is not None:
        return max(0, want.below - level)
    return level


def _weight(gap: int, temperature: int) -> int:
    steps = gap * 16 // (QUARTERS * temperature)
    return HALVING[steps % 16] >> (steps // 16) if steps < 16 * 16 else 0


def _rationale(chosen: Weighed) -> str:
    if chosen.option.about is not None:
        return chosen.option.about
    gain = max(chosen.parts, key=lambda part: part[0], default=None)
    if gain is None or gain[0] <= 0:
        return "No other course seemed to promise us more."
    worth, hint = min(chosen.parts, key=lambda part: part[0])
    price = f", at the price of {hint.label}" if worth < 0 else ""
    return f"It moves {gain[1].label} our way{price}."


def _forecast(sight: Sight, key: bytes, question: str, base: int | None) -> int:
    """Return a probability in percent: the base rate, moved by how tension has grown, and a guess."""
    growth = max((relation.gained for relation in sight.relations), default=0)
    guess = roll(key, sight.turn, sight.exchange, f"forecast/{question}", 21) - 10
    start = 40 if base is None else base
    return min(97, max(3, start + growth // 3 + guess))
