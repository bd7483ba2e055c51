"""What can be added to a condition: what else must hold, as far as it may be asked where it stands."""

from collections.abc import Iterator

from wargame.content.conditions import Condition
from wargame.content.editing.offer import Offer
from wargame.content.reading import Location
from wargame.content.rules import Rules
from wargame.content.values import Value

_HELD = ("when", "needs", "not")


def is_condition(place: Location) -> bool:
    """Say whether a condition stands at a place of a card."""
    return place[-1] in _HELD or (len(place) > 1 and place[-2] == "any")


def of_condition(place: Location, held: dict[str, Value], rules: Rules) -> Iterator[Offer]:
    """Yield what else a condition can ask; what shuts an option, only what its seat knows."""
    seat = str(place[place.index("asks") + 1]) if "needs" in place and "asks" in place else None
    tracks = [
        f"{actor.id}.{track.id}"
        for actor in rules.actors
        for track in actor.tracks
        if seat is None or actor.id == seat
    ]
    flags: list[Value] = [str(name) for name, flag in rules.flags.items() if seat is None or not flag.secret]
    for name, said, known in (
        ("tension", "the tension of a relation", [str(pair) for pair in rules.relations]),
        ("tracks", "the height of a track", tracks),
    ):
        old = held.get(name)
        left = [each for each in known if not (isinstance(old, dict) and each in old)]
        if left and isinstance(old, dict):
            yield Offer(f"{said} that must hold too", (*place, name), left[0], ">= 40", False, Condition)
        elif left and name not in held:
            yield Offer(f"{said} that must hold", place, name, {left[0]: ">= 40"}, False, Condition)
    more: dict[str, tuple[str, Value]] = {"turn": ("the turn from which it holds", ">= 2")}
    if flags:
        more["flags"] = ("a flag that must be set", flags[:1])
    if rules.windows:
        more["window"] = ("a window that must be open", str(next(iter(rules.windows))))
    for name, (said, value) in more.items():
        if name not in held:
            yield Offer(said, place, name, value, False, Condition)
