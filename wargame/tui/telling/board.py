"""The picture: numbers with their change, news, calendar, cables, and a seat's brief."""

from collections.abc import Iterable, Sequence

from wargame.content.base import FACILITATOR
from wargame.engine.sight_parts import CableSight, FlagSight, NumberSight, ObjectiveSight, Sight
from wargame.play.words import counted, pair_name
from wargame.tui.ink import GAP, Piece, firm, heading, piece, points, prose
from wargame.tui.map_drawing import Pen, pens, rung_at

_BAR = 10


def numbers(sight: Sight, rungs: Sequence[tuple[str, int]]) -> list[Piece]:
    """Return the seat's own numbers, and every tension, the hottest first; each can be picked."""
    told: list[Piece] = []
    owners = list(dict.fromkeys(track.id.split(".")[0] for track in sight.tracks))
    for owner in owners:
        own = [track for track in sight.tracks if track.id.startswith(f"{owner}.")]
        told += [
            piece(("Your own numbers" if len(owners) == 1 else own[0].label.rsplit(" ", 1)[0], "heading"))
        ]
        told += [_track(track) for track in own]
        told.append(GAP)
    told.append(piece(("Tension, the hottest first", "heading")))
    marks = pens(len(rungs))
    for relation in sorted(sight.relations, key=lambda number: -number.value):
        told.append(_relation(relation, marks[rung_at(relation.value, rungs)]))
    return told


def rung(value: int, rungs: Sequence[tuple[str, int]]) -> str:
    """Return the name of the rung that a tension lies on."""
    return rungs[rung_at(value, rungs)][0]


def _track(track: NumberSight) -> Piece:
    # Half a block is a whole one: `round` would give 45 four and 55 six.
    full = (track.value * _BAR + 50) // 100
    name = track.label.split(" ", 1)[-1]
    return piece(
        firm(name, 13),
        (firm(f"{track.value:3} "), "strong"),
        *moved(track.moved, track.id, width=5),
        ("█" * full, "key"),
        ("░" * (_BAR - full), "muted"),
        key=track.id,
    )


def _relation(relation: NumberSight, pen: Pen) -> Piece:
    name = pair_name(relation.label)
    return piece(
        firm(name, 13),
        (firm(f"{relation.value:3} "), f"{pen.style}-number"),
        *moved(relation.moved, relation.id, width=5),
        (firm(f"{pen.mark} {relation.rung or ''}"), pen.style),
        key=relation.id,
    )


def moved(by: int, number: str, width: int = 0) -> tuple[tuple[str, str], ...]:
    """Return how far a number moved, as an arrow and a size, padded to a width; blank if it did not."""
    if not by:
        return ((firm("", width), "plain"),) if width else ()
    text = f"{'▲' if by > 0 else '▼'}{abs(by)}"
    return ((firm(text, width), arrow_style(by, number)),)


def arrow_style(by: int, number: str) -> str:
    """Return how an arrow is drawn: tension rises or falls in colour, what a seat has of its own in none."""
    if "." in number:
        return "key"
    return "up" if by > 0 else "down"


def news(sight: Sight) -> list[Piece]:
    """Return cables, the news of the turn and of the game, and what is true at this time."""
    told: list[Piece] = []
    if sight.cables:
        whose = "On the seats' desks" if sight.seat == FACILITATOR else "On your desk"
        told += [piece((f"{whose} (some cables are wrong)", "secret"))]
        told += [_cable(cable) for cable in reversed(sight.cables)]
        told.append(GAP)
    if sight.calendar:
        told += [piece((sight.heading, "heading"))]
        told += points(sight.calendar)
        told.append(GAP)
    if sight.news:
        told += [piece(("What the game brought", "heading"))]
        told += [
            piece((f"Turn {item.turn}: ", "muted"), item.text, mark=("· ", "muted"))
            for item in reversed(sight.news)
        ]
        told.append(GAP)
    return told + flags(sight.flags)


def arrived(sight: Sight) -> tuple[CableSight, ...]:
    """Return the cables that came since the turn in which the seat was last asked."""
    last = sight.last_asked[0] if sight.last_asked else 0
    return tuple(cable for cable in sight.cables if cable.turn > last)


def _cable(cable: CableSight) -> Piece:
    return piece(
        (f"Turn {cable.turn}: ", "muted"),
        f"“{cable.text}” ",
        (f"{cable.source.rstrip('.')}.", "muted"),
        mark=("· ", "secret"),
    )


def flags(found: Iterable[FlagSight]) -> list[Piece]:
    """Return the named facts that are true now."""
    told = points(flag.about for flag in found)
    return [piece(("True at this time", "heading")), *told] if told else []


def turn(sight: Sight) -> list[Piece]:
    """Return the start of a turn: its date, its news, what is true."""
    told = [piece((f"Turn {sight.turn} of {sight.turns}: {sight.heading}", "title"))]
    if sight.calendar:
        told += heading("News")
        told += points(sight.calendar)
    if sight.flags:
        told += [GAP, *flags(sight.flags)]
    return told


def brief(sight: Sight) -> list[Piece]:
    """Return who the seat is, what it is to achieve, and what it is really after."""
    if not sight.brief:
        return [piece("A brief belongs to a seat: it is shown at a seat's own sitting.")]
    told = [piece((f"You decide for: {sight.who}", "title")), piece((f"{sight.office}", "muted"))]
    if sight.intent:
        title, text = sight.intent
        told += [GAP, piece(("Your secret intent: ", "secret"), (title, "strong")), *prose(text)]
    if sight.objectives:
        told += heading("Your objectives")
        told += [_objective(objective) for objective in sight.objectives]
        if all(objective.survives_war is False for objective in sight.objectives):
            told.append(piece(("If the game ends in war, nobody's objectives count.", "muted")))
    return [*told, *heading("Who you are"), *prose(sight.brief)]


def _objective(objective: ObjectiveSight) -> Piece:
    state = {True: (" It holds now.", "good"), False: (" It does not hold now.", "bad"), None: ("", "plain")}
    return piece(
        *((("Secret. ", "secret"),) if objective.secret else ()),
        objective.text,
        (f" {counted(objective.points, 'point')}.", "muted"),
        state[objective.holds],
        *(((" It counts after a war too.", "muted"),) if objective.survives_war else ()),
        mark=("· ", "muted"),
    )
