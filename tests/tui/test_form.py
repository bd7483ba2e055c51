"""The decision as a form, in the order of thought."""

from pathlib import Path

from tests.tui.driving import by_keys, course, first_open, playing, press, table, write
from tests.tui.reading import seen
from wargame.tui.course import Stage
from wargame.tui.form import Say
from wargame.tui.row import Pick, Slider


async def test_enter_goes_on_from_each_question_to_the_next_and_from_the_last_to_the_whole(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, str(first_open(app)))
        visited = []
        await write(pilot, "so it is")
        while table(app).step == "write":
            visited.append(app.focused)
            await press(pilot, "enter")
        assert [type(widget) for widget in visited] == [Say, Say, Pick, Slider, Slider]
        assert table(app).step == "look"
        assert course(app).draft.rationale == "so it is"


async def test_who_took_an_option_by_one_enter_too_many_is_told_the_way_back(tmp_path: Path) -> None:
    async with playing(tmp_path / "g.jsonl") as (app, pilot):
        await by_keys(app, pilot, until=Stage.DECIDE)
        await press(pilot, "enter")
        assert table(app).step == "write" and "Esc: another" in seen(app)
        await press(pilot, "escape")
        assert table(app).step == "choose" and "press its number" in seen(app)
