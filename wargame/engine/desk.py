"""A working copy of what is true, on which the steps of one command are adjudicated in order.

Each step reads what the one before left. A desk collects the events; `evolve` makes the same changes
from them, which the tests hold it to.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from wargame.content.base import FlagId
from wargame.engine.book import Book
from wargame.engine.chance import draw
from wargame.engine.conditions import Seen
from wargame.engine.events import Applied, Chances, Delayed, Event, Row, Scheduled, Step
from wargame.engine.ready import Consequences, ReadyChance, ReadyEffect, ReadyFollowUp
from wargame.engine.state import State


class Desk:
    """Numbers, flags and events in the making; `where` starts every cause, as `3.1` or `3`.

    `look` returns what conditions may look at; it is asked when the first of them does.
    """

    def __init__(self, book: Book, state: State, where: str, exchange: int, look: Callable[[], Seen]) -> None:
        self.book = book
        self.state = state
        self.where = where
        self.exchange = exchange
        self.numbers = list(state.numbers)
        self.flags = dict(state.flags)
        self.month = state.month
        self.intents = state.intents
        self._look = look
        self.events: list[Event] = []
        self._clear()

    def _clear(self) -> None:
        self._changes: list[Row] = []
        self._set: tuple[tuple[FlagId, int | None], ...] = ()
        self._cleared: tuple[FlagId, ...] = ()
        self._delayed: tuple[Delayed, ...] = ()
        self._scheduled: tuple[Scheduled, ...] = ()
        self._news: tuple[str, ...] = ()

    @cached_property
    def seen(self) -> Seen:
        """The choices that conditions may look at."""
        return self._look()

    def change(self, at: int, wanted: int, cause: str) -> None:
        """Add to a number, clamped to 0..100; a cause is already a whole path."""
        if wanted:
            self.change_all(((at, wanted),), cause)

    def change_all(self, changes: Iterable[tuple[int, int]], cause: str) -> None:
        """Add to numbers in this order, each by its place, as `change` does; no amount is 0."""
        numbers, names, made = self.numbers, self.book.numbers, self._changes
        for at, wanted in changes:
            before = numbers[at]
            after = before + wanted
            if after < 0:
                after = 0
            elif after > 100:
                after = 100
            numbers[at] = after
            made.append((names[at], wanted, before, after, cause))

    def flag(self, sets: Iterable[FlagId], lasting: int | None, clears: Iterable[FlagId]) -> None:
        """Set and clear flags; a lasting one is gone when that many more turns have ended."""
        until = None if lasting is None else self.state.turn + lasting
        for name in clears:
            if name in self.flags:
                del self.flags[name]
                self._cleared += (name,)
                self._set = tuple(entry for entry in self._set if entry[0] != name)
        for name in sets:
            self.flags[name] = until
            self._set += ((name, until),)

    def tell(self, news: str | None) -> None:
        """Add a line of news, if there is one."""
        if news:
            self._news += (news,)

    def effects(self, effects: Sequence[ReadyEffect], cause: str) -> None:
        """Make effects in written order, each reading what the one before left."""
        for effect in effects:
            if effect.test is not None and not effect.test(self, self.seen):
                self.effects(effect.otherwise, cause)
            elif effect.delay:
                self._delay(effect, cause)
            else:
                self.change_all(effect.changes, cause)
                if effect.set or effect.clear:
                    self.flag(effect.set, effect.lasting, effect.clear)

    def _delay(self, effect: ReadyEffect, cause: str) -> None:
        delayed = Delayed(
            turn=self.state.turn + effect.delay,
            wanted=tuple((self.book.numbers[at], wanted) for at, wanted in effect.changes),
            set=effect.set,
            lasting=effect.lasting,
            clear=effect.clear,
            cause=cause,
        )
        self._delayed += (delayed,)

    def follow_ups(self, follow_ups: Iterable[ReadyFollowUp], cause: str) -> None:
        """Schedule the cards that this brings about."""
        for brought in follow_ups:
            if brought.test is None or brought.test(self, self.seen):
                due = self.state.turn + brought.delay
                entry = Scheduled(card=brought.card, turn=due, cause=cause, at_once=brought.delay == 0)
                self._scheduled += (entry,)

    def make(self, follows: Consequences) -> None:
        """Make the effects of consequences, and schedule their follow-ups; their chances come later."""
        cause = f"{self.where}/{follows.source}"
        self.effects(follows.effects, cause)
        if follows.next:
            self.follow_ups(follows.next, cause)

    def odds(self, chances: Sequence[ReadyChance]) -> tuple[int, ...]:
        """Return the weight of each outcome as things stand, zero for one whose condition fails."""
        weights = []
        for chance in chances:
            weight = 0
            if chance.test is None or chance.test(self, self.seen):
                weight = chance.weight + sum(more for more, test in chance.more if test(self, self.seen))
            weights.append(max(0, weight))
        return tuple(weights)

    def roll(self, follows: Consequences, step: Step, driver: str | None = None) -> None:
        """Roll the chance of consequences, or take the outcome that was ruled, and make what comes of it."""
        chances, path = follows.chances, follows.path
        weights = self.odds(chances)
        ruled = self.state.ruled_outcomes.get(path)
        if ruled is None and not sum(weights):
            return
        seed = self.state.setup.seed
        outcome = ruled if ruled is not None else draw(seed, self.state.turn, self.exchange, path, weights)
        cause = f"{self.where}/{path}/{outcome}"
        chance = chances[outcome]
        self.effects(chance.effects, cause)
        self.follow_ups(chance.next, cause)
        self.tell(chance.news)
        told = Chances(path=path, weights=weights, outcome=outcome, ruled=ruled is not None)
        self.close(step, told, driver, always=True)

    def close(
        self, step: Step, roll: Chances | None = None, driver: str | None = None, always: bool = False
    ) -> None:
        """End a step: put its event among the events, unless nothing came of it."""
        something = self._changes or self._set or self._cleared or self._delayed or self._scheduled
        if something or self._news or always:
            applied = Applied(
                step,
                tuple(self._changes),
                self._set,
                self._cleared,
                self._delayed,
                self._scheduled,
                roll,
                driver,
                self._news,
            )
            self.events.append(applied)
            self._clear()
