"""Whose eyes a saved game is looked at with, and what of a decision they may read."""

from wargame.content.base import OBSERVER, SeatId
from wargame.content.text import one_line
from wargame.engine.sight_parts import EnvelopeSight
from wargame.play.names import Names
from wargame.play.words import nearest
from wargame.study.interventions import intervention
from wargame.study.openly import openly
from wargame.study.replay import TRUTH, Replay

PUBLIC = SeatId(OBSERVER)
_WORDS = {"truth": TRUTH, "all": PUBLIC}


class NoSuchView(Exception):
    """Eyes that a game does not have, or that may not be shown yet; its text is one sentence for people."""


def countable(replay: Replay, spoil: bool) -> Replay:
    """Return a game whose moments may be counted before those to whom it is shown."""
    return replay if spoil or replay.ended else openly(replay)


def viewers(replay: Replay, spoil: bool) -> tuple[SeatId, ...]:
    """Return whose eyes there are, those that see most first.

    Of a game that goes on they are all's, and before these the eyes of a seat that people hold alone against
    bots: nobody else sits at the table whom it could tell anything. All the others may spoil it.
    """
    if spoil or replay.ended:
        return replay.viewers()
    held = [seat for seat, holder in replay.game.begin.seats.items() if holder.kind == "human"]
    return (held[0], PUBLIC) if len(held) == 1 else (PUBLIC,)


def chosen(replay: Replay, typed: str | None, spoil: bool, names: Names) -> SeatId:
    """Return the eyes that were asked for, else those that see most; raises NoSuchView."""
    found = viewers(replay, spoil)
    if typed is None:
        return found[0]
    viewer = _WORDS.get(typed.strip().casefold()) or names.seat(typed)
    if viewer is None:
        known = (*_WORDS, *names.short)
        said = f"There is no seat '{one_line(typed, 40)}' in this game.{nearest(typed, known)}"
        raise NoSuchView(f"{said} There are: {', '.join(known)}.")
    if viewer not in found:
        may = " or ".join(as_seen_by(eyes, names) for eyes in found)
        raise NoSuchView(
            f"This game is not over: it is told {may}. If nobody plays it any more, --spoil lets it be told "
            f"{as_seen_by(viewer, names)}."
        )
    return viewer


def as_seen_by(viewer: SeatId, names: Names) -> str:
    """Return how a view is called: `as it was`, `as all saw it`, `as West saw it`."""
    if viewer == TRUTH:
        return "as it was"
    return "as all saw it" if viewer == PUBLIC else f"as {names.short[viewer]} saw it"


def envelope(replay: Replay, at: int, seat: SeatId, viewer: SeatId) -> EnvelopeSight | None:
    """Return what lay in a seat's envelope after a record, for those who may look into it."""
    return replay.sight(at, seat).envelope if viewer in (seat, TRUTH) else None


def ruling(replay: Replay, at: int, viewer: SeatId) -> str | None:
    """Return what a facilitator ruled with a record, and why, to those who see a game as it was."""
    found = intervention(replay, at) if viewer == TRUTH else None
    return f"{found.what}: {found.reason}" if found else None
