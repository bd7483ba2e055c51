"""An ideal observer: how well a seat's intent can be read from its choices alone.

Naive Bayes: how often each option of each ask is chosen with each intent is learned on one half of the
games, and the other half is read with it; then the reverse. An ask that was not met in the first half
says nothing about the second. With few games it learns little, so its figure is a lower bound.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from wargame.lab.estimates import Estimate, auc, pooled
from wargame.lab.games import Outcome

Choice = tuple[str, str]


class Observer:
    """What has been learned of one seat: how often each option is chosen, with each intent."""

    def __init__(self, outcomes: Iterable[Outcome], seat: str) -> None:
        self._seat = seat
        self._games: Counter[str] = Counter()
        self._chosen: Counter[tuple[str, Choice]] = Counter()
        self._asked: Counter[tuple[str, str]] = Counter()
        self._pooled: Counter[Choice] = Counter()
        self._met: Counter[str] = Counter()
        for outcome in outcomes:
            intent = outcome.intents[seat]
            self._games[intent] += 1
            for choice in choices(outcome, seat):
                ask = choice[0]
                self._chosen[intent, choice] += 1
                self._asked[intent, ask] += 1
                self._pooled[choice] += 1
                self._met[ask] += 1
        self._options = Counter(ask for ask, _ in self._pooled)

    def score(self, outcome: Outcome, intent: str, turns: int) -> float:
        """Return the log odds of an intent against all others, after so many turns of a game."""
        seen = choices(outcome, self._seat, turns)
        logs = {
            key: math.log(games) + sum(math.log(self._likelihood(choice, key)) for choice in seen)
            for key, games in self._games.items()
        }
        if intent not in logs:
            return -math.inf
        others = [value for key, value in logs.items() if key != intent]
        if not others:
            return math.inf
        highest = max(others)
        return logs[intent] - highest - math.log(sum(math.exp(value - highest) for value in others))

    def _likelihood(self, choice: Choice, intent: str) -> float:
        """Return P(option | ask, intent), drawn towards the same for all intents (Cestnik, ECAI 1990)."""
        ask = choice[0]
        options = self._options[ask] + 1
        base = (self._pooled[choice] + 1) / (self._met[ask] + options)
        return (self._chosen[intent, choice] + options * base) / (self._asked[intent, ask] + options)


def choices(outcome: Outcome, seat: str, turns: int | None = None) -> list[Choice]:
    """Return what a seat chose of its own will, as (ask, option), in the first turns or in all."""
    return [
        (decision.ask, decision.option)
        for decision in outcome.decisions
        if decision.seat == seat and decision.manner == "chosen" and (turns is None or decision.turn <= turns)
    ]


def readings(
    outcomes: Sequence[Outcome], seat: str, intents: Iterable[str], after: Iterable[int]
) -> dict[tuple[str, int], Estimate | None]:
    """Return the observer's AUC for each intent against all others, after so many turns.

    None where one half of the games has no game with an intent, or none without.
    """
    halves = outcomes[0::2], outcomes[1::2]
    readers = (Observer(halves[1], seat), halves[0]), (Observer(halves[0], seat), halves[1])
    found: dict[tuple[str, int], Estimate | None] = {}
    for turns in after:
        for intent in intents:
            areas = [_area(observer, tested, seat, intent, turns) for observer, tested in readers]
            known = [area for area in areas if area is not None]
            found[intent, turns] = pooled(known) if len(known) == len(areas) else None
    return found


def _area(
    observer: Observer, tested: Sequence[Outcome], seat: str, intent: str, turns: int
) -> Estimate | None:
    scores = [(outcome.intents[seat] == intent, observer.score(outcome, intent, turns)) for outcome in tested]
    return auc([score for own, score in scores if own], [score for own, score in scores if not own])
