"""The tension graph as a view: signs, triads, balance, camps, exposure, shocks."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.content.base import ActorId, Relation
from wargame.content.rules import Rules
from wargame.content.scenario import Scenario
from wargame.engine import tension
from wargame.engine.book import Book

ACTORS = ["a", "b", "c", "d"]
PAIRS = [f"{one}-{other}" for at, one in enumerate(ACTORS) for other in ACTORS[at + 1 :]]


def book(tensions: dict[str, int], couplings: list[dict[str, object]] | None = None, hops: int = 2) -> Book:
    standing = {
        "prompt": "What now?",
        "default": "wait",
        "options": [{"id": "wait", "label": "Wait"}, {"id": "go", "label": "Go"}],
    }
    seat = {"office": "An office", "brief": "A brief.", "standing": standing}
    rules = {
        "id": "graph",
        "title": "Graph",
        "about": "A graph.",
        "question": "Who stands with whom?",
        "decks": "none",
        "actors": [{"id": key, "name": key, "short": key.upper(), "seat": seat} for key in ACTORS],
        "relations": {pair: {"start": level} for pair, level in tensions.items()},
        "couplings": couplings or [],
        "hops": hops,
        "rungs": [{"name": "Calm", "at": 0}, {"name": "War", "at": 92}],
        "signs": {"friendly": 45, "hostile": 55},
        "calendar": [{"month": "2025-01", "title": "January"}],
        "lengths": {"full": {"minutes": 10, "turns": [1], "turn": 5, "sitting": 60}},
        "length": "full",
    }
    return Book(Scenario(rules=Rules.model_validate_json(json.dumps(rules)), cards=()))


def two_against_two() -> Book:
    """A perfectly split world: a and b together, c and d together, all else hostile."""
    return book({pair: 10 if pair in ("a-b", "c-d") else 90 for pair in PAIRS})


def test_a_relation_is_friendly_below_45_hostile_above_55_and_neutral_between() -> None:
    there = two_against_two()
    assert [tension.sign(there, level) for level in (0, 44, 45, 55, 56, 100)] == [1, 1, 0, 0, -1, -1]


def test_a_weight_runs_from_one_at_no_tension_to_minus_one_at_a_hundred() -> None:
    there = two_against_two()
    assert [tension.weight(there, level) for level in (0, 25, 50, 75, 100)] == [1, 0.5, 0, -0.5, -1]


def test_two_hostile_camps_are_perfectly_balanced() -> None:
    there = two_against_two()
    found = list(tension.triads(tension.graph(there, there.starts)))
    assert [triad.sign for triad in found] == [1, 1, 1, 1]
    assert tension.balance(there, there.starts) == pytest.approx(1)
    camps = tension.camps(there, there.starts)
    assert (camps.first, camps.second, camps.frustration) == (("a", "b"), ("c", "d"), 0)


def test_friends_of_one_enemy_who_quarrel_are_unbalanced() -> None:
    there = book({"a-b": 10, "b-c": 10, "a-c": 90})
    (triad,) = tension.triads(tension.graph(there, there.starts))
    assert triad.sign == -1
    assert tension.balance(there, there.starts) == pytest.approx(-1)


def test_a_triad_with_a_neutral_side_is_neither() -> None:
    there = book({"a-b": 10, "b-c": 50, "a-c": 90})
    (triad,) = tension.triads(tension.graph(there, there.starts))
    assert (triad.sign, triad.weight) == (0, 0)


def test_an_actor_that_changes_camps_is_counted_once() -> None:
    there = two_against_two()
    numbers = list(there.starts)
    for pair, level in {"a-b": 90, "b-c": 10, "b-d": 10}.items():
        numbers[there.index[pair]] = level
    assert tension.blocs(there, numbers) == 1
    assert tension.blocs(there, there.starts) == 0


def test_exposure_is_the_tension_above_the_hostile_line() -> None:
    there = book({"a-b": 10, "a-c": 60, "a-d": 90})
    assert tension.exposure(there, there.starts, ActorId("a")) == 5 + 35
    assert tension.exposure(there, there.starts, ActorId("b")) == 0
    assert tension.hostile(there, there.starts) == 2


def test_a_shock_travels_by_the_couplings_and_rounds_toward_zero() -> None:
    couplings = [
        {"from": "a-b", "to": "b-c", "percent": 50},
        {"from": "b-c", "to": "c-d", "percent": -50},
    ]
    there = book(dict.fromkeys(PAIRS, 50), couplings)
    found = [(t.hop, t.source, t.target, t.points) for t in tension.shock(there, Relation("a-b"), 7)]
    assert found == [(1, "a-b", "b-c", 3), (2, "b-c", "c-d", -1)]


@given(st.lists(st.integers(0, 100), min_size=6, max_size=6))
def test_balance_stays_between_minus_one_and_one_and_no_camp_can_be_improved(levels: list[int]) -> None:
    there = book(dict(zip(PAIRS, levels, strict=True)))
    assert -1 <= tension.balance(there, there.starts) <= 1
    camps = tension.camps(there, there.starts)
    assert sorted((*camps.first, *camps.second)) == ACTORS
    weights = [abs(tension.weight(there, level)) for level in levels]
    assert 0 <= camps.frustration <= sum(weights) / 2 + 1e-9
