"""Turn Zero: offered at the first run, kept nowhere, and over when one has had enough of it."""

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import by_keys, course, first_open, playing, press, quiet, table, write
from tests.tui.reading import seen
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage
from wargame.tui.memory import Memory
from wargame.tui.practice import said
from wargame.tui.setup import SetUp


def coach(app: WargameApp) -> str:
    """Return what the practice turn says now."""
    return table(app).query_one("#coach").text  # type: ignore[attr-defined, no-any-return]


async def begin(app: WargameApp, pilot: Pilot[str]) -> None:
    await press(pilot, "t")
    await quiet(pilot)
    assert table(app).practice


async def test_a_first_run_offers_it_and_after_it_only_once_more(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    async with playing(tmp_path / "g.jsonl", human=None, memory=Memory(path)) as (app, pilot):
        assert "First a practice turn" in seen(app)
        await begin(app, pilot)
        await press(pilot, "x")
        await quiet(pilot)
        assert isinstance(app.screen, SetUp) and "The practice turn once more" in seen(app)
    assert Memory(path).practised
    async with playing(tmp_path / "g.jsonl", human=None, memory=Memory(path)) as (app, _):
        assert "The practice turn once more" in seen(app)


async def test_every_step_of_it_is_explained_and_it_is_kept_nowhere(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save, human=None) as (app, pilot):
        await begin(app, pilot)
        told = [coach(app)]
        for stage in (Stage.CARD, Stage.BRIEF, Stage.DECIDE):
            await by_keys(app, pilot, until=stage)
            told.append(coach(app))
        await press(pilot, str(first_open(app)))
        told.append(coach(app))
        await write(pilot, "so")
        await press(pilot, "ctrl+s")
        told.append(coach(app))
        await press(pilot, "enter")
        for stage in (Stage.SEALED, Stage.REVEAL, Stage.TURN_END, Stage.END):
            await by_keys(app, pilot, until=stage)
            told.append(coach(app))
        assert "T shows your desk" in told[2].replace("\n", " ")
        assert all(told) and len(set(told)) == len(told) == 10
        assert course(app).host.save is None
        await press(pilot, "x")
        await quiet(pilot)
        assert isinstance(app.screen, SetUp) and app.host is None
    assert list(tmp_path.iterdir()) == []


async def test_after_it_the_real_game_begins_as_it_was_set_up(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save, human=None, length="short") as (app, pilot):
        await press(pilot, "enter", "enter", "up", "enter", "enter")
        await begin(app, pilot)
        await press(pilot, "x", "ctrl+s")
        await quiet(pilot)
        assert app.host is not None and (app.host.people, app.host.save) == (("dprk",), save)
        assert not table(app).practice


async def test_at_a_shut_option_the_line_says_that_it_is_shut_and_at_another_which_one_enter_takes(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl", human=None) as (app, pilot):
        await begin(app, pilot)
        await by_keys(app, pilot, until=Stage.DECIDE)
        ask = course(app).sight().ask
        assert ask is not None
        for at, option in enumerate(ask.options, 1):
            many = len(ask.options)
            wanted = f"Option {at} of {many} is shut" if option.shut else f"Enter  Take option {at} of {many}"
            assert wanted in seen(app)
            await press(pilot, "pagedown", "down")
        assert any(option.shut for option in ask.options)


def test_what_it_says_stays_short_enough_for_a_small_screen() -> None:
    for stage in Stage:
        for step in ("choose", "write", "look"):
            for piece in said(stage, step):
                assert sum(len(run.text) for run in piece.runs) < 4 * 72
