"""What the needle says: a scale that every width has room for, and how sure a difference is."""

import pytest

from wargame.lab.blocks import Answer, Block, Games, Shift, answer
from wargame.lab.estimates import share
from wargame.tui.ink import lay_out, measured
from wargame.tui.telling.needle import odds, progress, short


def played(wars: int) -> Games:
    """Return eight blocks of games, of which the first so many ended in war."""
    games = Games()
    for at in range(50):
        games.add(at, Block((1 << min(8, max(0, wars - 8 * at))) - 1, {}, {}, {}))
    return games


def found(before: int | None, now: int) -> Answer:
    return answer(None if before is None else played(before), played(now), "ford", ())


def text(told: Answer, width: int) -> str:
    return "\n".join(
        "".join(run.text for run in line.runs) for line in lay_out(odds(told, None, (), (), width), width)
    )


@pytest.mark.parametrize("width", [23, 38, 76, 150])
@pytest.mark.parametrize("wars", [(0, 0), (400, 400), (0, 400), (200, 203), (400, 0), (None, 17)])
def test_the_needle_fits_any_width_and_its_ends(width: int, wars: tuple[int | None, int]) -> None:
    told = found(*wars)
    for line in lay_out(odds(told, None, (), (), width), width):
        assert measured(line.runs) <= width
    rows = text(told, width).split("\n")
    now = next(row for row in rows if row.startswith("now"))
    assert now.count("●") == 1
    assert ("○" in text(told, width)) == (wars[0] is not None)


@pytest.mark.parametrize(
    ("wars", "says"),
    [
        ((200, 200), "No game of 400 came out otherwise."),
        ((200, 203), "Of 400 games 3 now end in war that did not, 0 no longer do"),
        ((200, 203), "can be chance."),
        ((200, 206), "perhaps more than chance."),
        ((200, 240), "sure."),
        ((240, 200), "-10.0 points"),
    ],
)
def test_a_difference_is_said_with_how_sure_it_is(wars: tuple[int, int], says: str) -> None:
    assert says in " ".join(text(found(*wars), 76).split())


def test_the_short_of_it_is_war_before_and_now() -> None:
    assert short(found(100, 200)) == "war 25% → 50%"
    assert short(found(None, 200)) == "war 50%"


def test_what_is_never_open_has_no_share() -> None:
    told = found(None, 200)
    assert Shift(None, share(0, 0)).now is None
    assert told.dealt.now == share(0, 400)


def test_progress_says_how_far_and_whether_it_goes_on() -> None:
    def said(done: int, playing: bool) -> str:
        return "".join(run.text for run in progress(done, 400, " each", playing).runs).replace("\xa0", " ")

    assert said(200, True) == "▮▮▮▮▮▯▯▯▯▯ 200 of 400 games each, playing"
    assert said(200, False).endswith("at rest")
    assert said(400, False).endswith("done")
