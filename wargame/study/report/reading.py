"""Forecasts, and how the seats read each other: scores, curves, cables, expectations, advice."""

from collections.abc import Iterator, Mapping

from wargame.content.base import SeatId
from wargame.play.words import MANNERS_LATER, counted, joined, sentence
from wargame.study.advice import advised
from wargame.study.cables import Moved, Read, read
from wargame.study.forecasts import Mean, Reading, by_seat, by_seat_and_question, readings
from wargame.study.report.deciding import others
from wargame.study.report.parts import (
    Cell,
    Group,
    Line,
    Panel,
    Panels,
    Part,
    Prose,
    Section,
    Table,
    kept,
    row,
)
from wargame.study.report.told import Told

_BRIER = (
    "The Brier score of a forecast is the square of the distance between what was said and what happened "
    "(Brier, Monthly Weather Review 78, 1950): 0 is perfect, and always saying 50% gets 0.25. The base "
    "rate is what anybody could have said before the game; the room is the median of all seats, bots too, "
    "on the same questions. A score counts only forecasts whose outcome is known; one that nobody "
    "stated is missing, not wrong.\n\nOne game has too few forecasts to say whether anybody is calibrated. "
    "That takes many games."
)
_CABLES = (
    "Some cables were false; no seat learnt which while it played. Beside each stands what its reader "
    "chose in that turn, and how its forecasts moved from before. That something moved after a cable does "
    "not show that it moved because of it."
)
_EXPECTED = "What each seat wrote that it expected of the others, beside what they did."
_TRUE = {True: "True", False: "False", None: "Never settled"}
_CAME = {True: "yes", False: "no", None: "not known"}


def reading(told: Told) -> Section:
    """Return the chapter."""
    parts = (*_scores(told), *_curves(told), _stated(told), _cables(told), _expected(told), _advice(told))
    return Section("forecasts", "Forecasts, and reading each other", "Forecasts", kept(*parts))


def _scores(told: Told) -> Iterator[Part]:
    if told.ending is None:
        return
    scores = told.ending.forecasts
    yield Prose(_BRIER)
    seats = by_seat(told.book, scores)
    rows = tuple(row(told.short(seat), *_mean(one)) for seat, one in seats.items())
    yield Table("Mean Brier scores, seat by seat", ("Seat", *_MEAN), rows)
    rows = tuple(
        (
            told.book.questions[question].question,
            "all seats" if seat is None else told.short(seat),
            *_mean(one),
        )
        for question, means in by_seat_and_question(told.book, scores).items()
        for seat, one in means.items()
    )
    yield Table("Mean Brier scores, question by question", ("Question", "Seat", *_MEAN), rows, folded=True)


_MEAN = ("Forecasts", "Own", "Room", "With a base rate", "Own on those", "Base rate")


def _mean(one: Mean) -> tuple[Cell, ...]:
    return one.forecasts, one.own, one.room, one.based, one.own_based, one.base


def _curves(told: Told) -> Iterator[Panels]:
    if not told.whole:
        return
    for found in readings(told.book, told.replay.game.state):
        yield _curve(told, found)


def _curve(told: Told, found: Reading) -> Panels:
    places = {(here.turn, here.number): at for at, here in enumerate(told.played)}
    columns = tuple(
        f"Turn {here.turn}: {here.card.title if here.card else 'a quiet turn'}" for here in told.played
    )
    ticks = tuple(str(here.turn) if here.number == 1 else "" for here in told.played)
    room = tuple((places[moment], said) for moment, said in found.room if moment in places)
    outside: Mapping[SeatId, object] = {
        seat: said for seat, said in found.said.items() if seat not in found.of
    }
    panels = []
    for seat in outside:
        own = tuple((places[moment], float(said)) for moment, said in found.said[seat] if moment in places)
        lines = [Line(told.short(seat), "main", own), Line("the room's median", "other", room)]
        if found.base is not None:
            base = float(found.base)
            lines.append(Line("the base rate", "level", ((0, base), (max(len(columns) - 1, 0), base))))
        panels.append(Panel(told.short(seat), f"{own[0][1]:.0f}% to {own[-1][1]:.0f}%", tuple(lines)))
    came = "" if found.outcome is None else f" The answer was {_CAME[found.outcome]}."
    base_rate = "" if found.base is None else f", dotted the base rate of {found.base}%"
    about = f"Thick: what the seat said. Thin: the room's median{base_rate}.{came}"
    read_of = joined([told.short(seat) for seat in found.of])
    table = Table(
        "Beside the cards",
        ("Turn", "Card", f"What {read_of} did", *(told.short(seat) for seat in outside), "Room"),
        tuple(_curve_row(told, found, moment, tuple(outside)) for moment, _ in found.room),
    )
    return Panels(found.asked, about, columns, ticks, 0, 100, (), tuple(panels), table)


def _curve_row(
    told: Told, found: Reading, moment: tuple[int, int], seats: tuple[SeatId, ...]
) -> tuple[Cell, ...]:
    here = next((here for here in told.played if (here.turn, here.number) == moment), None)
    title = here.card.title if here and here.card else "a quiet turn"
    did = [one.label for one in here.decided if one.seat in found.of] if here else []
    said = [dict(found.said[seat]).get(moment) for seat in seats]
    room = dict(found.room)[moment]
    return (moment[0], title, " ".join(map(sentence, did)), *said, int(room) if room.is_integer() else room)


def _stated(told: Told) -> Table:
    """Return every forecast that these eyes know of; how it came out is known when all is laid open."""
    outcomes = told.replay.game.state.resolved if told.whole else {}
    rows = tuple(
        (
            here.turn,
            told.short(one.seat),
            told.book.questions[question].question,
            f"{percent}%",
            _CAME[outcomes.get((question, here.turn, here.number))],
        )
        for here in told.played
        for one in here.decided
        if one.envelope is not None
        for question, percent in one.envelope.forecasts.items()
    )
    return Table(
        "Every forecast that was stated", ("Turn", "Seat", "Question", "Said", "Came"), rows, folded=True
    )


def _cables(told: Told) -> Part | None:
    if not told.whole:
        desk = tuple((cable.turn, cable.text, cable.source) for cable in told.at_last.cables)
        return Table("Cables on the desk", ("Turn", "Cable", "Source"), desk)
    found = read(told.book, told.replay.game.state)
    rows = tuple(_cable(told, one) for one in sorted(found, key=lambda one: _ORDER[one.true]))
    head = ("Turn", "To", "Cable", "It was", "What its reader chose", "Forecasts that moved")
    return Group(
        "Cables, and who moved on them", kept(Prose(_CABLES) if rows else None, Table("Cables", head, rows))
    )


_ORDER = {False: 0, True: 1, None: 2}


def _cable(told: Told, one: Read) -> tuple[Cell, ...]:
    truth = f"{_TRUE[one.true]}. {one.afterwards or ''}".strip()
    chose = " ".join(sentence(label) for label in one.chose)
    return (
        one.turn,
        told.short(one.seat),
        one.text,
        truth,
        chose,
        " ".join(_moved(move) for move in one.moved),
    )


def _moved(move: Moved) -> str:
    return f"{move.question} {move.before}% to {move.after}%."


def _expected(told: Told) -> Group:
    rows = tuple(
        (here.turn, told.short(one.seat), told.typed(one.envelope.expects), others(told, here, one))
        for here in told.played
        for one in here.decided
        if one.envelope is not None and one.envelope.expects
    )
    table = Table("Expected, and done", ("Turn", "Seat", "Expected of the others", "What they did"), rows)
    return Group("What was expected of others", kept(Prose(_EXPECTED) if rows else None, table))


def _advice(told: Told) -> Group | None:
    if not told.whole:
        return None
    found = advised(told.replay)
    if not found:
        return None
    rows = tuple(
        (
            one.turn,
            told.short(one.seat),
            " ".join(sentence(label if label in one.open else f"{label} (shut)") for label in one.options),
            one.chosen + MANNERS_LATER[one.manner],
            "yes" if one.followed else "no",
        )
        for one in found
    )
    advice = " ".join(f"{key}: {told.book.rules.rows.get(key, '')}" for key in told.book.rules.advice)
    taken = sum(one.followed for one in found)
    said = (
        f"{sentence(advice)} In {counted(len(found), 'decision')} some options carried that advice and "
        f"others did not; in {taken} of them it was taken. "
        "That advice was not taken does not make a choice wrong."
    )
    head = ("Turn", "Seat", "Advised", "Chosen", "Taken")
    seats = joined([told.short(s) for s in told.book.seats if any(one.seat == s for one in found)])
    return Group("Advice and choice", (Prose(said), Table(f"Advice to {seats}", head, rows)))
