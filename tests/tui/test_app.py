"""The game in the terminal: how it is come to, and every way of leaving it."""

import shutil
from pathlib import Path

import pytest

from tests.play.test_host import play_on
from tests.tui.driving import (
    by_keys,
    course,
    first_open,
    given,
    playing,
    press,
    quiet,
    resuming,
    table,
    write,
)
from tests.tui.reading import seen
from wargame.content import load
from wargame.content.problems import ContentError
from wargame.journal.errors import JournalError, SaveExists
from wargame.journal.save import Save
from wargame.journal.verify import verify
from wargame.play.game import new_game
from wargame.play.wishes import NoSuch, Plan, Wishes
from wargame.tui.app import WargameApp
from wargame.tui.course import Stage
from wargame.tui.frame import FAULT
from wargame.tui.memory import Memory
from wargame.tui.overlay import Overlay
from wargame.tui.page import Page
from wargame.tui.setup import SetUp
from wargame.tui.table import TableScreen


async def test_nothing_is_asked_where_everything_was_said(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, _):
        assert isinstance(app.screen, TableScreen) and app.host is not None
    for human, length in ((None, "short"), ("rok", None)):
        async with playing(tmp_path / "h.jsonl", human=human, length=length) as (app, _):
            assert isinstance(app.screen, SetUp) and app.host is None
    assert not (tmp_path / "h.jsonl").exists()


@pytest.mark.parametrize(
    ("wishes", "refusal"),
    [
        (Wishes(scenario="no-such-scenario"), ContentError),
        (Wishes(human="atlantis"), NoSuch),
        (Wishes(human="rok", bots="rok", length="short"), NoSuch),
        (Wishes(length="forever"), NoSuch),
        (Wishes(decks=("no-such-deck.yaml",)), ContentError),
        (Wishes(save=Path(__file__)), SaveExists),
    ],
)
async def test_what_cannot_be_is_handed_to_whoever_ran_the_app(
    wishes: Wishes, refusal: type[Exception]
) -> None:
    app = WargameApp(wishes, memory=Memory(None))
    async with app.run_test() as pilot:
        for _ in range(500):
            if not app.is_running:
                break
            await pilot.pause(0.01)
        assert not app.is_running
    assert isinstance(app.refusal, refusal) and app.fault is None and app.host is None


@pytest.mark.parametrize("stage", [Stage.DECIDE, Stage.REVEAL])
async def test_a_game_that_is_left_at_any_stage_is_whole_and_goes_on(tmp_path: Path, stage: Stage) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save) as (app, pilot):
        await by_keys(app, pilot, until=stage)
        await press(pilot, "ctrl+q")
        assert not app.is_running and (app.interrupted, app.fault) == (False, None)
    assert not verify(save).ended
    async with resuming(save) as (app, pilot):
        await by_keys(app, pilot, until=Stage.REVEAL)
    assert len(given(save, "rok")) == 1


async def test_a_game_that_is_left_when_all_have_decided_says_so_when_it_goes_on(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save, human="dprk,rok", clock=False) as (app, pilot):
        await by_keys(app, pilot, until=Stage.SEALED)
        await press(pilot, "ctrl+q")
    async with resuming(save) as (app, _):
        told = table(app).query_one("#story").text  # type: ignore[attr-defined]
        assert "All decisions are in." in told and "asks nobody" not in told


async def test_ctrl_c_leaves_in_the_midst_of_writing_and_what_was_given_is_kept(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save) as (app, pilot):
        await by_keys(app, pilot, until=Stage.SEALED)
        await press(pilot, "d", str(first_open(app)))
        await write(pilot, "not given")
        await press(pilot, "ctrl+c")
        assert not app.is_running and app.interrupted
    assert [said.rationale for said in given(save, "rok")] == ["so"]
    assert not verify(save).ended


async def test_a_finished_game_that_is_resumed_shows_its_end(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    host = new_game(load.load_scenario(), Plan(people=(), length="short", save=save))
    while host.phase != "ended":
        play_on(host)
    host.close()
    digest = verify(save).digest
    async with resuming(save) as (app, pilot):
        assert course(app).stage is Stage.END
        await press(pilot, *["right"] * 9)
        assert digest in table(app).query_one("#story").text.replace("\n", "")  # type: ignore[attr-defined]
    assert verify(save).digest == digest


async def test_a_save_with_a_torn_end_says_so_before_it_goes_on(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save):
        pass
    with save.open("ab") as file:
        file.write(b"torn")
    async with resuming(save) as (app, pilot):
        assert isinstance(app.screen, Overlay)
        await press(pilot, "enter")
        await by_keys(app, pilot, until=Stage.CARD)
    assert verify(save).torn == 0


async def test_a_save_that_can_no_longer_be_written_ends_the_game_and_keeps_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = tmp_path / "g.jsonl"

    def full(*_: object) -> None:
        raise JournalError(save, "the disk is full")

    app = None
    with pytest.raises(JournalError, match="the disk is full"):
        async with playing(save) as (app, pilot):
            await by_keys(app, pilot, until=Stage.DECIDE)
            copy = shutil.copy(save, tmp_path / "copy.jsonl")
            monkeypatch.setattr(Save, "append", full)
            await press(pilot, str(first_open(app)), "x", "ctrl+s", "enter")
            assert not app.is_running
    assert app is not None and isinstance(app.fault, JournalError) and app.return_code == FAULT
    assert save.read_bytes() == Path(copy).read_bytes()


async def test_what_is_being_written_is_not_thrown_away_at_one_key(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, str(first_open(app)))
        await write(pilot, "half a reason")
        await press(pilot, "ctrl+q")
        assert app.is_running and "would be lost" in seen(app)
        await press(pilot, "ctrl+q")
        assert not app.is_running and not app.interrupted


async def test_on_a_small_screen_a_seat_that_decides_sees_its_question_and_the_options_first(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl", size=(80, 24)) as (app, pilot):
        await by_keys(app, pilot, Stage.DECIDE)
        ask = course(app).sight().ask
        assert ask is not None and ask.prompt in seen(app)
        assert [option.label for option in ask.options if option.label not in seen(app)] == []
        await press(pilot, "up")
        assert table(app).query_one("#story", Page).pointed == f"option/{ask.options[0].id}"


async def test_what_was_told_last_stays_in_view_however_long_the_record_is_below_it(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", size=(80, 24)) as (app, pilot):
        await by_keys(app, pilot, Stage.REVEAL)
        for beat in table(app).telling.scene.beats[1:]:
            await press(pilot, "enter")
            await quiet(pilot)
            words = "".join(run.text for run in beat.pieces[0].runs).split()
            assert words[0] in seen(app) and words[-1] in seen(app)
        assert table(app).telling.whole and "For the record" in seen(app)


async def test_a_decision_that_is_changed_can_be_left_as_it_was(tmp_path: Path) -> None:
    save = tmp_path / "g.jsonl"
    async with playing(save) as (app, pilot):
        await by_keys(app, pilot, until=Stage.SEALED)
        await press(pilot, "d")
        assert course(app).stage is Stage.DECIDE
        await press(pilot, "escape")
        assert course(app).stage is Stage.SEALED
    assert len(given(save, "rok")) == 1


async def test_the_map_is_drawn_for_the_size_that_the_window_has(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl", size=(80, 24)) as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, "g")
        for size in ((120, 30), (100, 30), (80, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            told = seen(app)
            assert [
                name for name in ("DPRK", "ROK", "USA", "Japan", "China", "Russia") if f"[{name}]" not in told
            ] == []
