import pickle

import pytest

from wargame.content.problems import ContentError, Problem, at_most, suggestion


def test_a_problem_reads_as_file_line_column_and_sentence() -> None:
    assert str(Problem("deck.yaml", 6, 5, "unknown field 'csot'")) == "deck.yaml:6:5: unknown field 'csot'"


def test_a_hostile_file_name_or_sentence_stays_on_one_line_without_escapes() -> None:
    shown = str(Problem("a\n\x1b]52;c;x\x07.yaml", 1, 1, "no\n\u202efield"))
    assert shown == "a \ufffd]52;c;x\ufffd.yaml:1:1: no \ufffdfield"


def test_the_problems_of_an_error_are_sorted_by_place_and_each_told_once() -> None:
    late, early = Problem("a", 10, 1, "x"), Problem("a", 9, 2, "y")
    error = ContentError([late, early, late])
    assert error.problems == (early, late)
    assert str(error) == "a:9:2: y\na:10:1: x"


def test_an_error_crosses_to_another_process_whole() -> None:
    error = ContentError([Problem("a", 1, 2, "x")])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("csot", ["cost", "label"], "; did you mean 'cost'?"),
        ("Cost", ["cost", "label"], "; did you mean 'cost'?"),
        ("usa-rok", ["dprk-usa", "rok-usa"], "; did you mean 'rok-usa'?"),
        ("shown_as", ["shown-as"], "; did you mean 'shown-as'?"),
        ("zebra", ["cost", "label"], ""),
        ("cost", [], ""),
        ("c" * 100_000, ["c" * 99_999], ""),
    ],
)
def test_the_nearest_known_name_is_suggested(name: str, known: list[str], expected: str) -> None:
    assert suggestion(name, known) == expected


def test_the_first_hundred_problems_are_listed_and_the_rest_counted() -> None:
    found = [Problem("a", line, 1, "x") for line in range(1, 151)]
    listed = at_most(reversed(found))
    assert listed[:100] == found[:100]
    assert listed[100:] == [Problem("a", 101, 1, "and 50 more problems")]
    assert at_most(found[:101])[-1].sentence == "and 1 more problem"
    assert at_most(found[:100]) == found[:100]
