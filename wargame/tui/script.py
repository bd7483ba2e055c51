"""What the story panel shows at each stage of the course, and what its next step is called."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from wargame.engine.sight_parts import Sight
from wargame.play.names import Names
from wargame.play.words import counted, joined
from wargame.tui.course import Course, Stage
from wargame.tui.ink import GAP, Piece, piece
from wargame.tui.telling import board, card, ending, reveal, standing, why
from wargame.tui.telling.reveal import Beat


@dataclass(frozen=True, slots=True)
class Scene:
    """A stage as it is told: pages to turn, beats to come one by one, the next step, what happens now.

    `begin` is the piece with which reading begins, where those before it were read already.
    """

    pages: tuple[tuple[Piece, ...], ...] = ((),)
    beats: tuple[Beat, ...] = ()
    begin: int = 0
    start: dict[str, int] = field(default_factory=dict)
    key: str = "Enter"
    label: str = ""
    doing: str = ""


class Telling:
    """How far a scene is told: so many of its beats, or the page that lies open."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._beats = min(1, len(scene.beats))
        self._before = 0
        self._page = 0

    @property
    def whole(self) -> bool:
        """Whether every beat is told."""
        return self._beats >= len(self.scene.beats)

    @property
    def last_page(self) -> bool:
        """Whether the last page lies open."""
        return self._page == len(self.scene.pages) - 1

    @property
    def newest(self) -> int:
        """The place, among the pieces, of the first that was told last."""
        return len(reveal.told(self.scene.beats[: self._before])) if self.scene.beats else self.scene.begin

    def go_on(self) -> None:
        """Tell one beat more."""
        self._before = self._beats
        self._beats = min(len(self.scene.beats), self._beats + 1)

    def tell_part(self) -> None:
        """Tell the rest of the part that is being told, or the whole next one."""
        beats = self.scene.beats
        before = self._beats
        part = beats[before].section if not self.whole else ""
        while not self.whole and beats[self._beats].section == part:
            self.go_on()
        self._before = before

    def tell_all(self) -> None:
        """Tell all beats."""
        self._beats = len(self.scene.beats)

    def turn(self, by: int) -> None:
        """Turn pages."""
        self._page = min(len(self.scene.pages) - 1, max(0, self._page + by))

    def pieces(self) -> list[Piece]:
        """Return what is told so far; the page of a scene with beats follows the last of them."""
        page = self.scene.pages[self._page]
        if not self.scene.beats:
            return list(page)
        return [*reveal.told(self.scene.beats[: self._beats]), *(page if self.whole else ())]

    def next_step(self) -> tuple[str, str]:
        """Return the key and the name of the next step."""
        left = len(self.scene.beats) - self._beats
        if left:
            return "Enter", f"Next ({left} more; A: all; →: this part)"
        if not self.last_page:
            return "Enter", f"Next page ({self._page + 1} of {len(self.scene.pages)}; ← and → turn them)"
        return self.scene.key, self.scene.label

    def numbers(self) -> dict[str, int]:
        """Return the numbers as they stand after what is told so far; none for a scene without beats."""
        values = dict(self.scene.start)
        for beat in self.scene.beats[: self._beats]:
            values.update({key: value for key, value in beat.values.items() if key in values})
        return values


def scene(course: Course, sight: Sight) -> Scene:
    """Return the scene of the stage that a course is at, as its reader may see it."""
    names = course.host.names
    match course.stage:
        case Stage.STANDS:
            pages = _pages(standing.stands(sight, next(reversed(course.reader.looking_back()), None)))
            return Scene(pages, label="Go on from here", doing="where things stand")
        case Stage.NEWS:
            return Scene(_pages(board.turn(sight)), label="See what happens", doing="a turn begins")
        case Stage.CARD:
            return Scene(_pages(_card(course, sight)), label=_to_decide(course), doing="a card is dealt")
        case Stage.CURTAIN:
            return Scene(doing="")
        case Stage.BRIEF:
            pages = _pages(board.brief(sight))
            return Scene(pages, label="We have read our brief", doing=f"{_short(course)} reads its brief")
        case Stage.DECIDE:
            pages, begin = _pages(card.question(sight, _desk(sight))), len(card.situation(sight)) + 1
            return Scene(pages, begin=begin, label="Take this option", doing=f"{_short(course)} decides")
        case Stage.LATE:
            return Scene(_pages(_late(sight)), label="Go on", doing=f"{_short(course)} is late")
        case Stage.SEALED:
            pages = _pages(_sealed(course, sight))
            return Scene(pages, key="O", label="Open the envelopes", doing="all decisions are in")
        case Stage.REVEAL:
            return Scene(
                _pages(card.record(sight)),
                tuple(reveal.exchange(sight)),
                start=reveal.before(sight, sight.turn, sight.exchange),
                label="Go on",
                doing="the envelopes are open",
            )
        case Stage.TURN_END:
            turn = sight.turn if course.host.phase == "ended" else sight.turn - 1
            beats, start = tuple(reveal.end_of_turn(sight, turn)), reveal.before(sight, turn, 0)
            return Scene(((),), beats, start=start, label="Go on", doing=f"turn {turn} ends")
        case Stage.END:
            pages = _ending(course, sight, names)
            if course.host.save is None:
                return Scene(pages[:-1], key="X", label="On to the real game", doing="the end of practice")
            return Scene(pages, key="Ctrl+Q", label="Leave the game", doing="the end")


def past(course: Course) -> list[Piece]:
    """Return the reveals of the last turn that had one as they were told, with its end if that is over."""
    reveals = course.reader.looking_back()
    if not reveals:
        return [piece("No envelope has been opened yet.")]
    pieces: list[Piece] = []
    for sight in reveals:
        title = sight.card.title if sight.card else "A quiet turn"
        pieces += [piece((f"Turn {sight.turn}, card {sight.exchange}: {title}", "title")), GAP]
        pieces += [*reveal.told(reveal.exchange(sight)), *card.record(sight), GAP]
    if sight.turn < course.sight().turn or course.host.phase == "ended":
        pieces += [piece((f"The end of turn {sight.turn}", "title")), GAP]
        pieces += reveal.told(reveal.end_of_turn(sight, sight.turn))
    return pieces


def _pages(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    return (tuple(pieces),)


def _short(course: Course) -> str:
    return course.host.names.short[course.seat] if course.seat is not None else ""


def _to_decide(course: Course) -> str:
    if not course.host.waiting():
        return "On to the envelopes"
    return "We have all read this: on to the decisions" if course.several else "Decide"


def _card(course: Course, sight: Sight) -> list[Piece]:
    names = course.host.names
    told = card.dealt(sight, names)
    people, waiting = course.host.people, course.host.waiting()
    decided = [names.short[seat] for seat in sight.asked if seat in people and seat not in waiting]
    if decided and waiting:
        told += [GAP, piece(("In its envelope already: ", "muted"), (f"{joined(decided)}.", "strong"))]
    if people and not waiting:
        asked = any(seat in people for seat in sight.asked)
        nobody = "This card asks nobody who sits here: the others have decided."
        told += [GAP, piece("All decisions are in." if asked else nobody)]
    return told


def _desk(sight: Sight) -> list[Piece]:
    """Return how many cables came since the seat was last asked, and the key that shows them."""
    if not (new := board.arrived(sight)):
        return []
    told = (f"{counted(len(new), 'new cable')} on your desk (", "secret")
    return [piece(told, ("T", "key"), ("). Some cables are wrong.", "secret"))]


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
        told += [GAP, piece(("To change a decision, press ", "muted"), ("D", "key"), (".", "muted"))]
    return told


def _ending(course: Course, sight: Sight, names: Names) -> tuple[tuple[Piece, ...], ...]:
    told, people = course.reader.ending(), course.host.people
    pages = [
        ending.outcome(told, names),
        ending.seats(told, names, people),
        ending.forecasts(told, names, people),
        ending.cables(told, names),
        ending.dice(told),
        ending.numbers(sight.tracks, names),
        ending.envelopes(told, names, people),
        ending.discuss(told),
        ending.trust(told, course.host.digest, course.host.save),
    ]
    return tuple(tuple(page) for page in pages)


def moment(course: Course, sight: Sight, telling: Telling) -> Sight:
    """Return what the picture beside the story may show: nothing that the story has not told yet."""
    if not telling.scene.beats:
        return sight
    values, start, rungs = telling.numbers(), telling.scene.start, course.host.names.rungs
    turn = sight.turn - (course.stage is Stage.TURN_END and course.host.phase != "ended")
    untold = (turn, sight.exchange if course.stage is Stage.REVEAL else 0)
    over = course.stage is Stage.TURN_END
    news = [item for item in sight.news if telling.whole or (item.turn, item.exchange) != untold]
    return replace(
        sight,
        relations=tuple(
            replace(
                relation,
                value=values[relation.id],
                moved=values[relation.id] - start[relation.id],
                rung=board.rung(values[relation.id], rungs),
            )
            for relation in sight.relations
        ),
        tracks=tuple(
            replace(track, value=values[track.id], moved=values[track.id] - start[track.id])
            for track in sight.tracks
            if track.id.startswith(f"{sight.seat}.")
        ),
        news=tuple(news),
        calendar=() if over else sight.calendar,
        cables=tuple(cable for cable in sight.cables if cable.turn <= turn),
    )


def where(course: Course, sight: Sight) -> str:
    """Return which turn it is; while one is told to its end, that one and not the next."""
    if course.stage is Stage.TURN_END and course.host.phase != "ended":
        return f"Turn {sight.turn - 1} of {sight.turns}"
    card = f" · card {sight.exchange}" if sight.exchange > 1 and sight.phase in ("decide", "reveal") else ""
    return f"Turn {sight.turn} of {sight.turns} · {sight.heading}{card}"


def since(course: Course, sight: Sight) -> list[Piece]:
    """Return how the seat's own numbers moved since it last sat, which only its next sitting tells it."""
    if not course.several or course.stage is not Stage.DECIDE or sight.last_asked is None:
        return []
    told: list[Piece] = []
    for track in sight.tracks:
        if new := course.reader.since(track.id):
            told.append(piece((f"{track.label}: ", "strong")))
            told += [line for entry in new for line in why.entry_pieces(entry)]
    return [piece(("Your numbers since you last sat here", "heading")), *told, GAP] if told else []
