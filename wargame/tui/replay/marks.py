"""What is worth stopping at in a saved game, as the time line marks it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wargame.content.text import one_line
from wargame.study.notes import Note
from wargame.study.replay import Replay

NOTE, RUNG, POINT = "◆", "!", "▲"
_POINTS = 5
"""How many turning points are marked, the weightiest."""
_LONGEST = 400


class Mark(NamedTuple):
    """A mark on the time line: the record on which it stands, its sign, and what it is in one line."""

    at: int
    sign: str
    words: str


def marks(replay: Replay, points: Mapping[int, str], notes: Iterable[Note]) -> tuple[Mark, ...]:
    """Return the marks of a game in its order; of one record the note comes first, the rung last."""
    found = [Mark(note.at, NOTE, f"{note.by}: {note.text or 'a bookmark'}") for note in notes]
    found += [Mark(at, POINT, f"A turning point: {words}") for at, words in points.items()]
    found += [Mark(one.at, RUNG, "; ".join(one.crossed)) for one in replay.moments if one.crossed]
    inside = (mark._replace(words=one_line(mark.words, _LONGEST)) for mark in found)
    return tuple(sorted((mark for mark in inside if mark.at < len(replay.moments)), key=lambda one: one.at))


def marked_points(replay: Replay) -> dict[int, str]:
    """Return what the weightiest turning points were about, each by its record."""
    found: dict[int, str] = {}
    for point in replay.turning[:_POINTS]:
        at = replay.moment_of(point)
        found[at] = f"{found[at]} {point.headline}" if at in found else point.headline
    return found
