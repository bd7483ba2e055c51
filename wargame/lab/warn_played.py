"""What many games show to be suspicious in a scenario, told where it stands in the files."""

from collections.abc import Sequence

from wargame.content.findings import Findings, Placed
from wargame.content.laid import Laid, Places
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab import options
from wargame.lab.figures import objectives
from wargame.lab.games import Outcome
from wargame.lab.many import Progress, play_many, usable_processes
from wargame.lab.report import Figure

SURE_DEALT = 0.02
"""A card is told only when it surely comes in a smaller share of games: about 190 games show it."""

SURE_CHOSEN = 0.03
"""An option is told only when it surely is chosen in a smaller share: about 130 times show it."""

_ENOUGH = 200
"""Games that show that an option is never open."""

_TURNS_A_DECISION = 2
_FIRST_SEED = 1


def warn_played(
    scenario: Scenario,
    source: Placed,
    cards: Sequence[Laid],
    games: int,
    found: Findings,
    progress: Progress | None = None,
) -> None:
    """Play so many games of each length between bots, and note what they show.

    Of lengths other than the longest only the objectives are judged.
    """
    lengths = scenario.rules.lengths
    longest = max(lengths, key=lambda name: len(lengths[name].turns))
    seeds, places = range(_FIRST_SEED, _FIRST_SEED + games), Places(scenario.rules, source, cards)
    for at, length in enumerate(lengths):
        heard = _part(progress, at * games, len(lengths) * games)
        outcomes = play_many(scenario, length, seeds, usable_processes(), heard)
        telling = _Telling(Book(scenario, length), places, outcomes, found)
        telling.objectives()
        if length == longest:
            telling.run()


def _part(progress: Progress | None, before: int, games: int) -> Progress | None:
    """Return what hears of games done as a part of all games."""
    return None if progress is None else lambda done, _: progress(before + done, games)


class _Telling:
    def __init__(self, book: Book, places: Places, outcomes: Sequence[Outcome], found: Findings) -> None:
        self._book = book
        self._places = places
        self._outcomes = outcomes
        self._found = found
        self._games = f"{len(outcomes)} game{'' if len(outcomes) == 1 else 's'}"

    def run(self) -> None:
        """Note what the games show of cards, options and seats."""
        counted = options.tally(self._outcomes)
        for figure in options.cards(self._book, self._outcomes, True).figures:
            self._dealt(figure)
        for figure in options.chosen(self._book, counted).figures:
            self._chosen(figure)
        for figure in options.telling(self._book, counted).figures:
            self._tells(figure)
        for figure in options.asked(self._book, self._outcomes, False).figures:
            self._asked(figure)

    def objectives(self) -> None:
        """Note the objectives that are out of reach, and those that are a gift."""
        for figure in objectives(self._book, self._outcomes).figures:
            kind, seat, *objective = figure.id.split("/")
            kept = figure.estimate
            if kind != "kept" or kept is None or figure.verdict != "not as wanted":
                continue
            length = self._book.length_name
            said = f"'{objective[0]}' was kept in {kept.hits} of {kept.count} games of length '{length}'"
            code, advice = "always-kept", "ask more of it"
            if kept.value < 0.5:
                code, advice = "never-kept", f"ask less of it, or less in '{length}': 'shorter'"
            where = self._places.objective(seat, objective[0], length)
            self._found.add(*where, f"{said}: {advice}", code=code)

    def _dealt(self, figure: Figure) -> None:
        times = figure.estimate
        if figure.finding and times is not None and times.high < SURE_DEALT:
            _, card = figure.id.split("/")
            said = f"'{card}' was dealt in {times.hits} of {self._games}"
            self._found.add(*self._places.card(card), said, code="rarely-dealt")

    def _chosen(self, figure: Figure) -> None:
        times = figure.estimate
        if not figure.finding or (times is not None and times.high >= SURE_CHOSEN):
            return
        if times is None and len(self._outcomes) < _ENOUGH:
            return
        said = "this was never open"
        if times is not None:
            said = f"this was chosen {times.hits} times of the {times.count} that it was open"
        _, ask, seat, option = figure.id.split("/")
        self._found.add(
            *self._places.option(ask, seat, option), f"{said} in {self._games}", code="rarely-chosen"
        )

    def _tells(self, figure: Figure) -> None:
        ratio = figure.estimate
        if figure.verdict != "not as wanted" or ratio is None:
            return
        _, ask, seat, option, intent = figure.id.split("/")
        often = f"{ratio.value:.1f} times" if ratio.value > 1 else f"1/{1 / ratio.value:.1f}"
        said = f"this gives the intent away: with '{intent}' it is {often} as likely as with the others"
        said += f" in {self._games}; let each intent have a reason for it"
        self._found.add(*self._places.option(ask, seat, option), said, code="telltale")

    def _asked(self, figure: Figure) -> None:
        wanted = len(self._book.turns) // _TURNS_A_DECISION
        if figure.estimate is not None and figure.estimate.high < wanted:
            _, seat = figure.id.split("/")
            said = f"cards asked '{seat}' {figure.estimate.value:.1f} times a game in {self._games}"
            said += f"; {wanted} or more give it something to decide"
            self._found.add(*self._places.seat(seat), said, key=True, code="rarely-asked")
