"""The tension graph on its grid: who stands where, and that every relation can be read."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.tui.map_drawing import PENS, Drawing, Edge, draw, pens

SIX = ("DPRK", "ROK", "USA", "Japan", "China", "Russia")
SIZES = ((78, 20), (56, 18), (64, 24), (58, 15))
"""What the map has at 80x24, 120x40 and 200x60, and in two columns that are low."""


def actors(count: int) -> list[tuple[str, str]]:
    """Return so many actors; the first six are those of the shipped game, one has a wide name."""
    names = [*SIX, "한국", "Far land", "I", "Jp", "Kingdom", "L"]
    return [(f"a{at}", names[at]) for at in range(count)]


def drawn(size: tuple[int, int], count: int, tensions: list[int] | None = None) -> Drawing:
    """Return the map of so many actors, every pair of them related."""
    marks = pens(6)
    edges = []
    for at, (one, other) in enumerate(combinations([actor for actor, _ in actors(count)], 2)):
        value = tensions[at % len(tensions)] if tensions else at * 37 % 101
        edges.append(Edge(f"{one}-{other}", one, other, f"{value}▲", marks[min(5, value // 17)], value))
    return draw(*size, actors(count), edges)


def rows(drawing: Drawing) -> list[str]:
    """Return the map as text."""
    blank = " "
    return [
        "".join(spot.letter if (spot := drawing.spots.get((x, y))) else blank for x in range(drawing.width))
        for y in range(drawing.height)
    ]


def standing(drawing: Drawing) -> set[tuple[int, int, str]]:
    """Return every letter of every actor's name with its place."""
    return {(x, y, spot.letter) for (x, y), spot in drawing.spots.items() if spot.style == "actor"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", range(2, 7))
def test_every_relation_of_up_to_six_actors_has_its_number_on_the_map(
    size: tuple[int, int], count: int
) -> None:
    drawing = drawn(size, count)
    assert len(drawing.labels) == count * (count - 1) // 2
    for key, (x, y) in drawing.labels.items():
        assert drawing.key_at(x + 1, y) == key


@given(st.lists(st.integers(0, 100), min_size=1, max_size=15), st.sampled_from(SIZES))
def test_every_relation_has_its_number_however_tense_they_are_and_nobody_moves(
    tensions: list[int], size: tuple[int, int]
) -> None:
    calm, tense = drawn(size, 6), drawn(size, 6, tensions)
    assert standing(calm) == standing(tense)
    assert len(tense.labels) == 15
    text = "\n".join(rows(tense))
    assert all(f"[{name}]" in text for name in SIX)


@given(st.integers(2, 12), st.integers(0, 230), st.integers(0, 80))
def test_a_map_of_any_size_stays_within_it_and_shows_every_name(count: int, width: int, height: int) -> None:
    drawing = drawn((width, height), count)
    assert (drawing.width, drawing.height) == (max(24, width), max(7, height))
    assert all(0 <= x < drawing.width and 0 <= y < drawing.height for x, y in drawing.spots)
    if count <= 6:
        assert all(f"[{name}]" in "\n".join(rows(drawing)) for name in SIX[:count])


def test_a_name_in_wide_letters_takes_the_cells_that_it_needs() -> None:
    drawing = drawn((100, 30), 7)
    (row,) = [row for row in rows(drawing) if "[한국]" in row]
    assert len(row) == 98, "the two wide letters stand in four cells"


def test_of_two_lines_that_cross_the_hotter_one_is_on_top() -> None:
    marks = pens(6)
    ring = [("n", "N"), ("e", "E"), ("s", "S"), ("w", "W")]
    edges = [Edge("n-s", "n", "s", "90", marks[5], 90), Edge("e-w", "e", "w", "10", marks[0], 10)]
    for order in (edges, edges[::-1]):
        drawing = draw(61, 21, ring, order)
        middle = drawing.spots[30, 10]
        assert (middle.key, middle.letter) == ("n-s", "!")


def test_a_click_beside_a_line_or_number_still_finds_it_and_one_far_off_finds_nothing() -> None:
    marks = pens(6)
    drawing = draw(60, 20, [("n", "N"), ("s", "S")], [Edge("n-s", "n", "s", "50", marks[5], 50)])
    (x, y) = next(at for at, spot in drawing.spots.items() if spot.letter == "!")
    assert {drawing.key_at(x + dx, y) for dx in (-1, 0, 1)} == {"n-s"}
    assert drawing.key_at(x - 9, y) is None


def test_every_rung_has_a_character_of_its_own_and_a_hotter_one_is_denser() -> None:
    for rungs in range(1, 7):
        found = pens(rungs)
        assert len({pen.mark for pen in found}) == len({pen.style for pen in found}) == rungs
    assert [pen.step for pen in PENS] == sorted((pen.step for pen in PENS), reverse=True)
