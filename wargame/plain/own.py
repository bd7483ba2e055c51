"""What one seat alone may know: its brief, its numbers with their reasons, its cables, its ask."""

from collections.abc import Mapping, Sequence

from wargame.engine.ledger import Explained
from wargame.engine.sight_parts import (
    AskSight,
    CableSight,
    NumberSight,
    ObjectiveSight,
    OptionSight,
    Sight,
)
from wargame.plain.voice import Voice
from wargame.play.connection import Connection
from wargame.play.names import Names
from wargame.play.words import change, counted, direction, level, moved, reason, when


def brief(voice: Voice, sight: Sight, names: Names) -> None:
    """Say who the seat is, what it is to achieve, and what it is really after."""
    if not sight.brief:
        voice.say("A brief belongs to a seat: ask again at a seat's own sitting.")
        return
    voice.say()
    voice.say(f"You decide for: {names.title(sight.seat)}.")
    voice.say(f"Your office: {sight.office}.")
    voice.say()
    voice.prose(sight.brief)
    voice.list("Your objectives:", [_objective(objective) for objective in sight.objectives])
    if sight.objectives and all(objective.survives_war is False for objective in sight.objectives):
        voice.say("If the game ends in war, nobody's objectives count.", indent=2)
    if sight.intent:
        title, text = sight.intent
        voice.say()
        voice.say(f"Your secret intent: {title}")
        voice.say()
        voice.prose(text)


def _objective(objective: ObjectiveSight) -> str:
    secret = "Secret. " if objective.secret else ""
    kept = " It counts after a war too." if objective.survives_war else ""
    now = {True: " It holds now.", False: " It does not hold now.", None: ""}[objective.holds]
    return f"{secret}{objective.text} {counted(objective.points, 'point')}.{now}{kept}"


def numbers(voice: Voice, sight: Sight) -> None:
    """Say the seat's own numbers and what they mean; to one who has none, whose they are."""
    if not sight.tracks:
        voice.say("Each seat's own numbers are told at its own sitting. For the tensions type table.")
        return
    heading = "Your own numbers, 0 to 100:" if sight.phase != "ended" else "The seats' numbers at the end:"
    voice.list(heading, [f"{level(number)}. {number.about or ''}".strip() for number in sight.tracks])


def since(voice: Voice, connection: Connection) -> None:
    """Say how the seat's own numbers moved since it was last asked, and why; at first, what they mean."""
    sight = connection.sight()
    if sight.last_asked is None:
        numbers(voice, sight)
        return
    facts: list[tuple[str, int]] = []
    for number in sight.tracks:
        new = connection.since(number.id)
        facts.append((_since(number, new), 2))
        facts += [(f"{when(entry)}: {change(entry, number.label)}", 4) for entry in new]
    if facts:
        voice.say()
        voice.say("Your own numbers since you last sat here:")
    for fact, indent in facts:
        voice.say(fact, indent)


def _since(number: NumberSight, new: Sequence[Explained]) -> str:
    return f"{level(number)}, {moved(sum(entry.after - entry.before for entry in new))}."


def last_turn(voice: Voice, connection: Connection, names: Names) -> None:
    """Say how a seat's own numbers moved after its last sitting of the game, and why."""
    owner = f"{connection.seat}."
    sight = connection.sight()
    if sight.last_asked is None:
        return
    for number in sight.tracks:
        if number.id.startswith(owner):
            new = connection.since(number.id)
            told = [f"{when(entry)}: {change(entry, number.label)}" for entry in new]
            voice.list(f"{number.label} after the last sitting of {names.short[connection.seat]}:", told)


def all_cables(voice: Voice, sight: Sight) -> None:
    """Say every cable on the seat's desk; to one who has no desk, where they are told."""
    if not sight.brief:
        voice.say("Cables are shown at a seat's own sitting.")
    elif not sight.cables:
        voice.say("No cable lies on your desk.")
    cables(voice, sight)


def cables(voice: Voice, sight: Sight, after: int = 0) -> None:
    """Say the cables on the seat's desk that came after a turn."""
    found = [cable for cable in sight.cables if cable.turn > after]
    voice.list("Cables on your desk. Some cables are wrong:", [_cable(cable) for cable in found])


def _cable(cable: CableSight) -> str:
    return f"Turn {cable.turn}: “{cable.text}” Source: {cable.source.rstrip('.')}."


def options(voice: Voice, sight: Sight, met: Mapping[str, Sequence[str]] | None = None) -> None:
    """Say what the seat is asked, and what it can do about it; `met` is what open options need and have."""
    if sight.ask is None:
        voice.say("Nothing is asked at this point: options are shown at a seat's sitting.")
        return
    voice.say()
    if sight.ask.office and not sight.ask.standing:
        voice.say(f"You are now: {sight.ask.office}.")
    voice.say(sight.ask.prompt)
    for number, option in enumerate(sight.ask.options, 1):
        _option(voice, number, option, (met or {}).get(option.id, ()))


def _option(voice: Voice, number: int, option: OptionSight, met: Sequence[str]) -> None:
    more = [option.about, direction(option)]
    if option.default:
        more.append("This is what happens if you do not decide.")
    if option.shut is not None:
        more.append(f"Shut: {reason(option)}.")
    more += [f"Open: {needed.rstrip('.')}." for needed in met]
    voice.block([(f"{number}. {option.label}", 2), *((text, 5) for text in more if text)])


def default(ask: AskSight) -> OptionSight:
    """Return what happens if a seat does not decide."""
    return next(option for option in ask.options if option.default)
