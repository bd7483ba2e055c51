"""Conditions as a facilitator reads them: with the names, labels and facts that their ids stand for."""

from collections.abc import Iterable, Iterator, Mapping

from wargame.content.base import ANYONE, SeatId
from wargame.content.cards import Ask
from wargame.content.conditions import Condition, in_words
from wargame.engine.book import Book
from wargame.play.names import Names
from wargame.play.words import joined

Asks = Mapping[SeatId, Ask]


class Saying:
    """Says the conditions of a scenario; `asks` are those of the card on which a condition stands."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.names = Names.of(book)
        self._standing = {seat: ready.ask for seat, ready in book.standing.items()}

    def condition(self, condition: Condition, asks: Asks | None = None, but_turns: bool = False) -> str:
        """Return a condition in words: `North-South tension is 40 or more and “Talks are on” is true`.

        With `but_turns` it is said without what it asks of the calendar.
        """
        if but_turns:
            condition = condition.model_copy(update={"turn": None, "window": None})
        return self._all(condition, {**self._standing, **(asks or {})})

    def flag(self, flag: str) -> str:
        """Return the fact that a flag stands for, in quotes."""
        return f"“{self.book.rules.flags[flag].about.rstrip('.')}”"  # type: ignore[index]

    def _parts(self, condition: Condition, asks: Asks) -> Iterator[str]:
        for number, comparison in (*condition.tension.items(), *condition.tracks.items()):
            yield f"{self.names.numbers[number]} is {in_words(comparison)}"
        yield from (f"{self.flag(flag)} is true" for flag in condition.flags)
        if condition.window:
            yield f"it is so: {self._either(self._window(name) for name in condition.window)}"
        if condition.turn:
            yield f"the calendar's turn is {in_words(condition.turn)}"
        for seat, options in condition.choices.items():
            yield f"{self._who(seat)} chose {self._either(_label(asks, seat, key) for key in options)}"
        for who, tags in condition.chosen.items():
            yield f"{self._who(who)} chose {self._either(f'what is tagged “{tag}”' for tag in tags)}"
        if condition.late:
            yield f"the clock of {self._either(self._who(seat) for seat in condition.late)} ran out"
        for seat, intents in condition.intent.items():
            yield f"{self._who(seat)}'s intent is {self._either(self._intent(seat, key) for key in intents)}"
        if condition.any_:
            yield f"({'; or '.join(self._all(one, asks) for one in condition.any_)})"
        if condition.not_:
            yield self._denied(condition.not_, asks)

    def _denied(self, condition: Condition, asks: Asks) -> str:
        """Return that a condition does not hold; of a single fact, that it is not true."""
        if len(list(self._parts(condition, asks))) == len(condition.flags) == 1:
            return f"{self.flag(condition.flags[0])} is not true"
        return f"it is not so that {self._all(condition, asks)}"

    def _all(self, condition: Condition, asks: Asks) -> str:
        parts = list(self._parts(condition, asks))
        alone = len(parts) == 1 and condition.any_
        return parts[0][1:-1] if alone else joined(parts)

    def _either(self, items: Iterable[str]) -> str:
        return joined(list(items), "or")

    def _who(self, seat: SeatId) -> str:
        return "somebody" if seat == ANYONE else self.names.short[seat]

    def _window(self, name: str) -> str:
        return f"“{self.book.rules.windows[name].rstrip('.')}”"

    def _intent(self, seat: SeatId, key: str) -> str:
        intent = self.book.intent(seat, key)
        return f"“{intent.title.rstrip('.') if intent else key}”"


def _label(asks: Asks, seat: SeatId, key: str) -> str:
    """Return the label of an option, wherever it is asked; what is asked elsewhere goes by its id."""
    labels = {str(option.id): option.label for option in asks[seat].options} if seat in asks else {}
    return f"“{labels.get(key, key)}”"
