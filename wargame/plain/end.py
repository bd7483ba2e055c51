"""The end: how it came out, every secret beside the truth, and how to check that all of it was fair."""

from statistics import fmean

from wargame.content.base import SeatId
from wargame.engine.chance import commitment
from wargame.engine.ending import CableEnd, Ending, ObjectiveEnd, RelationEnd, SeatEnd
from wargame.engine.sights import NumberSight
from wargame.plain.voice import Voice
from wargame.plain.words import Names, counted, joined


def outcome(voice: Voice, told: Ending, tracks: tuple[NumberSight, ...], names: Names) -> None:
    """Say how it ended, and every number from start to finish."""
    voice.say()
    voice.say(f"The game is over after {counted(told.turn, 'turn')}. {told.reason}.")
    if told.text:
        voice.say()
        voice.prose(told.text)
    voice.list("Tension from start to finish:", [_relation(relation) for relation in told.relations])
    voice.list(
        "The seats' own numbers from start to finish:",
        [fact for seat in told.seats if (fact := _tracks(seat.seat, tracks, names))],
    )


def scores(voice: Voice, told: Ending, names: Names) -> None:
    """Say what each seat was after, and what it achieved."""
    voice.list(
        "What each seat was really after:", [_intent(seat, names) for seat in told.seats if seat.intent]
    )
    if told.war:
        voice.say()
        voice.say("War takes every objective that is not said to outlast one.")
    for seat in told.seats:
        heading = f"{names.title(seat.seat)}, {seat.points} of {counted(seat.worth, 'point')}:"
        voice.list(heading, [_objective(objective, told.war) for objective in seat.objectives])


def foresight(voice: Voice, told: Ending, names: Names) -> None:
    """Say which cables were true, and how good the forecasts were."""
    voice.list("The cables beside the truth:", [_cable(cable, names) for cable in told.cables])
    _forecasts(voice, told, names)


def trust(voice: Voice, told: Ending, digest: str, verify: str) -> None:
    """Say the digest, the seed, and how either is checked; `verify` is the command that checks the save."""
    opened = commitment(bytes.fromhex(told.seed), bytes.fromhex(told.salt)) == told.commitment
    voice.list(
        "Can this game be trusted?",
        [
            f"The final digest is {digest}",
            "Note it down: whoever has it can tell whether the save was changed later.",
            f"To check the save: {verify}",
            f"The seed of all chance was {told.seed}",
            f"Its salt was {told.salt}",
            f"The promise made at the start was {told.commitment}",
            "The promise is the SHA-256 of the salt followed by the seed, both as bytes: "
            + ("it was kept." if opened else "it was not kept."),
        ],
    )


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


def _intent(seat: SeatEnd, names: Names) -> str:
    assert seat.intent is not None
    return f"{names.short[seat.seat]}: {seat.intent[0]}."


def _objective(objective: ObjectiveEnd, war: bool) -> str:
    secret = " (Secret.)" if objective.secret else ""
    if objective.points:
        return f"Kept, {counted(objective.points, 'point')}: {objective.text}{secret}"
    lost = "Lost" if war and not objective.survives_war else "Missed"
    return f"{lost}, 0 of {counted(objective.worth, 'point')}: {objective.text}{secret}"


def _cable(cable: CableEnd, names: Names) -> str:
    truth = {True: "It was true.", False: "It was false.", None: "It was never settled."}[cable.true]
    after = f" {cable.afterwards}" if cable.afterwards else ""
    return f"Turn {cable.turn}, to {names.short[cable.seat]}: “{cable.text}” {truth}{after}"


def _forecasts(voice: Voice, told: Ending, names: Names) -> None:
    if not told.forecasts:
        voice.say()
        voice.say("No forecast was stated that came to be known.")
        return
    voice.list(
        "Forecasts, by mean Brier score (0 is perfect; always saying 50% gets 0.25):",
        [fact for seat in told.seats if (fact := _scores(told, seat.seat, names))],
    )


def _scores(told: Ending, seat: SeatId, names: Names) -> str:
    """Return a seat's mean beside the room's on the same forecasts, and that of the base rates."""
    own = [score for score in told.forecasts if score.stated.seat == seat]
    if not own:
        return ""
    mean = fmean(score.brier for score in own)
    room = fmean(score.room for score in own)
    said = f"{names.short[seat]}: {mean:.2f} on {counted(len(own), 'forecast')}; the room's median {room:.2f}"
    based = [(score.brier, score.base) for score in own if score.base is not None]
    if not based:
        return f"{said}."
    base = fmean(base for _, base in based)
    if len(based) == len(own):
        return f"{said}, the base rates {base:.2f}."
    theirs = fmean(brier for brier, _ in based)
    return f"{said}. On the {len(based)} with a base rate: {theirs:.2f}; the base rates {base:.2f}."
