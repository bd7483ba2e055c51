"""All that is printed of a scenario, sheet by sheet, in the order in which it is handed out."""

from collections.abc import Collection, Iterable, Iterator

from wargame.content.base import CardId
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


def printed(
    book: Book, what: Collection[str] = WHAT, paper: str = "A4", chosen: Iterable[CardId] | None = None
) -> Printed:
    """Return the sheets of what is wanted; of the cards, only those that are chosen."""
    return Printed(book.rules.title, paper, tuple(_sheets(book, what, chosen)))


def _sheets(book: Book, what: Collection[str], chosen: Iterable[CardId] | None) -> Iterator[Sheet]:
    say, cards = Saying(book), coming(book, chosen)
    if "cards" in what:
        yield situations(say, cards)
        yield from (of_seat(say, seat, cards) for seat in book.seats)
    if "slips" in what:
        yield from (slips(say, seat, cards) for seat in book.seats)
    if "briefs" in what:
        yield from (sheet for seat in book.seats for sheet in briefs(say, seat))
    if "facilitator" in what:
        yield guide(say, cards)
