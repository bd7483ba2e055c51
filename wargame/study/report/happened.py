"""What happened: how it ended, how the numbers went, and each exchange with what was decided in it."""

from collections.abc import Iterable, Iterator

from wargame.engine.sight_parts import NumberSight, RollSight
from wargame.play.words import WAR_TAKES, joined, moved, pair_name, sentence, step
from wargame.study.decisions import Played, TurnEnd
from wargame.study.objectives import but_for_war
from wargame.study.report.deciding import decisions
from wargame.study.report.parts import (
    Facts,
    Group,
    Items,
    Line,
    Panel,
    Panels,
    Prose,
    Section,
    Table,
    kept,
    row,
)
from wargame.study.report.summary import outcome
from wargame.study.report.told import Told


def happened(told: Told) -> Section:
    """Return the chapter."""
    return Section(
        "happened",
        "What happened",
        "What happened",
        kept(
            _outcome(told),
            *_curves(told),
            _crossings(told),
            _objectives(told),
            *(_turn(told, turn) for turn in range(1, told.replay.game.state.turn + 1)),
        ),
    )


def _outcome(told: Told) -> Group:
    key = told.replay.game.state.ending
    text = next((one.text.strip() for one in told.book.rules.terminal if one.id == key), "")
    title = "How it ended" if told.replay.ended else "How it stands"
    return Group(title, kept(Prose(outcome(told)), Prose(text), _levels(told)))


def _levels(told: Told) -> Table:
    book = told.book
    rows = sorted(told.at_last.relations, key=lambda number: -number.value)
    return Table(
        f"Tension from start to {'finish' if told.replay.ended else 'now'}",
        ("Between", "Start", "", "End" if told.replay.ended else "Now", "", "Moved"),
        tuple(
            (
                pair_name(number.label),
                number.value - number.gained,
                book.rung(number.value - number.gained),
                number.value,
                book.rung(number.value),
                moved(number.gained),
            )
            for number in rows
        ),
    )


def _curves(told: Told) -> Iterator[Panels]:
    rungs = tuple((rung.name, float(rung.at)) for rung in told.book.rules.rungs)
    bands = joined([f"{rung.name} from {rung.at}" for rung in told.book.rules.rungs])
    about = (
        "Tension at the start and after each turn, from 0 (none) to 100; those that moved most come first. "
        f"The bands are the rungs: {bands}."
    )
    relations = sorted(told.at_last.relations, key=lambda number: -_spread(told, number))
    yield _panels(told, "Tension, turn by turn", about, relations, rungs)
    about = "Each number at the start and after each turn, from 0 to 100."
    if told.at_last.tracks:
        yield _panels(told, "The seats' own numbers, turn by turn", about, told.at_last.tracks, ())


def _panels(
    told: Told,
    title: str,
    about: str,
    numbers: Iterable[NumberSight],
    levels: tuple[tuple[str, float], ...],
) -> Panels:
    named = {number.id: pair_name(number.label) for number in numbers}
    values = {number: [now[told.book.index[number]] for now in told.numbers] for number in named}
    panels = tuple(
        Panel(
            name,
            f"{values[number][0]} to {values[number][-1]}",
            (Line(name, "main", tuple(enumerate(map(float, values[number])))),),
        )
        for number, name in named.items()
    )
    rows = tuple(row(name, *values[number]) for number, name in named.items())
    table = Table(title, ("", *told.ticks), rows, folded=True)
    return Panels(title, about, told.columns, told.ticks, 0, 100, levels, panels, table)


def _spread(told: Told, number: NumberSight) -> int:
    values = [now[told.book.index[number.id]] for now in told.numbers]
    return max(values) - min(values)


def _crossings(told: Told) -> Table:
    return Table(
        "Rungs crossed",
        ("Turn", "Between", "From", "To"),
        tuple(
            (turn, pair_name(label), before, after) for turn, label, before, after in told.at_last.crossings
        ),
    )


def _objectives(told: Told) -> Group | None:
    end = told.ending
    if end is None:
        return None
    held, intents = but_for_war(told.replay), told.replay.game.state.intents
    rows = tuple(
        (
            told.short(seat.seat),
            f"{sentence(one.text)}{' (Secret.)' if one.secret else ''}",
            "kept" if one.points else "held, lost to the war" if held[seat.seat][which.id] else "missed",
            f"{one.points} of {one.worth}",
        )
        for seat in end.seats
        for which, one in zip(
            told.book.objectives(seat.seat, intents.get(seat.seat)), seat.objectives, strict=True
        )
    )
    said = "Points measure a seat against its own objectives: do not compare seats by them."
    if end.war:
        said = f"{WAR_TAKES} What held until then is 'held, lost to the war'. {said}"
    return Group(
        "Objectives, kept and missed",
        kept(Prose(said), Table("Objectives", ("Seat", "Objective", "", "Points"), rows)),
    )


def _turn(told: Told, turn: int) -> Group:
    here = [one for one in told.played if one.turn == turn]
    end = next((one for one in told.turn_ends if one.turn == turn), None)
    calendar = told.book.rules.calendar[told.book.turns[turn - 1] - 1].news
    return Group(
        f"Turn {turn}: {told.replay.heading(turn)}",
        kept(
            Items("In the news", calendar),
            *(_exchange(told, one) for one in here),
            _end(told, end) if end else None,
        ),
    )


def _exchange(told: Told, here: Played) -> Group:
    card = here.card
    title = card.title if card else "A quiet turn"
    facts = [("On record", "\n".join(card.facts))] if card and card.facts else []
    facts += [("Source", card.source)] if card and card.source else []
    return Group(
        title,
        kept(
            Prose(card.situation) if card else None,
            *decisions(told, here),
            Items("What was said in public", here.news),
            Items("What it moved", _changes(told, here)),
            Items("What chance had a say in", tuple(_roll(roll) for roll in here.rolls)),
            Facts(tuple(facts)),
        ),
    )


def _end(told: Told, end: TurnEnd) -> Group:
    return Group(
        f"The end of turn {end.turn}",
        kept(
            Items("What was said in public", end.news),
            Items("What it moved", _changes(told, end)),
            Items("What chance had a say in", tuple(_roll(roll) for roll in end.rolls)),
        ),
        folded=True,
    )


def _changes(told: Told, here: Played | TurnEnd) -> tuple[str, ...]:
    """Return what every cause moved, the causes in the order in which they came."""
    found: dict[str, list[str]] = {}
    for entry in here.changes:
        said = step(told.names.numbers[entry.number], entry.before, entry.after, entry.wanted)
        found.setdefault(entry.cause, []).append(said)
    return tuple(
        sentence(f"{cause[0].upper()}{cause[1:].rstrip('.')}: {', '.join(moves)}")
        for cause, moves in found.items()
    )


def _roll(roll: RollSight) -> str:
    came = sentence(f"{roll.cause}{f': {roll.news}' if roll.news and roll.news not in roll.cause else ''}")
    came = came[0].upper() + came[1:]
    if roll.ruled:
        return f"{came} The facilitator decided it."
    if roll.outcome is None:
        return came
    whole = sum(roll.weights)
    if roll.weights[roll.outcome] == whole:
        return f"{came} Nothing else was possible."
    others = [
        f"{weight} in {whole}" for at, weight in enumerate(roll.weights) if weight and at != roll.outcome
    ]
    return (
        f"{came} It had {roll.weights[roll.outcome]} in {whole}; what else could have come {joined(others)}."
    )
