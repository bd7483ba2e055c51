import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.lab.estimates import SURE, apart, auc, mean, paired, percentile, pooled, ratio, share

counts = st.integers(0, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
scores = st.lists(st.integers(-3, 3).map(float), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    # The first three stand in Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (29, 29, 0.8830, 1.0)],
)
def test_the_interval_of_a_share_is_wilsons(hits: int, count: int, low: float, high: float) -> None:
    found = share(hits, count)
    assert found is not None
    assert found.value == hits / count
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


@given(counts)
def test_a_share_lies_in_its_interval_and_its_opposite_in_the_opposite(case: tuple[int, int]) -> None:
    hits, count = case
    one, other = share(hits, count), share(count - hits, count)
    if one is None or other is None:
        assert count == 0
        return
    assert 0 <= one.low <= one.value <= one.high <= 1
    assert [one.low, one.high] == pytest.approx([1 - other.high, 1 - other.low])


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    # Newcombe, Statistics in Medicine 17, 1998, pages 873 to 890, table II, method 10, contrasts a and h.
    [((56, 70), (48, 80), 0.0524, 0.3339), ((10, 10), (0, 10), 0.6075, 1.0)],
)
def test_the_interval_of_a_difference_of_shares_is_newcombes(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    found = apart(*one, *other)
    assert found is not None
    assert found.value == pytest.approx(one[0] / one[1] - other[0] / other[1])
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


def test_the_interval_of_a_paired_difference_adds_half_a_case_to_each_cell() -> None:
    # Agresti, Categorical Data Analysis, 2002, section 10.1: of 1,600 people asked twice 150 and 86 changed
    # their minds. Wald's interval from 86.5, 150.5 and 1,602 cases: -64 / 1602, standard error 0.0095577.
    found = paired(86, 150, 1600)
    assert found is not None
    assert found.value == -0.04
    assert [found.low, found.high] == pytest.approx([-0.058683, -0.021217], abs=5e-6)
    wider = paired(86, 150, 1600, SURE)
    assert wider is not None
    assert [wider.low, wider.high] == pytest.approx([-0.071400, -0.008500], abs=5e-6)


@pytest.mark.parametrize("odds", [(0.01, 0.01), (0.02, 0.08), (0.1, 0.1), (0.05, 0.3), (0.4, 0.4)])
def test_the_interval_of_a_paired_difference_holds_the_truth_as_often_as_it_says(odds) -> None:
    gains, losses = odds
    count, held = 60, 0.0
    for gained in range(count + 1):
        for lost in range(count + 1 - gained):
            found = paired(gained, lost, count)
            assert found is not None
            if found.low <= gains - losses <= found.high:
                ways = math.comb(count, gained) * math.comb(count - gained, lost)
                rest = (1 - gains - losses) ** (count - gained - lost)
                held += ways * gains**gained * losses**lost * rest
    assert 0.93 < held <= 1


@given(counts, st.data())
def test_a_paired_difference_is_in_its_interval_and_turned_round_in_the_one_turned_round(case, data) -> None:
    gained, count = case
    lost = data.draw(st.integers(0, count - gained))
    one, other = paired(gained, lost, count), paired(lost, gained, count)
    if one is None or other is None:
        assert count == 0
        return
    assert -1 <= one.low <= one.value <= one.high <= 1
    assert [one.value, one.low, one.high] == pytest.approx([-other.value, -other.high, -other.low])


def test_pairs_tell_more_of_a_difference_than_as_many_cases_apart() -> None:
    pairs, others = paired(30, 10, 1000), apart(420, 1000, 400, 1000)
    assert pairs is not None and others is not None
    assert pairs.value == pytest.approx(others.value)
    assert pairs.high - pairs.low < (others.high - others.low) / 2


def test_nothing_has_no_estimate() -> None:
    assert paired(0, 0, 0) is None
    assert apart(0, 0, 1, 2) is apart(1, 2, 0, 0) is None
    assert share(0, 0) is mean([]) is percentile([], 50) is ratio(0, 0, 1, 2) is pooled([]) is None
    assert auc([], [1.0]) is auc([1.0], []) is None


def test_one_observation_has_a_mean_whose_uncertainty_is_unknown() -> None:
    found = mean([3])
    assert found is not None
    assert (found.value, found.low, found.high) == (3, -math.inf, math.inf)


def test_the_interval_of_a_mean_is_two_standard_errors_either_way() -> None:
    found = mean([1, 2, 3, 4, 5])
    assert found is not None
    assert [found.value, found.high] == pytest.approx([3, 3 + 1.959964 * math.sqrt(2.5 / 5)])


def test_a_percentile_is_the_nearest_rank_and_its_interval_two_others() -> None:
    found = percentile(list(range(1, 101)), 50)
    assert found is not None
    assert (found.value, found.low, found.high) == (50, 41, 60)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=200), st.integers(1, 99))
def test_a_percentile_lies_in_its_interval_and_has_its_share_at_or_below(values: list[int], p: int) -> None:
    found = percentile(values, p)
    assert found is not None
    assert found.low <= found.value <= found.high
    assert sum(value <= found.value for value in values) >= len(values) * p / 100
    assert sum(value < found.value for value in values) <= len(values) * p / 100


def test_the_ratio_of_two_shares_has_an_interval_around_it_on_a_scale_of_ratios() -> None:
    found = ratio(30, 100, 10, 100)
    assert found is not None
    assert found.value == pytest.approx(30.5 / 10.5)
    assert found.low * found.high == pytest.approx(found.value**2)
    assert found.low == pytest.approx(1.5244, abs=5e-5)


@pytest.mark.parametrize(
    ("positive", "negative", "area"),
    [
        ([3, 4], [1, 2], 1.0),
        ([1, 2], [3, 4], 0.0),
        ([1, 1], [1, 1], 0.5),
        ([3, 1], [2, 0], 0.75),
        ([2], [2, 1], 0.75),
    ],
)
def test_the_area_counts_how_often_a_positive_scores_higher(
    positive: list[float], negative: list[float], area: float
) -> None:
    found = auc(positive, negative)
    assert found is not None
    assert found.value == area


@given(scores, scores)
def test_the_area_by_ranks_is_that_of_all_pairs(positive: list[float], negative: list[float]) -> None:
    found, turned = auc(positive, negative), auc(negative, positive)
    assert found is not None and turned is not None
    pairs = [(one > other) + (one == other) / 2 for one in positive for other in negative]
    assert found.value == pytest.approx(sum(pairs) / len(pairs))
    assert found.value == pytest.approx(1 - turned.value)
    assert found.low <= found.value <= found.high


def test_the_interval_of_an_area_is_that_of_hanley_and_mcneil() -> None:
    # An area of 0.8 from 40 and 60: Q1 = 2/3, Q2 = 0.7111, standard error 0.047415.
    positive = [float(at >= 8) for at in range(40)]
    found = auc(positive, [0.5] * 60)
    assert found is not None
    assert found.value == pytest.approx(0.8)
    assert (found.high - found.value) / 1.959964 == pytest.approx(0.047415, abs=5e-6)


def test_two_halves_are_pooled_with_less_uncertainty_than_either() -> None:
    one = auc([3.0, 1.0] * 20, [2.0, 0.0] * 20)
    assert one is not None
    both = pooled([one, one])
    assert both is not None
    assert both.value == one.value
    assert both.high - both.value < one.high - one.value
