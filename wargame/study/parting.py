"""Where two games part: the first of what happened in them that is not the same in both.

What counts is what a class would talk about: cards, choices, outcomes of chance, numbers, the end. Who
decided first, when and why does not. Of games that go on only what all could see counts, unless their secrets
may be shown.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from wargame.content.base import CardId
from wargame.engine.book import Book
from wargame.engine.causes import tell
from wargame.engine.events import Applied, Dealt, Ended, Event, Opened
from wargame.study.replay import TRUTH, Replay


class Fact(NamedTuple):
    """One thing that happened at a record: what it is about, how it came out, and both in words.

    `exchange` is 0 for what the end of a turn brought.
    """

    at: int
    turn: int
    exchange: int
    key: tuple[str, ...]
    value: object
    said: str


class Parting(NamedTuple):
    """Where a game parts from another: what happened in each there, None in one that has stopped before."""

    one: Fact | None
    other: Fact | None


def parting(one: Replay, other: Replay, spoil: bool = False) -> Parting | None:
    """Return where two games of a scenario part, None if nowhere; secrets count only if they may be shown."""
    deep = spoil or (one.ended and other.ended)
    for first, second in zip_longest(facts(one, deep), facts(other, deep)):
        if first is None or second is None or (first.key, first.value) != (second.key, second.value):
            return Parting(first, second)
    return None


def facts(replay: Replay, deep: bool) -> Iterator[Fact]:
    """Yield what happened in a game, in order: all of it, or what everybody could see."""
    card = None
    for moment, record in zip(replay.moments, replay.records, strict=True):
        for event in record.events:
            if isinstance(event, Dealt):
                card = event.card
            for key, value, said in _of(replay.book, event, card, deep):
                yield Fact(moment.at, moment.turn, moment.exchange, key, value, said)


_Told = tuple[tuple[str, ...], object, str]


def _of(book: Book, event: Event, card: CardId | None, deep: bool) -> Iterator[_Told]:
    match event:
        case Dealt():
            title = "no card comes" if card is None else f"the card is '{book.cards[card].card.title}'"
            yield ("card",), card, title
        case Opened():
            yield from _choices(book, event, card, deep)
        case Applied():
            yield from _applied(book, event, deep)
        case Ended(reason=reason):
            ending = next((one.title for one in book.rules.terminal if one.id == reason), None)
            yield ("end",), reason, f"the game ends: {ending or 'the calendar ran out'}"
        case _:
            pass


def _choices(book: Book, event: Opened, card: CardId | None, deep: bool) -> Iterator[_Told]:
    for seat, choice in event.choices.items():
        option = book.asks[card][seat].options[choice.option].option
        label = option.label if deep else option.shown_as or option.label
        late = ", too late to decide" if choice.manner == "late" else ""
        value = (choice.option if deep else label, choice.manner)
        yield ("choice", seat), value, f"{book.scenario.actor(seat).short}{late}: '{label}'"


def _applied(book: Book, event: Applied, deep: bool) -> Iterator[_Told]:
    if deep and event.roll is not None:
        cause = f"/{event.roll.path}/{event.roll.outcome}"
        yield ("roll", event.roll.path), event.roll.outcome, tell(book, cause, TRUTH, ended=True)
    for number, _, _, after, _ in event.changes:
        if deep or book.owner(number) is None:
            yield ("number", number), after, f"{book.label(number)} comes to {after}"
