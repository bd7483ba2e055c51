"""A card on the stage as its author sees it: what is set there, what each seat reads and is asked."""

from wargame.content.base import SeatId
from wargame.content.problems import Problem
from wargame.engine.sight_parts import Sight
from wargame.lab.stage import Setting
from wargame.lab.staged import Staged
from wargame.play.words import base_rate, joined, sentence
from wargame.tui.ink import GAP, Piece, piece, points
from wargame.tui.telling import card

OPTION = "staged/"
"""How the key of an option on these pages begins; then come its seat, a slash, and its id."""


def of_when(staged: Staged, problem: Problem | None) -> list[Piece]:
    """Return the line that marks a card as older than what is typed; nothing for one that is not."""
    if staged.as_of == "now":
        return []
    was = "As it was before the problem: " if staged.as_of == "before" else "As it is in the saved file: "
    why = f"line {problem.line}, {sentence(problem.sentence)}" if problem else "F8 says what is wrong."
    return [piece((was, "warn"), why, mark=("! ", "warn"))]


def never(problem: Problem | None) -> list[Piece]:
    """Return what is said in place of a card that was never sound."""
    if problem is None:
        return [piece(("This card cannot be put on the table yet: F8 says what is wrong.", "muted"))]
    first = f"Mend line {problem.line}, and the card is put on the table: "
    return [piece((first, "muted"), sentence(problem.sentence))]


def scenery(staged: Staged, *, choices: bool) -> Piece:
    """Return what is set, and, for the trial, which seats are varied and which choices held."""
    names, told = staged.names, words(staged, staged.scenery.setting)
    told += [
        f"intent of {names.short[SeatId(seat)]}: {what}" for seat, what in staged.scenery.intents.items()
    ]
    if choices:
        told += (
            [f"varied: {joined([names.short[SeatId(seat)] for seat in staged.vary])}"] if staged.vary else []
        )
        told += [f"{names.short[SeatId(seat)]} holds {option}" for seat, option in staged.held.items()]
    if not told:
        return piece(("As the game begins. ", "muted"), ("S", "key"), (" sets the stage.", "muted"))
    parts = (" · ".join(told), "strong"), (". ", "muted"), ("R", "key"), (" puts it back.", "muted")
    return piece(("As set: ", "key"), *parts)


def words(staged: Staged, setting: Setting) -> list[str]:
    """Return what a setting sets, as people say it."""
    told = []
    if setting.turn is not None:
        told.append(f"turn {setting.turn}, {staged.book.rules.calendar[setting.turn - 1].title}")
    told += [f"{staged.names.numbers[number]} {value}" for number, value in setting.numbers.items()]
    return told + [f"{flag} set" for flag in setting.flags]


def opens(staged: Staged, seat: SeatId, option: str) -> tuple[str, Piece | None]:
    """Return the key of an option, and what Enter sets to open it, if it is shut and that opens it."""
    key = f"{OPTION}{seat}/{option}"
    setting = staged.openings.get((seat, option))
    if setting is None:
        return key, None
    what = joined(words(staged, setting))
    return key, piece(("Enter", "key"), (f" opens it: {what}.", "muted"), indent=2, key=key)


def preview(staged: Staged) -> list[Piece]:
    """Return a card as the table shows it: what all read, what each seat is asked, what all read after."""
    anyone = next(iter(staged.sights.values()))
    told = [piece(("Everybody reads", "key")), *card.dealt(anyone, staged.names)]
    # Those that the card asks, then those that read it only.
    for seat, sight in sorted(staged.sights.items(), key=lambda each: not _is_asked(each[1])):
        told += [GAP, piece(("To ", "muted"), (staged.names.title(seat), "key"))]
        if sight.ask is not None and sight.ask.standing:
            aside = "This card asks it nothing. In a turn's first exchange it has its own question:"
            told.append(piece((aside, "muted")))
        told += _asked(staged, seat, sight)
    names = staged.names.short
    told += [GAP, piece(("When the envelopes are open, all read", "key"))]
    told += points(f"{names[owner]}: '{label}' as '{read}'." for owner, label, read in staged.milder)
    told.append(piece("Every other choice by its label." if staged.milder else "Every choice by its label."))
    return [*told, *card.record(staged.after)]


def _is_asked(sight: Sight) -> bool:
    return sight.ask is not None and not sight.ask.standing


def _asked(staged: Staged, seat: SeatId, sight: Sight) -> list[Piece]:
    """Return the question of a seat as at its sitting, and below each option what only its author is told."""
    told: list[Piece] = []
    shown = card.ask(sight)
    for at, own in enumerate(shown):
        following = shown[at + 1].key if at + 1 < len(shown) else None
        option = (own.key or "").removeprefix(card.OPTION)
        if not option:
            told.append(own)
            continue
        key, way = opens(staged, seat, option)
        told.append(Piece(own.runs, own.mark, own.indent, key))
        if following == own.key:
            continue
        if way is not None:
            told.append(way)
        elif needed := staged.needed.get((seat, option)):
            told.append(piece((f"Not told: {joined([*needed])}.", "muted"), indent=2, key=key))
    for question in sight.questions:
        base = f" {base_rate(question.base)}" if question.base is not None else ""
        told += [GAP, piece(("Forecast: ", "heading"), question.question, (base, "muted"))]
    return told
