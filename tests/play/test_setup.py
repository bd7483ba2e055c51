import pytest

from wargame.play.setup import seed_from


def test_a_number_stands_for_the_same_seed_also_as_text() -> None:
    assert seed_from(7) == seed_from("7") == seed_from(" 007 ")
    assert seed_from(7) != seed_from(-7)
    assert seed_from(7).given


def test_the_digits_that_the_end_shows_are_the_seed_itself() -> None:
    digits = seed_from(7).seed.hex()
    assert seed_from(digits).seed == seed_from(digits.upper()).seed == seed_from(7).seed
    assert seed_from(digits).salt == seed_from(digits).salt
    assert len(seed_from(digits).salt) == 16


def test_nobody_knows_a_seed_that_was_not_named() -> None:
    assert seed_from(None).seed != seed_from(None).seed
    assert not seed_from(None).given


@pytest.mark.parametrize("text", ["", "many", "1.5", "0x10", "ab" * 31, "9" * 61, "１２"])
def test_what_is_no_seed_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a seed is a whole number, or the 64 digits"):
        seed_from(text)
