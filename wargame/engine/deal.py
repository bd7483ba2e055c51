"""Dealing: which card comes next, whom it asks, and which forecasts go with it.

A turn deals so many headline cards. Follow-ups that are due take those places first, then dated cards,
then one is drawn by weight. A card injected, or brought about at once, opens an exchange of its own; a
turn has at most `exchanges` of them, and what does not fit waits a turn. A turn that begins quiet stays so,
whatever its standing moves make eligible.
"""

from collections.abc import Mapping

from wargame.content.base import CardId, SeatId
from wargame.content.cards import Question
from wargame.engine.book import Book
from wargame.engine.chance import draw
from wargame.engine.conditions import NOTHING_SEEN
from wargame.engine.events import AT_THE_END, AT_THE_REVEAL, Asked, AskKind, Dealt, Origin
from wargame.engine.state import State

MOST_QUESTIONS = 2


def next_deal(book: Book, state: State) -> Dealt | None:
    """Return the deal that opens the turn's next exchange; None when the turn has no more.

    A turn's first exchange is always dealt: with nothing eligible, a quiet one.
    """
    number = len(state.exchanges) + 1
    if number > book.rules.deal.exchanges:
        return None
    card, origin = _next_card(book, state)
    if card is None and number > 1:
        return None
    asked = book.asked[card, number == 1]
    vacant = tuple([seat for seat in state.setup.vacant if seat in asked])
    questions = _questions(book, state, card, number, asked) if book.questions else ()
    return Dealt(number, card, origin, asked, vacant, questions)


def _next_card(book: Book, state: State) -> tuple[CardId | None, Origin]:
    if state.injected:
        return state.injected[0], "inject"
    for due in state.scheduled:
        if due.at_once and due.turn == state.turn and due.card in state.piles.draw:
            return due.card, "at-once"
    headlines = book.rules.deal.headlines
    places = max(2, headlines) if state.month in book.rules.deal.double else headlines
    origins = [exchange.origin for exchange in state.exchanges]
    taken = [origin for origin in origins if origin in ("follow-up", "dated", "draw")]
    if "quiet" in origins or len(taken) >= places:
        return None, "quiet"
    for due in state.scheduled:
        waits = due.turn > state.turn or (due.at_once and due.turn == state.turn)
        if not waits and due.card in state.piles.draw:
            return due.card, "follow-up"
    today = book.rules.calendar[state.month - 1].date
    there = set(state.piles.draw)
    if state.scheduled:
        there.difference_update([due.card for due in state.scheduled])
    for date, card, when in book.dated:
        if date <= today and card in there and (when is None or when(state, NOTHING_SEEN)):
            return card, "dated"
    return _drawn(book, state, there)


def _drawn(book: Book, state: State, there: set[CardId]) -> tuple[CardId | None, Origin]:
    there.difference_update([card for card, when in book.conditional if not when(state, NOTHING_SEEN)])
    weights = [weight if card in there else 0 for card, weight in book.drawable]
    if book.tag_weights:
        weights = _with_tags(book, state, weights)
    if not any(weights):
        return None, "quiet"
    drawn = draw(state.setup.seed, state.turn, len(state.exchanges) + 1, "deal", weights)
    return book.drawable[drawn][0], "draw"


def _with_tags(book: Book, state: State, weights: list[int]) -> list[int]:
    """Return the weights of the draw with what the rules add to a card that may come for its tags."""
    sums = [
        (tag, sum(amount for amount, test in more if test(state, NOTHING_SEEN)))
        for tag, more in book.tag_weights
    ]
    added = [(tag, amount) for tag, amount in sums if amount]
    if not added:
        return weights
    return [
        weight and max(0, weight + sum(amount for tag, amount in added if tag in book.cards[card].card.tags))
        for (card, _), weight in zip(book.drawable, weights, strict=True)
    ]


def _questions(
    book: Book, state: State, card: CardId | None, number: int, asked: Mapping[SeatId, AskKind]
) -> tuple[Asked, ...]:
    """Return the forecasts that go with an exchange, so that no seat has more than two a turn."""
    offered: list[Question] = []
    if number == 1:
        offered += [question for question in book.rules.forecasts if not question.turns]
    if card is not None:
        offered += book.cards[card].card.forecasts
    if number == 1:
        offered += [question for question in book.rules.forecasts if state.month in question.turns]
    if not offered:
        return ()
    put = [seat for exchange in state.exchanges for asked in exchange.questions for seat in asked.seats]
    found = []
    for question in offered:
        wanted = question.seats or tuple(asked)
        seats = tuple(seat for seat in asked if seat in wanted and put.count(seat) < MOST_QUESTIONS)
        if seats:
            put += seats
            found.append(_put(question, state.turn, number, seats))
    return tuple(found)


def _put(question: Question, turn: int, exchange: int, seats: tuple[SeatId, ...]) -> Asked:
    if question.resolves == "reveal":
        due = AT_THE_REVEAL
    elif question.resolves == "end":
        due = AT_THE_END
    else:
        due = turn + int(question.resolves.removeprefix("within ")) - 1
    return Asked(question=question.id, turn=turn, exchange=exchange, due=due, seats=seats)
