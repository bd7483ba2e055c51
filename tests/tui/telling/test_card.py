"""The card on the table, and the options of a seat."""

from msgspec.structs import replace

from tests.tui.telling.games import said, sights
from wargame.engine.hints import Hint
from wargame.engine.sight_parts import OptionSight
from wargame.tui.telling import card

ASKED = [sight for sight in sights(2) if sight.ask is not None]
OPEN = OptionSight("o", "Hold", "A line.", (), (), (), False, None, False)


def hint(direction: int, *, sure: bool = True, later: bool = False, size: int | None = None) -> Hint:
    return Hint("north-south", "north-south tension", direction, size, sure, later)


def text(option: OptionSight) -> str:
    return said(card.option_pieces(1, option))


def test_every_option_can_be_picked_by_its_number_and_no_other_line_can() -> None:
    for sight in ASKED:
        assert sight.ask is not None
        told = card.question(sight)
        keys = list(dict.fromkeys(piece.key for piece in told if piece.key is not None))
        assert keys == [f"{card.OPTION}{option.id}" for option in sight.ask.options]
        for number, option in enumerate(sight.ask.options, 1):
            assert f"{number} {option.label}" in said(told)


def test_an_option_tells_which_way_it_moves_what_and_how_far_only_if_that_is_known() -> None:
    assert "▲ north-south tension" in text(replace(OPEN, hints=(hint(1),)))
    assert "▼ north-south tension" in text(replace(OPEN, hints=(hint(-1),)))
    assert "▲ north-south tension 4" in text(replace(OPEN, hints=(hint(1, size=4),)))


def test_what_is_not_sure_or_comes_later_is_said_to() -> None:
    assert "perhaps: ▲" in text(replace(OPEN, hints=(hint(1, sure=False),)))
    assert "later: ▲" in text(replace(OPEN, hints=(hint(1, later=True),)))
    assert "later perhaps: ▲" in text(replace(OPEN, hints=(hint(1, sure=False, later=True),)))


def test_a_shut_option_says_why_and_a_default_what_it_is() -> None:
    shut = replace(OPEN, shut="'Hold' is shut: it costs 5 north nerve, and you have 2")
    assert "Shut: it costs 5 north nerve, and you have 2." in text(shut)
    assert "Taken if you do not decide." in text(replace(OPEN, default=True))
    assert "· the rest is chance" in text(replace(OPEN, hints=(hint(1),), chancy=True))
    assert "all of it is chance" in text(replace(OPEN, hints=(), chancy=True))


def test_facts_and_sources_are_told_once_they_may_be() -> None:
    for sight in sights(2):
        if sight.card is not None:
            told = said(card.situation(sight))
            assert ("For the record" in told) == bool(sight.card.facts or sight.card.source)
            assert sight.card.title in told


def test_a_turn_without_a_card_says_so() -> None:
    assert "No card is dealt" in said(card.situation(replace(ASKED[0], card=None)))
