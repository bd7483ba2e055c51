"""What is wrong with decks as they are being typed, and what of them can be put on the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from wargame.content.base import CardId, SeatId
from wargame.content.gather import DeckFile, RulesFile, read_deck
from wargame.content.links import Links
from wargame.content.load import Gathered, gather
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import read_yaml
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.engine.sight_parts import Sight
from wargame.engine.state import State
from wargame.lab.stage import Setting, sights, stage
from wargame.lab.trial import Trial, trial
from wargame.play.names import Names
from wargame.play.saying import Saying

_ROUNDS = 3


@dataclass(frozen=True)
class Staged:
    """A card on the table as a game begins, and what each seat that it asks is told."""

    book: Book
    state: State
    names: Names
    sights: Mapping[SeatId, Sight]

    @cached_property
    def saying(self) -> Saying:
        """How conditions of the scenario are said."""
        return Saying(self.book)

    @property
    def card(self) -> CardId | None:
        """The card that lies there."""
        return self.state.exchanges[-1].card

    def tried(self) -> tuple[Trial, int]:
        """Return what came of every combination of choices, and the turn of it."""
        return trial(self.book, self.state), self.state.turn


@dataclass(frozen=True)
class Found:
    """What a check found: problems, or warnings if there are none; the sound part of the scenario, if any.

    `whole` says that this part is all of it.
    """

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    scenario: Scenario | None = None
    whole: bool = False

    @cached_property
    def links(self) -> Links | None:
        """What joins the cards of the sound part of the scenario."""
        return Links(self.scenario.rules, self.scenario.cards) if self.scenario is not None else None

    def staged(self, card: str) -> Staged | None:
        """Put a card on the table; None where it, or what it needs, is not sound."""
        if self.scenario is None or CardId(card) not in {each.id for each in self.scenario.cards}:
            return None
        try:
            book, state = stage(self.scenario, CardId(card), Setting())
            return Staged(book, state, Names.of(book), sights(book, state))
        except Exception:  # noqa: BLE001 - a card that cannot be shown is no reason to stop editing it
            return None


class Checker:
    """Checks decks as `deck check` does, reading again only what was edited."""

    def __init__(self, rules: RulesFile) -> None:
        self.rules = rules
        self._base = gather(rules)
        self._read: dict[Path, dict[str, DeckFile]] = {}

    def check(self, texts: Mapping[Path, str]) -> Found:
        """Check the scenario with decks that have these texts."""
        gathered = self._base.with_decks([self._deck(path, raw) for path, raw in texts.items()])
        problems = gathered.problems()
        warnings = [] if problems else gathered.warnings()
        own = {str(path) for path in texts}
        return Found(
            tuple(problem for problem in problems if problem.file in own),
            tuple(warning for warning in warnings if warning.file in own),
            _sound(gathered, problems),
            whole=not problems,
        )

    def scenario(self, texts: Mapping[Path, str]) -> Scenario | None:
        """Return the scenario with decks that have these texts; None if it has problems."""
        gathered = self._base.with_decks([self._deck(path, raw) for path, raw in texts.items()])
        return None if gathered.problems() else _sound(gathered, ())

    def _deck(self, path: Path, raw: str) -> DeckFile:
        read = self._read.setdefault(path, {})
        if (before := read.get(raw)) is not None:
            return before
        try:
            deck = read_deck(path, read_yaml(raw, str(path)))
        except ContentError as error:
            deck = DeckFile(path, (), (), error.problems)
        # Two are asked for again and again: the deck as it is saved, and as it is typed.
        self._read[path] = {**dict(list(read.items())[-1:]), raw: deck}
        return deck


def _sound(gathered: Gathered, problems: Sequence[Problem]) -> Scenario | None:
    """Return the scenario without the cards that have problems, if the rest can be played."""
    for _ in range(_ROUNDS):
        if not problems and gathered.rules.rules is not None:
            cards = tuple(laid.card for laid in gathered.cards())
            return Scenario(rules=gathered.rules.rules, cards=cards)
        gathered = replace(gathered, decks=tuple(_without(deck, problems) for deck in gathered.decks))
        problems = gathered.problems()
    return None


def _without(deck: DeckFile, problems: Sequence[Problem]) -> DeckFile:
    lines = [problem.line for problem in problems if problem.file == str(deck.path)]
    starts = [laid.source.place(laid.at)[0] for laid in deck.cards]
    kept = []
    for at, laid in enumerate(deck.cards):
        stop = starts[at + 1] if at + 1 < len(starts) else 10**9
        if not any(starts[at] <= line < stop for line in lines):
            kept.append(laid)
    return DeckFile(deck.path, tuple(kept), (), ())
