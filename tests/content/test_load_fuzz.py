"""However a good scenario is spoilt, it is refused with problems at their places, or whole enough to play."""

import random
import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.content.small import DECK, RULES, write
from wargame.content.load import load_scenario, scenario_from
from wargame.content.problems import ContentError
from wargame.content.scenario import canonical
from wargame.engine.book import Book

ODD = [
    *("", "null", "[]", "{}", "-1", "0", "101", "999999999", "12:30", "no", "true", "*x", "- ", "|", "a: b"),
    *('"\\u202e"', '"\\0"', "[[[]]]", "{a: {a: {a: []}}}", "north", "north.unity", "south-north", "fire"),
]
WORD = re.compile(r"[\w.-]+|[{}\[\]:,>]|\n *")


def without_a_line(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    del lines[dice.randrange(len(lines))]
    return "\n".join(lines)


def with_a_line_elsewhere(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    lines[dice.randrange(len(lines))] = dice.choice(lines)
    return "\n".join(lines)


def with_a_word_elsewhere(text: str, dice: random.Random) -> str:
    words = list(WORD.finditer(text))
    taken, left = dice.choice(words), dice.choice(words)
    return text[: left.start()] + taken.group() + text[left.end() :]


def with_an_odd_word(text: str, dice: random.Random) -> str:
    left = dice.choice(list(WORD.finditer(text)))
    return text[: left.start()] + dice.choice(ODD) + text[left.end() :]


WAYS = [without_a_line, with_a_line_elsewhere, with_a_word_elsewhere, with_an_odd_word]


@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_a_spoilt_scenario_is_refused_at_its_places_or_can_be_played(dice: random.Random, times: int) -> None:
    rules, deck = RULES, DECK
    for _ in range(times):
        if dice.random() < 0.5:
            rules = dice.choice(WAYS)(rules, dice)
        else:
            deck = dice.choice(WAYS)(deck, dice)
    with tempfile.TemporaryDirectory() as folder:
        try:
            scenario = load_scenario(write(Path(folder), rules, deck))
        except ContentError as refused:
            assert refused.problems
            for problem in refused.problems:
                assert problem.line >= 1
                assert problem.column >= 1
                assert str(problem).isprintable()
            return
    assert scenario_from(canonical(scenario)) == scenario
    for length in scenario.rules.lengths:
        Book(scenario, length)
