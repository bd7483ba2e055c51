"""What the story panel shows at each stage of the course, and what its next step is called."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wargame.engine.sight_parts import Sight
from wargame.play.names import Names
from wargame.play.words import joined
from wargame.tui.course import Course, Stage
from wargame.tui.ink import GAP, Piece, piece
from wargame.tui.telling import board, card, ending, reveal
from wargame.tui.telling.reveal import Beat


@dataclass(frozen=True, slots=True)
class Scene:
    """A stage as it is told: pages to turn, beats to come one by one, the next step, what happens now."""

    pages: tuple[tuple[Piece, ...], ...] = ((),)
    beats: tuple[Beat, ...] = ()
    start: dict[str, int] = field(default_factory=dict)
    key: str = "Enter"
    label: str = ""
    doing: str = ""


def scene(course: Course, sight: Sight) -> Scene:
    """Return the scene of the stage that a course is at, as its reader may see it."""
    names = course.host.names
    match course.stage:
        case Stage.MONTH:
            return Scene(_pages(board.month(sight)), label="See what happens", doing="a month begins")
        case Stage.CARD:
            return Scene(_pages(_card(course, sight)), label=_to_decide(course), doing="a card is dealt")
        case Stage.CURTAIN:
            return Scene(doing="")
        case Stage.BRIEF:
            pages = _pages(board.brief(sight))
            return Scene(pages, label="We have read our brief", doing=f"{_short(course)} reads its brief")
        case Stage.DECIDE:
            return Scene(_pages(card.question(sight)), label="", doing=f"{_short(course)} decides")
        case Stage.LATE:
            return Scene(_pages(_late(sight)), label="Go on", doing=f"{_short(course)} is late")
        case Stage.SEALED:
            pages = _pages(_sealed(course, sight))
            return Scene(pages, key="O", label="Open the envelopes", doing="all decisions are in")
        case Stage.REVEAL:
            return Scene(
                (tuple(_record(sight)),),
                tuple(reveal.exchange(sight)),
                reveal.before(sight, sight.turn, sight.exchange),
                label="Go on",
                doing="the envelopes are open",
            )
        case Stage.TURN_END:
            turn = sight.turn if course.host.phase == "ended" else sight.turn - 1
            beats, start = tuple(reveal.end_of_turn(sight, turn)), reveal.before(sight, turn, 0)
            return Scene(((),), beats, start, label="Go on", doing=f"turn {turn} ends")
        case Stage.END:
            pages = _ending(course, sight, names)
            if course.host.save is None:
                return Scene(
                    pages[:-1], key="Ctrl+S", label="Begin the real game", doing="the end of practice"
                )
            return Scene(pages, key="Ctrl+Q", label="Leave the game", doing="the end")


def _pages(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    return (tuple(pieces),)


def _short(course: Course) -> str:
    return course.host.names.short[course.seat] if course.seat is not None else ""


def _to_decide(course: Course) -> str:
    if not course.host.waiting():
        return "On to the envelopes"
    return "We have all read this: on to the decisions" if course.several else "Decide"


def _card(course: Course, sight: Sight) -> list[Piece]:
    told = card.situation(sight)
    names = course.host.names
    asked = [names.short[seat] for seat in sight.asked]
    if asked:
        told += [GAP, piece(("It is for these to decide: ", "muted"), (f"{joined(asked)}.", "strong"))]
    if course.host.people and not course.host.waiting():
        told += [GAP, piece("This card asks nobody who sits here: the others have decided.")]
    return told


def _late(sight: Sight) -> list[Piece]:
    told = [piece(("Your clock has run out.", "warn")), GAP]
    if sight.envelope is not None:
        return [*told, piece("Your envelope stays as it was: ", (sight.envelope.label, "strong"))]
    default = next((option for option in sight.ask.options if option.default), None) if sight.ask else None
    told.append(piece("What was not in the envelope does not count. What happens now is marked as late:"))
    return [*told, GAP, piece((default.label if default else "", "strong"), indent=2)]


def _sealed(course: Course, sight: Sight) -> list[Piece]:
    told = [piece(("All decisions are in.", "title")), GAP]
    if sight.envelope is not None:
        told += [piece(("In your envelope: ", "muted"), (sight.envelope.label, "strong"))]
        told += [piece((sight.envelope.rationale, "muted"), indent=2), GAP]
    told.append(piece("Nobody knows yet what the others have chosen. Ready? Then press ", ("O", "key"), "."))
    if course.changeable():
        told += [GAP, piece(("To decide once more, press ", "muted"), ("D", "key"), (".", "muted"))]
    return told


def _record(sight: Sight) -> list[Piece]:
    return card.situation(sight)[2:] if sight.card is None else _facts(sight)


def _facts(sight: Sight) -> list[Piece]:
    if sight.card is None or not (sight.card.facts or sight.card.source):
        return []
    told = [GAP, piece(("For the record", "heading"))]
    told += [piece(fact, mark=("· ", "muted")) for fact in sight.card.facts]
    if sight.card.source:
        told += [piece(("Source: ", "muted"), (sight.card.source, "muted"))]
    return told


def _ending(course: Course, sight: Sight, names: Names) -> tuple[tuple[Piece, ...], ...]:
    told, people = course.reader.ending(), course.host.people
    pages = [
        ending.outcome(told, names),
        ending.seats(told, names, people),
        ending.forecasts(told, names, people),
        ending.cables(told, names),
        ending.numbers(sight.tracks, names),
        ending.envelopes(told, names, people),
        ending.discuss(told),
        ending.trust(told, course.host.digest, course.host.save),
    ]
    return tuple(tuple(page) for page in pages)
