"""Which part of a scenario is printed, as it is typed: cards by their ids, seats, a length."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.content.base import CardId
    from wargame.engine.book import Book
    from wargame.paper.write import Portion


def portion(
    book: "Book",
    of_decks: "tuple[CardId, ...] | None",
    cards: Sequence[str],
    seats: Sequence[str],
    length: str | None,
) -> "Portion":
    """Return what is printed; raises NoSuch for a card, a seat or a length that there is not."""
    from wargame.content.base import CardId
    from wargame.content.problems import suggestion
    from wargame.paper.coming import coming
    from wargame.paper.write import Portion
    from wargame.play.wishes import NoSuch, length_named, seats_named

    for card in cards:
        if card not in book.cards:
            near = suggestion(card, book.cards) or "; the facilitator's sheet has each card's id by its title"
            raise NoSuch(f"there is no card '{card[:60]}'{near}")
    found = Portion(
        tuple(map(CardId, cards)) or of_decks,
        seats_named(book.scenario, ",".join(seats)) if seats else None,
        None if length is None else length_named(book.rules, length),
    )
    if found.seats == ():
        raise NoSuch(f"'--seat' names nobody: the seats are {', '.join(book.seats)}")
    if not coming(book, found.cards, found.length):
        raise NoSuch(f"none of these cards can come in the length '{found.length}'")
    return found
