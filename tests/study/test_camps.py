"""The graph over time: against published examples, and worked by hand."""

import json
from itertools import combinations

import pytest

from tests.engine.playing import Game
from tests.engine.scenarios import ask, card, on, option, plain
from wargame.content.base import ActorId
from wargame.content.rules import Rules
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.study.camps import at_turn, over_time, shocks

POWERS = ("gb", "fr", "ru", "ah", "de", "it")
ENTENTE, ALLIANCE = {"gb", "fr", "ru"}, {"ah", "de", "it"}
FRIENDS, ENEMIES = 0, 100


def graph(actors: tuple[str, ...], friends: set[frozenset[str]]) -> Book:
    """Return a whole graph in which all are enemies but the friends."""
    source = plain(turns=1)["rules"]
    seat = source["actors"][0]["seat"]
    source["actors"] = [{"id": key, "name": key, "short": key, "seat": seat} for key in actors]
    source["relations"] = {
        f"{one}-{other}": {"start": FRIENDS if frozenset((one, other)) in friends else ENEMIES}
        for one, other in combinations(actors, 2)
    }
    return Book(Scenario(rules=Rules.model_validate_json(json.dumps(source)), cards=()))


def pairs(*camps: set[str]) -> set[frozenset[str]]:
    """Return every pair within a camp."""
    return {frozenset(pair) for camp in camps for pair in combinations(camp, 2)}


def test_of_the_four_triads_of_easley_and_kleinberg_two_are_balanced() -> None:
    # Figure 5.1 of Easley and Kleinberg, Networks, Crowds, and Markets (2010): mutual friends; two friends of
    # one who are enemies; two friends with a common enemy; mutual enemies.
    balanced = []
    for friends in ({"ab", "bc", "ac"}, {"ab", "ac"}, {"ab"}, set[str]()):
        book = graph(("a", "b", "c"), {frozenset(pair) for pair in friends})
        found = at_turn(book, 0, book.starts)
        assert found.balanced + found.unbalanced == 1
        assert found.balance == pytest.approx(1 if found.balanced else -1)
        balanced.append(bool(found.balanced))
    assert balanced == [True, False, True, False]


def test_the_alliances_of_1907_are_balanced_and_split_as_they_did_in_1914() -> None:
    # Antal, Krapivsky and Redner, Physica D 224 (2006), on the way to the First World War: after the British
    # and Russian agreement of 1907 the graph is balanced, the Triple Entente against the Triple Alliance.
    book = graph(POWERS, pairs(ENTENTE, ALLIANCE))
    found = at_turn(book, 0, book.starts)
    assert (found.balanced, found.unbalanced, found.frustration) == (20, 0, 0)
    assert found.balance == pytest.approx(1)
    assert [set(camp) for camp in found.camps] == [ENTENTE, ALLIANCE]


def test_between_the_entente_cordiale_and_1907_one_quarrel_was_left_over() -> None:
    # With Britain and Russia still at odds, each of the four triads that hold both is unbalanced, and one
    # change of sign, the one that came, mends all of them: the line index of balance is one.
    book = graph(POWERS, pairs(ENTENTE, ALLIANCE) - {frozenset(("gb", "ru"))})
    found = at_turn(book, 0, book.starts)
    assert (found.balanced, found.unbalanced, found.frustration) == (16, 4, 1)
    assert found.balance == pytest.approx((16 - 4) / 20)


def test_exposure_and_centrality_are_those_of_the_tensions() -> None:
    # Two pairs at 65 and 85 that meet in the south: exposure above 55 is 10 + 30 there. Of a path with
    # weights p and q the leading eigenvector is (p, r, q) / (r * sqrt 2), r the root of p * p + q * q.
    relations = {"north-south": {"start": 65}, "south-ally": {"start": 85}}
    game = Game(plain(relations=relations))
    (found, *_) = over_time(game.book, game.state)
    north, south, ally = (ActorId(key) for key in ("north", "south", "ally"))
    assert found.exposure == {north: 10, south: 40, ally: 30}
    root = (65**2 + 85**2) ** 0.5
    assert found.centrality[north] == pytest.approx(65 / root / 2**0.5, abs=1e-6)
    assert found.centrality[south] == pytest.approx(1 / 2**0.5, abs=1e-6)
    assert found.centrality[ally] == pytest.approx(85 / root / 2**0.5, abs=1e-6)


def test_centrality_is_that_of_the_example_in_the_documentation_of_networkx() -> None:
    # nx.eigenvector_centrality of nx.path_graph(4): 0.37, 0.60, 0.60, 0.37; here every edge weighs the same.
    source = plain(turns=1)["rules"]
    seat = source["actors"][0]["seat"]
    source["actors"] = [{"id": key, "name": key, "short": key, "seat": seat} for key in "abcd"]
    source["relations"] = {pair: {"start": 60} for pair in ("a-b", "b-c", "c-d")}
    book = Book(Scenario(rules=Rules.model_validate_json(json.dumps(source)), cards=()))
    found = at_turn(book, 0, book.starts).centrality
    assert [f"{value:0.2f}" for value in found.values()] == ["0.37", "0.60", "0.60", "0.37"]


def test_what_weighs_least_is_what_does_not_fit() -> None:
    # Tensions of 20, 30 and 75 weigh 0.6, 0.4 and -0.5: an unbalanced triad. All in one camp leave the
    # quarrel of 0.5 within it, the ally alone a friendship of 0.4 across, the south alone one of 0.6.
    relations = {"north-south": {"start": 20}, "north-ally": {"start": 30}, "south-ally": {"start": 75}}
    book = Game(plain(relations=relations)).book
    found = at_turn(book, 0, book.starts)
    assert (found.balanced, found.unbalanced, found.balance) == (0, 1, pytest.approx(-1))
    assert found.camps == (("north", "south"), ("ally",))
    assert found.frustration == pytest.approx(0.4)


def test_the_degree_of_balance_counts_each_triad_by_its_weight() -> None:
    # Four actors, two triads. North-south-ally weighs 1 * 1 * 1, south-ally-far 1 * 0.5 * -0.5 = -0.25: of
    # 1.25 in all, the balanced one has 1 and the other takes 0.25 away.
    source = plain(turns=1)["rules"]
    seat = source["actors"][0]["seat"]
    source["actors"] = [{"id": key, "name": key, "short": key, "seat": seat} for key in "nsaf"]
    tensions = {"n-s": 0, "n-a": 0, "s-a": 0, "s-f": 25, "a-f": 75}
    source["relations"] = {pair: {"start": tension} for pair, tension in tensions.items()}
    book = Book(Scenario(rules=Rules.model_validate_json(json.dumps(source)), cards=()))
    found = at_turn(book, 0, book.starts)
    assert (found.balanced, found.unbalanced) == (1, 1)
    assert found.balance == pytest.approx((1 - 0.25) / 1.25)


def test_a_shock_is_told_hop_by_hop_as_it_was_applied() -> None:
    asks = {"north": ask(option("press", {"tension": {"north-south": 40}}), option("rest"))}
    couplings = [
        {"from": "north-south", "to": "north-ally", "percent": 50},
        {"from": "north-ally", "to": "south-ally", "percent": -50},
    ]
    game = Game(plain([card("clash", asks, deal=on(1))], couplings=couplings, hops=2, turns=1))
    game.turn()
    assert [tuple(one) for one in shocks(game.state)] == [
        (1, 1, "north-south", "north-ally", 20),
        (1, 2, "north-ally", "south-ally", -10),
    ]
