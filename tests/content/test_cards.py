"""What is wrong inside an ask is told at the line that has to be changed, by name."""

from pathlib import Path

import pytest

from tests.content.small import broken, told
from wargame.content.load import load_scenario
from wargame.content.problems import ContentError


@pytest.mark.parametrize(
    ("default", "sentence"),
    [
        ("dney", "is none of the options: deny, fire; did you mean 'deny'?"),
        ("wait", "is none of the options: deny, fire"),
        ("fire", "can have no 'needs' or 'costs': it is taken when nobody answers"),
    ],
)
def test_a_default_that_cannot_be_is_told_at_its_line(default: str, sentence: str, tmp_path: Path) -> None:
    said = told(tmp_path, "default: deny", f"default: {default}")
    assert said == f"the default '{default}' {sentence}"


def test_the_second_of_two_options_of_one_id_is_told_at_its_line(tmp_path: Path) -> None:
    said = told(tmp_path, "- {id: close, label", "- {id: leave, label")
    assert said == "there is already an option 'leave' above"


def test_a_misspelt_field_is_not_also_told_to_be_missing(tmp_path: Path) -> None:
    said = told(tmp_path, "title: Ice on", "titel: Ice on")
    assert said == "unknown field 'titel'; did you mean 'title'?"


def test_a_field_that_is_missing_is_told_beside_an_unknown_one_that_is_not_like_it(tmp_path: Path) -> None:
    path, _, _ = broken(tmp_path, "prompt: Close the bank?", "zebra: Close the bank?")
    with pytest.raises(ContentError) as refused:
        load_scenario(path)
    said = [problem.sentence for problem in refused.value.problems]
    assert said == ["'prompt' is missing", "unknown field 'zebra'"]
