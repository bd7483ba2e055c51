"""A sound file is read quickly; whatever is odd is left to the reader that says what is wrong and where."""

from pathlib import Path

import pytest

from wargame.content.reading import read_yaml
from wargame.content.shipped import decks_folder, rules_folder
from wargame.content.source import checked_text
from wargame.content.values import DEEPEST, Odd, read_values

SHIPPED = sorted([*decks_folder().glob("*.yaml"), *rules_folder().glob("*.yaml")])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_file_is_read_quickly_and_to_the_same_values(path: Path) -> None:
    source = path.read_bytes()
    exact = read_yaml(source, str(path), own_parser=True)
    assert read_values(checked_text(source, str(path))) == exact.value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~",
        "a: &b 1",
        "a: *b",
        "a: &b [1]",
        "a: !b 1",
        "a: !b {c: 1}",
        "&a b: 1",
        "a: 1\na: 2",
        "<<: {a: 1}",
        ": 1",
        "[a]: 1",
        "rok:2:",
        "a: 1\n--- \nb: 2",
        'a: "\\ud800"',
        "a: [1",
        "a: 'b",
        "a\nb: 1",
    ],
)
def test_what_is_odd_is_left_to_the_exact_reader(text: str) -> None:
    with pytest.raises(Odd):
        read_values(checked_text(text, "odd.yaml"))


def test_what_is_nested_too_deep_is_odd_and_what_is_not_is_read() -> None:
    assert read_values("[" * DEEPEST + "]" * DEEPEST) == read_yaml("[" * DEEPEST + "]" * DEEPEST, "a").value
    for deep in (DEEPEST + 1, 100_000):
        with pytest.raises(Odd):
            read_values("[" * deep + "]" * deep)


def test_a_file_that_may_hold_too_many_values_is_counted_by_the_exact_reader() -> None:
    with pytest.raises(Odd):
        read_values("- 1\n" * 60_000)
