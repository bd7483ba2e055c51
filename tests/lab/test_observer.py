import math

from tests.lab.conftest import Written
from wargame.lab.observer import Observer, choices, readings


def test_choices_that_tell_all_are_read_for_sure(written: Written) -> None:
    calm = [written({"north": "calm"}, [("ford", "hold")]) for _ in range(20)]
    storm = [written({"north": "storm"}, [("ford", "fire")]) for _ in range(20)]
    games = [game for one, other in zip(calm, storm, strict=True) for game in (one, one, other, other)]
    area = readings(games, "north", ["storm"], [1])["storm", 1]
    assert area is not None
    assert area.value == 1.0


def test_choices_that_are_the_same_with_every_intent_tell_nothing(written: Written) -> None:
    games = [written({"north": intent}, [("ford", "hold")]) for intent in ("calm", "storm") * 20]
    games = [game for game in games for _ in range(2)]
    area = readings(games, "north", ["storm"], [1, 3])["storm", 3]
    assert area is not None
    assert area.value == 0.5


def test_what_comes_after_the_turn_is_not_read(written: Written) -> None:
    calm = written({"north": "calm"}, [("ford", "hold"), ("ice", "leave")])
    storm = written({"north": "storm"}, [("ford", "hold"), ("ice", "close")])
    found = readings([calm, calm, storm, storm] * 10, "north", ["storm"], [1, 2])
    after_one, after_two = found["storm", 1], found["storm", 2]
    assert after_one is not None and after_two is not None
    assert (after_one.value, after_two.value) == (0.5, 1.0)


def test_what_the_clock_decided_is_not_read(written: Written) -> None:
    late = written({"north": "storm"}, [("ford", "fire")], manner="late")
    assert choices(late, "north") == []
    assert choices(late, "south") == []


def test_an_ask_never_met_says_nothing(written: Written) -> None:
    observer = Observer([written({"north": "calm"}), written({"north": "storm"})], "north")
    game = written({"north": "storm"}, [("ice", "close")])
    assert observer.score(game, "storm", 1) == 0.0


def test_an_intent_never_met_is_never_believed(written: Written) -> None:
    observer = Observer([written({"north": "calm"}, [("ford", "hold")])], "north")
    game = written({"north": "storm"}, [("ford", "hold")])
    assert observer.score(game, "storm", 1) == -math.inf
    assert observer.score(game, "calm", 1) == math.inf


def test_a_half_without_the_intent_leaves_its_figure_open(written: Written) -> None:
    games = [written({"north": "calm"}), written({"north": "storm"}), written({"north": "calm"})]
    assert readings(games, "north", ["storm"], [1])["storm", 1] is None
