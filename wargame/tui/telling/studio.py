"""A card as its author sees it: what is wrong."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from wargame.content.problems import Problem
from wargame.content.text import one_line, visible
from wargame.journal.errors import shown
from wargame.play.typed import quoted
from wargame.play.words import counted, joined
from wargame.tui.ink import GAP, Piece, piece

CARD = "card/"
"""How the key of a card on a page begins."""
_STEP = 60
"""Letters that are told of a line that changed."""


def problems(found: Sequence[Problem], warnings: Sequence[Problem]) -> list[Piece]:
    """Return what is wrong, or suspicious, each of which leads to its line."""
    if not found and not warnings:
        return [piece(("No problems.", "good"))]
    return [
        piece(
            (f"{each.line}:{each.column} ", "key"),
            (each.sentence, "bad" if not each.code else "warn"),
            (f" [{each.code}]" if each.code else "", "muted"),
            mark=("! " if not each.code else "? ", "bad" if not each.code else "warn"),
            key=f"line/{number}",
        )
        for number, each in enumerate((*found, *warnings))
    ]


def stepped(verb: str, card: str, old: Sequence[str], new: Sequence[str]) -> str:
    """Return the sentence about a step that was taken back or done again."""
    where = f", in {card}" if card else ""
    if len(old) == len(new) == 1:
        return f"{verb}{where}: {one_line(old[0].strip(), _STEP)} → {one_line(new[0].strip(), _STEP)}"
    parts = [
        f"{counted(len(lines), 'line')} {how}"
        for lines, how in ((old, "taken away"), (new, "put there"))
        if lines
    ]
    return f"{verb}{where}: {joined(parts)}."


def not_open(others: Mapping[Path, Sequence[Path]]) -> str:
    """Return the sentence about decks that are not open, by what opens them; nothing where there are none."""
    told = [
        f"{', '.join(deck.stem for deck in decks)} (wargame deck edit {quoted(shown(path))})"
        for path, decks in others.items()
    ]
    return f"Not open here, since other rules apply: {'; '.join(told)}." if told else ""


def held_to(rules: Path, others: str) -> list[Piece]:
    """Return what the decks are checked against, and which are not open."""
    said = f"Checked against {shown(rules)}; for other rules: --rules FILE."
    return [GAP, *(piece((visible(line), "muted")) for line in (said, others) if line)]
