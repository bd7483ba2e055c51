"""The list of cards, and the words by which some of them are found."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from wargame.content.editing.meaning import Choice
from wargame.content.rules import Rules
from wargame.content.text import visible
from wargame.tui.ink import Piece, firm, fitted, measured, piece, runs
from wargame.tui.studio.bench import Listed

PROBLEM, CHANGED = "problem", "changed"
PROBLEM_MARK, WARNING_MARK = "!", "?"
_TITLED = 50
"""Cells from which on a list has room for titles."""


def has(card: Listed, word: str, *, problem: bool, changed: bool) -> bool:
    """Say whether a card has a word: in its title or id, as a seat, a tag, a row, its deck, its state."""
    return (
        word in card.words
        or word in f"{card.part.id} {card.part.title}".casefold()
        or (word == PROBLEM and problem)
        or (word == CHANGED and changed)
    )


def listing(
    found: Mapping[str, Listed],
    cards: Sequence[Listed],
    mark: Callable[[Listed], str],
    changed: Callable[[Listed], bool],
    width: int,
) -> list[Piece]:
    """Return cards by their keys below their decks, marked `!` or `?` as `mark` says, and `*` for a change.

    Behind their ids stand their titles where `width` has room for them.
    """
    told: list[Piece] = []
    longest = max((measured(runs(card.name)) for card in found.values()), default=0) + 2
    deck: Path | None = None
    for key, card in found.items():
        if card.deck != deck:
            deck = card.deck
            own = sum(each.deck == deck for each in found.values())
            every = sum(each.deck == deck for each in cards)
            count = f"  {own} of {every}" if own < every else f"  {every}"
            told.append(piece((visible(deck.stem), "heading"), (count, "muted")))
        own_mark, star = mark(card), " *" if changed(card) else ""
        name = fitted(runs((card.name, "plain")), max(1, width - len(star)))
        line = (*name, *runs((star, "key")))
        room = width - max(measured(line), longest) - 2
        if width >= _TITLED and room > 0 and card.part.title:
            gap = " " * (max(measured(line), longest) + 2 - measured(line))
            line = (
                *line,
                *fitted(runs((firm(gap), "plain"), (firm(card.part.title), "muted")), room + len(gap)),
            )
        told.append(
            Piece(line, runs((f"{own_mark} ", "warn" if own_mark == WARNING_MARK else "bad")), 0, key)
        )
    return told


def words(rules: Rules, decks: Sequence[Path]) -> list[Choice]:
    """Return what finds cards besides the words of their titles, each with what it is."""
    return [
        Choice(PROBLEM, "with problems or warnings"),
        Choice(CHANGED, "not saved yet"),
        *(Choice(str(actor.id), "a seat") for actor in rules.actors if actor.seat),
        *(Choice(str(tag), "a tag") for tag in rules.tags),
        *(Choice(str(row), "a row") for row in rules.rows),
        *(Choice(deck.stem, "a deck") for deck in decks if len(decks) > 1),
    ]
