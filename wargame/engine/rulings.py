"""The chances that the facilitator may decide before they are rolled."""

from collections.abc import Iterator, Mapping

from wargame.engine.book import Book
from wargame.engine.ready import Consequences, ReadyChance
from wargame.engine.state import State


def chances_by_path(book: Book, state: State) -> Mapping[str, tuple[ReadyChance, ...]]:
    """Return the chances of the exchange on the table and of the drivers, by purpose path."""
    return {follows.path: follows.chances for follows in _ahead(book, state) if follows.chances}


def _ahead(book: Book, state: State) -> Iterator[Consequences]:
    """Yield all that may follow from the exchange on the table, and from drivers."""
    yield from (ready.follows for ready in book.drivers)
    if state.phase != "decide":
        return
    here = state.exchanges[-1]
    for seat in here.asked:
        yield from (ready.follows for ready in book.asks[here.card][seat].options.values())
    if here.card is not None:
        card = book.cards[here.card]
        yield from (entry.follows for entry in card.together)
        yield card.follows
