"""How much room a card takes: the longest fit on a page too."""

import pytest

from wargame.paper.sheets import PaperCard, PaperOption
from wargame.paper.sizing import SMALLEST, rows, size_of


def of(length: int, letter: str = "x", options: int = 0) -> PaperCard:
    each = tuple(PaperOption(at, "Label", (letter * length,)) for at in range(options))
    return PaperCard("North", "1", "Title", () if options else (letter * length,), "What now?", each)


@pytest.mark.parametrize(
    ("card", "size"),
    [
        (of(500), "half"),
        (of(300, options=4), "half"),
        (of(3000), "wide"),
        (of(600, options=9), "small"),
        (of(3000, "한"), "small"),
        (of(900, "한", options=9), SMALLEST),
    ],
)
def test_a_card_is_as_large_as_fits(card: PaperCard, size: str) -> None:
    assert size_of(card) == size


def test_two_cards_of_half_the_width_share_a_row_and_the_order_is_kept() -> None:
    short, long = of(100), of(3000)
    assert list(rows([short, short, short, long, short])) == [
        ("half", (short, short)),
        ("half", (short,)),
        ("wide", (long,)),
        ("half", (short,)),
    ]
