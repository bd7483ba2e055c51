"""What is printed, whatever it is written as: sheets of cards, of slips, and of text.

All text is as it was typed; each way of writing makes it harmless for itself.
"""

from typing import NamedTuple

from wargame.study.report.parts import Part


class PaperOption(NamedTuple):
    """An option as its seat reads it: its number in the form, its label, and what else is said of it."""

    number: int
    label: str
    lines: tuple[str, ...]


class PaperCard(NamedTuple):
    """A card to cut out; `to` says whose it is, `number` is the card's own among all that are printed."""

    to: str
    number: str
    title: str
    texts: tuple[str, ...]
    prompt: str = ""
    options: tuple[PaperOption, ...] = ()
    notes: tuple[str, ...] = ()


class Blank(NamedTuple):
    """A question of a slip, and how it is answered: numbers to ring, lines, boxes to tick, percentages."""

    question: str
    numbers: int = 0
    lines: int = 0
    boxes: tuple[str, ...] = ()
    percentages: int = 0


class Slip(NamedTuple):
    """A decision to be filled in by hand: whose it is, and what is asked."""

    to: str
    blanks: tuple[Blank, ...]


class Sheet(NamedTuple):
    """What begins on a page of its own: `whom` it is for, and what is done with it."""

    id: str
    title: str
    whom: str
    about: str
    cards: tuple[PaperCard, ...] = ()
    slips: tuple[Slip, ...] = ()
    parts: tuple[Part, ...] = ()


class Printed(NamedTuple):
    """All that is printed of a scenario, on one kind of paper."""

    title: str
    paper: str
    sheets: tuple[Sheet, ...]

    @property
    def secret(self) -> bool:
        """Whether it may hold secrets, and not slips alone, which are blank."""
        return any(not sheet.slips for sheet in self.sheets)
