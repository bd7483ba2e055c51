"""The card on the table, and what a seat is asked about it."""

from collections.abc import Sequence

from wargame.engine.hints import Hint
from wargame.engine.sight_parts import OptionSight, Sight
from wargame.play.names import Names
from wargame.play.words import joined, reason
from wargame.tui.ink import GAP, Piece, firm, heading, piece, points, prose
from wargame.tui.telling.board import arrow_style

OPTION = "option/"
"""How the key of an option on the page begins."""


def situation(sight: Sight) -> list[Piece]:
    """Return the card as everybody sees it, with its record once that may be told."""
    if sight.card is None:
        return [piece(("A quiet turn", "title")), GAP, *record(sight)]
    return [piece((sight.card.title, "title")), GAP, *prose(sight.card.situation), *record(sight)]


def dealt(sight: Sight, names: Names) -> list[Piece]:
    """Return the card as it is dealt: what everybody reads, and who is to decide."""
    told = situation(sight)
    asked = [names.short[seat] for seat in sight.asked if seat not in sight.standing]
    if asked:
        told += [GAP, piece(("The card asks ", "muted"), (f"{joined(asked)}.", "strong"))]
    if sight.standing:
        free = joined([names.short[seat] for seat in sight.standing])
        told += [
            GAP,
            piece(("The card does not ask, but a small step is open to: ", "muted"), (f"{free}.", "strong")),
        ]
    return told


def record(sight: Sight) -> list[Piece]:
    """Return what is on record about the card, as far as it may be told; of none, that none is dealt."""
    if sight.card is None:
        return [piece("No card is dealt: every seat decides what to use the turn for.")]
    facts, source = sight.card.facts, sight.card.source
    if not (facts or source):
        return []
    told = [*heading("For the record"), *points(facts)]
    return [*told, piece(("Source: ", "muted"), (source, "muted"))] if source else told


def question(sight: Sight, desk: Sequence[Piece] = ()) -> list[Piece]:
    """Return the card, what lies on the `desk`, what this seat is asked, and options that can be picked."""
    return [*situation(sight), *([GAP, *desk, *ask(sight)] if sight.ask else [])]


def ask(sight: Sight) -> list[Piece]:
    """Return what this seat is asked, in whose person, and its options; nothing if it is not asked."""
    if sight.ask is None:
        return []
    told = []
    if sight.ask.office and not sight.ask.standing:
        told.append(piece(("For this card you are: ", "muted"), (f"{sight.ask.office}.", "strong")))
    told.append(piece((sight.ask.prompt, "heading")))
    for number, option in enumerate(sight.ask.options, 1):
        told += option_pieces(number, option)
    return told


def option_pieces(number: int, option: OptionSight) -> list[Piece]:
    """Return an option as an item: label, what it means, which way it moves what, why it is shut."""
    key = f"{OPTION}{option.id}"
    shut = option.shut is not None
    told = [
        Piece((), key=None),
        piece((option.label, "shut" if shut else "strong"), mark=(f"{number} ", "key"), key=key),
    ]
    if option.about:
        told.append(piece((option.about, "muted"), indent=2, key=key))
    if hints := effects(option):
        told.append(piece(*hints, indent=2, key=key))
    if option.default:
        told.append(piece(("Taken if you do not decide.", "muted"), indent=2, key=key))
    if option.shut is not None:
        told.append(piece((f"Shut: {reason(option)}.", "warn"), indent=2, key=key))
    return told


def effects(option: OptionSight) -> list[tuple[str, str]]:
    """Return what an option is known to move, each number behind an arrow."""
    told: list[tuple[str, str]] = []
    for sure, later in ((True, False), (False, False), (True, True), (False, True)):
        found = [hint for hint in option.hints if (hint.sure, hint.later) == (sure, later)]
        if not found:
            continue
        opening = firm(
            " ".join(word for word in ("later" if later else "", "" if sure else "perhaps") if word)
        )
        if opening:
            told.append((f"{'· ' if told else ''}{opening}: ", "muted"))
        for hint in found:
            size = "" if hint.size is None else f" {hint.size}"
            told += [_arrow(hint), (firm(f" {hint.label}{size}"), "plain"), ("  ", "plain")]
    for flag in option.flags:
        verb = "makes" if flag.sure else "may make"
        opening = f"{'later ' if flag.later else ''}{verb} {'true' if flag.sets else 'untrue'}: "
        told += [(f"{'· ' if told else ''}{opening}", "muted"), (f"{flag.about} ", "plain")]
    if option.chancy:
        told.append((f"{'· the rest' if told else 'all of it'} is chance", "muted"))
    return told


def _arrow(hint: Hint) -> tuple[str, str]:
    return "▲" if hint.direction > 0 else "▼", arrow_style(hint.direction, hint.number)
