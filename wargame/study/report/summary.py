"""The game in a few sentences, for whoever has a minute."""

from collections.abc import Iterator

from wargame.play.words import counted, joined, pair_name, sentence
from wargame.study.interventions import interventions
from wargame.study.report.told import Told

_POINTS = 3


def summary(told: Told) -> tuple[str, ...]:
    """Return the sentences."""
    return tuple(_summary(told))


def outcome(told: Told) -> str:
    """Return how the game ended, or how far it has come."""
    state = told.replay.game.state
    if not told.replay.ended:
        said = f"The game is not over: it is in turn {state.turn} of {len(told.book.turns)}."
        card = told.at_last.card
        waits = state.phase == "decide" and card is not None
        return (
            f"{said} On the table lies '{card.title}', which is not decided yet." if waits and card else said
        )
    terminal = next((one for one in told.book.rules.terminal if one.id == state.ending), None)
    why = terminal.title if terminal else "The calendar ran out"
    return f"{sentence(why)} The game was over after {counted(state.turn, 'turn')}."


def _summary(told: Told) -> Iterator[str]:
    yield outcome(told)
    most = max(told.at_last.relations, key=lambda number: abs(number.gained), default=None)
    if most is not None and most.gained:
        start, rung = most.value - most.gained, told.book.rung(most.value)
        yield f"{pair_name(most.label)} moved most, from {start} to {most.value}, {rung}."
    if told.ending is not None:
        intents = [f"{told.short(s.seat)}: {s.intent[0].rstrip('.')}" for s in told.ending.seats if s.intent]
        if intents:
            yield f"What each was really after: {'; '.join(intents)}."
    if told.whole:
        points = [f"Turn {one.turn}, {sentence(one.sentence)}" for one in told.replay.turning[:_POINTS]]
        if points:
            yield f"The weightiest turning points: {' '.join(points)}"
        late = [told.short(one.seat) for here in told.played for one in here.decided if one.manner == "late"]
        if late:
            yield f"Late, so that the clock decided: {joined(list(dict.fromkeys(late)))}."
        if steps := len(interventions(told.replay)):
            yield f"The facilitator stepped in {counted(steps, 'time')}."
