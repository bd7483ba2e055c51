"""A course is tables: every decision, forecast, objective and number of every game, and what they come to."""

import io
import re
from pathlib import Path

import pytest

from tests.engine.playing import Game
from tests.engine.rich import rich
from tests.study.games import saved
from wargame.engine.evolve import stated
from wargame.engine.score import forecasts
from wargame.journal.game import Game as Loaded
from wargame.plain.course import tell
from wargame.plain.keyboard import Keyboard
from wargame.plain.voice import Voice
from wargame.study.course import COLUMNS, rows, tables
from wargame.study.overview import ENOUGH, as_dicts, calibration, overview
from wargame.study.replay import Replay
from wargame.study.tables import Table


@pytest.fixture(scope="module")
def games(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Replay]:
    folder = tmp_path_factory.mktemp("saves")
    return {
        name: Replay.open(saved(folder / name, seed=seed)) for seed, name in ((2, "b.jsonl"), (4, "d.jsonl"))
    }


@pytest.fixture(scope="module")
def course(games: dict[str, Replay]) -> dict[str, Table]:
    return tables(rows(name, replay) for name, replay in games.items())


def page(made: dict[str, Table], summed: dict[str, Table], bars: bool = True) -> list[str]:
    out = io.StringIO()
    voice = Voice(out, Keyboard(io.StringIO().readline))
    voice.never_stop()
    tell(voice, made, summed, bars)
    found = out.getvalue().split("\n")
    assert all(len(line) < 80 for line in found)
    return found


def lines(made: dict[str, Table], summed: dict[str, Table]) -> str:
    return " ".join(" ".join(page(made, summed)).split())


def test_every_table_has_its_columns_and_names_the_save(course: dict[str, Table]) -> None:
    assert {name: table.columns for name, table in course.items()} == COLUMNS
    for table in course.values():
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert {row["save"] for row in as_dicts(table)} == {"b.jsonl", "d.jsonl"}


def test_every_decision_forecast_objective_and_number_of_every_game_has_a_row(
    games: dict[str, Replay], course: dict[str, Table]
) -> None:
    states = [replay.game.state for replay in games.values()]
    book = games["b.jsonl"].book
    made = sum(len(here.choices) for state in states for _, here in state.every_exchange())
    assert len(course["decisions"].rows) == made
    assert len(course["forecasts"].rows) == sum(len(stated(state)) for state in states)
    known = [row for row in as_dicts(course["forecasts"]) if row["brier"] is not None]
    assert len(known) == sum(len(forecasts(book, state)) for state in states)
    assert len(course["numbers"].rows) == sum(len(book.numbers) * (state.turn + 1) for state in states)
    points = sum(sum(own.values()) for state in states for own in state.points.values())
    assert sum(int(str(row["points"])) for row in as_dicts(course["objectives"])) == points
    assert sum(int(str(row["points"])) for row in as_dicts(course["seats"])) == points


def test_a_game_that_goes_on_has_no_end_and_only_turns_that_are_over() -> None:
    game = Game(rich(), 8, empty=["ally"])
    game.turn()
    game.tell("deal")
    loaded = Loaded(game.book, game.begin, tuple(game.records), game.state, "", True)  # type: ignore[arg-type]
    made = tables([rows("g", Replay(loaded))])
    (row,) = as_dicts(made["games"])
    assert (row["ended"], row["ending"], row["how"], row["war"], row["turns"]) == (False, None, None, None, 2)
    assert {row["turn"] for row in as_dicts(made["numbers"])} == {0, 1}
    assert {row["points"] for row in as_dicts(made["seats"])} == {None}
    holders = {row["seat"]: row["holder"] for row in as_dicts(made["seats"])}
    assert holders == {"north": "human", "south": "human", "ally": "empty"}
    assert "ally" not in {row["seat"] for row in as_dicts(overview(made)["choices"])}


def test_choices_outcomes_and_points_are_counted_over_all_games(
    games: dict[str, Replay], course: dict[str, Table]
) -> None:
    summed = overview(course)
    assert sum(int(str(row["games"])) for row in as_dicts(summed["outcomes"])) == 2
    choices = list(as_dicts(summed["choices"]))
    assert sum(int(str(row["chosen"])) for row in choices) == len(course["decisions"].rows)
    for row in choices:
        same = [one for one in choices if (one["card"], one["seat"]) == (row["card"], row["seat"])]
        assert row["of"] == sum(int(str(one["chosen"])) for one in same)
    south = next(row for row in as_dicts(summed["scores"]) if row["seat"] == "south")
    own = [sum(replay.game.state.points["south"].values()) for replay in games.values()]
    assert (south["games"], south["points"]) == (2, sum(own) / 2)
    assert (south["lowest"], south["highest"]) == (min(own), max(own))


def test_the_lines_tell_the_course_and_say_that_two_games_tell_no_calibration(
    course: dict[str, Table],
) -> None:
    text = lines(course, overview(course))
    assert text.startswith("Rich: 2 games. How the games ended:")
    assert "What was chosen, card by card:" in text
    known = sum(row["outcome"] is not None for row in as_dicts(course["forecasts"]))
    assert f"Calibration is told from {ENOUGH} games on: these are {known} forecasts of 2 games." in text


def test_points_stand_in_columns_under_their_names_and_in_sentences_for_a_screen_reader(
    course: dict[str, Table],
) -> None:
    told = page(course, overview(course))
    at = next(n for n, line in enumerate(told) if line.startswith("  seat "))
    points, south = told[at].index("points"), next(line for line in told[at:] if "South " in line)
    row = next(row for row in as_dicts(overview(course)["scores"]) if row["seat"] == "south")
    assert south[points : points + len("points")].strip() == f"{row['points']:.1f}"
    plain = page(course, overview(course), bars=False)
    assert any(line.startswith(f"  South, bots: {row['points']:.1f} of ") for line in plain)


def test_a_table_wider_than_a_line_is_told_in_sentences(course: dict[str, Table]) -> None:
    summed = overview(course)
    long = [("x" * 60 if value == "South" else value for value in row) for row in summed["scores"].rows]
    wide = summed["scores"]._replace(rows=[tuple(row) for row in long])
    told = page(course, {**summed, "scores": wide})
    assert not any(line.startswith("  seat ") for line in told)
    assert any(line.startswith(f"  {'x' * 60}, bots: ") for line in told)


def test_each_option_has_a_line_with_how_often_it_was_chosen(course: dict[str, Table]) -> None:
    summed = overview(course)
    told = {" ".join(line.split()) for line in page(course, summed)}
    assert {f"{row['chosen']} {row['label']}" for row in as_dicts(summed["choices"])} <= told


def stated_in(games: int, *forecasts: tuple[int, bool | None, str]) -> dict[str, Table]:
    """Return tables of so many games, in each of which these forecasts were stated."""
    columns = COLUMNS["forecasts"]
    values = [
        {"save": f"g{game}", "percent": percent, "outcome": outcome, "holder": holder}
        for game in range(games)
        for percent, outcome, holder in forecasts
    ]
    return {
        "forecasts": Table("forecasts", columns, [tuple(row.get(name) for name in columns) for row in values])
    }


def test_calibration_is_what_came_true_of_each_tenth() -> None:
    made = stated_in(
        10,
        (20, True, "human"),
        (29, False, "human"),
        (100, True, "human"),
        (25, None, "human"),
        (0, False, "bot"),
    )
    # Of 20 forecasts of 20 to 29% 10 came true; Wilson's interval of 10 in 20 is 29.9% to 70.1%.
    assert [tuple(row.values()) for row in as_dicts(calibration(made))] == [
        ("bot", 0, 9, 10, 0.0, 0, 0.0, 0.0, 0.2775),
        ("human", 20, 29, 20, 24.5, 10, 0.5, 0.2993, 0.7007),
        ("human", 90, 100, 10, 100.0, 10, 1.0, 0.7225, 1.0),
    ]
    assert calibration(stated_in(9, (20, True, "human"))).rows == ()


def test_the_lines_of_calibration_say_on_how_many_forecasts_they_rest(course: dict[str, Table]) -> None:
    made = {**course, **stated_in(10, (20, True, "human"), (25, False, "human"))}
    text = lines(made, {**overview(course), "calibration": calibration(made)})
    assert "on 20 forecasts of 10 games that were settled" in text
    assert "people said 20 to 29%: 10 of 20 came true, 50% (30% to 70%)." in text
    # Forty cells: half of them came true; the mean of what was said is 22.5%, nine cells.
    assert f"people 20 to 29% {'█' * 9}|{'█' * 11}{'░' * 20}" in text


def test_the_page_names_every_table(course: dict[str, Table]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "compare.md").read_text("utf-8")
    named = re.findall(r"^\| `([a-z]+)` \|", page, flags=re.MULTILINE)
    assert named == [*course, *overview(course)]
