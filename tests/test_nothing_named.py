"""The program names nothing of the scenarios that come with it: no actor, no track, no card.

Two things are looked for in every file of `wargame/`, remarks and examples included:

- as a word anywhere: an actor's id, short and other names, and ids in more than one part, as cards, flags and
  tracks (`actor.track`) have them;
- as a whole string of the code: the id of a card, which code that meant the card would have to write.

A program cannot tell the name of a town (`Port`) or a track (`supply`) from an English word. Tracks therefore
count with their actor, and actors whose names are English words as whole strings alone: of these the practice
turn has four. It is part of the program, which knows whom it seats; that one line is allowed below.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wargame.content.load import load_scenario
from wargame.content.scenario import Scenario
from wargame.content.shipped import rules_folder

PROGRAM = Path(__file__).parents[1] / "wargame"
SCENARIOS = sorted(path.stem for path in rules_folder().glob("*.yaml"))
ENGLISH = {"hill", "port", "mill", "moor"}
KNOWN = {("tui/practice.py", "port")}


def names(scenario: Scenario) -> Iterator[str]:
    """Yield what cannot be an English word: what actors are called, and ids in several parts."""
    rules = scenario.rules
    for actor in rules.actors:
        if actor.id not in ENGLISH:
            yield from (actor.id, actor.short, actor.name, *actor.also)
        yield from (f"{actor.id}.{track.id}" for track in actor.tracks)
    yield from rules.relations
    ids = [*(str(card.id) for card in scenario.cards), *rules.flags]
    yield from (name for name in ids if "-" in name)


def ids(scenario: Scenario) -> set[str]:
    """Return the ids that code would have to write as a string by itself."""
    return {*(str(card.id) for card in scenario.cards), *(str(actor.id) for actor in scenario.rules.actors)}


def strings(source: str) -> Iterator[str]:
    return (
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def named(file: str, source: str, scenario: Scenario) -> list[str]:
    """Return every name of a scenario in one file of the program."""
    words = "|".join(re.escape(name) for name in sorted(set(names(scenario)), key=len, reverse=True))
    found = re.findall(rf"(?<![\w-])({words})(?![\w-])", source)
    if file.endswith(".py"):
        found += sorted(ids(scenario).intersection(strings(source)))
    return [name for name in found if (file, name) not in KNOWN]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_line_of_the_program_names_an_actor_a_track_or_a_card(scenario: str) -> None:
    loaded = load_scenario(scenario)
    files = [path for path in PROGRAM.rglob("*") if path.suffix in (".py", ".tcss")]
    assert len(files) > 100
    told = {
        file: found
        for path in files
        if (found := named(file := path.relative_to(PROGRAM).as_posix(), path.read_text("utf-8"), loaded))
    }
    assert not told


@pytest.mark.parametrize(
    "line",
    [
        'if seat == "dprk":',
        "# Seoul decides first.",
        'number = "rok.trust"',
        'if card.id == "plenum":',
        '"""A relation, such as `rok-usa`."""',
        "from deck import nll_clash, second  # 'nll-clash'",
    ],
)
def test_such_a_line_would_be_found(line: str) -> None:
    source = f"{line}\n    pass\n" if line.endswith(":") else line
    assert named("engine/deal.py", source, load_scenario("korea-2025"))


@pytest.mark.parametrize("line", ['kind = "standing"', "# A line of supply.", 'text = "letters and numbers"'])
def test_english_words_are_no_names(line: str) -> None:
    assert not named("engine/deal.py", line, load_scenario("korea-2025"))
