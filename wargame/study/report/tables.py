"""The report as tables for a spreadsheet or a program: one CSV file each, in a folder.

Files begin with a byte order mark, without which a spreadsheet takes Korean for something else.
"""

from collections.abc import Callable, Iterator

from wargame.study.advice import advised
from wargame.study.cables import read
from wargame.study.camps import over_time, shocks
from wargame.study.report.deciding import others
from wargame.study.report.parts import Row, row
from wargame.study.report.told import Told
from wargame.study.tables import as_csv

DIGITS = 4
"""Digits after the point in a table."""

_MARK = "\ufeff"


def tables(told: Told) -> dict[str, str]:
    """Return every table that has a row, as the text of a CSV file, by the name of its file."""
    found = {f"{name}.csv": (head, tuple(rows(told))) for name, (head, rows) in _TABLES.items()}
    return {name: _MARK + as_csv(head.split(", "), rows) for name, (head, rows) in found.items() if rows}


def _decisions(told: Told) -> Iterator[Row]:
    for here in told.played:
        for one in here.decided:
            envelope = one.envelope
            yield row(
                here.turn,
                here.number,
                here.card.id if here.card else "",
                here.card.title if here.card else "",
                one.seat,
                one.label,
                one.milder or "",
                one.manner,
                told.typed(envelope.rationale) if envelope else "",
                envelope.decided if envelope else "",
                told.typed(envelope.dissent) if envelope else "",
                told.typed(envelope.expects) if envelope else "",
                others(told, here, one),
                " / ".join(option.label for option in one.passed),
                " / ".join(option.label for option in one.passed if option.shut),
            )


def _changes(told: Told) -> Iterator[Row]:
    numbers = [*told.at_last.relations, *told.at_last.tracks]
    for number in numbers:
        for entry in reversed(told.replay.why(told.last, number.id, told.viewer, in_play=True)):
            yield row(
                number.id,
                number.label,
                entry.turn,
                entry.exchange,
                entry.step,
                entry.before,
                entry.after,
                entry.after - entry.before,
                entry.wanted,
                entry.cause,
                " / ".join(f"{cause} {share:+d}" for cause, share in entry.shares),
            )


def _effects(told: Told) -> Iterator[Row]:
    for effect in told.replay.effects if told.whole else ():
        source = effect.source
        yield row(
            effect.number,
            source.kind,
            source.turn,
            source.exchange,
            " ".join(source.seats),
            source.label,
            effect.direct,
            effect.indirect,
            effect.total,
        )


def _forecasts(told: Told) -> Iterator[Row]:
    scores = {score.stated: score for score in told.ending.forecasts} if told.ending else {}
    for here in told.played:
        for one in here.decided:
            for question, percent in (one.envelope.forecasts if one.envelope else {}).items():
                key = one.seat, question, here.turn, here.number, percent
                score = next((found for stated, found in scores.items() if stated[:5] == key), None)
                yield row(
                    here.turn,
                    here.number,
                    one.seat,
                    question,
                    told.book.questions[question].question,
                    percent,
                    told.book.questions[question].base,
                    None if score is None else score.outcome,
                    None if score is None else round(score.brier, DIGITS),
                    None if score is None or score.base is None else round(score.base, DIGITS),
                    None if score is None else round(score.room, DIGITS),
                )


def _turning(told: Told) -> Iterator[Row]:
    for point in told.replay.turning if told.whole else ():
        yield row(point.kind, round(point.weight, DIGITS), point.turn, point.exchange, point.sentence)


def _graph(told: Told) -> Iterator[Row]:
    for graph, numbers in zip(over_time(told.book, told.replay.game.state), told.numbers, strict=True):
        for at in range(told.book.relations):
            name = told.book.numbers[at]
            yield row(graph.turn, "tension", name, numbers[at])
        for actor, exposure in graph.exposure.items():
            yield row(graph.turn, "exposure", actor, round(exposure, DIGITS))
            yield row(graph.turn, "centrality", actor, round(graph.centrality[actor], DIGITS))
            yield row(graph.turn, "camp", actor, 1 if actor in graph.camps[0] else 2)
        yield row(graph.turn, "balanced triads", "", graph.balanced)
        yield row(graph.turn, "unbalanced triads", "", graph.unbalanced)
        yield row(graph.turn, "weighted balance", "", round(graph.balance, DIGITS))
        yield row(graph.turn, "frustration", "", round(graph.frustration, DIGITS))


def _shocks(told: Told) -> Iterator[Row]:
    for one in shocks(told.replay.game.state):
        yield row(one.turn, one.hop, one.source, one.target, one.points)


def _cables(told: Told) -> Iterator[Row]:
    for one in read(told.book, told.replay.game.state) if told.whole else ():
        yield row(one.turn, one.seat, one.text, one.true, one.afterwards, " / ".join(one.chose))


def _advice(told: Told) -> Iterator[Row]:
    for one in advised(told.replay) if told.whole else ():
        options, still_open = " / ".join(one.options), " / ".join(one.open)
        rows = " ".join(one.rows)
        yield row(one.turn, one.exchange, one.seat, rows, options, still_open, one.chosen, one.followed)


def _notes(told: Told) -> Iterator[Row]:
    for note in told.notes:
        if note.at <= told.last:
            turn = told.replay.moments[note.at].turn
            yield row(note.at, turn, told.reviewer(note.by), told.typed(note.text))


_TABLES: dict[str, tuple[str, Callable[[Told], Iterator[Row]]]] = {
    "decisions": (
        "turn, exchange, card, title, seat, chosen, shown as, manner, rationale, decided by, dissent, "
        "expected of others, what others did, not taken, of those shut",
        _decisions,
    ),
    "changes": (
        "number, label, turn, exchange, step, before, after, applied, wanted, cause, behind it",
        _changes,
    ),
    "effects": ("number, kind, turn, exchange, seats, what, direct, indirect, total", _effects),
    "forecasts": (
        "turn, exchange, seat, id, question, percent, base rate, outcome, brier, brier of base rate, "
        "brier of room",
        _forecasts,
    ),
    "turning-points": ("kind, weight, turn, exchange, sentence", _turning),
    "graph": ("turn, measure, of, value", _graph),
    "shocks": ("turn, hop, from, to, points", _shocks),
    "cables": ("turn, seat, cable, true, afterwards, what its reader chose", _cables),
    "advice": ("turn, exchange, seat, rows, advised, of those open, chosen, taken", _advice),
    "notes": ("record, turn, reviewer, note", _notes),
}
"""Each table: its columns, and where its rows come from."""
