"""All that is printed of a scenario, sheet by sheet, in the order in which it is handed out."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from wargame.content.base import CardId, SeatId
from wargame.engine.book import Book
from wargame.paper.briefs import briefs
from wargame.paper.cards import of_seat, situations
from wargame.paper.coming import coming
from wargame.paper.guide import guide
from wargame.paper.sheets import Printed, Sheet
from wargame.paper.slips import slips
from wargame.play.saying import Saying

WHAT = ("cards", "slips", "briefs", "facilitator")
"""What can be printed."""

PAPERS = ("A4", "Letter")
"""On what."""


class Portion(NamedTuple):
    """What is printed of a scenario: these cards, for these seats, for one length; None is all."""

    cards: Iterable[CardId] | None = None
    seats: Collection[SeatId] | None = None
    length: str | None = None


ALL = Portion()
"""The whole scenario."""


def printed(book: Book, what: Collection[str] = WHAT, paper: str = "A4", portion: Portion = ALL) -> Printed:
    """Return the sheets of what is wanted, for a portion of the scenario."""
    return Printed(book.rules.title, paper, tuple(_sheets(book, what, portion)))


def _sheets(book: Book, what: Collection[str], portion: Portion) -> Iterator[Sheet]:
    say, cards = Saying(book), coming(book, portion.cards, portion.length)
    seats = [seat for seat in book.seats if portion.seats is None or seat in portion.seats]
    if "cards" in what:
        yield situations(say, cards)
        yield from (of_seat(say, seat, cards) for seat in seats)
    if "slips" in what:
        yield from (slips(say, seat, cards) for seat in seats)
    if "briefs" in what:
        yield from (sheet for seat in seats for sheet in briefs(say, seat, portion.length))
    if "facilitator" in what:
        yield guide(say, cards, portion.length)
