"""How much room a card takes, so that none is broken over pages: half the width, all of it, or small print.

Lines are counted as a column of half a page sets them, in the larger type.
"""

from collections.abc import Iterable, Iterator
from math import ceil
from unicodedata import combining, east_asian_width

from wargame.paper.sheets import PaperCard

_LINE = 50
"""Letters of a column; an ideograph takes the room of two."""
_OPTION = 0.4
"""Lines of space above an option."""
_HEAD = 4
_SIZES = (("half", 44), ("wide", 100), ("small", 180))
SMALLEST = "smallest"

Row = tuple[str, tuple[PaperCard, ...]]
"""A size, and one card or two side by side."""


def rows(cards: Iterable[PaperCard]) -> Iterator[Row]:
    """Yield cards in order as rows of two, but for those that need the whole width."""
    waiting: tuple[PaperCard, ...] = ()
    for card in cards:
        size = size_of(card)
        if size == "half":
            waiting = (*waiting, card)
        elif waiting:
            yield "half", waiting
            waiting = ()
        if size != "half":
            yield size, (card,)
        elif len(waiting) == 2:
            yield "half", waiting
            waiting = ()
    if waiting:
        yield "half", waiting


def size_of(card: PaperCard) -> str:
    """Return the largest size at which a card fits on a page."""
    taken = lines_of(card)
    return next((size for size, most in _SIZES if taken <= most), SMALLEST)


def lines_of(card: PaperCard) -> float:
    """Return about how many lines a card takes in a column."""
    texts = [card.title, card.prompt, *card.texts, *card.notes]
    texts += [text for option in card.options for text in (option.label, *option.lines)]
    return _HEAD + sum(map(_lines, texts)) + _OPTION * (len(card.options) + len(card.texts))


def _lines(text: str) -> int:
    return ceil(
        sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)
        / _LINE
    )
