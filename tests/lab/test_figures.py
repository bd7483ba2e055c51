import json
import unicodedata

import pytest

from tests.lab.conftest import Written
from wargame.content.measures import Measure
from wargame.content.scenario import Scenario
from wargame.engine.book import Book
from wargame.lab.estimates import Estimate
from wargame.lab.figures import READINGS, report, wanted_after
from wargame.lab.games import Outcome
from wargame.lab.lines import line, lines
from wargame.lab.many import play_many
from wargame.lab.options import asked, cards, chosen, tally, telling
from wargame.lab.report import ENOUGH, Figure, Range, Report

FIRE = "Shots at the ford (ford), North: Fire again (fire)"


@pytest.fixture(scope="module")
def korean(korea: Scenario, korean_games: tuple[Outcome, ...]) -> Report:
    return report(Book(korea), korean_games, 1)


def figures(made: Report) -> dict[str, Figure]:
    return {figure.id: figure for section in made.sections for figure in section.figures}


def test_every_figure_has_an_id_of_its_own(korean: Report) -> None:
    ids = [figure.id for section in korean.sections for figure in section.figures]
    assert len(set(ids)) == len(ids)


def test_two_processes_give_the_figures_that_one_gives(crisis: Scenario) -> None:
    book = Book(crisis)
    made = [report(book, play_many(crisis, None, range(12), processes), 0) for processes in (1, 2)]
    assert made[0] == made[1]


def test_every_intent_of_every_seat_has_its_share_of_wars(korea: Scenario, korean: Report) -> None:
    found = figures(korean)
    drawn = 0
    for actor in korea.rules.actors:
        for intent in actor.seat.intents if actor.seat else ():
            estimate = found[f"war/{actor.id}/{intent.id}"].estimate
            drawn += estimate.count if estimate else 0
    assert drawn == 6 * korean.games


def test_the_ranges_that_are_wanted_hold_for_the_longest_game_alone(korea: Scenario) -> None:
    short = Book(korea, "short")
    made = report(short, play_many(korea, "short", range(3), 1), 0)
    measured = [
        figure for key, figure in figures(made).items() if key.startswith(("measure/", "asked/", "observer/"))
    ]
    assert measured
    assert all(figure.wanted is None for figure in measured)


def test_the_rules_say_what_is_wanted_of_a_measure(korean: Report) -> None:
    wanted = figures(korean)["measure/war-after-prelude"].wanted
    assert wanted == Range(0.25, 0.5, "25% to 50%")
    assert figures(korean)["measure/koreas-at-end/rungs"].wanted == Range(2, 99, "2 or more")


def test_a_measure_counts_only_the_games_for_which_it_is_given(crisis: Scenario, written: Written) -> None:
    measure = Measure.model_validate_json(
        '{"id": "m", "title": "Stormy wars", "when": {"flags": ["talks"]}, "given": {"north": "storm"}}'
    )
    rules = crisis.rules.model_copy(update={"measures": (measure,)})
    book = Book(crisis.model_copy(update={"rules": rules}))
    games = [written({"north": intent}) for intent in ("calm", "storm", "storm", "calm", "calm")]
    for game, held in zip(games, (True, True, False, True, True), strict=True):
        game.measures["m"] = held  # type: ignore[index]
    estimate = figures(report(book, games, 1))["measure/m"].estimate
    assert estimate is not None
    assert (estimate.hits, estimate.count) == (1, 2)


def test_cards_that_never_come_are_findings(crisis: Scenario, written: Written) -> None:
    section = cards(Book(crisis), [written() for _ in range(3)], True)
    assert [figure.label for figure in section.shown()] == [
        "Shots at the ford (ford)",
        "Ice on the river (ice)",
    ]


def test_options_hardly_ever_chosen_are_findings_once_they_were_offered_often(
    crisis: Scenario, written: Written
) -> None:
    book = Book(crisis)
    for games, expected in ((29, []), (30, [FIRE])):
        played = [
            written({"north": "calm"}, [("ford", "deny")], offered=("deny", "fire")) for _ in range(games)
        ]
        assert [figure.label for figure in chosen(book, tally(played)).shown()] == expected


def test_an_option_always_shut_when_its_card_came_is_a_finding(crisis: Scenario, written: Written) -> None:
    played = [written({"north": "calm"}, [("ford", "deny")], offered=("deny",)) for _ in range(3)]
    section = chosen(Book(crisis), tally(played))
    assert [figure.label for figure in section.shown()] == [FIRE]


def test_an_option_that_gives_the_intent_away_is_a_finding(crisis: Scenario, written: Written) -> None:
    def games(intent: str, fires: int) -> list[Outcome]:
        options = ["fire"] * fires + ["deny"] * (40 - fires)
        return [written({"north": intent}, [("ford", key)], offered=("deny", "fire")) for key in options]

    section = telling(Book(crisis), tally([*games("storm", 30), *games("calm", 5)]))
    assert [figure.label for figure in section.shown()] == [
        f"{FIRE}, with storm",
        "Shots at the ford (ford), North: Deny it (deny), with calm",
    ]
    assert all(figure.verdict is not None for figure in section.figures)


def test_standing_asks_are_left_out_of_what_cards_ask(crisis: Scenario, written: Written) -> None:
    played = [written({}, [("ford", "deny"), ("standing", "rest"), ("ice", "leave")])]
    counts = {figure.id: figure.estimate for figure in asked(Book(crisis), played, True).figures}
    assert counts["asked/north"] is not None and counts["asked/north"].value == 2
    assert counts["asked/south"] is not None and counts["asked/south"].value == 0


@pytest.mark.parametrize(
    ("estimate", "verdict"),
    [
        (Estimate(0.10, 0.06, 0.16, 100), "as wanted"),
        (Estimate(0.17, 0.12, 0.22, 100), "cannot be told yet"),
        (Estimate(0.10, 0.02, 0.40, 10), "cannot be told yet"),
        (Estimate(0.30, 0.22, 0.38, 100), "not as wanted"),
        (None, None),
    ],
)
def test_a_figure_is_judged_with_its_uncertainty(estimate: Estimate | None, verdict: str | None) -> None:
    assert Figure("f", "F", "share", estimate, Range(0.05, 0.15, "5% to 15%")).verdict == verdict


@pytest.mark.parametrize(
    ("turns", "wanted"), [(1, {1: 2}), (2, {1: 0, 2: 2}), (3, {1: 0, 2: 1, 3: 2}), (8, {1: 0, 4: 1, 8: 2})]
)
def test_of_an_observer_one_thing_is_wanted_after_each_turn_however_short_the_game(
    turns: int, wanted: dict[int, int]
) -> None:
    assert wanted_after(turns) == {turn: READINGS[which] for turn, which in wanted.items()}


def test_an_observer_who_learned_from_few_games_is_not_judged(korean: Report) -> None:
    about = Range(0.75, 0.85, "about 0.8")
    for games, verdict in ((ENOUGH - 1, "cannot be told yet"), (ENOUGH, "not as wanted")):
        figure = Figure("f", "F", "area", Estimate(0.59, 0.49, 0.68, games), about, fewest=ENOUGH)
        assert figure.verdict == verdict
    wanted = [figure for key, figure in figures(korean).items() if key.startswith("observer/dprk/prelude")]
    assert {figure.verdict for figure in wanted} == {"cannot be told yet"}


def test_of_few_games_it_is_said_how_many_would_tell() -> None:
    figure = Figure("f", "F", "share", Estimate(0.1, 0.02, 0.4, 10, 1), Range(0.05, 0.15, "5% to 15%"))
    assert line(figure, 10).endswith("wanted: 5% to 15%: cannot be told yet: play 1,000 games or more")
    assert line(figure, ENOUGH).endswith("wanted: 5% to 15%: cannot be told yet")


def test_what_has_a_title_is_told_by_it_with_the_id_in_brackets(crisis: Scenario) -> None:
    book = Book(crisis)
    labels = {figure.label for figure in figures(report(book, play_many(crisis, None, [3], 1), 3)).values()}
    assert labels >= {
        "North: Storm (storm)",
        "Ice on the river (ice)",
        "Standing question, North: Drill (drill)",
        "North: At the end unity is 50 or more (united)",
        "Is a storm meant? (storm, base rate 33%)",
    }


def test_a_figure_is_told_with_its_interval_its_count_and_what_is_wanted() -> None:
    figure = Figure(
        "f", "War", "share", Estimate(0.1, 0.0552, 0.1744, 100, 10), Range(0.05, 0.15, "5% to 15%")
    )
    assert line(figure) == "War: 10.0% (5.5% to 17.4%; 10 of 100); wanted: 5% to 15%: as wanted"
    assert line(Figure("f", "War", "share", None)) == "War: no game tells"


def test_the_lines_are_plain_text_and_hold_every_section(korean: Report) -> None:
    told = list(lines(korean))
    assert all(section.title in "\n".join(told) for section in korean.sections)
    assert all(unicodedata.category(sign)[0] != "C" for entry in told for sign in entry)


def test_the_report_is_json_with_a_verdict_by_each_wanted_figure(korean: Report) -> None:
    plain = json.loads(json.dumps(korean.fields(), allow_nan=False))
    rows = {row["id"]: row for section in plain["sections"] for row in section["figures"]}
    assert rows.keys() == figures(korean).keys()
    assert (
        rows["measure/war-after-prelude"]["verdict"] == figures(korean)["measure/war-after-prelude"].verdict
    )
    assert plain["games"] == 12


def test_one_game_alone_makes_a_report_without_false_certainty(crisis: Scenario) -> None:
    made = report(Book(crisis), play_many(crisis, None, [3], 1), 3)
    json.dumps(made.fields(), allow_nan=False)
    assert any("unknown" in entry for entry in lines(made))
