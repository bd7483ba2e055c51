"""The end: how it came out, who was after what, and what was said beside what came of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from wargame.content.base import SeatId
from wargame.engine.chance import commitment
from wargame.engine.ending import CableEnd, DecisionEnd, Ending, ForecastEnd, ObjectiveEnd, SeatEnd
from wargame.engine.sight_parts import NumberSight
from wargame.journal.errors import shown
from wargame.play.names import Names
from wargame.play.typed import command, program
from wargame.play.words import MANNERS_LATER, NAMED_SEED, chance, counted, joined, no_war, pair_name
from wargame.study.forecasts import mean, scored
from wargame.tui.ink import GAP, Piece, firm, heading, piece, points, prose
from wargame.tui.map_drawing import pens
from wargame.tui.telling.board import moved

_WIDE = 40
BRIER = (
    "A Brier score is the square of the distance between what was said and what happened: 0 is perfect, and "
    "always saying 50% gets 0.25. The room is the median of all seats, bots too."
)


def outcome(told: Ending, names: Names) -> list[Piece]:
    """Return how it ended, and every relation from start to finish."""
    after = f"After {counted(told.turn, 'turn')}."
    pieces = [piece((told.reason, "title"))]
    if near := no_war(told.nearest):
        meant = "What each seat meant: page 2."
        pieces.append(piece((f"{after} ", "muted"), (near, "strong"), (f" {meant}", "muted")))
    else:
        pieces.append(piece((after, "muted")))
    if told.text:
        pieces += [GAP, *prose(told.text)]
    pieces += heading("Tension from start to finish")
    marks = pens(len(names.rungs))
    order = [name for name, _ in names.rungs]
    for relation in sorted(told.relations, key=lambda r: -r.end):
        pen = marks[order.index(relation.end_rung)]
        rungs = relation.end_rung
        if relation.start_rung != relation.end_rung:
            rungs = f"{relation.start_rung} → {relation.end_rung}"
        pieces.append(
            piece(
                firm(pair_name(relation.label), 14),
                (firm(f"{relation.start:3} → "), "muted"),
                (firm(f"{relation.end:3} "), f"{pen.style}-number"),
                *moved(relation.end - relation.start, relation.label, width=5),
                (f"{pen.mark} {rungs}", pen.style),
            )
        )
    return pieces


def numbers(tracks: Sequence[NumberSight], names: Names) -> list[Piece]:
    """Return every seat's own numbers from start to finish."""
    pieces = [piece(("The seats' own numbers from start to finish", "title"))]
    for seat, short in names.short.items():
        own = [track for track in tracks if track.id.startswith(f"{seat}.")]
        pieces += heading(short) if own else ()
        for track in own:
            pieces.append(
                piece(
                    firm(track.label.split(" ", 1)[-1], 14),
                    (firm(f"{track.value - track.gained:3} → "), "muted"),
                    (firm(f"{track.value:3} "), "strong"),
                    *moved(track.gained, track.id),
                )
            )
    return pieces


def seats(told: Ending, names: Names, people: Sequence[SeatId]) -> list[Piece]:
    """Return each seat's intent and objectives, those that people held first."""
    pieces = [
        piece(("Intents and objectives", "title")),
        piece(("Points measure a seat against its own objectives: do not compare seats by them.", "muted")),
    ]
    if told.war:
        pieces.append(piece(("War takes every objective that is not said to count after it.", "warn")))
    found = {seat.seat: seat for seat in told.seats}
    for seat in (found[key] for key in names.ordered(people)):
        pieces += [
            GAP,
            piece((names.title(seat.seat), "heading"), (f"  {_points(seat)}", "muted")),
        ]
        if seat.intent is not None:
            pieces.append(piece(("Intent: ", "secret"), (seat.intent[0], "strong")))
            pieces += _guesses(told, seat, people)
        pieces += [_objective(objective, told.war) for objective in seat.objectives]
    return pieces


def _points(seat: SeatEnd) -> str:
    return f"{seat.points} of {counted(seat.worth, 'point')}" if seat.worth else "no objectives, so no points"


def _guesses(told: Ending, seat: SeatEnd, people: Sequence[SeatId]) -> Iterator[Piece]:
    """Yield what was asked about a seat's intent, with the answer and what people had said of it."""
    for asked in seat.guessed:
        given = [one for one in told.stated if one.question == asked and one.outcome is not None]
        own = [f"{one.percent}%" for one in given if one.seat in people and not one.bot]
        if given:
            said = f" People here said {joined(own)}." if own else ""
            answer = "Yes." if given[-1].outcome else "No."
            yield piece((f"{asked} ", "muted"), (answer, "strong"), (said, "muted"))


def _objective(objective: ObjectiveEnd, war: bool) -> Piece:
    kept = objective.points > 0
    lost = "lost  " if war and not objective.survives_war else "missed"
    return piece(
        *((("Secret. ", "secret"),) if objective.secret else ()),
        objective.text,
        (f" {objective.points} of {objective.worth}", "muted"),
        mark=("kept   ", "good") if kept else (f"{lost} ", "bad"),
    )


def cables(told: Ending, names: Names) -> list[Piece]:
    """Return the cables beside the truth."""
    pieces = [piece(("The cables beside the truth", "title"))]
    for cable in told.cables:
        pieces += [GAP, *cable_pieces(cable, names)]
    if not told.cables:
        pieces += [GAP, piece("No cable was sent.")]
    return pieces


def cable_pieces(cable: CableEnd, names: Names) -> list[Piece]:
    """Return a cable beside the truth."""
    truth = {True: ("true", "good"), False: ("false", "bad"), None: ("never settled", "warn")}[cable.true]
    pieces = [
        piece((f"Turn {cable.turn}, to {names.short[cable.seat]}: ", "muted"), truth),
        piece(f"“{cable.text}”", indent=2),
    ]
    return [*pieces, piece((cable.afterwards, "muted"), indent=2)] if cable.afterwards else pieces


def forecasts(told: Ending, names: Names, people: Sequence[SeatId]) -> list[Piece]:
    """Return every forecast that people stated on one scale, beside what happened."""
    pieces = [piece(("Forecasts", "title")), piece((BRIER, "muted"))]
    shown = people or tuple(names.short)
    own = [given for given in told.stated if given.seat in shown and not (people and given.bot)]
    if not own:
        pieces += [GAP, piece("You stated no forecast." if people else "No forecast was stated.")]
    for seat in shown:
        mine = [given for given in own if given.seat == seat]
        if mine:
            pieces += heading(names.title(seat))
            pieces += _best_and_worst(mine)
            for given in mine:
                pieces += _forecast(given)
    rows = (_mean(told, seat, names, seat in people) for seat in names.ordered(people))
    means = [row for row in rows if row is not None]
    return [*pieces, *heading("Mean Brier score"), *means] if means else pieces


def _best_and_worst(own: Sequence[ForecastEnd]) -> list[Piece]:
    """Return which forecasts scored best and worst, where there are two to tell apart."""
    scored = sorted(
        ((given.brier, given) for given in own if given.brier is not None), key=lambda row: row[0]
    )
    if len(scored) < 2 or scored[0][0] == scored[-1][0]:
        return []
    told = []
    for label, (score, given) in (("Best:  ", scored[0]), ("Worst: ", scored[-1])):
        said = f"{given.percent}% on turn {given.turn}, “{given.question}” (Brier {score:.2f})"
        told.append(piece(said, mark=(firm(label), "muted")))
    return [*told, GAP]


def _forecast(given: ForecastEnd) -> list[Piece]:
    """Return a forecast as a picture: where it was said to lie between no (0) and yes (100)."""
    at = round(given.percent * (_WIDE - 1) / 100)
    truth = {True: ("it came true", "good"), False: ("it did not", "bad"), None: ("never settled", "warn")}
    score = "" if given.brier is None else f".  Brier {given.brier:.2f}"
    base = "" if given.base is None else f", the base rate's {given.base:.2f}"
    room = "" if given.room is None else f", the room's {given.room:.2f}"
    return [
        piece((f"Turn {given.turn}: ", "muted"), given.question),
        piece(
            ("no ", "good" if given.outcome is False else "muted"),
            ("─" * at, "muted"),
            ("●", "key"),
            ("─" * (_WIDE - 1 - at), "muted"),
            (" yes", "good" if given.outcome is True else "muted"),
            indent=2,
        ),
        piece(
            (f"{given.percent}%: ", "strong"),
            truth[given.outcome],
            (f"{score}{base}{room}" if score else "", "muted"),
            indent=5,
        ),
    ]


def _mean(told: Ending, seat: SeatId, names: Names, human: bool) -> Piece | None:
    found = mean(scored(told, seat, human))
    if found is None:
        return None
    full = min(_WIDE, round(found.own * _WIDE))
    return piece(
        firm(names.short[seat], 9),
        ("█" * full, "key"),
        (" " if full else "", "plain"),
        (f"{found.own:.2f}", "strong"),
        (f" on {counted(found.forecasts, 'forecast')}; the room {found.room:.2f}", "muted"),
    )


def dice(told: Ending) -> list[Piece]:
    """Return every roll with its odds, and what the other outcomes would have been."""
    pieces = [
        piece(("The dice", "title")),
        piece(
            (
                "What was rolled, and what else could have come of it. No outcome is told without its odds.",
                "muted",
            )
        ),
    ]
    for roll in told.rolls:
        total = sum(weight for weight, _ in roll.outcomes)
        pieces += [GAP, piece((f"Turn {roll.turn}: ", "muted"), (roll.about, "strong"))]
        if roll.ruled:
            pieces.append(piece(("The facilitator ruled how it came out.", "warn"), indent=2))
        for at, (weight, news) in enumerate(roll.outcomes):
            if weight or at == roll.came:
                said, came = news or "nothing that was told as news", at == roll.came
                mark = ("» ", "key") if came else ("  ", "plain")
                odds = (f"{chance(weight, total)}: ", "muted")
                pieces.append(piece(odds, (said, "strong" if came else "plain"), mark=mark, indent=2))
    return pieces if told.rolls else [*pieces, GAP, piece("No die was rolled in this game.")]


def envelopes(told: Ending, names: Names, people: Sequence[SeatId]) -> list[Piece]:
    """Return what people decided and why, turn by turn, and what was shown milder than it was."""
    pieces = [piece(("What was said in the envelopes", "title"))]
    shown = people or tuple(names.short)
    for exchange in told.exchanges:
        own = [made for made in exchange.decisions if made.seat in shown and not (people and made.by_bot)]
        if own:
            pieces += heading(f"Turn {exchange.turn}: {exchange.title or 'a quiet turn'}")
            for made in own:
                pieces += _envelope(made, names)
    milder = [
        piece(
            (f"Turn {turn}, {names.short[made.seat]}: ", "muted"),
            (made.label, "strong"),
            (f" was shown as “{made.shown}”", "plain"),
        )
        for turn, made in told.milder
    ]
    return [*pieces, *heading("Choices that were shown milder than they were"), *milder] if milder else pieces


def _envelope(made: DecisionEnd, names: Names) -> list[Piece]:
    manner = MANNERS_LATER[made.manner]
    milder = "" if made.shown == made.label else f" (shown as “{made.shown}”)"
    label = f"{made.label}{milder}"
    pieces = [piece((f"{names.short[made.seat]}: ", "muted"), (label, "strong"), (manner, "warn"))]
    if (kept := made.envelope) is None:
        return pieces
    for label, text in (("Because", kept.rationale), ("Expected", kept.expects), ("Dissent", kept.dissent)):
        if text:
            pieces.append(piece((f"{label}: ", "muted"), text, indent=2))
    if kept.decided not in ("alone", "bot"):
        pieces.append(piece((f"Decided by {kept.decided}.", "muted"), indent=2))
    return pieces


def discuss(told: Ending) -> list[Piece]:
    """Return the questions that the cards of this game put to the room."""
    pieces = [piece(("Questions for the room", "title"))]
    for exchange in told.exchanges:
        if exchange.discuss:
            pieces += heading(f"Turn {exchange.turn}: {exchange.title or 'a quiet turn'}")
            pieces += points(exchange.discuss)
    return pieces


def trust(told: Ending, digest: str, save: Path | None) -> list[Piece]:
    """Return what the game can be checked by, and the way on."""
    kept = commitment(bytes.fromhex(told.seed), bytes.fromhex(told.salt)) == told.commitment
    pieces = [
        piece(("Can this game be trusted?", "title")),
        GAP,
        piece(("Final digest ", "muted"), (digest, "strong")),
        piece(("Note it down: whoever has it can tell whether the save was changed later.", "muted")),
        GAP,
        piece(("Seed ", "muted"), told.seed),
        piece(("Salt ", "muted"), told.salt),
        piece(("Promise made at the start ", "muted"), told.commitment),
        piece(
            ("The promise is the SHA-256 of the salt and the seed, as bytes: ", "muted"),
            ("it was kept." if kept else "it was not kept.", "good" if kept else "bad"),
        ),
        *([piece((NAMED_SEED, "muted"))] if told.seed_given else []),
    ]
    if save is not None:
        pieces += [GAP, piece(("The save: ", "muted"), (shown(save), "strong"))]
        pieces += [piece(("To check it (said once more when you leave): ", "muted"))]
        pieces += [piece(command("verify", save, "--against", digest))]
        pieces += [GAP, piece(("To walk it moment by moment, with anybody's eyes: ", "muted"))]
        pieces += [piece(command("replay", save))]
    return [*pieces, GAP, piece(("Another game: ", "muted"), f"{program()} play")]
