from pathlib import Path

import pytest

from tests.content.small import broken, told
from wargame.content.load import load_scenario
from wargame.content.problems import ContentError


@pytest.mark.parametrize(
    ("sign", "code"),
    [(r"\x1b", "001B"), (r"\b", "0008"), (r"\f", "000C"), (r"\u202e", "202E"), (r"\u200b", "200B")],
)
def test_a_character_that_steers_or_hides_is_refused_where_it_is(
    sign: str, code: str, tmp_path: Path
) -> None:
    said = told(tmp_path, "title: Ice on the river", f'title: "Ice {sign}on the river"')
    assert said == f"this text holds the invisible or steering character U+{code}; remove it"


def test_so_it_is_in_a_name(tmp_path: Path) -> None:
    path, _, _ = broken(tmp_path, "windows: {frost: The", 'windows: {"a\\u202e": b, frost: The')
    with pytest.raises(ContentError, match=r":11: this text holds .* U\+202E; remove it"):
        load_scenario(path)


def test_a_line_of_text_is_one_line(tmp_path: Path) -> None:
    said = told(tmp_path, "title: Ice on the river", "title: |\n    Ice\n    on the river")
    assert said == "this must be one line of text; '>-' makes one line of several"


def test_a_text_is_not_blank(tmp_path: Path) -> None:
    assert told(tmp_path, "title: Ice on the river", 'title: " "') == "this text must not be blank"
