"""Text as the screens draw it: runs of a style, laid out in lines of whole columns.

All text that others wrote passes `visible` here, once, before it can reach a terminal: pages and the map
draw nothing that is not a run. A style is a name; what it looks like is the theme's to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len

from wargame.content.text import visible

_SPACE = re.compile(r"[ \t\n]+")
_FIRM = "\N{NO-BREAK SPACE}"


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: str = "plain"


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: runs that are wrapped together, behind a mark that stands before the first line.

    All its lines begin `indent` columns in, and its text after the mark. Pieces that follow each other with
    the same `key` are one item, which the reader can point at and pick. A `rail` stands before the further
    lines, where a mark is drawn on: it is as wide as the mark or less.
    """

    runs: Runs
    mark: Runs = ()
    indent: int = 0
    key: str | None = None
    rail: Runs = ()


GAP = Piece(())
"""An empty line."""


class Line(NamedTuple):
    """One line as it is drawn, and the item that it belongs to."""

    runs: Runs
    key: str | None


def runs(*parts: str | tuple[str, str]) -> Runs:
    """Return runs of safe text; a bare text is in the plain style."""
    made = (Run(*part) if isinstance(part, tuple) else Run(part) for part in parts)
    return tuple(Run(visible(run.text), run.style) for run in made if run.text)


def firm(text: str, width: int = 0) -> str:
    """Return a text that is never broken nor closed up, padded to a width or cut to it."""
    if width:
        text = fitted((Run(text),), width)[0].text if cell_len(text) > width else text
        text += " " * (width - cell_len(text))
    return text.replace(" ", _FIRM)


def piece(
    *parts: str | tuple[str, str],
    mark: str | tuple[str, str] = "",
    indent: int = 0,
    key: str | None = None,
) -> Piece:
    """Return a paragraph of parts, behind a mark."""
    return Piece(runs(*parts), runs(mark), indent, key)


def heading(text: str) -> tuple[Piece, Piece]:
    """Return a heading after an empty line."""
    return GAP, piece((text, "heading"))


def points(texts: Iterable[str]) -> list[Piece]:
    """Return texts as the points of a list."""
    return [piece(text, mark=("· ", "muted")) for text in texts]


def prose(text: str, style: str = "plain", indent: int = 0) -> list[Piece]:
    """Return the paragraphs of a text, an empty line between them, freed of the ends of lines typed."""
    found: list[Piece] = []
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        found += [GAP] if number else []
        found.append(piece((paragraph, style), indent=indent))
    return found


def lay_out(pieces: Iterable[Piece], width: int) -> list[Line]:
    """Return the lines of pieces in a column of so many cells; a column is never narrower than 8."""
    return [Line(_joined(told), piece.key) for piece in pieces for told in _wrapped(piece, max(8, width))]


def _joined(told: Runs) -> Runs:
    """Return a line in as few runs as it can be drawn in, since a terminal is told each one's style."""
    found: list[Run] = []
    for text, style in told:
        before = found.pop().text if found and found[-1].style == style else ""
        found.append(Run(before + text.replace(_FIRM, " "), style))
    return tuple(found)


def _wrapped(piece: Piece, width: int) -> list[Runs]:
    mark = sum(cell_len(run.text) for run in piece.mark)
    margin = min(piece.indent + mark, width - 4)
    lines = _broken(piece.runs, width - margin)
    fits = margin >= piece.indent + mark
    indent = (Run(" " * piece.indent),) if piece.indent else ()
    first: Runs = (*indent, *piece.mark) if fits else ()
    blank: Runs = (Run(" " * margin),) if margin else ()
    rail: Runs = (*indent, *piece.rail, Run(" " * (mark - measured(piece.rail)))) if fits else ()
    further = rail if piece.rail else blank
    return [(*((first if at == 0 else further) or blank), *line) for at, line in enumerate(lines)]


def _broken(told: Sequence[Run], width: int) -> list[Runs]:
    """Break runs into lines between words, or within a word that fits on no line."""
    lines: list[Runs] = []
    line: list[Run] = []
    taken = 0
    for word in _words(told):
        wide = measured(word)
        if taken and taken + 1 + wide > width:
            lines.append(tuple(line))
            line, taken = [], 0
        if taken:
            line.append(Run(" ", word[0].style))
            taken += 1
        for text, style in word:
            while taken + cell_len(text) > width:
                head, rest = _cut(text, width - taken)
                if taken and cell_len(head) > width - taken:
                    head, rest = "", text
                lines.append((*line, Run(head, style)) if head else tuple(line))
                line, taken, text = [], 0, rest
            line.append(Run(text, style))
            taken += cell_len(text)
    return [*lines, tuple(line)]


def _words(told: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield words, each of them the runs between two spaces."""
    word: list[Run] = []
    for text, style in told:
        for at, part in enumerate(_SPACE.split(text)):
            if at and word:
                yield word
                word = []
            if part:
                word.append(Run(part, style))
    if word:
        yield word


def _cut(text: str, width: int) -> tuple[str, str]:
    """Cut a text where it fills so many cells, after at least one letter."""
    taken = 0
    for at, letter in enumerate(text):
        taken += cell_len(letter)
        if taken > width and at:
            return text[:at], text[at:]
    return text, ""


def fitted(told: Sequence[Run], width: int) -> Runs:
    """Return runs on one line, cut to a width with an ellipsis."""
    if sum(cell_len(run.text) for run in told) <= width:
        return tuple(told)
    kept: list[Run] = []
    left = width - 1
    for text, style in told:
        if cell_len(text) > left:
            head = _cut(text, left)[0] if left > 0 else ""
            kept.append(Run(f"{head if cell_len(head) <= left else ''}…", style))
            break
        kept.append(Run(text, style))
        left -= cell_len(text)
    return tuple(kept)


def measured(told: Iterable[Run]) -> int:
    """Return how many cells runs take."""
    return sum(cell_len(run.text) for run in told)
