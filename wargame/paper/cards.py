"""The cards: a situation for everybody, and a question for each seat that a card asks, on its own sheet.

What stands on a seat's card is what the screen shows that seat and nobody else: its options' true labels,
what they move of its own numbers. So a seat's cards share no sheet with another's.
"""

from collections.abc import Iterator, Sequence

from wargame.content.base import SeatId
from wargame.content.cards import Card
from wargame.engine.book import Book
from wargame.engine.ready import ReadyAsk, ReadyOption
from wargame.engine.sight import option_told
from wargame.paper.coming import Coming
from wargame.paper.forecasts import forecasts
from wargame.paper.sheets import PaperCard, PaperOption, Sheet
from wargame.play.saying import Saying
from wargame.play.words import direction, joined, sentence

_EVERYBODY = "Everybody"


def situations(say: Saying, cards: Sequence[Coming]) -> Sheet:
    """Return the sheet that all may see: what happened, and whom it asks."""
    return Sheet(
        "situations",
        "Cards: the situations",
        "For everybody",
        "Cut along the dashed lines. When the screen deals a card, put it in the middle of the table.",
        cards=tuple(_situation(say, one) for one in cards),
    )


def of_seat(say: Saying, seat: SeatId, cards: Sequence[Coming]) -> Sheet:
    """Return the sheet of one seat: what each card asks of it, and its standing question."""
    book, name = say.book, say.names.short[seat]
    asked = [one for one in cards if seat in one.card.asks]
    return Sheet(
        f"cards-{seat}",
        f"Cards: what is asked of {name}",
        f"Only for {say.names.title(seat)}",
        "Cut along the dashed lines, and hand each card to its seat only when its situation is dealt. The "
        "number is that of the situation.",
        cards=(
            *(_asked(say, seat, str(one.number), one.card) for one in asked),
            _card(say, seat, "", "When no card asks you", book.standing[seat], ()),
        ),
    )


def _situation(say: Saying, one: Coming) -> PaperCard:
    asks = [name for seat, name in say.names.short.items() if seat in one.card.asks]
    return PaperCard(
        _EVERYBODY,
        str(one.number),
        one.card.title,
        tuple(paragraphs(one.card.situation)),
        notes=(f"It asks {joined(asks)}.",),
    )


def _asked(say: Saying, seat: SeatId, number: str, card: Card) -> PaperCard:
    questions = [one for one in card.forecasts if one.seats is None or seat in one.seats]
    ready = say.book.cards[card.id].asks[seat]
    return _card(
        say, seat, number, card.title, ready, tuple(f"Forecast: {text}" for text in forecasts(questions))
    )


def _card(
    say: Saying, seat: SeatId, number: str, title: str, ready: ReadyAsk, notes: tuple[str, ...]
) -> PaperCard:
    office = (f"You are now: {ready.ask.office.rstrip('.')}.",) if ready.ask.office else ()
    options = tuple(
        PaperOption(at, option.option.label, tuple(_lines(say, seat, ready, option)))
        for at, option in enumerate(ready.options.values(), 1)
    )
    return PaperCard(say.names.short[seat], number, title, office, ready.ask.prompt, options, notes)


def _lines(say: Saying, seat: SeatId, ready: ReadyAsk, option: ReadyOption) -> Iterator[str]:
    """Yield what the seat reads below a label; what an option costs and needs, since paper knows no state."""
    written = option.option
    told = option_told(say.book, ready.ask, option, seat, say.book.rules.hints)
    if written.about:
        yield written.about
    default = "This is what happens if you do not decide." if told.default else ""
    if said := " ".join(part for part in (direction(told), default) if part):
        yield said
    if written.costs:
        costs = [f"{amount} {say.names.numbers[track]}" for track, amount in written.costs.items()]
        yield f"Costs {joined(costs)}."
    if written.needs:
        yield f"Only if {sentence(say.condition(written.needs, {seat: ready.ask}))}"


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each freed of the line ends with which it was typed."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def most_options(book: Book, seat: SeatId, cards: Sequence[Coming]) -> int:
    """Return the most options that a seat has in any of these cards, and in its standing question."""
    asks = [book.standing[seat], *(book.cards[one.card.id].asks.get(seat) for one in cards)]
    return max(len(ready.options) for ready in asks if ready is not None)
