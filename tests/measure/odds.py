"""Measure the odds that the documentation quotes: `python -m tests.measure.odds [GAMES]`.

Prints the speed on this machine, the report of GAMES games of the shipped scenario (2,000), and then the
share of wars with each intent that a measure is given for, GAMES games each, which is surer than waiting
for the intent to be drawn.
"""

import platform
import sys
import time
from collections.abc import Iterator

from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.estimates import share
from wargame.lab.figures import report
from wargame.lab.games import Outcome, forced
from wargame.lab.lines import line, lines
from wargame.lab.many import play_many, usable_processes
from wargame.lab.report import Figure


def measured(games: int) -> Iterator[str]:
    """Yield the figures, line by line."""
    scenario = load_scenario()
    start = time.perf_counter()
    outcomes = played(scenario, games)
    rate = games / (time.perf_counter() - start)
    processes = usable_processes()
    yield f"{rate:.1f} games a second in {processes} processes, Python {platform.python_version()}."
    yield from lines(report(Book(scenario), outcomes, 1))
    yield ""
    yield f"Games that ended in war, {games} games with each intent"
    for measure in scenario.rules.measures:
        for seat, intents in measure.given.items():
            for intent in intents:
                wars = [outcome.war for outcome in played(forced(scenario, {seat: intent}), games)]
                yield f"  {line(Figure(intent, f'{seat}, {intent}', 'share', share(sum(wars), games)))}"


def played(scenario: Scenario, games: int) -> tuple[Outcome, ...]:
    """Return the first games of a scenario, at its own length."""
    return play_many(scenario, None, range(1, games + 1), usable_processes())


if __name__ == "__main__":
    for told in measured(int(sys.argv[1]) if len(sys.argv) > 1 else 2000):
        print(told, flush=True)
