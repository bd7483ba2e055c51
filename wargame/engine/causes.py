"""Causes as people read them, and as far as a seat may.

A cause is a path. Its first part says when (`3.1` or `3`), the next what kind of thing it was. What
another seat did is told by the label that its option is shown as.
"""

from wargame.content.base import FACILITATOR, CardId, SeatId
from wargame.content.cards import Option
from wargame.engine.book import Book
from wargame.engine.ready import Consequences, ReadyOption


def ready_option(book: Book, path: list[str]) -> tuple[SeatId, ReadyOption] | None:
    """Return the seat and option that a part of a cause names: `option/CARD/SEAT/ID`, `standing/SEAT/ID`."""
    match path:
        case ["option", card, seat, option, *_]:
            asks = book.cards[CardId(card)].asks
            return SeatId(seat), asks[SeatId(seat)].options[option]
        case ["standing", seat, option, *_]:
            return SeatId(seat), book.standing[SeatId(seat)].options[option]
        case _:
            return None


def consequences(book: Book, source: list[str]) -> Consequences | None:
    """Return what follows from the source that a part of a cause names; None if it names none."""
    match source:
        case ["driver", key]:
            return book.driver(key).follows
        case ["card", card]:
            return book.cards[CardId(card)].follows
        case ["together", card, at]:
            return book.cards[CardId(card)].together[int(at)].follows
        case _:
            found = ready_option(book, source)
            return found[1].follows if found else None


def shown_label(option: Option, owner: SeatId, seat: SeatId, ended: bool = False) -> str:
    """Return the label of an option as a seat may read it: its own in full, another's as shown.

    To whom all is open another's is told in full, with what it was shown as.
    """
    if option.shown_as in (None, option.label) or seat == owner:
        return option.label
    if ended or seat == FACILITATOR:
        return f"{option.label} (shown as “{option.shown_as}”)"
    return option.shown_as


def tell(book: Book, path: str, seat: SeatId, ended: bool = False) -> str:
    """Return a cause as one phrase that this seat may read."""
    _, *parts = path.split("/")
    match parts:
        case ["card", card]:
            return f"the situation itself ({book.cards[CardId(card)].card.title})"
        case ["option" | "standing", *_]:
            return _option(book, parts, seat, ended)
        case ["together", card, at]:
            return _together(book, CardId(card), int(at), seat, ended)
        case ["chance", "driver", driver, outcome]:
            return f"chance ({book.driver(driver).driver.title}){_news(book, parts[1:-1], outcome)}"
        case ["chance", "card", card, outcome]:
            return f"chance ({book.cards[CardId(card)].card.title}){_news(book, ['card', card], outcome)}"
        case ["chance", "option" | "standing", *_, outcome]:
            return f"chance ({_option(book, parts[1:], seat, ended)}){_news(book, parts[1:-1], outcome)}"
        case ["chance", "together", card, at, outcome]:
            behind = _together(book, CardId(card), int(at), seat, ended, news=False)
            return f"chance ({behind}){_news(book, parts[1:-1], outcome)}"
        case ["coupling", source, _, _]:
            return f"spillover from {book.label(source)}"
        case ["driver", driver]:
            return book.driver(driver).driver.title
        case ["decay", number]:
            return f"drift back toward {book.baseline(number)}, where it settles"
        case ["ruling", *_]:
            return "the facilitator's ruling"
        case _:
            # Fails closed: a path holds what an option is really called.
            return "a cause that has no name here"


def outcome_news(book: Book, path: str, outcome: int) -> str:
    """Return what is said of an outcome of a roll, or nothing; `path` is the roll's own."""
    return _news(book, path.split("/")[1:], str(outcome)).removeprefix(": ")


def roll_about(book: Book, path: str) -> str:
    """Return what a roll was about as it really was, once all is open; `path` is the roll's own."""
    parts = path.split("/")[1:]
    match parts:
        case ["driver", driver]:
            return book.driver(driver).driver.title
        case ["card", card]:
            return book.cards[CardId(card)].card.title
        case ["together", card, at]:
            return _together(book, CardId(card), int(at), SeatId(FACILITATOR), ended=True, news=False)
        case _:
            return _option(book, parts, SeatId(FACILITATOR), ended=True)


def _option(book: Book, parts: list[str], seat: SeatId, ended: bool) -> str:
    found = ready_option(book, parts)
    assert found is not None
    owner, ready = found
    return f"{book.scenario.actor(owner).short}: {shown_label(ready.option, owner, seat, ended)}"


def _together(book: Book, card: CardId, at: int, seat: SeatId, ended: bool, news: bool = True) -> str:
    entry = book.cards[card].together[at]
    named = {owner for owner, _ in entry.choices}
    # In the scenario's order: the order written would tell entries apart that are to look alike.
    who = " and ".join(book.scenario.actor(owner).short for owner in book.seats if owner in named)
    what = f"what {who} chose{' together' if len(named) > 1 else ''}"
    return f"{what}{f': {entry.news}' if news and entry.news else ''}"


def _news(book: Book, parts: list[str], outcome: str) -> str:
    """Return what was said of an outcome, after a colon, if anything was."""
    found = consequences(book, parts)
    news = found.chances[int(outcome)].news if found else None
    return f": {news}" if news else ""
