"""Lines of at most so many columns, counted as a terminal shows them: an ideograph takes two."""

import unicodedata
from collections.abc import Iterator

WIDTH = 78


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrap(text: str, indent: int = 0, hang: int = 2, width: int = WIDTH, *, whole: bool = False) -> list[str]:
    """Return one fact as lines: `indent` columns in, what does not fit `hang` columns further.

    A word that fits on no line is cut, unless words, as those that are paths, are to stay `whole`.
    """
    lines: list[str] = []
    line, empty = " " * indent, True
    for word in text.split():
        for piece in [word] if whole else _pieces(word, width - indent - hang):
            if not empty and columns(line) + 1 + columns(piece) > width:
                lines.append(line)
                line, empty = " " * (indent + hang), True
            line, empty = line + ("" if empty else " ") + piece, False
    return [*lines, "" if empty else line]


def _pieces(word: str, most: int) -> Iterator[str]:
    """Cut a word that fits on no line."""
    piece, taken = "", 0
    for letter in word:
        wide = _columns(letter)
        if piece and taken + wide > most:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + letter, taken + wide
    yield piece
