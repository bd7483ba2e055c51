"""What a moment of a saved game tells, to whose eyes it is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wargame.content.base import SeatId
from wargame.engine.ending import CableEnd
from wargame.engine.sight_parts import EnvelopeSight, Sight
from wargame.play.names import Names
from wargame.play.words import DECIDED, counted, joined
from wargame.study.effects import Effect, Source
from wargame.study.moments import Moment
from wargame.study.notes import Note
from wargame.study.turning import CUT, TurningPoint
from wargame.tui.ink import GAP, Piece, firm, heading, piece, prose
from wargame.tui.row import likelihood
from wargame.tui.telling import board, card, reveal
from wargame.tui.telling.board import moved
from wargame.tui.telling.ending import cable_pieces

_BAR = 30


def moment(
    now: Moment,
    sight: Sight,
    names: Names,
    given: EnvelopeSight | None,
    laid_open: Sequence[Piece],
    said: str | None,
) -> list[Piece]:
    """Return what happened; `given` is the envelope that was filled, `laid_open` what all envelopes held.

    `said` is what a facilitator ruled, for those who may know, or why the game ended, or when it began.
    """
    match now.kind:
        case "begin":
            told = [
                piece((sight.title, "title")),
                *((piece((said, "muted")),) if said else ()),
                GAP,
                *prose(sight.question),
                *laid_open,
                GAP,
            ]
            told += board.turn(sight)
        case "card":
            told = [*card.situation(sight), *_asked(sight, names)]
        case "decision":
            questions = {question.id: question.question for question in sight.questions}
            told = [*_decision(now, names, given), *(forecasts(given, questions) if given else ())]
            told += _options(sight, given)
        case "reveal":
            told = [*reveal.told(reveal.exchange(sight)), *card.record(sight), *laid_open]
        case "turn-end":
            told = reveal.told(reveal.end_of_turn(sight, now.turn))
        case "end":
            over = piece((f"{now.title}. ", "title"), said or "")
            told = [over, GAP, *reveal.told(reveal.end_of_turn(sight, now.turn))]
        case "ruling":
            told = [
                piece((now.title, "title")),
                GAP,
                piece(said or "What was ruled is not shown in this view."),
            ]
        case _:
            told = [piece((now.title or "Nothing on the table moved.", "title"))]
    return told


def intents(found: Sequence[tuple[SeatId, str]], names: Names) -> list[Piece]:
    """Return what each seat was really after."""
    told = [piece((f"{names.short[seat]}: ", "muted"), (title, "strong"), indent=2) for seat, title in found]
    return [GAP, piece(("What each was really after", "secret")), *told] if told else []


def cables(found: Sequence[CableEnd], names: Names) -> list[Piece]:
    """Return the cables sent so far beside the truth, the newest first."""
    if not found:
        return []
    told = [piece for cable in reversed(found) for piece in (*cable_pieces(cable, names), GAP)]
    return [piece(("Every cable, beside the truth", "secret")), *told]


def _asked(sight: Sight, names: Names) -> list[Piece]:
    asked = joined([names.short[seat] for seat in sight.asked if seat not in sight.standing])
    return [GAP, piece(("These had to decide: ", "muted"), (f"{asked}.", "strong"))] if asked else []


def _decision(now: Moment, names: Names, given: EnvelopeSight | None) -> list[Piece]:
    assert now.seat is not None
    told = [piece((f"{names.full[now.seat]} decides", "title")), GAP]
    if given is None:
        return [*told, piece("What lies in the envelope only its own seat knew.")]
    return [*told, *envelope(given)]


def envelope(given: EnvelopeSight) -> list[Piece]:
    """Return what an envelope holds."""
    told = [
        piece(("Choice: ", "muted"), (given.label, "strong")),
        piece(("Because: ", "muted"), given.rationale),
    ]
    if given.expects:
        told.append(piece(("Expected: ", "muted"), given.expects))
    if given.decided != "alone":
        told.append(piece(("Decided by: ", "muted"), DECIDED[given.decided]))
    if given.dissent:
        told.append(piece(("Dissent: ", "muted"), given.dissent))
    return told


def forecasts(given: EnvelopeSight, questions: dict[str, str]) -> list[Piece]:
    """Return the forecasts in an envelope, each with its question."""
    return [
        piece(("Forecast: ", "muted"), f"{questions[key]} ", (f"{percent}%, {likelihood(percent)}", "strong"))
        for key, percent in given.forecasts.items()
        if key in questions
    ]


def _options(sight: Sight, given: EnvelopeSight | None) -> list[Piece]:
    """Return the options that there were, the one taken marked."""
    if given is None or sight.ask is None:
        return []
    told = [*heading(sight.ask.prompt)]
    for number, option in enumerate(sight.ask.options, 1):
        # What was decided is not to be picked once more.
        told += [GAP, *(replace(part, key=None) for part in card.option_pieces(number, option)[1:])]
        if option.id == given.option:
            told.append(piece(("This one was taken.", "good"), indent=2))
    return told


def reasons(decided: Iterable[tuple[SeatId, EnvelopeSight]], names: Names) -> list[Piece]:
    """Return why everybody did what they did, once their envelopes may be read."""
    told: list[Piece] = []
    for seat, given in decided:
        told += [GAP, piece((names.title(seat), "strong")), *envelope(given)]
    return [*heading("What lay in the envelopes"), *told] if told else []


def effects(found: Sequence[tuple[Source, Sequence[Effect]]], names: Names) -> list[Piece]:
    """Return what each source did to each number in all, with the share that came through spillover."""
    told: list[Piece] = []
    for source, own in found:
        who = joined([names.short[seat] for seat in source.seats])
        told += [GAP, piece((f"{who}: " if who else "", "muted"), (source.label, "strong"))]
        for effect in own:
            if not effect.direct and not effect.indirect:
                continue
            how = f" (of it {effect.indirect:+d} by spillover)" if effect.indirect and effect.direct else ""
            how = " (all by spillover)" if effect.indirect and not effect.direct else how
            far = moved(effect.total, effect.number, width=5) if effect.total else ((firm("±0", 5), "muted"),)
            told.append(piece(*far, names.numbers[effect.number], (how, "muted"), indent=2))
    intro = "The effect of each on every number, in total: at once, later, and by spillover."
    return [piece((intro, "muted")), *told] if told else [piece("Nothing moved a number here.")]


def waterfall(number: str, entries: Sequence[tuple[str, int, int]]) -> list[Piece]:
    """Return changes as a waterfall, the oldest first: a bar from where the number was to where it went."""
    if not entries:
        return []
    low = min(min(before, after) for _, before, after in entries)
    high = max(max(before, after) for _, before, after in entries)
    wide = max(1, high - low)
    told = [*heading(f"From {low} to {high}, the oldest first")]
    for cause, before, after in entries:
        start, end = sorted((before, after))
        left = round((start - low) * _BAR / wide)
        size = max(1, round((end - start) * _BAR / wide))
        style = "plain" if before == after else board.arrow_style(after - before, number)
        arrow = "▲" if after > before else "▼" if after < before else " "
        bar = firm(" " * left + "█" * size, _BAR + 1)
        told.append(piece((cause, "muted"), mark=(firm(f"{bar}{arrow}{after:3} "), style)))
    return told


def noted(found: Sequence[Note], point: str | None = None, cause: str = "") -> list[Piece]:
    """Return what stands before a moment: the cause that led here, notes, what turning point it is."""
    told = [piece(("You came from this cause: ", "key"), cause, mark=("→ ", "key"))] if cause else []
    told += [
        piece((f"{note.by}: ", "secret"), note.text or "a bookmark", mark=("◆ ", "secret")) for note in found
    ]
    if point:
        told.append(piece(("A turning point: ", "key"), point, mark=("▲ ", "key")))
    return [*told, GAP] if told else []


def turning(points: Sequence[TurningPoint], moments: Sequence[int], names: Names) -> list[Piece]:
    """Return the turning points, the weightiest first, each an item that leads to its moment.

    Each is told with what people decided there, why, and who disagreed.
    """
    if not points:
        return [piece("No turning point was found.")]
    told = [piece((f"The weightiest first. {CUT} Enter goes there.", "muted"))]
    for number, (point, at) in enumerate(zip(points, moments, strict=True)):
        sentence = piece((f"Turn {point.turn}: ", "muted"), (point.sentence, "strong"), key=f"{number}/{at}")
        told += [GAP, sentence]
        for decision in point.decisions:
            given = decision.envelope
            if given is not None and given.decided != "bot":
                who = (f"{names.short[decision.seat]}: ", "muted")
                dissent = f" Dissent: {given.dissent}" if given.dissent else ""
                told.append(
                    piece(who, f"{given.label}. ", (f"{given.rationale}{dissent}", "muted"), indent=2)
                )
    return told


def notes(found: Sequence[Note], moments: Sequence[Moment], reviewers: int) -> list[Piece]:
    """Return notes in the order of the game, each an item that leads to its moment."""
    if not found:
        return [piece("There is no note yet. M sets a bookmark, and O writes a note.")]
    told: list[Piece] = []
    for at in dict.fromkeys(note.at for note in found):
        here = [note for note in found if note.at == at]
        now = moments[at] if at < len(moments) else None
        name = f"Turn {now.turn}: {now.title}" if now else f"Record {at}"
        shared = f"  {len(here)} of {counted(reviewers, 'reviewer')}" if reviewers > 1 else ""
        told += [GAP, piece((name, "heading"), (shared, "muted"), key=str(at))]
        told += [
            piece((f"{note.by}: ", "muted"), note.text or "a bookmark", indent=2, key=str(at))
            for note in here
        ]
    return told
