"""What is wrong with decks as they are being typed, and what of them can be put on the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import inf
from pathlib import Path

from wargame.content.editing.lines import Text
from wargame.content.editing.outline import outline
from wargame.content.gather import DeckFile, RulesFile, read_deck
from wargame.content.laid import Laid
from wargame.content.links import Links
from wargame.content.load import Gathered, gather
from wargame.content.problems import ContentError, Problem
from wargame.content.reading import Document, read_yaml
from wargame.content.scenario import Scenario

_ROUNDS = 3


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


class Checker:
    """Checks decks as `deck check` does, reading again only what was edited."""

    def __init__(self, rules: RulesFile) -> None:
        self.rules = rules
        self._base = gather(rules)
        self._read: dict[Path, dict[str, tuple[DeckFile, tuple[Problem, ...]]]] = {}

    def check(self, texts: Mapping[Path, str]) -> Found:
        """Check the scenario with decks that have these texts."""
        read = [self._deck(path, raw) for path, raw in texts.items()]
        gathered = self._base.with_decks([deck for deck, _ in read])
        problems = gathered.problems()
        warnings = [] if problems else gathered.warnings()
        own = {str(path) for path in texts}
        # What cannot be read is out already, and where reading fails may be in the card behind it.
        unread = {problem for _, found in read for problem in found}
        return Found(
            tuple(problem for problem in problems if problem.file in own),
            tuple(warning for warning in warnings if warning.file in own),
            _sound(gathered, [problem for problem in problems if problem not in unread]),
            whole=not problems,
        )

    def scenario(self, texts: Mapping[Path, str]) -> Scenario | None:
        """Return the scenario with decks that have these texts; None if it has problems."""
        gathered = self._base.with_decks([self._deck(path, raw)[0] for path, raw in texts.items()])
        return None if gathered.problems() else _sound(gathered, ())

    def _deck(self, path: Path, raw: str) -> tuple[DeckFile, tuple[Problem, ...]]:
        """Return a deck, and why parts of it cannot be read, if they cannot."""
        read = self._read.setdefault(path, {})
        if (before := read.get(raw)) is not None:
            return before
        unread: tuple[Problem, ...] = ()
        try:
            deck = read_deck(path, read_yaml(raw, str(path)))
        except ContentError as error:
            unread = error.problems
            deck = _rest(path, raw, unread)
        # Two are asked for again and again: the deck as it is saved, and as it is typed.
        self._read[path] = {**dict(list(read.items())[-1:]), raw: (deck, unread)}
        return deck, unread


def _sound(gathered: Gathered, problems: Sequence[Problem]) -> Scenario | None:
    """Return the scenario without the cards that have problems, if the rest can be played."""
    for _ in range(_ROUNDS):
        if not problems and gathered.rules.rules is not None:
            cards = tuple(laid.card for laid in gathered.cards())
            return Scenario(rules=gathered.rules.rules, cards=cards)
        gathered = replace(gathered, decks=tuple(_without(deck, problems) for deck in gathered.decks))
        problems = gathered.problems()
    return None


def _rest(path: Path, raw: str, problems: tuple[Problem, ...]) -> DeckFile:
    """Read a deck that is no YAML without those of its cards that are none, each line where it was."""
    text = Text.of(raw)
    parts = outline(text)
    lost = [part for part in parts if not _can_be_read(part.lines)]
    lines = list(text.bare)
    for part in lost:
        lines[part.start : part.stop] = [""] * (part.stop - part.start)
    ids = tuple(part.id for part in lost if part.id)
    if not lost or len(lost) == len(parts):
        return DeckFile(path, (), ids, problems)
    try:
        deck = read_deck(path, read_yaml("\n".join(lines), str(path)))
    except ContentError:
        return DeckFile(path, (), ids, problems)
    return replace(deck, broken=(*deck.broken, *ids), problems=(*problems, *deck.problems))


@lru_cache(500)
def _can_be_read(lines: tuple[str, ...]) -> bool:
    try:
        read_yaml("\n".join(lines), "")
    except ContentError:
        return False
    return True


def _without(deck: DeckFile, problems: Sequence[Problem]) -> DeckFile:
    """Return a deck without its cards that have problems; what leads to one of them still leads there."""
    lines = [problem.line for problem in problems if problem.file == str(deck.path)]
    kept, lost = [], []
    for laid in deck.cards:
        start, stop = _lines(laid)
        if any(start <= line < stop for line in lines):
            lost.append(str(laid.card.id))
        else:
            kept.append(laid)
    return DeckFile(deck.path, tuple(kept), (*deck.broken, *lost), ())


def _lines(laid: Laid) -> tuple[int, float]:
    """Return the first line of a card, and that of the next, whether the next is sound or not."""
    start = laid.source.place(laid.at)[0]
    entries = laid.source.value if isinstance(laid.source, Document) else None
    following = int(laid.at[0]) + 1
    if isinstance(entries, list) and following < len(entries):
        return start, laid.source.place((following,))[0]
    return start, inf
