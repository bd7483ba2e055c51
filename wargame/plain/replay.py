"""A saved game told from start to end, to the eyes that one has chosen."""

from collections.abc import Mapping, Sequence

from wargame.content.base import SeatId
from wargame.engine.ending import ending
from wargame.engine.sight_parts import EnvelopeSight, Sight
from wargame.plain import hindsight, own, picture, reveal
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import DECIDED, change, joined
from wargame.study.effects import by_source
from wargame.study.moments import Moment
from wargame.study.notes import Note
from wargame.study.replay import TRUTH, Replay
from wargame.study.turning import CUT
from wargame.study.viewing import as_seen_by, envelope, ruling

_SILENT = ("aside",)


def tell(voice: Voice, replay: Replay, names: Names, viewer: SeatId, notes: Sequence[Note]) -> None:
    """Say every moment of a game at which something moved, with what reviewers noted on it."""
    for moment in replay.moments:
        if moment.kind not in _SILENT:
            _moment(voice, replay, names, viewer, moment)
        said = [f"{note.by}: {note.text or 'a bookmark'}" for note in notes if note.at == moment.at]
        voice.list("Noted:", said)
    if viewer == TRUTH:
        points = [
            f"Record {replay.moment_of(point)}, turn {point.turn}: {point.sentence}"
            for point in replay.turning
        ]
        voice.list("Turning points, the weightiest first:", points)
        voice.say(CUT)
    voice.say()
    stands = "The game has ended." if replay.ended else "The game goes on from here."
    voice.say(f"{stands} It was told {as_seen_by(viewer, names)}.")


def _moment(voice: Voice, replay: Replay, names: Names, viewer: SeatId, now: Moment) -> None:
    sight = replay.sight(now.at, viewer, in_play=viewer != TRUTH)
    voice.say()
    title = "" if now.kind == "card" else f" {now.title}."
    voice.say(f"{replay.counts.capitalize()} {now.at}, turn {now.turn}.{title}")
    match now.kind:
        case "begin":
            if replay.begun:
                voice.say(f"It was begun on {replay.begun}.")
            voice.say()
            voice.prose(sight.question)
            if viewer == TRUTH:
                after = [f"{names.short[seat]}: {title}." for seat, title in replay.intents]
                voice.list("What each was really after:", after)
            _turn(voice, sight)
            _cables(voice, replay, names, viewer, now.at)
        case "card":
            picture.deal(voice, sight)
            asked = [names.short[seat] for seat in sight.asked if seat not in sight.standing]
            if asked:
                voice.say(f"To decide: {joined(asked)}.")
        case "decision":
            assert now.seat is not None
            given = envelope(replay, now.at, now.seat, viewer)
            if given is not None:
                questions = {one.id: one.question for one in replay.sight(now.at, now.seat).questions}
                _envelope(voice, given, questions)
        case "reveal":
            reveal.exchange(voice, sight, names)
            _own(voice, sight, names, now.turn, now.exchange)
            if viewer == TRUTH:
                _in_all(voice, replay, names, now)
        case "turn-end":
            reveal.end_of_turn(voice, sight, names, now.turn)
            _own(voice, sight, names, now.turn, 0)
            _turn(voice, sight)
            _cables(voice, replay, names, viewer, now.at)
        case "end":
            voice.say(replay.reason)
            reveal.end_of_turn(voice, sight, names, now.turn)
            _own(voice, sight, names, now.turn, 0)
            picture.table(voice, sight)
            if viewer != TRUTH:
                hindsight.cables(voice, ending(replay.book, replay.game.state), names)
        case "ruling":
            if told := ruling(replay, now.at, viewer):
                voice.say(told, indent=2)
        case _:
            pass


def _turn(voice: Voice, sight: Sight) -> None:
    voice.say()
    voice.say(f"Turn {sight.turn} of {sight.turns}: {sight.heading}.")
    voice.list("News:", sight.calendar)
    picture.table(voice, sight)


def _cables(voice: Voice, replay: Replay, names: Names, viewer: SeatId, at: int) -> None:
    """Say the cables with which a turn begins: a seat its own, as it was all of them beside the truth."""
    sight = replay.sight(at, viewer, in_play=viewer != TRUTH)
    if viewer == TRUTH:
        came = [cable for cable in replay.cables(at) if cable.turn == sight.turn]
        voice.list("Cables on the seats' desks:", [hindsight.cable_told(cable, names) for cable in came])
    else:
        own.cables(voice, sight, after=sight.turn - 1)


def _envelope(voice: Voice, given: EnvelopeSight, questions: Mapping[str, str]) -> None:
    voice.say(f"Choice: {given.label}.", indent=2)
    voice.say(f"Because: {given.rationale}", indent=2)
    if given.expects:
        voice.say(f"Expected: {given.expects}", indent=2)
    if given.decided != "alone":
        voice.say(f"Decided by {DECIDED[given.decided]}.", indent=2)
    if given.dissent:
        voice.say(f"Dissent: {given.dissent}", indent=2)
    for key, percent in given.forecasts.items():
        voice.say(f"Forecast, {percent}%: {questions.get(key, key)}", indent=2)


def _in_all(voice: Voice, replay: Replay, names: Names, now: Moment) -> None:
    """Say what the decisions here did to every number in all: at once, later, and by spillover."""
    told = []
    for source, found in by_source(replay.effects).items():
        moved = [f"{names.numbers[one.number]} {one.total:+d}" for one in found if one.total]
        if moved and (source.turn, source.exchange) == (now.turn, now.exchange):
            who = joined([names.short[seat] for seat in source.seats])
            who = f"{who}: " if who else ""
            told.append(f"{who}{source.label.rstrip('.')}: {', '.join(moved)}.")
    voice.list("What it did in all, later and by spillover too:", told)


def _own(voice: Voice, sight: Sight, names: Names, turn: int, exchange: int) -> None:
    """Say how numbers moved that are not between two actors, as far as these eyes see any."""
    tracks = {track.id for track in sight.tracks}
    moved = [
        change(entry, names.numbers[entry.number])
        for entry in sight.changes
        if entry.number in tracks and (entry.turn, entry.exchange) == (turn, exchange)
    ]
    voice.list("Numbers of a single country:", moved)
