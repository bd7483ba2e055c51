"""Card by card: how often it came, how the games with it ended, and what it did to the watched relation."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from wargame.content.base import CardId
from wargame.engine.book import Book
from wargame.lab.by import difference, order, relation, wars
from wargame.lab.estimates import mean, share
from wargame.lab.games import Dealing, Outcome
from wargame.lab.options import titled
from wargame.lab.report import Figure, Section


def sections(book: Book, outcomes: Sequence[Outcome]) -> tuple[Section, ...]:
    """Return the cards: first those that surely go with more wars or fewer, then by how often they came."""
    dealt: dict[str, list[tuple[Outcome, Dealing]]] = defaultdict(list)
    for outcome in outcomes:
        for dealing in outcome.dealt:
            if dealing.card is not None:
                dealt[dealing.card].append((outcome, dealing))
    made = [(card, tuple(_figures(book, card, outcomes, dealt[card]))) for card in book.cards]
    made.sort(key=lambda entry: order(entry[1][3].estimate, len(dealt[entry[0]])))
    return tuple(Section(f"card/{card}", titled(book, card), figures) for card, figures in made)


def _figures(
    book: Book, card: CardId, outcomes: Sequence[Outcome], dealt: Sequence[tuple[Outcome, Dealing]]
) -> Iterator[Figure]:
    key = f"card/{card}"
    games = {outcome.seed: outcome for outcome, _ in dealt}
    with_it = list(games.values())
    # A game that ended before the card could come says nothing about it.
    first = min((dealing.turn for _, dealing in dealt), default=1)
    without = [outcome for outcome in outcomes if outcome.seed not in games and outcome.turns >= first]
    yield Figure(f"{key}/dealt", "dealt", "share", share(len(with_it), len(outcomes)))
    yield Figure(f"{key}/war", "war, when it was dealt", "share", share(wars(with_it), len(with_it)))
    label = f"war, when it was not, of games that reached turn {first}"
    yield Figure(f"{key}/war-without", label, "share", share(wars(without), len(without)))
    yield difference(f"{key}/apart", with_it, without)
    watching = relation(book)
    if watching is not None:
        moved = mean([dealing.moved for _, dealing in dealt])
        yield Figure(f"{key}/moved", f"{watching}, moved at its reveal", "change", moved)
