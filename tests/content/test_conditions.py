import pytest

from wargame.content.conditions import in_words


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (">= 60", "60 or more"),
        ("<= 60", "60 or less"),
        ("> 60", "over 60"),
        ("< 60", "under 60"),
        ("== 60", "exactly 60"),
        ("!= 60", "other than 60"),
        (">= 40 and < 60", "40 or more and under 60"),
    ],
)
def test_every_comparison_can_be_said_in_words(comparison: str, words: str) -> None:
    assert in_words(comparison) == words
