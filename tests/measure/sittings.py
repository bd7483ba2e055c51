"""Measure how long teams sit at one keyboard: `python -m tests.measure.sittings [GAMES]`.

Prints, for each length and number of teams, how often a team sits down in a game, and the minutes that this
takes when everybody uses the whole clock, beside the exchanges of the game. Bots play: they choose as seats,
so what is dealt and asked is what a class would be asked.
"""

import sys
from collections.abc import Iterator, Sequence
from statistics import fmean

from wargame.content.load import load_scenario
from wargame.engine.book import Book
from wargame.lab.games import Outcome
from wargame.lab.many import play_many, usable_processes

TEAMS = (
    ("rok",),
    ("dprk", "rok"),
    ("dprk", "rok", "usa"),
    ("dprk", "rok", "usa", "japan", "china", "russia"),
)


def measured(games: int) -> Iterator[str]:
    """Yield the figures, line by line."""
    scenario = load_scenario()
    for name, length in scenario.rules.lengths.items():
        outcomes = play_many(scenario, name, range(1, games + 1), usable_processes())
        turns = [scenario.rules.calendar[at - 1].date for at in Book(scenario, name).turns]
        yield f"Length {name}, {games} games between bots, {length.sitting} seconds a sitting"
        by_turn = (f"{month} {_exchanges(outcomes, turn):.1f}" for turn, month in enumerate(turns, 1))
        yield f"  exchanges a game: {_exchanges(outcomes):.1f} ({', '.join(by_turn)})"
        for teams in TEAMS:
            sat = [sum(made.seat in teams for made in outcome.decisions) for outcome in outcomes]
            often, minutes = (
                f"{fmean(sat):.1f} sittings, at most {max(sat)}",
                fmean(sat) * length.sitting / 60,
            )
            yield f"  teams {len(teams)}: {often}; {minutes:.0f} minutes"


def _exchanges(outcomes: Sequence[Outcome], turn: int | None = None) -> float:
    """Return the exchanges of a game, or of one of its turns where it was played, on average."""
    held = [
        {(made.turn, made.exchange) for made in outcome.decisions if turn in (None, made.turn)}
        for outcome in outcomes
    ]
    return fmean(len(each) for each in held if each)


if __name__ == "__main__":
    for told in measured(int(sys.argv[1]) if len(sys.argv) > 1 else 400):
        print(told, flush=True)
