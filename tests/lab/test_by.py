from collections.abc import Sequence
from dataclasses import replace

from tests.lab.conftest import Written
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.figures import sources
from wargame.lab.games import Dealing, Forecast, Outcome, play, watched
from wargame.lab.lines import lines
from wargame.lab.report import Figure, Report


def figures(made: Report) -> dict[str, Figure]:
    return {figure.id: figure for section in made.sections for figure in section.figures}


def value(made: Report, key: str) -> float | None:
    estimate = figures(made)[key].estimate
    return None if estimate is None else estimate.value


def games(written: Written, count: int, wars: int, first: int, ford: Dealing | None) -> list[Outcome]:
    """Return games with seeds of their own, so many of them wars, with or without shots at the ford."""
    dealt = (Dealing(1, 1, None, "quiet", 1), *([ford] if ford else []))
    return [replace(written(war=at < wars), seed=first + at, dealt=dealt) for at in range(count)]


def both(written: Written) -> list[Outcome]:
    return [
        *games(written, 40, 30, 0, Dealing(2, 1, "ford", "drawn", 6)),
        *games(written, 40, 4, 100, None),
    ]


def test_a_card_is_set_beside_the_games_without_it(crisis: Scenario, written: Written) -> None:
    made = sources(Book(crisis), both(written), "card", 1)
    found = {key: value(made, f"card/ford/{key}") for key in ("dealt", "war", "war-without", "moved")}
    assert found == {"dealt": 0.5, "war": 0.75, "war-without": 0.1, "moved": 6}
    assert [section.id for section in made.sections] == ["card/ford", "card/ice"]


def test_a_game_that_ended_before_a_card_could_come_is_none_without_it(
    crisis: Scenario, written: Written
) -> None:
    early = [replace(game, turns=1) for game in games(written, 9, 9, 200, None)]
    made = sources(Book(crisis), [*both(written), *early], "card", 1)
    assert value(made, "card/ford/war-without") == 0.1
    assert "of games that reached turn 2" in figures(made)["card/ford/war-without"].label


def test_an_option_is_set_beside_passing_it_over(crisis: Scenario, written: Written) -> None:
    def asked(option: str, moved: int, war: bool, first: int) -> list[Outcome]:
        game = written({}, [("ford", option)], offered=("deny", "fire"), war=war)
        return [
            replace(game, seed=first + at, dealt=(Dealing(1, 1, "ford", "drawn", moved),)) for at in range(30)
        ]

    made = sources(Book(crisis), [*asked("fire", 5, True, 0), *asked("deny", -3, False, 50)], "option", 1)
    assert [section.id for section in made.sections][:2] == [
        "option/ford/north/deny",
        "option/ford/north/fire",
    ]
    key = "option/ford/north/fire"
    told = [
        value(made, f"{key}/{part}") for part in ("chosen", "war", "war-without", "moved", "moved-without")
    ]
    assert told == [0.5, 1, 0, 5, -3]


def test_what_a_clock_decided_is_nobodys_choice(crisis: Scenario, written: Written) -> None:
    late = [written({}, [("ford", "deny")], offered=("deny", "fire"), manner="late")]
    assert value(sources(Book(crisis), late, "option", 1), "option/ford/north/deny/chosen") is None


def test_a_seat_is_told_by_what_it_is_asked_chooses_keeps_and_foresees(
    crisis: Scenario, written: Written
) -> None:
    def game(stated: Sequence[float]) -> Outcome:
        made = written({}, [("ford", "deny"), ("standing", "drill")], offered=("deny", "fire"))
        said = tuple(Forecast("north", "q", 50, True, brier, None) for brier in stated)
        return replace(made, forecasts=said, points={"north": {"united": 4, "quiet": 0}})

    made = sources(Book(crisis), [game([0.0, 0.2]), game([0.5]), game([])], "seat", 1)
    keys = ("asked", "standing", "open", "default", "points", "kept")
    assert [value(made, f"seat/north/{key}") for key in keys] == [1, 1, 2, 0.5, 4, 0.5]
    brier = figures(made)["seat/north/brier"].estimate
    assert brier is not None
    assert (round(brier.value, 6), brier.count) == (0.3, 2)
    assert [section.id for section in made.sections] == ["seat/south", "seat/north"]


def test_a_difference_that_rests_on_few_games_does_not_come_first(crisis: Scenario, written: Written) -> None:
    few = games(written, 5, 5, 0, Dealing(1, 1, "ford", "drawn"))
    ice = games(written, 40, 0, 100, Dealing(2, 1, "ice", "on", 0))
    made = sources(Book(crisis), [*few, *ice], "card", 1)
    assert [section.id for section in made.sections] == ["card/ice", "card/ford"]


def test_a_card_that_no_game_was_without_stands_behind_one_that_can_be_told(
    crisis: Scenario, written: Written
) -> None:
    always, sometimes = Dealing(1, 1, "ford", "drawn"), Dealing(2, 1, "ice", "on", 0)
    with_ice = [replace(one, dealt=(*one.dealt, sometimes)) for one in games(written, 30, 3, 0, always)]
    made = sources(Book(crisis), [*with_ice, *games(written, 31, 3, 100, always)], "card", 1)
    assert [section.id for section in made.sections] == ["card/ice", "card/ford"]
    assert "(none here; told only where 30 games or more lie on either side)" in made.note
    assert "last those for which fewer games do" in made.note


def test_what_is_left_out_is_counted(crisis: Scenario, written: Written) -> None:
    made = sources(Book(crisis), both(written), "card", 1)
    told = [*lines(made, 1)]
    assert "Ice on the river (ice)" not in told
    assert told[-1] == "1 more is left out: --most 2 prints all, --json FILE keeps them."
    assert "left out" not in [*lines(made, 2)][-1]


def test_what_moved_when_envelopes_were_opened_adds_up_to_no_more_than_the_engine_moved(
    crisis: Scenario,
) -> None:
    book = Book(crisis)
    assert watched(book) == book.index["north-south"]
    moved = {
        (card.card, card.moved)
        for seed in range(12)
        for card in play(book, seed).dealt
        if card.card == "ford"
    }
    # Firing adds 5; a call takes 3 off after a denial and 1 after fire.
    assert {change for _, change in moved} <= {0, -3, 5, 4}
    assert len(moved) > 1
