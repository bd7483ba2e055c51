"""A comparison of two runs as plain lines: changed cards first, then what surely moved, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from wargame.lab.against import BY_CHANCE, Comparison, Moved
from wargame.lab.lines import line, with_interval

_LOST = "As wanted before, and no longer"
_WON = "As wanted now, and not before"


def lines(found: Comparison, added: Sequence[str], against: str) -> Iterator[str]:
    """Yield the comparison line by line; `added` are the decks that were added, `against` names the other."""
    now = found.now
    last = now.first_seed + now.games - 1
    decks = f" with {' and '.join(added)}" if added else ""
    yield (
        f"{now.title}{decks}, against {against}: {now.games} games each of {now.turns} turns "
        f"(length {now.length}), all seats bots, seeds {now.first_seed} to {last}."
    )
    for seat, intent in now.intents:
        yield f"The intent of '{seat}' was always '{intent}'."
    yield _short(found)
    yield "In brackets after each figure: its 95% interval, and how many observations it rests on."
    for section in found.cards:
        yield ""
        yield section.title
        yield from (f"  {line(replace(figure, wanted=None))}" for figure in section.figures)
    told_first = sorted(found.moved, key=lambda one: [_LOST, _WON, one.title].index(_heading(one)))
    for title, moved in groupby(told_first, key=_heading):
        yield ""
        yield title
        yield from (f"  {_moved(one)}" for one in moved)


def _short(found: Comparison) -> str:
    """Say how much moved, what chance alone would have moved, and whether it is worse for it."""
    count, by_chance = len(found.moved), round(BY_CHANCE * found.compared)
    if not count:
        return f"Of {found.compared} figures that both tell, none surely moved: all intervals overlap."
    moved = f"{count} moved so far that the intervals lie apart; chance alone does that to about {by_chance}"
    lost = sum(_heading(one) == _LOST for one in found.moved)
    won = sum(_heading(one) == _WON for one in found.moved)
    wanted = f"{lost} {'is' if lost == 1 else 'are'} no longer as wanted, {won} only now"
    return f"Of {found.compared} figures that both tell, {moved}. Of these {wanted}."


def _heading(one: Moved) -> str:
    if one.went("as wanted", "not as wanted"):
        return _LOST
    return _WON if one.went("not as wanted", "as wanted") else one.title


def _moved(one: Moved) -> str:
    now, before = one.now, one.before
    assert now.estimate is not None and before.estimate is not None
    was, is_now = with_interval(before.estimate, before.unit), with_interval(now.estimate, now.unit)
    said = f"{now.label}: {was} before, {is_now} now"
    if _heading(one) == one.title or now.wanted is None:
        return said
    return f"{one.title}: {said}; wanted: {now.wanted.text}"
