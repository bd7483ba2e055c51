"""The end: how it came out, what each seat achieved, and how to check that all of it was fair."""

from collections.abc import Sequence

from wargame.content.base import SeatId
from wargame.engine.chance import commitment
from wargame.engine.ending import Ending, ObjectiveEnd, RelationEnd
from wargame.engine.sight_parts import NumberSight
from wargame.plain.voice import Voice
from wargame.play.names import Names
from wargame.play.words import NAMED_SEED, WAR_TAKES, counted, joined, no_war


def outcome(voice: Voice, told: Ending, tracks: tuple[NumberSight, ...], names: Names) -> None:
    """Say how it ended, and every number from start to finish."""
    voice.say()
    voice.say(f"The game is over after {counted(told.turn, 'turn')}. {told.reason}.")
    if near := no_war(told.nearest):
        voice.say(f"{near} What each seat meant by it comes next.")
    if told.text:
        voice.say()
        voice.prose(told.text)
    voice.list("Tension from start to finish:", [_relation(relation) for relation in told.relations])
    voice.list(
        "The seats' own numbers from start to finish:",
        [fact for seat in told.seats if (fact := _tracks(seat.seat, tracks, names))],
    )


def scores(voice: Voice, told: Ending, names: Names, humans: Sequence[SeatId]) -> None:
    """Say what each seat achieved of what it was after, those that people hold first."""
    voice.say()
    voice.say("Points measure a seat against its own objectives: do not compare seats by them.")
    if told.war:
        voice.say(WAR_TAKES)
    seats = {seat.seat: seat for seat in told.seats}
    for seat in (seats[key] for key in names.ordered(humans)):
        if not seat.worth:
            voice.say(f"{names.title(seat.seat)} has no objectives, so no points.")
        heading = f"{names.title(seat.seat)}, {seat.points} of {counted(seat.worth, 'point')}:"
        voice.list(heading, [_objective(objective, told.war) for objective in seat.objectives])


def trust(voice: Voice, told: Ending, digest: str, verify: str | None, replay: str | None) -> None:
    """Say the digest, the seed, and how either is checked; and how to look at the game again.

    `verify` is the command that checks the save, `replay` the one that walks it.
    """
    opened = commitment(bytes.fromhex(told.seed), bytes.fromhex(told.salt)) == told.commitment
    voice.list(
        "Can this game be trusted?",
        [
            f"The final digest is {digest}",
            "Note it down: whoever has it can tell whether the save was changed later.",
        ],
    )
    if verify is None:
        voice.say("There is no save to check.", indent=2)
    else:
        voice.command("To check the save:", verify, indent=2)
    for fact in (
        f"The seed of all chance was {told.seed}",
        "Whoever begins a game with --seed and these digits meets the same dice.",
        f"Its salt was {told.salt}",
        f"The promise made at the start was {told.commitment}",
        "The promise is the SHA-256 of the salt followed by the seed, both as bytes: "
        + ("it was kept." if opened else "it was not kept."),
        *([NAMED_SEED] if told.seed_given else []),
    ):
        voice.say(fact, indent=2)
    if replay is not None:
        voice.say()
        voice.command("To walk it moment by moment, with anybody's eyes:", replay)


def _relation(relation: RelationEnd) -> str:
    rungs = (
        f"{relation.start_rung} as before"
        if relation.start_rung == relation.end_rung
        else f"from {relation.start_rung} to {relation.end_rung}"
    )
    return f"{relation.label} {relation.start} to {relation.end}, {rungs}."


def _tracks(seat: SeatId, tracks: tuple[NumberSight, ...], names: Names) -> str:
    own = [number for number in tracks if number.id.startswith(f"{seat}.")]
    parts = [f"{n.id.split('.')[1]} {n.value - n.gained} to {n.value}" for n in own]
    return f"{names.short[seat]}: {joined(parts)}." if parts else ""


def _objective(objective: ObjectiveEnd, war: bool) -> str:
    secret = " (Secret.)" if objective.secret else ""
    if objective.points:
        return f"Kept, {counted(objective.points, 'point')}: {objective.text}{secret}"
    lost = "Lost" if war and not objective.survives_war else "Missed"
    return f"{lost}, 0 of {counted(objective.worth, 'point')}: {objective.text}{secret}"
