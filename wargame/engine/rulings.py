"""The chances that the facilitator may decide before they are rolled."""

from collections.abc import Mapping

from wargame.engine.book import Book
from wargame.engine.chance import DRIVER
from wargame.engine.ready import ReadyChance
from wargame.engine.state import State


def chances_by_path(book: Book, state: State) -> Mapping[str, tuple[ReadyChance, ...]]:
    """Return the chances of the exchange on the table and of the drivers, by purpose path."""
    found = {
        f"{DRIVER}{ready.driver.id}": ready.follows.chances for ready in book.drivers if ready.follows.chances
    }
    if state.phase != "decide":
        return found
    here = state.exchanges[-1]
    for seat in here.asked:
        for ready in book.asks[here.card][seat].options.values():
            if ready.follows.chances:
                found[f"chance/{ready.cause}"] = ready.follows.chances
    if here.card is None:
        return found
    card = book.cards[here.card]
    for at, entry in enumerate(card.together):
        if entry.follows.chances:
            found[f"chance/together/{here.card}/{at}"] = entry.follows.chances
    if card.follows.chances:
        found[f"chance/card/{here.card}"] = card.follows.chances
    return found
