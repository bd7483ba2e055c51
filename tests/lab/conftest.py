"""A small crisis and the Korean one, made ready, and outcomes written by hand."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.content.small import write
from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.games import Decision, Outcome, play

Written = Callable[..., Outcome]


@pytest.fixture(scope="session")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return load_scenario(write(tmp_path_factory.mktemp("crisis")))


@pytest.fixture(scope="session")
def korea() -> Scenario:
    return load_scenario(None)


@pytest.fixture(scope="session")
def bench() -> Scenario:
    return load_scenario(Path(__file__).parents[1] / "benchmarks" / "small" / "small.yaml")


@pytest.fixture(scope="session")
def korean_games(korea: Scenario) -> tuple[Outcome, ...]:
    book = Book(korea)
    return tuple(play(book, seed) for seed in range(1, 13))


@pytest.fixture
def written() -> Written:
    def outcome(
        intents: Mapping[str, str] | None = None,
        chosen: Sequence[tuple[str, str]] = (),
        seat: str = "north",
        offered: tuple[str, ...] = ("hold", "fire"),
        manner: str = "chosen",
        war: bool = False,
    ) -> Outcome:
        decisions = [
            Decision(turn, 1, seat, ask, option, manner, offered)
            for turn, (ask, option) in enumerate(chosen, 1)
        ]
        return Outcome(
            seed=1,
            ending="war" if war else "calendar",
            war=war,
            turns=3,
            numbers=(60, 20, 40, 50, 50, 50),
            intents=intents or {},
            dealt=(),
            decisions=tuple(decisions),
            drivers=(),
            forecasts=(),
            points={},
            measures={},
            graph={},
        )

    return outcome
